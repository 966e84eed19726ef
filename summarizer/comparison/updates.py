"""Whether one number is an update of another: by the days of their articles, and by words such as "rose to"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from summarizer.comparison.quantities import Quantity
    from summarizer.contract.article import Article

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = re.compile(rf"(?<!for\s)(?<!until\s)(?<!next\s)(?<!by\s)\b({'|'.join(_DAYS)})\b")
_WEEK = 6  # a day before the common one is taken for no later one
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})")


def published_on(article: Article) -> date | None:
    """The day on which an article was published, where its `published` holds an ISO date."""
    found = _ISO.search(article.published or "")
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def update_test(articles: Mapping[str, Article]) -> Callable[[Quantity, Quantity], bool]:
    """A test of whether the higher of two numbers updates the lower one, of articles by their ids.

    It does where its passage says that the number has changed, or where the number grows as more becomes known and its
    article is the later one: by the days of publication, else by the days of the week that both articles name.
    """
    days = {name: published_on(one) for name, one in articles.items()}
    named = {name: _days_named(one.text) for name, one in articles.items()}

    def is_update(one: Quantity, two: Quantity) -> bool:
        low, high = sorted((one, two), key=lambda quantity: quantity.figure.value)
        first, second = low.passage.article, high.passage.article
        if first == second:
            return False
        before, after = days[first], days[second]
        if before is not None and after is not None and before != after:
            return before < after and (high.grows or high.updates)
        if high.updates and not low.updates:
            return True
        return high.grows and _is_earlier(named[first], named[second])

    return is_update


def _days_named(text: str) -> frozenset[int]:
    """The days of the week that a text names as past or present, Monday as 0."""
    return frozenset(_DAYS.index(found[1]) for found in _DAY.finditer(text))


def _is_earlier(one: frozenset[int], two: frozenset[int]) -> bool:
    """Whether of two articles that name one day, by all days that they name, only the second names a day after it."""
    common = one & two
    return bool(common) and any(
        max((day - base) % 7 for day in one) < max((day - base) % 7 for day in two if (day - base) % 7 < _WEEK)
        for base in common
        if max((day - base) % 7 for day in one) == 0
    )
