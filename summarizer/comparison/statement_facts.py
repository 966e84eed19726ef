"""Groups passages that say the same in whatever words, and finds those that say the opposite."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summarizer.comparison.candidates import find_candidates, find_rivals
from summarizer.comparison.clusters import cluster
from summarizer.comparison.likeness import likeness
from summarizer.comparison.opposition import opposition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.sources import SourceBook
    from summarizer.comparison.terms import Weights

ALIKE = 1.5
_ON_AVERAGE = 1.1
_OPPOSED = 0.84


class StatementGroups:
    """Groups of places in `passages` that say the same, and the oppositions between places, with their reasons.

    `group_of` gives the number of the group of each place. Both are in order of the passages.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        weights: Mapping[str, Weights],
        book: SourceBook,
        is_one_event: Callable[[str, str], bool],
    ) -> None:
        @cache
        def like(one: int, two: int) -> float:
            first, second = passages[one], passages[two]
            if not is_one_event(first.article, second.article):
                return 0.0
            speaker = book.number_of(first)
            same = speaker is not None and speaker == book.number_of(second)
            return likeness(first, second, weights, same_speaker=same)

        self.like = like
        edges = [(like(one, two), one, two) for one, two in find_candidates(passages)]
        alike = [edge for edge in edges if edge[0] >= ALIKE]
        self.groups = cluster(len(passages), alike, like, _ON_AVERAGE)
        self.group_of = {at: number for number, group in enumerate(self.groups) for at in group}
        rivals = [(like(one, two), one, two) for one, two in find_rivals(passages)]
        self.oppositions = list(_oppositions(passages, weights, [*edges, *rivals]))


def _oppositions(
    passages: Sequence[Passage], weights: Mapping[str, Weights], edges: Sequence[tuple[float, int, int]]
) -> Iterator[tuple[int, int, str]]:
    for value, one, two in sorted(edges, key=lambda edge: edge[1:]):
        if value >= _OPPOSED and (reason := opposition(passages[one], passages[two], weights)):
            yield one, two, reason
