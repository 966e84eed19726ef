"""Whether a source has changed its account: what it says in one article and what it says in a later one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.comparison.updates import update_test

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.quantities import Quantity
    from summarizer.comparison.sources import SourceBook
    from summarizer.comparison.updates import Order


_NOBODY_YET = re.compile(
    r"\b(?:nobody|no\sone|no\s\w+|none)\b[^.;]{0,40}\b(?:killed|died|dead|missing)\b",
    re.IGNORECASE,
)


class Accounts:
    """Who says what of a fact, and when."""

    def __init__(self, book: SourceBook, order: Order) -> None:
        self._book = book
        self._order = order
        self.is_update = update_test(order)

    def source_of_both(self, one: Passage, two: Passage) -> str:
        """The name of the source that says both in different articles, "" where they are two or one article's."""
        number = self._book.number_of(one)
        if number is None or number != self._book.number_of(two) or one.article == two.article:
            return ""
        return self._book.sources[number].name

    def may_be_update(self, one: Quantity, two: Quantity) -> bool:
        """Whether nothing forbids that the higher of two numbers is the later one: neither article nor day."""
        first, second = sorted((one, two), key=lambda quantity: quantity.figure.value)
        return first.passage.article != second.passage.article and not self._order.is_before(
            second.passage.article, first.passage.article
        )

    def is_overtaken(self, one: Passage, two: Passage) -> bool:
        """Whether the earlier of two articles says that nobody was killed, and the later one tells of some."""
        return any(
            _NOBODY_YET.search(here.text) is not None and self._order.is_before(here.article, there.article)
            for here, there in ((one, two), (two, one))
        )

    def in_order(self, one: Quantity, two: Quantity) -> tuple[Quantity, Quantity] | None:
        """Two quantities of different articles, the earlier first; None where that cannot be told."""
        if self._order.is_before(one.passage.article, two.passage.article):
            return one, two
        return (two, one) if self._order.is_before(two.passage.article, one.passage.article) else None

    def on_both_sides(self, sides: Sequence[Sequence[Passage]]) -> list[str]:
        """The sources that stand on more than one side, by name."""
        found = [{number for one in side if (number := self._book.number_of(one)) is not None} for side in sides]
        both = {number for side in found for number in side if sum(number in other for other in found) > 1}
        return sorted(self._book.sources[number].name for number in both)
