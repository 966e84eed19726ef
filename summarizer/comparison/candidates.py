"""Finds which passages of different articles to compare: by an index of their rarest terms and their figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence, Set

    from summarizer.comparison.passages import Passage

# A key in more passages than this leads from each only to its nearest neighbours in order of their words.
_COMMONEST = 48
_NEIGHBOURS = 3
_RARE = 8  # a key in so few passages leads from one to another alone; else two keys are needed
_RAREST = 8  # of a passage's terms lead to others
_RIVALS = 8  # a term in more claims of one article ties none of them together


def find_candidates(
    passages: Sequence[Passage], groups: Mapping[str, str], is_one_event: Callable[[str, str], bool]
) -> Iterator[tuple[int, int]]:
    """Pairs of places in `passages`, of different articles, that share a rare term, two terms in a row or a figure.

    Only articles of one event are compared; `groups` names what is of one event over some steps, by article. Each pair
    comes once, the lower place first, in order. Their number grows with that of the passages, not its square.
    """
    together: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(passages):
        together[groups[one.article]].append(at)
    leads = [_Leads(places, passages) for places in together.values()]
    lead_of = {at: lead for places, lead in zip(together.values(), leads, strict=True) for at in places}
    for at, one in enumerate(passages):
        for other in sorted(lead_of[at].from_place(at)):
            if one.article != passages[other].article and is_one_event(one.article, passages[other].article):
                yield at, other


class _Leads:
    """To which later passages of its group each passage leads, by what both have."""

    def __init__(self, places: Sequence[int], passages: Sequence[Passage]) -> None:
        terms = {at: {term.key for term in passages[at].terms} for at in places}
        counted = Counter(chain.from_iterable(terms.values()))
        self._keys = {at: _keys(passages[at], terms[at], counted) for at in places}
        index: dict[str, list[int]] = defaultdict(list)
        for at in places:
            for key in self._keys[at]:
                index[key].append(at)
        self._rare = {key: members for key, members in index.items() if 1 < len(members) <= _RARE}
        self._common = {key: members for key, members in index.items() if _RARE < len(members) <= _COMMONEST}
        # Of a key in very many passages each leads to its nearest only, in order of their words.
        by_words = sorted(places, key=lambda at: (sorted(terms[at]), at))
        rank = {at: number for number, at in enumerate(by_words)}
        self._near: dict[int, list[int]] = defaultdict(list)
        for members in index.values():
            if len(members) > _COMMONEST:
                ordered = sorted(members, key=rank.__getitem__)
                for place, one in enumerate(ordered):
                    for two in ordered[place + 1 : place + 1 + _NEIGHBOURS]:
                        self._near[min(one, two)].append(max(one, two))

    def from_place(self, at: int) -> set[int]:
        """The later places that share a rare key with a place, or two others."""
        found: set[int] = set()
        met = Counter(self._near.get(at, ()))
        for key in self._keys[at]:
            if rare := self._rare.get(key):
                found.update(rare)
            elif common := self._common.get(key):
                met.update(common)
        found.update([other for other, times in met.items() if times > 1])
        return {other for other in found if other > at}


def _keys(one: Passage, terms: Set[str], counted: Counter[str]) -> set[str]:
    known = sorted([(counted[key], key) for key in terms if counted[key] > 1])
    rarest = [key for _, key in known[:_RAREST]]
    in_a_row = {f"{first.key} {second.key}" for first, second in pairwise(one.terms)}
    figures = {f"#{figure.value:g} {(figure.unit or '').lower()}" for figure in one.figures if figure.value > 1}
    return {*rarest, *in_a_row, *figures}


def find_rivals(passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Pairs of claims of one article that two sources make and that share a term: who may deny one another."""
    by_article: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(passages):
        if one.claim and one.speaker:
            by_article[one.article].append(at)
    for members in by_article.values():
        index: dict[str, list[int]] = defaultdict(list)
        for at in members:
            for key in {term.key for term in passages[at].terms}:
                index[key].append(at)
        found = {
            (one, two)
            for places in index.values()
            if len(places) <= _RIVALS
            for place, one in enumerate(places)
            for two in places[place + 1 :]
            if passages[one].speaker != passages[two].speaker
        }
        yield from sorted(found)
