"""On which day something was, as a passage tells it: "on 27 June 2031", "on Monday" of an article with a date."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?"
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})")
_DATES = (
    re.compile(rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<year>\d{{4}}))?"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}(?:,?\s(?P<year>\d{{4}}))?"),
)
_WEEKDAY = re.compile(rf"(?=[MTWFS])(?<!next\s)(?<!until\s)(?<!by\s)(?<!for\s)\b(?P<day>{'|'.join(DAYS)})\b")


def read_date(text: str | None) -> date | None:
    """The first ISO date in a text; None where it holds none."""
    found = _ISO.search(text or "")
    return None if found is None else _date(int(found[1]), int(found[2]), int(found[3]))


def days_told(text: str, published: date | None) -> set[date]:
    """The days that a passage names; those without a year, and days of the week, are the last before publication."""
    found = {day for pattern in _DATES for one in pattern.finditer(text) if (day := _day(one, published)) is not None}
    if published is not None:
        for one in _WEEKDAY.finditer(text):
            back = (published.weekday() - DAYS.index(one["day"])) % 7
            found.add(published - timedelta(days=back))
    return found


def day_of(passages: Iterable[tuple[str, date | None]]) -> str | None:
    """The one day that passages name, given with their articles' days; None where they name none or several."""
    days = {day for text, published in passages for day in days_told(text, published)}
    return days.pop().isoformat() if len(days) == 1 else None


def _day(found: re.Match[str], published: date | None) -> date | None:
    month = _MONTHS.index(found["month"][:3].lower()) + 1
    if found["year"]:
        return _date(int(found["year"]), month, int(found["day"]))
    if published is None:
        return None
    day = _date(published.year, month, int(found["day"]))
    return day if day is None or day <= published else _date(published.year - 1, month, int(found["day"]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
