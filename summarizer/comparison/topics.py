"""Whether two articles are about one event, by what both say most about."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, log, sqrt
from typing import TYPE_CHECKING

from summarizer.comparison.merging import Merging
from summarizer.comparison.terms import rarity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.comparison.terms import Term

# Over 26 articles on eight events, two of one event share at least .34 of their rarer words, two of different events
# at most .28; short articles share less. An outlet that tells an event in its own way shares little with some others,
# but more with one that shares much with them.
_ONE_EVENT = 0.27
_SURELY = 0.29
_OVER_ANOTHER = 0.22  # what two articles share at least that both share more with a third
_WITH_ANOTHER, _SURELY_WITH_ANOTHER = 0.30, 0.36
_RARE = 0.4
_MAIN = 15  # terms that an article says most about, of which two of one event share some
_COMMONEST = 40  # a main term of more articles leads from each to the next only


class Events:
    """Which articles, by their ids, tell of one event."""

    def __init__(self, sentences: Mapping[str, Sequence[Sequence[Term]]]) -> None:
        self._topics = {name: _topic(one) for name, one in sentences.items()}
        # How much each article shares with others, as far as it was asked: millions of questions are asked of it.
        self._known: dict[str, dict[str, float]] = {name: {name: 1.0} for name in self._topics}
        self._near: dict[str, dict[str, float]] = defaultdict(dict)
        merged: Merging[str] = Merging()
        for one, two in sorted(_candidates(self._topics)):
            if (value := self._likeness(one, two)) >= _ONE_EVENT:
                merged.join(one, two)
                self._near[one][two] = self._near[two][one] = value
        # Articles that are of one event over some steps: what can belong together at all is found within these.
        self.groups = {name: merged.find(name) for name in self._topics}

    def is_one(self, one: str, two: str) -> bool:
        """Whether two articles tell of one event, by most that they say."""
        return self.groups[one] == self.groups[two] and self._are_alike(one, two, _ONE_EVENT, _WITH_ANOTHER)

    def is_surely_one(self, one: str, two: str) -> bool:
        """Whether two articles tell of one event so surely that they can contradict one another."""
        return self.groups[one] == self.groups[two] and self._are_alike(one, two, _SURELY, _SURELY_WITH_ANOTHER)

    def _are_alike(self, one: str, two: str, least: float, with_another: float) -> bool:
        """Whether two articles share so much, or nearly so much and both more with one other article."""
        value = self._likeness(one, two)
        if value >= least or value < _OVER_ANOTHER:
            return value >= least
        few, many = sorted((self._near[one], self._near[two]), key=len)
        return any(value >= with_another and many.get(name, 0.0) >= with_another for name, value in few.items())

    def _likeness(self, one: str, two: str) -> float:
        """How much of what they say most about two articles share, 0 to 1."""
        known = self._known[one].get(two)
        if known is None:
            low, high = (one, two) if one < two else (two, one)
            few, many = sorted((self._topics[low], self._topics[high]), key=len)
            known = fsum([value * many[key] for key, value in few.items() if key in many])
            self._known[one][two] = self._known[two][one] = known
        return known


def _candidates(topics: Mapping[str, Mapping[str, float]]) -> set[tuple[str, str]]:
    """Pairs of articles that share one of the terms that both say most about."""
    index: dict[str, list[str]] = defaultdict(list)
    for name, topic in sorted(topics.items()):
        for key in sorted(topic, key=lambda key: (-topic[key], key))[:_MAIN]:
            index[key].append(name)
    return {
        (one, two)
        for names in index.values()
        for place, one in enumerate(names)
        for two in names[place + 1 : None if len(names) <= _COMMONEST else place + 2]
    }


def _topic(sentences: Sequence[Sequence[Term]]) -> dict[str, float]:
    counted = Counter(term.key for sentence in sentences for term in sentence)
    values = {key: (1 + log(count)) * rarity(key) for key, count in counted.items() if rarity(key) > _RARE}
    length = sqrt(sum(value * value for value in values.values())) or 1.0
    return {key: value / length for key, value in values.items()}
