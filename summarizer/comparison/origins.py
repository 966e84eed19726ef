"""Who really knows: the origins behind passages. A relay is none, and one source in many outlets is one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.sources import SourceBook
    from summarizer.contract.comparison import OriginKind


class Origin(NamedTuple):
    """An origin: a source by its number, or what one article says itself."""

    kind: OriginKind
    source: int | None
    articles: tuple[str, ...]


class OriginBook:
    """The origins of all passages, numbered."""

    def __init__(self, passages: Sequence[Passage], book: SourceBook) -> None:
        members: dict[tuple[int, str], set[str]] = defaultdict(set)
        self._keys: dict[Passage, tuple[int, str]] = {}
        for passage in passages:
            source = book.number_of(passage)
            key = (-1, passage.article) if source is None else (source, "")
            self._keys[passage] = key
            members[key].add(passage.article)
        ordered = sorted(members)
        self._numbers = {key: number for number, key in enumerate(ordered)}
        self.origins = [
            Origin("outlet" if source < 0 else "source", None if source < 0 else source, tuple(sorted(members[key])))
            for key in ordered
            for source in (key[0],)
        ]

    def number_of(self, passage: Passage) -> int:
        """The index in `origins` of who knows what a passage says."""
        return self._numbers[self._keys[passage]]
