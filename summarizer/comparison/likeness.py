"""How much two passages of different articles say the same."""

from __future__ import annotations

import re
from functools import lru_cache
from math import fsum, sqrt
from typing import TYPE_CHECKING

from summarizer.comparison.terms import is_time, rarity, terms_of
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.terms import Weights
    from summarizer.text.figures import FigureSpan

_HOUR = re.compile(r"\b\d{1,2}[:.]\d\d(?=\s?[ap]\.?m|\b)")
_OF_TOPIC = 0.4  # the share that passages must share which have nothing in common beside names and words of the titles
_SHORT = 2  # content words
_MUCH, _OF_MUCH = 3.0, 0.3  # the weight of what a long passage says beside names, and the share that is enough of it
_VERY_MUCH, _OF_VERY_MUCH = 8.0, 0.4  # the weight of what a long passage says, names and all, and the same for it
_PARTICLES = frozenset(
    term.key for word in word_set("sources.name_parts.particles") for term in terms_of(word)
)  # "Kataib al-Shuhada"
_TELLING = 0.2  # the weight in both passages of a word, no name, without which they only tell of one person
_WINDOW = 6  # content words: about a clause
_LITTLE = 0.5  # added to the weight of each passage, so that short ones are not too easily alike
_SAME_FIGURE, _SAME_COUNT, _OTHER_FIGURES = 0.3, 0.7, -0.5
_SAME_SPEAKER = 0.3


class Content:
    """The terms of a passage with what they weigh in its article."""

    __slots__ = ("names", "order", "passage", "topic", "total", "weight")

    def __init__(self, passage: Passage, weights: Weights) -> None:
        self.passage = passage
        self.topic = weights.topic
        self.order = [term.key for term in passage.terms]
        self.weight = {key: rarity(key) * weights.get(key) for key in self.order}
        self.names = frozenset(term.key for term in passage.terms if term.is_name)
        self.total = sum(self.weight.values())


def shared_weight(one: Content, two: Content) -> dict[str, float]:
    """The terms that both passages have, with the mean of their weights."""
    other = two.weight
    return {key: (value + other[key]) / 2 for key, value in one.weight.items() if key in other}


def share_enough(one: Content, two: Content) -> bool:
    """Whether two passages share more than names, or one is so short that a word is most of it.

    Two that both say much must share more than a few words of it, and two that share words of a title more than these.
    """
    if min(len(one.weight), len(two.weight)) <= _SHORT:
        return True
    shared = shared_weight(one, two)
    names, both = one.names | two.names, one.names & two.names
    plainly = {
        key
        for key, value in shared.items()
        if 2 * value >= _TELLING and key not in both and not (is_time(key) or key in _PARTICLES)
    }
    if len(shared) < 2 or not plainly:
        return False
    share = _share(one, two, fsum(shared.values()))
    if plainly <= one.topic | two.topic and share < _OF_TOPIC:
        return False
    if min(one.total, two.total) >= _VERY_MUCH and share < _OF_VERY_MUCH:
        return False  # two long sentences of one country's news share its names
    plain = min(fsum(value for key, value in each.weight.items() if key not in names) for each in (one, two))
    return plain < _MUCH or share >= _OF_MUCH


def _share(one: Content, two: Content, shared: float) -> float:
    """How much of two passages a weight of shared terms is."""
    return shared / sqrt((one.total + _LITTLE) * (two.total + _LITTLE))


def likeness(one: Content, two: Content, *, same_speaker: bool, least: float = 0.0) -> float:
    """How much two passages share: the weight of common terms, most where they stand together, and common figures.

    1.6 and more is mostly the same fact. Passages that cannot reach `least` give 0. The parts and their weights were
    chosen on eight clusters of articles, and a regression over the same parts that left one cluster out each time did
    no better on that one.
    """
    shared = shared_weight(one, two)
    if not shared:
        return 0.0
    whole = sum(shared.values())
    rest = 2 * _share(one, two, whole) + _compare_figures(one.passage, two.passage) + _SAME_SPEAKER * same_speaker
    if whole + rest < least:
        return 0.0
    names = one.names & two.names
    clause = best_clause(one.order, two.order, shared)
    plain = {key: value for key, value in shared.items() if key not in names} if names else shared
    return 0.5 * clause + 0.5 * (best_clause(one.order, two.order, plain) if names else clause) + rest


def best_clause(one: Sequence[str], two: Sequence[str], shared: Mapping[str, float]) -> float:
    """The most weight of shared terms that stand within a clause's length in both passages, given by their terms.

    Sums are exact, so that they do not depend on the order in which a set gives its terms.
    """
    first = [(at, key) for at, key in enumerate(one) if key in shared]
    second = [(at, key) for at, key in enumerate(two) if key in shared]
    if not first:
        return 0.0
    if first[-1][0] - first[0][0] < _WINDOW and second[-1][0] - second[0][0] < _WINDOW:
        return fsum(shared.values())
    best = 0.0
    for here in _windows(first):
        if fsum([shared[key] for key in here]) > best:
            for there in _windows([(at, key) for at, key in second if key in here]):
                best = max(best, fsum([shared[key] for key in there]))
    return best


def _windows(places: Sequence[tuple[int, str]]) -> list[Collection[str]]:
    """The terms in each clause's length that begins at one of the places."""
    return [{key for at, key in places[number:] if at - start < _WINDOW} for number, (start, _) in enumerate(places)]


def _compare_figures(one: Passage, two: Passage) -> float:
    """What common figures add, or figures of one unit take away of which none is common."""
    if (hours := _hours(one.text)) and (others := _hours(two.text)) and hours.isdisjoint(others):
        return _OTHER_FIGURES
    if not one.figures or not two.figures:
        return 0.0
    first = {_counted(figure) for figure in one.figures if figure.value > 1}
    second = {_counted(figure) for figure in two.figures if figure.value > 1}
    if {value for value, _ in first} & {value for value, _ in second}:
        return _SAME_FIGURE + (_SAME_COUNT if first & second else 0.0)
    units = {unit for _, unit in first if unit}
    return _OTHER_FIGURES if any(unit in units for _, unit in second) else 0.0


@lru_cache(maxsize=65536)
def _hours(text: str) -> frozenset[str]:
    """The times of day that a passage tells to the minute."""
    return frozenset(_HOUR.findall(text))


def _counted(figure: FigureSpan) -> tuple[float, str]:
    return figure.value, (figure.unit or "").lower().split(" ")[-1]


def contents(passages: Sequence[Passage], weights: Mapping[str, Weights]) -> list[Content]:
    """The content of each passage, in their order; `weights` are those of the articles by their ids."""
    return [Content(one, weights[one.article]) for one in passages]
