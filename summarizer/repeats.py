"""Finds paragraphs that an article prints a second time."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.paragraphs import Paragraph

_WORD = re.compile(r"\w+")
_EDGE = 40  # characters at either end by which a paragraph is looked up
_NEAR = 20_000  # characters looked back for fragments, so that a long text takes linear time
_MOST_CANDIDATES = 5  # in tables and lists every paragraph looks like every other
# A reprint may differ in these: any other word can turn what the paragraph says.
_MINOR = frozenset(
    re.findall(
        r"\w+",
        """a an the of in on at to by for from with as and that this its his her their has have had was were is are be
        been also""",
    )
)


class Repeats:
    """The paragraphs of one text seen so far; answers whether the next one says nothing but what one of them said."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._by_edge: dict[str, Paragraph] = {}
        self._seen: list[Paragraph] = []

    def is_repeat(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph was there before: the same words, a fragment, or a reprint with small words changed.

        A changed figure, name, verb or negation makes a paragraph of its own. One of under four words is none.
        """
        text = paragraph.text
        if len(text) < 12 or (len(text) < 40 and text.isascii() and len(_WORD.findall(text)) < 4):
            return False
        # Most paragraphs share no end with another: only those that do are compared in full.
        edges = ("<" + _letters(text[:_EDGE]), ">" + _letters(text[-_EDGE:]))
        if any(edge in self._by_edge and _says_the_same(self._by_edge[edge].text, text) for edge in edges):
            return True
        if self._is_fragment(paragraph):
            return True
        for edge in edges:
            self._by_edge[edge] = paragraph
        self._seen.append(paragraph)
        return False

    def _is_fragment(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph is cut out of one before it, as the quotations that a page shows in large type are."""
        middle = len(paragraph.text) // 2
        probe = paragraph.text[middle - 10 : middle + 10]
        earliest = max(0, paragraph.start - _NEAR)
        if self._text.find(probe, earliest, paragraph.start) < 0:
            return False
        words = f" {' '.join(_words(paragraph.text))} "
        if words.count(" ") < 9:
            return False
        near = takewhile(lambda earlier: earlier.start >= earliest, reversed(self._seen))
        candidates = islice((earlier for earlier in near if probe in earlier.text), _MOST_CANDIDATES)
        return any(words in f" {' '.join(_words(earlier.text))} " for earlier in candidates)


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text)).casefold()


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _says_the_same(earlier: str, text: str) -> bool:
    if abs(len(earlier) - len(text)) > 40 + len(text) // 20:
        return False
    before, after = _words(earlier), _words(text)
    if before == after:
        return True
    if len(after) < 20:
        return False
    changed = list(((Counter(before) - Counter(after)) + (Counter(after) - Counter(before))).elements())
    return len(changed) <= max(2, len(after) * 6 // 100) and all(word in _MINOR for word in changed)
