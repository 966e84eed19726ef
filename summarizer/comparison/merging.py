"""Joins things that are one, however many steps apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

Item = TypeVar("Item", bound="Hashable")


class Merging(Generic[Item]):
    """Sets of things that were joined in pairs; each set goes by the least of its things."""

    def __init__(self) -> None:
        self._parent: dict[Item, Item] = {}

    def find(self, item: Item) -> Item:
        """The thing by which the set of an item goes; itself where nothing was joined with it."""
        root = item
        while (above := self._parent.get(root, root)) != root:
            root = above
        while item != root:
            self._parent[item], item = root, self._parent.get(item, root)
        return root

    def join(self, one: Item, two: Item) -> None:
        """Make one set of the sets of two items."""
        low, high = sorted((self.find(one), self.find(two)))  # type: ignore[type-var]  # items of one kind are ordered
        if low != high:
            self._parent[high] = low

    def join_with_only(self, item: Item, others: Iterable[Item]) -> None:
        """Make one set of an item's and that of some others, if these are of one set; else nothing is joined."""
        sets = {self.find(other) for other in others}
        if len(sets) == 1:
            self.join(item, sets.pop())
