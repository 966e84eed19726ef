"""Finds which passages of different articles to compare: by an index of their rarest terms and their figures."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.comparison.passages import Passage

# A key in more passages than this leads from each only to its nearest neighbours in order of their words.
_COMMONEST = 48
_NEIGHBOURS = 3
_RARE = 8  # a key in so few passages leads from one to another alone; else two keys are needed
_RAREST = 8  # of a passage's terms lead to others
_RIVALS = 8  # a term in more claims of one article ties none of them together


def find_candidates(passages: Sequence[Passage], groups: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Pairs of places in `passages`, of different articles, that share a rare term, two terms in a row or a figure.

    Only articles of one group, by their ids, are compared. Each pair comes once, the lower place first, in order. Their
    number grows with that of the passages, not its square.
    """
    counted = Counter((groups[one.article], key) for one in passages for key in {term.key for term in one.terms})
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(passages):
        group = groups[one.article]
        for key in _keys(one, group, counted):
            index[group, key].append(at)
    met: Counter[tuple[int, int]] = Counter()
    for members in index.values():
        telling = 2 if len(members) <= _RARE else 1
        for pair in _pairs(members, passages):
            met[pair] += telling
    yield from sorted(pair for pair, times in met.items() if times > 1)


def _keys(one: Passage, group: str, counted: Counter[tuple[str, str]]) -> set[str]:
    known = [(counted[group, key], key) for key in {term.key for term in one.terms}]
    rarest = [key for number, key in sorted(known) if number > 1][:_RAREST]
    in_a_row = {f"{first.key} {second.key}" for first, second in pairwise(one.terms)}
    figures = {f"#{figure.value:g} {(figure.unit or '').lower()}" for figure in one.figures if figure.value > 1}
    return {*rarest, *in_a_row, *figures}


def _pairs(members: list[int], passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    if len(members) <= _COMMONEST:
        for place, one in enumerate(members):
            for two in members[place + 1 :]:
                if passages[one].article != passages[two].article:
                    yield one, two
        return
    ordered = sorted(members, key=lambda at: (sorted(term.key for term in passages[at].terms), at))
    for place, one in enumerate(ordered):
        for two in ordered[place + 1 : place + 1 + _NEIGHBOURS]:
            if passages[one].article != passages[two].article:
                yield (one, two) if one < two else (two, one)


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
