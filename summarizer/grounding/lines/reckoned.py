"""Figures that a writer has from the article in another form: "by half" for "halved", "three times" of two sums."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.grounding.checks.counted import is_listed, is_span
from summarizer.text.figures import find_figures

if TYPE_CHECKING:
    from collections.abc import Iterable

from summarizer.text.figures import FigureSpan

_IN_WORDS = (  # "by half" is "halved", and "a hundred years" are a century
    (0.5, re.compile(r"\b[Hh]alv(?:e|es|ed|ing)\b")),
    (2, re.compile(r"\b[Dd]oubl(?:e|es|ed|ing)\b")),
    (3, re.compile(r"\b[Tt](?:ripl|rebl)(?:e|es|ed|ing)\b")),
    (100, re.compile(r"\b[Cc]entur(?:y|ies)\b")),
    (10, re.compile(r"\b[Dd]ecades?\b")),
    (14, re.compile(r"\b[Ff]ortnights?\b")),
    (12, re.compile(r"\b[Dd]ozens?\b")),
)
_IN_MEASURES = (
    ("months", 12, re.compile(r"\ba year\b")),
    ("hours", 24, re.compile(r"\ba day\b")),
    ("weeks", 2, re.compile(r"\bfortnight\b")),
)
_IN = re.compile(r" (?:in|out of)(?: every)? ")
_NEARLY_TIMES = 0.1  # by which a ratio may be rounded


def is_reckoned(text: str, figure: FigureSpan, values: Iterable[float]) -> bool:
    """Whether an article's text has a figure in another form, or the values of a few sentences make it."""
    if any(value == figure.value and pattern.search(text) for value, pattern in _IN_WORDS):
        return True
    if any((unit, value) == (figure.unit, figure.value) and one.search(text) for unit, value, one in _IN_MEASURES):
        return True
    if figure.value < 1 and _is_one_in(text, figure.value):
        return True
    if is_span(text, figure) or is_listed(text, figure):
        return True
    return figure.unit == "times" and _is_ratio(figure.value, values)


def reckoned_numbers(text: str, clause: str) -> frozenset[str]:
    """The numbers of a clause, in its words, that an article's text has in another form."""
    found = (one for one in find_figures(clause) if is_reckoned(text, one, ()))
    return frozenset(clause[slice(*one.at)] for one in found)


def _is_one_in(text: str, value: float) -> bool:
    """Whether a text has a fraction as so many "in" or "out of" others: "two in three"."""
    return any(
        _IN.fullmatch(text[one.at[1] : other.at[0]]) is not None
        and other.value > 0
        and abs(one.value / other.value - value) < _NEARLY_TIMES / 2
        for one, other in pairwise(find_figures(text))
    )


def _is_ratio(value: float, values: Iterable[float]) -> bool:
    """Whether one of some values is so many times another one."""
    known = {one for one in values if one > 0}
    return value > 0 and any(abs(one / (other * value) - 1) <= _NEARLY_TIMES for one in known for other in known)
