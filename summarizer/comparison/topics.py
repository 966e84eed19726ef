"""Whether two articles are about one event, by what both say most about."""

from __future__ import annotations

from collections import Counter
from functools import cache
from math import log, sqrt
from typing import TYPE_CHECKING

from summarizer.comparison.terms import rarity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from summarizer.comparison.terms import Term

# Over 26 articles on eight events, two of one event share at least .34 of their rarer words, two of different events
# at most .28; short articles share less.
_ONE_EVENT = 0.27
_RARE = 0.4


def event_test(sentences: Mapping[str, Sequence[Sequence[Term]]]) -> Callable[[str, str], bool]:
    """A test of whether two articles, by their ids, tell of one event; it remembers its answers."""
    topics = {name: _topic(one) for name, one in sentences.items()}

    @cache
    def is_one_event(one: str, two: str) -> bool:
        if one == two:
            return True
        first, second = topics[one], topics[two]
        few, many = (first, second) if len(first) < len(second) else (second, first)
        common = sum(value * many[key] for key, value in few.items() if key in many)
        return common >= _ONE_EVENT

    return is_one_event


def _topic(sentences: Sequence[Sequence[Term]]) -> dict[str, float]:
    counted = Counter(term.key for sentence in sentences for term in sentence)
    values = {key: (1 + log(count)) * rarity(key) for key, count in counted.items() if rarity(key) > _RARE}
    length = sqrt(sum(value * value for value in values.values())) or 1.0
    return {key: value / length for key, value in values.items()}
