"""Figures that a reader counts for himself: the years between two years, and the names of a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.text.figures import FigureSpan

_YEARS = frozenset({"year", "years"})
_PERIODS = _YEARS | frozenset(
    {"day", "days", "week", "weeks", "month", "months", "hour", "hours", "minutes", "percent"}
)
_FROM_TO = re.compile(r"\b((?:1[5-9]|20)\d\d)(?:\W{1,3}|,? (?:to|until|till|and|through) )((?:1[5-9]|20)\d\d)\b")
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,2}"
_LIST = re.compile(rf"{_NAME}(?:, {_NAME})+,? and {_NAME}")
_LISTED = re.compile(r",? and |, ")


def is_span(text: str, figure: FigureSpan) -> bool:
    """Whether so many years lie between two years that a text sets side by side: "from 1985 to 1991"."""
    if figure.unit not in _YEARS:
        return False
    return any(int(found[2]) - int(found[1]) == figure.value for found in _FROM_TO.finditer(text))


def is_listed(text: str, figure: FigureSpan) -> bool:
    """Whether a text lists so many names: "in Orsk, Varn, Kell and Marn" are four."""
    if figure.unit in _PERIODS:
        return False
    return any(len(_LISTED.split(found[0])) == figure.value for found in _LIST.finditer(text))
