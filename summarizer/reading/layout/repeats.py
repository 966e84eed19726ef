"""Finds the paragraphs that a page prints a second time: reprints and fragments."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.reading.layout.paragraphs import Paragraph

_WORD = re.compile(r"\w+")
_EDGE = 40  # characters at either end by which a paragraph is looked up
_NEAR = 20_000  # characters looked back for fragments, so that a long text takes linear time
_MOST_CANDIDATES = 5  # in tables and lists every paragraph looks like every other
_MINOR = word_set("layout.repeats.minor")


def find_repeats(paragraphs: Sequence[Paragraph]) -> list[int]:
    """The indices of those paragraphs that say nothing but what an earlier one of them said.

    Such a paragraph has the same words, is a fragment, or a reprint with small words changed. A changed figure, name,
    verb or negation makes it say something of its own. A paragraph of under four words is not a repeat.
    """
    repeats: list[int] = []
    seen: list[Paragraph] = []
    by_edge: dict[str, Paragraph] = {}
    recent = ""
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if _is_too_short(text):
            continue
        edges = _edges(text)
        if _is_reprint(text, edges, by_edge) or _is_fragment(paragraph, seen, recent):
            repeats.append(index)
            continue
        by_edge |= dict.fromkeys(edges, paragraph)
        seen.append(paragraph)
        recent = f"{recent}\n{text}"[-_NEAR:]
    return repeats


def _is_too_short(text: str) -> bool:
    return len(text) < 12 or (len(text) < _EDGE and text.isascii() and len(_WORD.findall(text)) < 4)


def _edges(text: str) -> tuple[str, str]:
    return "<" + _letters(text[:_EDGE]), ">" + _letters(text[-_EDGE:])


def _is_reprint(text: str, edges: tuple[str, str], by_edge: Mapping[str, Paragraph]) -> bool:
    return any(edge in by_edge and _says_the_same(by_edge[edge].text, text) for edge in edges)


def _is_fragment(paragraph: Paragraph, seen: Sequence[Paragraph], recent: str) -> bool:
    """Whether the paragraph is cut out of one before it, as the quotations that a page shows in large type are.

    `recent` is the text of the nearest of those that were seen.
    """
    middle = len(paragraph.text) // 2
    probe = paragraph.text[middle - 10 : middle + 10]
    if probe not in recent:
        return False
    words = f" {' '.join(_words(paragraph.text))} "
    if words.count(" ") < 9:
        return False
    near = takewhile(lambda earlier: paragraph.start - earlier.start <= _NEAR, reversed(seen))
    candidates = islice((earlier for earlier in near if probe in earlier.text), _MOST_CANDIDATES)
    return any(words in f" {' '.join(_words(earlier.text))} " for earlier in candidates)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


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
    return len(changed) <= max(2, len(after) * 6 // 100) and _MINOR.issuperset(changed)
