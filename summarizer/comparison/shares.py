"""Reads shares as percentages, however they are told: "two-thirds of", "a third of", "four in ten"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.text.figures import FigureSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.report import Qualifier


PERCENT = "percent"
_PARTS = {"third": 100 / 3, "fifth": 20.0, "tenth": 10.0}
# What the text's figures leave out, as "a third" is mostly the third of several.
_PART_OF = re.compile(
    r"\b(?:(?P<about>about|around|nearly|almost|roughly)\s|(?P<more_than>(?:just\s)?over|more\sthan|at\sleast)\s"
    r"|(?P<less_than>(?:just\s)?under|less\sthan|fewer\sthan)\s)?(?P<exactly>an?\s)(?P<part>third|fifth|tenth)(?=\sof\s)",
    re.IGNORECASE,
)
_WAYS: tuple[Qualifier, ...] = ("about", "more_than", "less_than", "exactly")  # groups of the pattern
_OUT_OF = re.compile(r"\s(?:in|out\sof(?:\severy)?)\s")
_OF = re.compile(r"\s?of\s")
_MOST = 10  # "four in ten", but "nine in 200" is a count


def with_shares(text: str, start: int, figures: Sequence[FigureSpan]) -> list[FigureSpan]:
    """The figures of a text that begins at `start`, those that are shares as percentages."""
    found = [_as_percent(one, text, start) for one in figures]
    for one, two in pairwise(figures):
        between = text[one.at[1] - start : two.at[0] - start]
        if _OUT_OF.fullmatch(between) and 0 < one.value < two.value <= _MOST:
            share = one._replace(
                value=100 * one.value / two.value, unit=PERCENT, end=two.end, at=(one.at[0], two.at[1])
            )
            found = [share if each.start == one.start else each for each in found if each.start != two.start]
    if not any(part in text for part in _PARTS):
        return found
    for part in _PART_OF.finditer(text):
        begin, end = part.start() + start, part.end() + start
        if all(one.end <= begin or one.start >= end for one in figures):
            way = next((way for way in _WAYS if part[way]), _WAYS[-1])
            found.append(FigureSpan(_PARTS[part["part"].lower()], way, PERCENT, begin, end, (begin, end)))
    return sorted(found, key=lambda one: one.start)


def _as_percent(one: FigureSpan, text: str, start: int) -> FigureSpan:
    """A fraction of some things as a percentage; "half a million" and "an hour and a half" are none."""
    if not 0 < one.value < 1 or not (one.unit or _OF.match(text, one.at[1] - start)):
        return one
    return one._replace(value=100 * one.value, unit=PERCENT)
