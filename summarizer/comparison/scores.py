"""Reads the result of a vote, "24 to 23", as one number: the greater, and the other one behind it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.text.words import words_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.text.figures import FigureSpan

VOTES = "votes"
_BETWEEN = re.compile(r"(?:\s(?:votes?|members|deputies|senators))?(?:\s?[-–—]\s?|\s(?:to|against)\s)")
_VOTE = words_pattern("comparison.voted.words")
_MOST = 1000  # voters in a chamber, all but a few


def with_scores(text: str, start: int, figures: Sequence[FigureSpan]) -> tuple[list[FigureSpan], set[int]]:
    """The figures of a text that begins at `start`, with one for the two of each result of a vote, and where these are.

    52 to 47 becomes 52.047, so that equal results are equal and 52 votes are its whole part.
    """
    if len(figures) < 2 or _VOTE.search(text.lower()) is None:
        return list(figures), set()
    scores: dict[int, FigureSpan] = {}
    for one, two in pairwise(figures):
        between = text[one.at[1] - start : two.at[0] - start]
        if one.start - 1 in scores or not _BETWEEN.fullmatch(between) or not _are_votes(one, two):
            continue
        first, second = max(one.value, two.value), min(one.value, two.value)
        value = first + second / _MOST
        scores[one.start] = one._replace(value=value, unit=VOTES, end=two.end, at=(one.at[0], two.at[1]))
    if not scores:
        return list(figures), set()
    taken = [(score.start, score.end) for score in scores.values()]
    rest = [one for one in figures if not any(first <= one.start < last for first, last in taken)]
    return sorted([*rest, *scores.values()], key=lambda one: one.start), set(scores)


def _are_votes(one: FigureSpan, two: FigureSpan) -> bool:
    values = (one.value, two.value)
    return all(value == int(value) and 0 <= value < _MOST for value in values)
