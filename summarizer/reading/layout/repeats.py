"""Finds paragraphs that an article prints a second time."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.reading.layout.paragraphs import Paragraph

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


def find_repeats(text: str, paragraphs: Sequence[Paragraph]) -> list[int]:
    """The indices of those of a text's paragraphs that say nothing but what an earlier one of them said.

    Such a paragraph has the same words, is a fragment, or a reprint with small words changed. A changed figure, name,
    verb or negation makes a paragraph of its own. One of under four words is no repeat.
    """
    repeats: list[int] = []
    seen: list[Paragraph] = []
    by_edge: dict[str, Paragraph] = {}
    shared = _edges_that_may_be_shared(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        own = paragraph.text
        if len(own) < _EDGE and _is_too_short(own):
            continue
        # Most paragraphs share no end with another: only those that do are compared in full.
        edges = _edges(own) if index in shared else ()
        if (edges and _is_reprint(own, edges, by_edge)) or _is_fragment(text, paragraph, seen):
            repeats.append(index)
            continue
        for edge in edges:
            by_edge[edge] = paragraph
        seen.append(paragraph)
    return repeats


def _is_too_short(text: str) -> bool:
    return len(text) < 12 or (text.isascii() and len(_WORD.findall(text)) < 4)


def _edges(text: str) -> tuple[str, str]:
    return "<" + _letters(text[:_EDGE]), ">" + _letters(text[-_EDGE:])


def _edges_that_may_be_shared(paragraphs: Sequence[Paragraph]) -> set[int]:
    """The indices of the paragraphs that have the same count of some letters at an end as another one has."""
    starts = _sketches([paragraph.text[:_EDGE].casefold() for paragraph in paragraphs])
    ends = _sketches([paragraph.text[-_EDGE:].casefold() for paragraph in paragraphs])
    times_start, times_end = Counter(starts), Counter(ends)
    return {
        index
        for index, (start, end) in enumerate(zip(starts, ends, strict=True))
        if times_start[start] > 1 or times_end[end] > 1
    }


def _sketches(edges: list[str]) -> list[tuple[int, int, int, int]]:
    """What is the same for two edges of the same letters, and costs less than putting those together."""
    return [(edge.count("e"), edge.count("t"), edge.count("a"), edge.count("n")) for edge in edges]


def _is_reprint(text: str, edges: tuple[str, str], by_edge: Mapping[str, Paragraph]) -> bool:
    return any(edge in by_edge and _says_the_same(by_edge[edge].text, text) for edge in edges)


def _is_fragment(text: str, paragraph: Paragraph, seen: Sequence[Paragraph]) -> bool:
    """Whether the paragraph is cut out of one before it, as the quotations that a page shows in large type are."""
    own, start = paragraph.text, paragraph.start
    middle = len(own) // 2
    probe = own[middle - 10 : middle + 10]
    earliest = max(0, start - _NEAR)
    if text.find(probe, earliest, start) < 0:
        return False
    words = f" {' '.join(_words(own))} "
    if words.count(" ") < 9:
        return False
    near = takewhile(lambda earlier: earlier.start >= earliest, reversed(seen))
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
