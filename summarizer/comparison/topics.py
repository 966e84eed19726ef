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
# at most .28; short articles share less.
_ONE_EVENT = 0.27
# An outlet that tells an event in its own way shares little with some, but more with one that shares much with them.
_SURELY, _NEARLY, _WITH_ANOTHER = 0.29, 0.22, 0.36
_SURELY_OF_MANY = 0.36  # in a pile of a year's campaign two speeches share their candidates, and contradict nothing
# Who gives a few articles to compare has mostly picked them for one event; of many nothing is known.
_OF_FEW, _WITH_ANOTHER_OF_FEW, _FEW = 0.22, 0.30, 12
_RARE = 0.4
_MAIN = 15  # terms that an article says most about, of which two of one event share some
_COMMONEST = 40  # a main term of more articles leads from each to the next only


class Events:
    """Which articles, by their ids, tell of one event."""

    def __init__(self, sentences: Mapping[str, Sequence[Sequence[Term]]]) -> None:
        self._topics = {name: _topic(one) for name, one in sentences.items()}
        # How much each article shares with others, as far as it was asked: millions of questions are asked of it.
        self._known: dict[str, dict[str, float]] = {name: {name: 1.0} for name in self._topics}
        are_few = len(self._topics) <= _FEW
        self._least = _OF_FEW if are_few else _ONE_EVENT
        self._surely, self._nearly = (_SURELY, _NEARLY) if are_few else (_SURELY_OF_MANY, _SURELY_OF_MANY)
        with_another = _WITH_ANOTHER_OF_FEW if are_few else _WITH_ANOTHER
        self._near: dict[str, set[str]] = defaultdict(set)
        merged: Merging[str] = Merging()
        for one, two in sorted(_candidates(self._topics)):
            if (value := self._likeness(one, two)) >= self._least:
                merged.join(one, two)
            if value >= with_another:
                self._near[one].add(two)
                self._near[two].add(one)
        # Articles that are of one event over some steps: what can belong together at all is found within these.
        self.groups = {name: merged.find(name) for name in self._topics}

    def is_one(self, one: str, two: str) -> bool:
        """Whether two articles tell of one event, by most that they say."""
        return self.groups[one] == self.groups[two] and self._likeness(one, two) >= self._least

    def is_surely_one(self, one: str, two: str) -> bool:
        """Whether two articles tell of one event so surely that they can contradict one another."""
        if self.groups[one] != self.groups[two]:
            return False
        value = self._likeness(one, two)
        return value >= self._surely or (value >= self._nearly and not self._near[one].isdisjoint(self._near[two]))

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
