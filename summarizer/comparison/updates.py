"""Whether one number is an update of another: by the days of their articles, and by words such as "rose to"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from summarizer.comparison.quantities import Quantity
    from summarizer.contract.article import Article

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

    It does where the number grows as more becomes known, and its article is the later one or says that it has changed.
    """
    days = {name: published_on(one) for name, one in articles.items()}

    def is_update(one: Quantity, two: Quantity) -> bool:
        low, high = sorted((one, two), key=lambda quantity: quantity.figure.value)
        if not high.grows or low.passage.article == high.passage.article:
            return False
        before, after = days[low.passage.article], days[high.passage.article]
        if before is not None and after is not None and before != after:
            return before < after
        return high.updates and not low.updates

    return is_update
