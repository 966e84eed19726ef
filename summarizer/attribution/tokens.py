"""Splits a paragraph into tagged tokens, with its sentences and the regions between its quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.layout import Sentence

_PIECES = r"""\S(?:
        (?<=[A-Za-z])[a-z]*+(?=[ ,\n])                   # most words, soon done with
        | (?<=\d)\d*(?:[.,]\d+)+\w*                        # 2,500 and 1.5m
        | (?<=\w)\w*(?:['’&.@/-](?!(?<=[a-z]{3}\.)[A-Z][a-z])\w+)*(?:['’](?=s?\b)s?)?  # state-run, Smith's
        | (?<=')(?:(?<=[\w.,?!]')(?='')|'|)               # an apostrophe; two are one mark
        | (?<=`)`?
        | )"""
_SPACE = r"\s*+"  # taken with the token, whose length so tells where the next begins
TOKEN = re.compile(_PIECES + _SPACE, re.VERBOSE)
# Quotation marks that were decoded with the wrong table are one token too.
BROKEN_TOKEN = re.compile(r"(?: â€(?:œ|\x9d|(?=[\s.,;:]|\Z)) | " + _PIECES + ")" + _SPACE, re.VERBOSE)
# A lost space, where a sentence begins all the same: "the brigades.The group", "the harbourThe guild".
GLUED = re.compile(
    r"[A-Z](?:(?<=[a-z]{3}\.[A-Z])[a-z]|(?<=[a-z]{3}[A-Z])(?:(?<=T)(?:he|hey|his)|(?<=B)ut|(?<=S)he|(?<=A)(?:nd|fter))\b)"
)
LONGEST_SENTENCE = 180
MARKS = frozenset({'"', "“", "”", "„", "«", "»", "''", "``", "â€œ", "â€", "â€\x9d"})
OPENERS = frozenset({"“", "„", "«", "``", "â€œ"})
CLOSERS = frozenset({"”", "»", "''", "â€", "â€\x9d"})
PUNCTUATION = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "—": "-", "–": "-", "-": "-",
               "?": "?", "!": "?", "…": "."} | dict.fromkeys(MARKS, "Q")  # fmt: skip
TITLES = word_set("titles")
RELAYING = word_set("relaying")


class Paragraph:
    """Tokens of one block: the words and their lower-case form `low` as lists, `tag` as a string of one letter each.

    `sentences` holds (first, past-the-last) token indices; `quotes` the regions between quotation marks, marks
    included; `region[i]` is the number of the quote that token i stands in, or -1. `glued` says that a sentence of the
    article begins where a space was lost.
    """

    __slots__ = (
        "_headlines",
        "_spaced",
        "_starts",
        "_tag",
        "first",
        "low",
        "marked",
        "quotes",
        "region",
        "sentences",
        "tag",
        "text",
        "words",
    )

    def __init__(self, text: str, sentences: Sequence[Sentence], *, glued: bool) -> None:
        self.text = text
        self.first = sentences[0].start
        self._starts: list[int] = []
        self._spaced, ends = _split_words(text, sentences)
        lost = {m.start() for m in GLUED.finditer(text, self.first, sentences[-1].end)} if glued else set()
        if lost or not ends:
            self._spaced, ends = _split_glued(text, sentences, lost)
        self.words = list(map(str.rstrip, self._spaced))
        self.low = list(map(str.lower, self.words))
        self.sentences = _number(self, ends)
        if lost:
            self.sentences = _cut_sentences(self, lost)
        self._tag = "".join(map(WORD_TAGS.__getitem__, self.words))
        self.marked = [m.start() for m in MARKED.finditer(self._tag)]
        self.tag = ""
        self.quotes: list[tuple[int, int]] = []
        self.region: list[int] = []
        self._headlines: dict[int, bool] = {}

    @property
    def has_quotation_mark(self) -> bool:
        """Whether any token is a quotation mark."""
        return "Q" in self._tag

    @property
    def starts(self) -> list[int]:
        """Where each token begins in the text; found when first asked for, since few paragraphs' are."""
        if not self._starts:
            self._starts = list(accumulate(map(len, self._spaced), initial=self.first))
        return self._starts

    def offsets(self, a: int, b: int) -> tuple[int, int]:
        """Where the tokens from a to b begin and end in the text."""
        starts = self._starts or self.starts
        return (starts[a], starts[b - 1] + len(self.words[b - 1]))

    def prepare(self) -> None:
        """Tag the tokens and pair the quotation marks."""
        tag = self._tag.encode("latin-1").translate(UNMARKED).decode("latin-1")
        if CAPITAL_COMMON.search(tag):
            tag = self._name_capitals(tag)
        if "T" in tag:
            tag = TO_PHRASE.sub("P", tag)
        self.tag = tag.upper()
        self.region = [-1] * len(tag)
        if "Q" in tag:
            self.quotes = pair_quotes(self)
            for n, (a, b) in enumerate(self.quotes):
                self.region[a:b] = [n] * (b - a)

    def _name_capitals(self, tag: str) -> str:
        """Tag as names the words that a capital inside a sentence makes names of: the Post, Will Young."""
        out = list(tag)
        for lo, hi in self.sentences:
            found = [m.start() for m in CAPITAL_COMMON.finditer(tag, lo + 1, hi)]
            if not found or self.is_headline(lo, hi):
                continue
            for i in found:
                if tag[i - 1] != "Q" or (tag[i - 2 : i - 1] in {",", "?"} and tag[i + 1 : i + 2] in {"V", "v"}):
                    out[i] = "x"
        return "".join(out)

    def is_headline(self, lo: int, hi: int) -> bool:
        """Whether most long words of the sentence have a capital, so that it tells nothing."""
        known = self._headlines.get(lo)
        if known is None:
            words = [w for w in self.words[lo:hi] if len(w) > 3]
            opens = len(self.words[lo]) > 3
            capitals = sum([w[0].isupper() and w != w.lower() for w in words[opens:]]) + 1
            # With fewer, no three long words can be mostly capitalised.
            long = sum([w[0].isalpha() for w in words]) if capitals > 2 else 0
            known = self._headlines[lo] = long > 2 and capitals > 0.8 * long
        return known

    def sentence_before(self, i: int) -> tuple[int, int] | None:
        """The last sentence that ends at token i or before it."""
        n = bisect_right(self.sentences, (i, -1)) - 1
        while n >= 0 and self.sentences[n][1] > i:
            n -= 1
        return self.sentences[n] if n >= 0 else None

    def sentence_start(self, i: int) -> int:
        """The first token of the sentence in which token i stands."""
        return self.sentences[max(0, bisect_right(self.sentences, (i, len(self.low) + 1)) - 1)][0]

    def sentence_end(self, i: int) -> int:
        """The token past the sentence in which token i stands."""
        return self.sentences[max(0, bisect_right(self.sentences, (i, len(self.low) + 1)) - 1)][1]

    def quote_at(self, i: int) -> tuple[int, int] | None:
        """The quote in which token i stands."""
        n = self.region[i] if 0 <= i < len(self.region) else -1
        return self.quotes[n] if n >= 0 else None


def _split_words(text: str, sentences: Sequence[Sentence]) -> tuple[list[str], list[int]]:
    """The words, each with the white space after it, and how many there are up to each sentence's end.

    No ends where a sentence ends without white space, for a word may run over that.
    """
    first, last = sentences[0].start, sentences[-1].end
    find = (TOKEN if text.find("â€", first, last) < 0 else BROKEN_TOKEN).findall
    words: list[str] = []
    ends: list[int] = []
    for sentence, following in pairwise(sentences):
        if not text[sentence.end : following.start].isspace():
            return words, []
        words += find(text, sentence.start, following.start)
        ends.append(len(words))
    words += find(text, sentences[-1].start, last)
    ends.append(len(words))
    return words, ends


def _split_glued(text: str, sentences: Sequence[Sentence], lost: set[int]) -> tuple[list[str], list[int]]:
    """The same where a space is missing, at the places in `lost` or between two sentences."""
    first, last = sentences[0].start, sentences[-1].end
    token = TOKEN if text.find("â€", first, last) < 0 else BROKEN_TOKEN
    spans = _cut_spans([m.span() for m in token.finditer(text, first, last)], lost)
    starts = [s for s, _ in spans]
    return [text[s:e] for s, e in spans], [bisect_left(starts, sentence.end) for sentence in sentences]


def _cut_spans(spans: list[tuple[int, int]], lost: set[int]) -> list[tuple[int, int]]:
    """Cut tokens where a space was lost inside them."""
    out: list[tuple[int, int]] = []
    waiting = sorted(lost, reverse=True)
    for s, e in spans:
        begin = s
        while waiting and waiting[-1] < e:
            at = waiting.pop()
            if begin < at:
                out.append((begin, at))
                begin = at
        out.append((begin, e))
    return out


def _cut_sentences(p: Paragraph, lost: set[int]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for lo, hi in p.sentences:
        first = lo
        for i in range(lo + 1, hi):
            if p.starts[i] in lost:
                out.append((first, i))
                first = i
        out.append((first, hi))
    return out


def _number(p: Paragraph, ends: list[int]) -> list[tuple[int, int]]:
    """Token ranges of the sentences; a sentence cut after "Ms." or before a small letter is made whole."""
    out: list[tuple[int, int]] = []
    i = 0
    for end in ends:
        first, i = i, end
        if i == first:
            continue
        if out and _is_cut(p, first):
            first = out.pop()[0]
        # no reader's sentence is so long; a limit keeps the rules linear in the length of any text
        while i - first > LONGEST_SENTENCE:
            out.append((first, first + LONGEST_SENTENCE))
            first += LONGEST_SENTENCE
        out.append((first, i))
    return out


def _is_cut(p: Paragraph, i: int) -> bool:
    if p.words[i][0].islower():
        return True
    if p.low[i - 1] != "." or i < 2:
        return False
    before = p.words[i - 2]
    return before.lower() in TITLES or (len(before) == 1 and before.isupper() and before != "I")


def _tag(word: str) -> str:
    """One letter for what a word is without its neighbours.

    It is small where a capital may make a name of the word, and 128 above itself where a rule may begin at the word.
    """
    low = word.lower()
    tag = load_lexicon().tags.get(low)
    if tag is None:
        tag = _guess(word, low)
    elif word in {"US", "IT", "WHO", "May", "March"}:
        tag = "X"
    capital = word[0].isupper() and (tag == "X" or (tag in "BZGEVJR" and word != low))
    if capital:
        tag = tag.lower()
    return chr(ord(tag) + 128) if low in load_lexicon().cues or low in RELAYING else tag


def _guess(word: str, low: str) -> str:
    """The tag of a word that the lexicon does not know."""
    if low in MARKS:
        return "Q"
    if low[0].isdigit():
        return "U"
    if not low[0].isalpha():
        return PUNCTUATION.get(low, "." if low == "." else "'")
    if word == low:
        for ending, guess in SUFFIXES:
            if low.endswith(ending) and len(low) > len(ending) + 2:
                return guess
    return "X"


SUFFIXES = (("ly", "R"), ("ed", "E"), ("ing", "G"))
MARKED = re.compile("[\x80-\xff]")
UNMARKED = bytes(range(128)) * 2
CAPITAL_COMMON = re.compile("[bzgevjr]")  # a word that the lexicon knows, with a capital
TO_PHRASE = re.compile("T(?=[DUOx])")  # "to" before what is no verb


class _WordTags(dict[str, str]):
    """The tags of the words met so far: most words of a text stand in the text before it too."""

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_WORDS:
            self.clear()
        tag = _tag(word)
        if len(word) <= LONGEST_KNOWN:
            self[word] = tag
        return tag


MOST_WORDS = 32768
LONGEST_KNOWN = 40  # letters; what is longer is no word, and would only fill the memory
WORD_TAGS = _WordTags()


def _opens(p: Paragraph, i: int) -> bool:
    """Whether a mark stands where a quotation may begin: white space or a bracket before it, a word right after."""
    s, e = p.offsets(i, i + 1)
    before = p.text[s - 1] if s else " "
    after = p.text[e] if e < len(p.text) else " "
    return (before.isspace() or before in "([—–-") and not after.isspace()


def pair_quotes(p: Paragraph) -> list[tuple[int, int]]:
    """Quotation regions as token ranges, marks included.

    Marks of the wrong shape are taken by where they stand; a quotation that is never closed ends with its paragraph
    when it began a sentence, and with its sentence otherwise.
    """
    out: list[tuple[int, int]] = []
    names: list[tuple[int, int]] = []
    opened = -1
    i = p.tag.find("Q")
    while i >= 0:
        low = p.low[i]
        if opened < 0:
            if low not in CLOSERS or _opens(p, i):
                opened = i
            elif out and (begun := _start_after(p, out[-1][1], i)) is not None:
                out.append((begun, i + 1))
        elif low not in OPENERS or not _opens(p, i):
            (names if _is_name(p, opened, i) else out).append((opened, i + 1))
            opened = -1
        i = p.tag.find("Q", i + 1)
    if opened >= 0:
        out.append((opened, _unclosed_end(p, opened)))
    if names:
        p.tag = _tag_titles(p.tag, names)
    return out


def _tag_titles(tags: str, names: list[tuple[int, int]]) -> str:
    """The tags where each of these quotations is one name."""
    out = list(tags)
    for a, b in names:
        out[a] = out[b - 1] = "'"
        out[a + 1 : b - 1] = [tag if tag in ",." else "X" for tag in out[a + 1 : b - 1]]
    return "".join(out)


def _is_name(p: Paragraph, a: int, b: int) -> bool:
    """Whether the marks at a and b hold a title, as in: told "Good Morning Harbour"."""
    if (
        b - a > 7
        or b - a < 3
        or a == 0
        or not (p.tag[a - 1] in "PD" or p.low[a - 1].endswith(("'s", "’s", "told", "tells")))
    ):
        return False
    return all(
        p.words[k][0].isupper() or p.low[k] in {",", "the", "of", "and", "&", "in", "to"} for k in range(a + 1, b)
    )


def _start_after(p: Paragraph, done: int, i: int) -> int | None:
    """The first sentence start from token `done` on and before i."""
    n = bisect_right(p.sentences, (done, -1))
    return p.sentences[n][0] if n < len(p.sentences) and p.sentences[n][0] < i else None


def _unclosed_end(p: Paragraph, opened: int) -> int:
    start = p.sentence_start(opened)
    if start == opened:
        return len(p.low)
    n = bisect_right(p.sentences, (start, len(p.low) + 1))
    return p.sentences[n][0] if n < len(p.sentences) else len(p.low)
