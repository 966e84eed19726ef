"""Splits a paragraph into tagged tokens, with its sentences and the regions between its quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.layout import Sentence

# One class of characters comes first, for the regex engine then leaps over white space.
_PIECES = r"""\S(?:
        (?<=\d)\d*(?:[.,]\d+)+\w*                        # 2,500 and 1.5m
        | (?<=\w)\w*(?:['’&.@/-](?!(?<=[a-z]{3}\.)[A-Z][a-z])\w+)*(?:['’](?=s?\b)s?)?  # state-run, Smith's
        | (?<=')(?:(?<=[\w.,?!]')(?='')|'|)               # an apostrophe; two are one mark
        | (?<=`)`?
        | )"""
TOKEN = re.compile(_PIECES, re.VERBOSE)
# Quotation marks that were decoded with the wrong table are one token too.
BROKEN_TOKEN = re.compile(r"â€(?:œ|\x9d|(?=[\s.,;:]|\Z)) | " + _PIECES, re.VERBOSE)
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


class Paragraph:
    """Tokens of one block, as parallel lists: `start` and `end` offsets, lower-case word `low`, one-letter tag `tag`.

    `sentences` holds (first, past-the-last) token indices; `quotes` the regions between quotation marks, marks
    included; `region[i]` is the number of the quote that token i stands in, or -1.
    """

    __slots__ = ("end", "headlines", "low", "quotes", "region", "sentences", "start", "tag", "text", "words")

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        first, last = sentences[0].start, sentences[-1].end
        token = TOKEN if text.find("â€", first, last) < 0 else BROKEN_TOKEN
        spans = [m.span() for m in token.finditer(text, first, last)]
        glued = {m.start() for m in GLUED.finditer(text, first, last)}
        if glued:
            spans = _cut_spans(spans, glued)
        self.start = [s for s, _ in spans]
        self.end = [e for _, e in spans]
        self.words = [text[s:e] for s, e in spans]
        self.low = list(map(str.lower, self.words))
        self.tag: list[str] = []
        self.sentences = _number(self, sentences)
        if glued:
            self.sentences = _cut_sentences(self, glued)
        self.quotes: list[tuple[int, int]] = []
        self.region: list[int] = []
        self.headlines: set[int] = set()

    def prepare(self) -> None:
        """Tag the tokens and pair the quotation marks."""
        self.tag = list(map(_tag, self.words))
        for lo, hi in self.sentences:
            self._name_capitals(lo, hi)
        for i in [n for n, low in enumerate(self.low[:-1]) if low == "to"]:
            if self.tag[i + 1] in "DUO" or (self.tag[i + 1] == "X" and self.words[i + 1][0].isupper()):
                self.tag[i] = "P"
        self.quotes = pair_quotes(self)
        self.region = [-1] * len(self.low)
        for n, (a, b) in enumerate(self.quotes):
            for i in range(a, b):
                self.region[i] = n

    def _name_capitals(self, lo: int, hi: int) -> None:
        """Tag as names the words that a capital inside a sentence makes names of: the Post, Will Young."""
        words, low, tag = self.words, self.low, self.tag
        capitals = [i for i in range(lo + 1, hi) if words[i] != low[i] and words[i][0].isupper()]
        long_capitals = sum([len(words[i]) > 3 for i in capitals]) + 1
        # With fewer, no three long words can be mostly capitalised.
        long = sum([len(w) > 3 and w[0].isalpha() for w in words[lo:hi]]) if long_capitals > 2 else 0
        if long > 2 and long_capitals > 0.8 * long:
            self.headlines.add(lo)
            return
        for i in capitals:
            after_quote = tag[i - 1] == "Q" and tag[i - 2 : i - 1] in ([","], ["?"]) and tag[i + 1 : i + 2] == ["V"]
            if tag[i] in "BZGEVJR" and (tag[i - 1] != "Q" or after_quote):
                tag[i] = "X"

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


def _cut_spans(spans: list[tuple[int, int]], glued: set[int]) -> list[tuple[int, int]]:
    """Cut tokens where a space was lost inside them."""
    out: list[tuple[int, int]] = []
    waiting = sorted(glued, reverse=True)
    for s, e in spans:
        begin = s
        while waiting and waiting[-1] < e:
            at = waiting.pop()
            if begin < at:
                out.append((begin, at))
                begin = at
        out.append((begin, e))
    return out


def _cut_sentences(p: Paragraph, glued: set[int]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for lo, hi in p.sentences:
        first = lo
        for i in range(lo + 1, hi):
            if p.start[i] in glued:
                out.append((first, i))
                first = i
        out.append((first, hi))
    return out


def _number(p: Paragraph, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Token ranges of the sentences; a sentence cut after "Ms." or before a small letter is made whole."""
    out: list[tuple[int, int]] = []
    i, n = 0, len(p.start)
    for sentence in sentences:
        first = i
        while i < n and p.start[i] < sentence.end:
            i += 1
        if i == first:
            continue
        if out and _is_cut(p, out[-1][1]):
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


@lru_cache(maxsize=32768)  # most words of a text stand in the text before it too
def _tag(word: str) -> str:
    low = word.lower()
    tag = load_lexicon().tags.get(low)
    if tag is not None:
        return "X" if word in {"US", "IT", "WHO", "May", "March"} else tag
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


def _opens(p: Paragraph, i: int) -> bool:
    """Whether a mark stands where a quotation may begin: white space or a bracket before it, a word right after."""
    s, e = p.start[i], p.end[i]
    before = p.text[s - 1] if s else " "
    after = p.text[e] if e < len(p.text) else " "
    return (before.isspace() or before in "([—–-") and not after.isspace()


def pair_quotes(p: Paragraph) -> list[tuple[int, int]]:
    """Quotation regions as token ranges, marks included.

    Marks of the wrong shape are taken by where they stand; a quotation that is never closed ends with its paragraph
    when it began a sentence, and with its sentence otherwise.
    """
    out: list[tuple[int, int]] = []
    opened = -1
    for i, tag in enumerate(p.tag):
        if tag != "Q":
            continue
        if opened < 0:
            if p.low[i] in CLOSERS and not _opens(p, i):
                begun = _start_after(p, out[-1][1], i) if out else None
                if begun is not None:
                    out.append((begun, i + 1))
                continue
            opened = i
        elif p.low[i] in OPENERS and _opens(p, i):
            continue
        else:
            if _is_name(p, opened, i):
                for k in range(opened, i + 1):
                    p.tag[k] = "'" if k in {opened, i} else "X" if p.tag[k] not in ",." else p.tag[k]
            else:
                out.append((opened, i + 1))
            opened = -1
    if opened >= 0:
        out.append((opened, _unclosed_end(p, opened)))
    return out


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
