"""Where words stand in a text, letter for letter, and what stretches of a text have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    _Span = tuple[int, int]


def find_all(text: str, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Every offset from `start` on at which words stand before `end`; one occurrence may overlap the next."""
    at = text.find(words, start, end)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, end)


def find_whole(text: str, words: str) -> Iterator[int]:
    """Every offset at which words stand letter for letter, with neither letter nor digit right before or behind."""
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not ((at and text[at - 1].isalnum()) or text[end : end + 1].isalnum()):
            yield at
        at = text.find(words, at + 1)


def holds_whole(text: str, words: str) -> bool:
    """Whether a text holds words letter for letter, with neither a letter nor a digit right before or behind them."""
    return next(find_whole(text, words), None) is not None


def merge_spans(spans: Iterable[_Span]) -> list[_Span]:
    """The stretches that spans, given in order, cover; those that overlap or touch become one."""
    merged: list[_Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def shared_length(spans: Sequence[_Span], others: Sequence[_Span]) -> int:
    """How many code points lie in two lists of spans; the spans of each list do not overlap."""
    return sum(max(0, min(end, last) - max(start, first)) for start, end in spans for first, last in others)
