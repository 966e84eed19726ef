"""Groups passages that say the same, found by an index of their words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.comparison.groups import Answer, Judged
from summarizer.text.overlap import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.comparison.passages import Passage

_ALIKE = 0.5  # of the words that either has
_COMMONEST = 40  # a word in more passages than this leads to no other passage


def group_statements(passages: Sequence[Passage]) -> list[Judged]:
    """Facts of passages that share half of their words and all of their figures, and those of single passages."""
    words = [frozenset(stems(one.text)) for one in passages]
    roots = list(range(len(passages)))

    def root(at: int) -> int:
        while roots[at] != at:
            at = roots[at]
        return at

    for one, two in _candidates(words):
        alike = len(words[one] & words[two]) >= _ALIKE * len(words[one] | words[two])
        if alike and _figures(passages[one]) == _figures(passages[two]):
            low, high = sorted((root(one), root(two)))
            roots[high] = low
    groups: dict[int, list[Passage]] = defaultdict(list)
    for at, passage in enumerate(passages):
        groups[root(at)].append(passage)
    return [_judge(group) for group in groups.values()]


def _candidates(words: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for at, found in enumerate(words):
        for word in found:
            index[word].append(at)
    for members in index.values():
        if len(members) <= _COMMONEST:
            yield from ((one, two) for place, one in enumerate(members) for two in members[place + 1 :])


def _figures(passage: Passage) -> set[float]:
    return {one.value for one in passage.figures}


def _judge(group: list[Passage]) -> Judged:
    alone = len({(one.article, one.speaker) for one in group}) == 1
    shortest = min(group, key=lambda one: (len(one.text), one.text))
    return Judged(
        text=shortest.text,
        kind="figure" if shortest.figures else "statement",
        verdict="single_source" if alone else "agree",
        reason="one article says so" if alone else "the passages say the same",
        answers=(Answer(shortest.text, tuple(group)),),
    )
