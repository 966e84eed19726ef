"""Splits a paragraph into tagged tokens, with its sentences and the regions between its quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import ne
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import word_set
from summarizer.attribution.syntax.tagging import CLOSERS, OPENERS, read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.syntax.tagging import Words
    from summarizer.reading.layout.layout import Sentence

LONGEST_SENTENCE = 180
TITLES = word_set("titles")


class Paragraph:
    """Tokens of one block: the words and their lower-case form `low` as lists, `tag` as a string of one letter each.

    `sentences` holds (first, past-the-last) token indices; `quotes` the regions between quotation marks, marks
    included; `region[i]` is the number of the quote that token i stands in, or -1. `marked` holds the tokens at which
    a rule may begin.
    """

    __slots__ = (
        "_headlines",
        "_tag",
        "low",
        "marked",
        "quotes",
        "region",
        "sentences",
        "starts",
        "tag",
        "text",
        "words",
    )

    def __init__(self, text: str, words: Words, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.words, self.low, self._tag, self.starts, self.marked, lost = words
        self.sentences = _number(self, sentences)
        if lost:
            self.sentences = _cut_sentences(self, lost)
        self.tag = ""
        self.quotes: list[tuple[int, int]] = []
        self.region: list[int] = []
        self._headlines: dict[int, bool] = {}

    @property
    def has_quotation_mark(self) -> bool:
        """Whether any token is a quotation mark."""
        return "Q" in self._tag

    def offsets(self, a: int, b: int) -> tuple[int, int]:
        """Where the tokens from a to b begin and end in the text."""
        return (self.starts[a], self.starts[b - 1] + len(self.words[b - 1]))

    def prepare(self) -> None:
        """Tag the tokens and pair the quotation marks."""
        tag = self._tag
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
            if tag[lo] == "m" and tag[lo + 1 : lo + 2] == "x" and tag[hi - 1] != "?":
                out[lo] = "x"  # "Will Young left", but not "Will Young leave?"
            found = [m.start() for m in CAPITAL_COMMON.finditer(tag, lo + 1, hi)]
            if not found or self.is_headline(lo, hi):
                continue
            for i in found:
                if tag[i] in "mp":
                    if tag[i + 1 : i + 2] == "x" and (tag[i - 1] != "Q" or tag[i - 2 : i - 1] in {",", "?"}):
                        out[i] = "x"
                elif tag[i - 1] != "Q" or (tag[i - 2 : i - 1] in {",", "?"} and tag[i + 1 : i + 2] in {"V", "v"}):
                    out[i] = "x"
        return "".join(out)

    def is_headline(self, lo: int, hi: int) -> bool:
        """Whether most long words of the sentence have a capital, so that it tells nothing."""
        known = self._headlines.get(lo)
        if known is None:
            # With fewer capitals, no three long words can be mostly capitalised.
            some = sum(map(ne, self.words[lo + 1 : hi], self.low[lo + 1 : hi])) > 1
            known = self._headlines[lo] = some and _is_mostly_capitals(self.words[lo:hi])
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


def read_paragraphs(text: str, sentences: Sequence[Sentence]) -> list[Paragraph]:
    """The blocks of a text that have sentences, in order."""
    out: list[Paragraph] = []
    i = 0
    while i < len(sentences):
        block, j = sentences[i].block, i + 1
        while j < len(sentences) and sentences[j].block == block:
            j += 1
        own = sentences[i:j]
        out.append(Paragraph(text, read_words(text, own[0].start, own[-1].end), own))
        i = j
    return out


def _is_mostly_capitals(words: list[str]) -> bool:
    """Whether most of the long words begin with a capital; the first one does anyway."""
    opens = len(words[0]) > 3
    words = [w for w in words if len(w) > 3]
    capitals = sum([w[0].isupper() and w != w.lower() for w in words[opens:]]) + 1
    long = sum([w[0].isalpha() for w in words]) if capitals > 2 else 0
    return long > 2 and capitals > 0.8 * long


def _cut_sentences(p: Paragraph, lost: list[int]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for lo, hi in p.sentences:
        first = lo
        for i in lost:
            if lo < i < hi:
                out.append((first, i))
                first = i
        out.append((first, hi))
    return out


def _number(p: Paragraph, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Token ranges of the sentences; a sentence cut after "Ms." or before a small letter is made whole."""
    out: list[tuple[int, int]] = []
    i = 0
    for sentence in sentences:
        first, i = i, bisect_left(p.starts, sentence.end, i, len(p.words))
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


CAPITAL_COMMON = re.compile("[bzgevjrmp]")  # a word that the lexicon knows, with a capital
TO_PHRASE = re.compile("T(?=[DUOx])")  # "to" before what is no verb


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
