"""Whether one number is an update of another: by the days of their articles, and by words such as "rose to"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.comparison.days import DAYS, read_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from summarizer.comparison.quantities import Quantity
    from summarizer.contract.article import Article

_DAY = re.compile(rf"(?=[MTWFS])(?<!for\s)(?<!until\s)(?<!next\s)(?<!by\s)\b({'|'.join(DAYS)})\b")
_STILL = re.compile(r"\b(?:still|remain|remains)\b")
_TO_COME = re.compile(r"\b(?:will|would|shall|plans?|planned|scheduled|expected|due)\b[^.]*$")
_DATELINE = re.compile(rf"^[A-Z][A-Z.’' -]+[A-Z],\s(?:[\w.]+,\s)?({'|'.join(DAYS)})\b", re.MULTILINE)
_HEAD = 500  # characters at the beginning of an article, in which its dateline stands
_SOON = 3  # days after one article within which another of its event is written
_WEEK = 6  # a day before the common one is taken for no later one


class Order:
    """Which of two articles, by their ids, is the later one: by the days of publication, else of the week."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._days = {name: read_date(one.published) for name, one in articles.items()}
        self._named = {name: _days_named(one.text) for name, one in articles.items()}
        self._written = {name: _day_written(one.text) for name, one in articles.items()}

    def is_before(self, one: str, two: str) -> bool:
        """Whether the first article is surely the earlier one."""
        before, after = self._days[one], self._days[two]
        if before is not None and after is not None and before != after:
            return before < after
        first, second = self._written[one], self._written[two]
        if first is None and second is not None:
            return _is_days_before(self._named[one], second)
        if first is not None:
            later = self._named[two] if second is None else {second}
            return any(0 < (day - first) % 7 <= _SOON for day in later)
        return _is_earlier(self._named[one], self._named[two])


def update_test(order: Order) -> Callable[[Quantity, Quantity], bool]:
    """A test of whether one of two numbers updates the other.

    The higher one does where its passage says that the number has changed, or where the number grows as more becomes
    known and its article is the later one; the lower one where the number falls as those whom it counts are found.
    """

    def is_update(one: Quantity, two: Quantity) -> bool:
        low, high = sorted((one, two), key=lambda quantity: quantity.figure.value)
        first, second = low.passage.article, high.passage.article
        if low.shrinks and _STILL.search(low.passage.text):
            return not order.is_before(first, second)
        if first == second:
            return False
        if order.is_before(second, first):
            return low.shrinks and high.shrinks
        return (high.updates and not low.updates) or (high.grows and order.is_before(first, second))

    return is_update


def _days_named(text: str) -> frozenset[int]:
    """The days of the week that a text names as past or present, Monday as 0."""
    return frozenset(
        DAYS.index(found[1])
        for found in _DAY.finditer(text)
        if _TO_COME.search(text, max(0, found.start() - 60), found.start()) is None
    )


def _day_written(text: str) -> int | None:
    """The day of the week in a text's dateline, "PORT POE, Monday (Poe Wire)"; None without one."""
    found = _DATELINE.search(text, 0, _HEAD)
    return DAYS.index(found[1]) if found else None


def _is_days_before(days: frozenset[int], written: int) -> bool:
    """Whether an article that names these days, and no day of writing, is older than one written on a day."""
    return bool(days) and all(0 < (written - day) % 7 <= _SOON for day in days)


def _is_earlier(one: frozenset[int], two: frozenset[int]) -> bool:
    """Whether of two articles that name one day, by all days that they name, the second goes on to a later day.

    The first names no more than the day after the common one: an event is told of on its day and on the next. Nothing
    is said where the days lie as well in another order: Monday and Thursday are rather of one week than Thursday and
    the Monday after it.
    """
    common = one & two
    first = _first_of(one | two) if common else None
    if first is None or max((day - first) % 7 for day in one) >= max((day - first) % 7 for day in two):
        return False
    return any(
        max((day - base) % 7 for day in one) < max((day - base) % 7 for day in two if (day - base) % 7 < _WEEK)
        for base in common
        if max((day - base) % 7 for day in one) <= 1
    )


def _first_of(days: frozenset[int]) -> int | None:
    """The first of some days of the week, if they lie as close together as they can; None where two orders do so."""
    ends = {day: max((other - day) % 7 for other in days) for day in days}
    least = min(ends.values(), default=0)
    found = [day for day, length in ends.items() if length == least]
    return found[0] if len(found) == 1 else None
