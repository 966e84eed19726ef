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
_WEEK = 6  # a day before the common one is taken for no later one


class Order:
    """Which of two articles, by their ids, is the later one: by the days of publication, else of the week."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        self._days = {name: read_date(one.published) for name, one in articles.items()}
        self._named = {name: _days_named(one.text) for name, one in articles.items()}

    def is_before(self, one: str, two: str) -> bool:
        """Whether the first article is surely the earlier one."""
        before, after = self._days[one], self._days[two]
        if before is not None and after is not None and before != after:
            return before < after
        return _is_earlier(self._named[one], self._named[two])


def update_test(order: Order) -> Callable[[Quantity, Quantity], bool]:
    """A test of whether the higher of two numbers updates the lower one.

    It does where its passage says that the number has changed, or where the number grows as more becomes known and its
    article is the later one.
    """

    def is_update(one: Quantity, two: Quantity) -> bool:
        low, high = sorted((one, two), key=lambda quantity: quantity.figure.value)
        first, second = low.passage.article, high.passage.article
        if first == second:
            return False
        if order.is_before(second, first):
            return False
        return (high.updates and not low.updates) or (high.grows and order.is_before(first, second))

    return is_update


def _days_named(text: str) -> frozenset[int]:
    """The days of the week that a text names as past or present, Monday as 0."""
    return frozenset(DAYS.index(found[1]) for found in _DAY.finditer(text))


def _is_earlier(one: frozenset[int], two: frozenset[int]) -> bool:
    """Whether of two articles that name one day, by all days that they name, only the second names a day after it."""
    common = one & two
    return bool(common) and any(
        max((day - base) % 7 for day in one) < max((day - base) % 7 for day in two if (day - base) % 7 < _WEEK)
        for base in common
        if max((day - base) % 7 for day in one) == 0
    )
