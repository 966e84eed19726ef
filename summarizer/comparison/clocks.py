"""Finds the times of day that a text tells, as stretches of minutes: "shortly before 5 a.m.", "half past three"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.words import read_words, split_entries, word_list, word_set, words_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

DAY = 24 * 60
_HALF = DAY // 2
_HOURS = tuple(word_list("numbers.cardinals.small")[1:13])  # one to twelve: the list begins with zero
_TO_THE_MINUTE, _TO_THE_HOUR = 4, 15  # how exactly a time is meant that is told so
_SOON, _ABOUT = 40, 30  # minutes that "shortly before" and "about" leave
# When the sun rises and sets, the whole year and most of the world over.
_NAMED = {"midnight": (0, 0), "noon": (_HALF, _HALF), "midday": (_HALF, _HALF)}
_DAWN, _DUSK = (210, 450), (990, 1290)
_NAMED |= dict.fromkeys(("dawn", "daybreak", "sunrise"), _DAWN) | dict.fromkeys(("dusk", "nightfall", "sunset"), _DUSK)
_WIDE = {"morning": (300, _HALF), "afternoon": (_HALF, 1080), "evening": (1020, 1380)}  # "in the afternoon"
_PARTS = {"morning": 0, "afternoon": _HALF, "evening": _HALF}
_HOW = "|".join(sorted(word_set("comparison.clocks.how"), key=len, reverse=True)).replace(" ", r"\s")
_CLOCK = re.compile(
    rf"""\b(?:(?P<how>{_HOW})\s)?(?:
      (?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b\.?
    | (?P<hour24>\d{{1,2}}):(?P<minute24>\d\d)(?!\d)
    | (?P<quarter>half|a?\s?quarter)\s(?P<way>past|to)\s(?P<of>{"|".join(_HOURS)})
        (?:\s(?:in\sthe|at)\s(?P<part2>morning|afternoon|evening|night))?
    | (?P<word>\d{{1,2}}|{"|".join(_HOURS)})(?:\so['’]clock)?\s(?:in\sthe|at)\s(?P<part>morning|afternoon|evening|night)
    | (?P<oclock>\d{{1,2}}|{"|".join(_HOURS)})\so['’]clock
    | (?P<named>{"|".join(_NAMED)})
    | in\sthe\s(?P<wide>{"|".join(_WIDE)})
    )(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
CALLED = "called"
_HELP_CALLED = words_pattern("comparison.called.words")
_CAME = words_pattern("comparison.arrived.words")
_WORD = re.compile(r"[a-z]+")
_HAPPENINGS: dict[str, str] = {
    word: kind for kind, words in read_words("comparison")["happenings"].items() for word in split_entries(words)
}
_BEGAN = re.compile(
    rf"\b(?P<what>it|{'|'.join(_HAPPENINGS)})(?:,?\s(?:which|that))?\s(?:had\s|has\s|first\s)?(?:{'|'.join(word_set('comparison.began.words'))})\b"
    r"(?!\sto\b)".replace(" ", r"\s")
)
_TIME_OF = re.compile(rf"\btime\sof\s(?:the\s|its\s)(?P<what>{'|'.join(_HAPPENINGS)})\b")
_OF_SEVERAL = re.compile(r"\b(?:second|third|another|other|later|again|new|last|next)\b")
# What every time has: most texts have none of these, and the pattern is tried at every word.
_SIGNS = (":", "a.m", "p.m", " past ", "quarter", "clock", *_PARTS, "night", *_NAMED)

_GLUED = re.compile(r"\d\s?[ap]m\b")


class Clock(NamedTuple):
    """A time of day at code points `start` to `end`: the first and the last minute after midnight that it can mean.

    Both may lie beyond one day. `either` says that it may as well be twelve hours later, `is_part_of_day` that it is
    all of a morning, an afternoon or an evening.
    """

    start: int
    end: int
    value: float
    low: float
    high: float
    either: bool
    is_part_of_day: bool = False


def find_clocks(text: str) -> Iterator[Clock]:
    """The times of day in a text, in order."""
    small = text.lower()
    if not any(sign in small for sign in _SIGNS) and _GLUED.search(small) is None:
        return
    for found in _CLOCK.finditer(text):
        told = _minutes(found)
        if told is None:
            continue
        first, last, margin, either = told
        low, high = _widened(" ".join((found["how"] or "").lower().split()), first, last, margin)
        yield Clock(found.start(), found.end(), (first + last) / 2, low, high, either, found["wide"] is not None)


def meet(one: tuple[float, float], two: tuple[float, float], *, either: bool) -> bool:
    """Whether two stretches of minutes have a minute of the day in common, with `either` one of the half day."""
    turn = _HALF if either else DAY
    return any(one[0] <= two[1] + turn * days and two[0] + turn * days <= one[1] for days in (-3, -2, -1, 0, 1, 2, 3))


def what_happened(clause: str, lead: str = "") -> str:
    """What happened at a time of day by its clause: who arrived to help, that help was called, or what began.

    "It began" is of what `lead`, the text before the clause, tells last; "" is for anything else.
    """
    clause = clause.lower()
    if begun := _begun(clause, lead.lower()):
        return f"{begun} began"
    if _CAME.search(clause) is None:
        return CALLED if _HELP_CALLED.search(clause) else ""
    words = frozenset(_WORD.findall(clause))
    return next((f"{key} arrived" for key in read_words("comparison")["helpers"] if words & _helpers(key)), "")


def _begun(clause: str, lead: str) -> str:
    """The kind of what a clause says began; "" where nothing did, or one of several such things."""
    found = _BEGAN.search(clause) or _TIME_OF.search(clause)
    if found is None or _OF_SEVERAL.search(clause):
        return ""
    if found["what"] in _HAPPENINGS:
        return _HAPPENINGS[found["what"]]
    return next((_HAPPENINGS[word] for word in reversed(_WORD.findall(lead)) if word in _HAPPENINGS), "")


@cache
def _helpers(key: str) -> frozenset[str]:
    return word_set(f"comparison.helpers.{key}")


def _minutes(found: re.Match[str]) -> tuple[float, float, int, bool] | None:
    """The first and last minute that a time is told by, how exactly, and whether its half of the day is open."""
    if found["wide"]:
        return *_WIDE[found["wide"].lower()], _TO_THE_HOUR, False
    if found["named"]:
        first, last = _NAMED[found["named"].lower()]
        return first, last, _TO_THE_HOUR if first == last else 0, False
    if found["hour24"]:
        hour, minute = int(found["hour24"]), int(found["minute24"])
        return _checked(hour, minute, _TO_THE_MINUTE, either=0 < hour <= 12)
    if found["hour"]:
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if not 0 < hour <= 12:
            return None
        margin = _TO_THE_MINUTE if found["minute"] else _TO_THE_HOUR
        return _checked(hour % 12 + (12 if found["half"].lower() == "p" else 0), minute, margin, either=False)
    if found["quarter"]:
        minute = 30 if found["quarter"].lower() == "half" else 15
        hour = _hour(found["of"]) * 60 + (minute if found["way"].lower() == "past" else -minute)
        return _in_part(hour, found["part2"], _TO_THE_HOUR)
    word = found["word"] or found["oclock"]
    return _in_part(_hour(word) * 60, found["part"], _TO_THE_HOUR) if 0 < _hour(word) <= 12 else None


def _checked(hour: int, minute: int, margin: int, *, either: bool) -> tuple[float, float, int, bool] | None:
    at = hour * 60 + minute
    return (at, at, margin, either) if hour < 24 and minute < 60 else None


def _hour(word: str) -> int:
    return int(word) if word.isdecimal() else _HOURS.index(word.lower()) + 1


def _in_part(minutes: int, part: str | None, margin: int) -> tuple[float, float, int, bool]:
    """A time on the dial in a part of the day, "nine in the evening"; without one either half is meant."""
    minutes %= _HALF
    if part is None:
        return minutes, minutes, margin, True
    if part.lower() == "night":  # "eleven at night" and "two at night"
        minutes += _HALF if minutes >= _HALF // 2 else 0
    else:
        minutes += _PARTS[part.lower()]
    return minutes, minutes, margin, False


def _widened(how: str, first: float, last: float, margin: int) -> tuple[float, float]:
    ways = {
        word: way for way, words in read_words("comparison")["clocks"]["ways"].items() for word in split_entries(words)
    }
    way = ways.get(how, "")
    if way == "soon_before":
        return first - _SOON, last
    if way == "soon_after":
        return first, last + _SOON
    if way == "before":
        return last - _HALF, last
    if way == "after":
        return first, first + _HALF
    room = _ABOUT if way == "about" else margin
    return first - room, last + room
