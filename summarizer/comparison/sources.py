"""Joins the names that several articles give one source."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources.naming import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.comparison.passages import Passage
    from summarizer.contract.draft import SourceKind


class JoinedSource(NamedTuple):
    """One source over all articles: its fullest name, and every form of it."""

    name: str
    names: tuple[str, ...]
    kind: SourceKind
    articles: tuple[str, ...]
    claims: int


class SourceBook:
    """The sources of several articles; `number_of` gives the index in `sources` of who speaks in a passage."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        by_key: dict[tuple[str, str], list[Passage]] = defaultdict(list)
        for passage in passages:
            if passage.speaker:
                by_key[_key(passage)].append(passage)
        keys = sorted(by_key)
        self._numbers = {key: number for number, key in enumerate(keys)}
        self.sources = [_join(by_key[key]) for key in keys]

    def number_of(self, passage: Passage) -> int | None:
        """The index in `sources` of who speaks in a passage, None for the article's own voice."""
        return self._numbers[_key(passage)] if passage.speaker else None


def _key(passage: Passage) -> tuple[str, str]:
    """What passages of one source share: somebody without a name is known in the one article only."""
    nameless = passage.kind in ("anonymous", "witness") or not any(map(str.isupper, passage.speaker))
    return name_key(passage.speaker), passage.article if nameless else ""


def _join(passages: list[Passage]) -> JoinedSource:
    names = sorted({one.speaker for one in passages}, key=lambda name: (-len(name), name))
    kinds = sorted(one.kind for one in passages)
    kind = max(dict.fromkeys(kinds), key=kinds.count)
    articles = tuple(sorted({one.article for one in passages}))
    return JoinedSource(names[0], tuple(sorted(names)), kind, articles, sum(one.claim is not None for one in passages))
