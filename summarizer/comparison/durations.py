"""Finds how long something is said to have lasted: "for three days", "almost an hour", "within two weeks"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.comparison.terms import terms_of
from summarizer.text.figures import FigureSpan
from summarizer.text.words import words_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.report import Qualifier

LASTING = "lasting"
_MINUTES = {"minutes": 1, "hours": 60, "days": 1440, "weeks": 10080, "months": 43800, "years": 525600}
_UNIT_WORDS = tuple(unit.removesuffix("s") for unit in _MINUTES)  # most texts have none of them
# How many minutes each unit has, by the term of its noun.
UNITS = {terms_of(unit)[0].key: minutes for unit, minutes in _MINUTES.items()}
_ONE = re.compile(  # the text's figures leave out "an hour" and the only day that something lasted
    r"\b(?:(?P<about>about|around|nearly|almost|roughly)\s|(?P<more_than>(?:just\s)?over|more\sthan)\s|(?P<at_least>at\sleast)\s"
    r"|(?P<less_than>(?:just\s)?under|less\sthan)\s)?(?P<exactly>an?|one)\s(?P<unit>minute|hour|day|week|month|year)\b(?!\s(?:ago|later|before|old))"
)
_WAYS: tuple[Qualifier, ...] = ("about", "more_than", "at_least", "less_than", "exactly")  # groups of the pattern
_LASTED = words_pattern("comparison.lasting.words")
_PAST = re.compile(r"\s?(?:\w+\s)?(?:ago|later|before|earlier|old)\b|-old\b")


def with_durations(text: str, start: int, figures: Sequence[FigureSpan]) -> list[FigureSpan]:
    """The figures of a text that begins at `start`, and each one minute, hour or day that something lasted."""
    found = list(figures)
    if not any(unit in text for unit in _UNIT_WORDS):
        return found
    for one in _ONE.finditer(text):
        begin, end = one.start() + start, one.end() + start
        if all(other.end <= begin or other.start >= end for other in figures) and _has_lasted(text, one.start()):
            way = next(way for way in _WAYS if one[way])
            at = (one.start("exactly") + start, one.end("exactly") + start)
            found.append(FigureSpan(1.0, way, f"{one['unit']}s", begin, end, at))
    return sorted(found, key=lambda each: each.start)


def is_duration(text: str, start: int, figure: FigureSpan) -> bool:
    """Whether a figure says how long something lasted; "three years ago" and "a delay of two hours" do not."""
    unit = terms_of(figure.unit or "")
    if not unit or unit[-1].key not in UNITS or _PAST.match(text, figure.end - start):
        return False
    return _has_lasted(text, figure.start - start)


def _has_lasted(text: str, at: int) -> bool:
    """Whether the word before a place in a text says that something went on: "for", "lasted", "waited"."""
    before = text[max(0, at - 24) : at].lower()
    return any(before[one.end() :].strip() == "" for one in _LASTED.finditer(before))
