"""Splits a paragraph into tagged tokens, with its sentences and the regions between its quotation marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.layout import Sentence

TOKEN = re.compile(
    r"\d+(?:[.,]\d+)+(?:\w+)?|\w+(?:['’&.@/-]\w+)*(?:['’](?=s?\b)s?)?|(?<=[\w.,?!])'(?='')|''|``|[^\w\s]"
)
MARKS = frozenset({'"', "“", "”", "„", "«", "»", "''", "``"})
OPENERS = frozenset({"“", "„", "«", "``"})
CLOSERS = frozenset({"”", "»", "''"})
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
        spans = [m.span() for m in TOKEN.finditer(text, first, last)]
        self.start = [s for s, _ in spans]
        self.end = [e for _, e in spans]
        self.words = [text[s:e] for s, e in spans]
        self.low = [w.lower() for w in self.words]
        self.tag: list[str] = []
        self.sentences = _number(self, sentences)
        self.quotes: list[tuple[int, int]] = []
        self.region: list[int] = []
        self.headlines: set[int] = set()

    def prepare(self) -> None:
        """Tag the tokens and pair the quotation marks."""
        self.tag = [_tag(low, word) for low, word in zip(self.low, self.words, strict=True)]
        for lo, hi in self.sentences:
            self._name_capitals(lo, hi)
        for i, low in enumerate(self.low[:-1]):
            if low == "to" and (
                self.tag[i + 1] in "DUO" or (self.tag[i + 1] == "X" and self.words[i + 1][0].isupper())
            ):
                self.tag[i] = "P"
        self.quotes = pair_quotes(self)
        self.region = [-1] * len(self.low)
        for n, (a, b) in enumerate(self.quotes):
            for i in range(a, b):
                self.region[i] = n

    def _name_capitals(self, lo: int, hi: int) -> None:
        """Tag as names the words that a capital inside a sentence makes names of: the Post, Will Young."""
        words, tag = self.words, self.tag
        capitals = [i for i in range(lo + 1, hi) if words[i][0].isupper()]
        long = sum(len(w) > 3 and w[0].isalpha() for w in words[lo:hi])
        if long > 2 and sum(len(words[i]) > 3 for i in capitals) + 1 > 0.8 * long:
            self.headlines.add(lo)
            return
        for i in capitals:
            if tag[i] in "BZGEVJR" and tag[i - 1] != "Q":
                tag[i] = "X"

    def quote_at(self, i: int) -> tuple[int, int] | None:
        """The quote in which token i stands."""
        n = self.region[i] if 0 <= i < len(self.region) else -1
        return self.quotes[n] if n >= 0 else None


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
            out[-1] = (out[-1][0], i)
        else:
            out.append((first, i))
    return out


def _is_cut(p: Paragraph, i: int) -> bool:
    if p.words[i][0].islower():
        return True
    if p.low[i - 1] != "." or i < 2:
        return False
    before = p.words[i - 2]
    return before.lower() in TITLES or (len(before) == 1 and before.isupper() and before != "I")


def _tag(low: str, word: str) -> str:
    tags = load_lexicon().tags
    tag = tags.get(low)
    if tag is not None:
        return "X" if word in {"US", "IT", "WHO", "May", "March"} else tag
    first = low[0]
    if first.isalpha():
        if low.endswith("ly") and len(low) > 4 and word == low:
            return "R"
        if low.endswith("ed") and len(low) > 4 and word == low:
            return "E"
        if low.endswith("ing") and len(low) > 5 and word == low:
            return "G"
        return "X"
    if first.isdigit():
        return "U"
    return PUNCTUATION.get(low, "." if low == "." else "'")


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
                begun = next((a for a, _ in p.sentences if out and out[-1][1] <= a < i), None)
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


def _unclosed_end(p: Paragraph, opened: int) -> int:
    for a, b in p.sentences:
        if a <= opened < b:
            return len(p.low) if opened == a else b
    return len(p.low)
