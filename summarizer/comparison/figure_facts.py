"""Groups the quantities that answer one question: how many of what, in one event, as different passages tell it."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from math import inf
from typing import TYPE_CHECKING

from summarizer.comparison.agreement import agree
from summarizer.comparison.clusters import cluster
from summarizer.comparison.durations import LASTING
from summarizer.comparison.figure_likeness import (
    FEW,
    KINDS,
    PERSONS,
    TELLING,
    differ_in_time,
    figure_likeness,
    kinds_of_sum,
)
from summarizer.comparison.quantities import read_quantities
from summarizer.comparison.terms import rarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.quantities import Quantity
    from summarizer.comparison.terms import Weights
    from summarizer.comparison.topics import Events

_COMMONEST = 64  # quantities of one key beyond which each is compared with its nearest only
_NEIGHBOURS = 8
_JOINED_FIRST = 10.0
_DIMENSIONS = {"kilometers": "length", "miles": "length", "meters": "length", "feet": "length"}


def group_figures(
    passages: Sequence[Passage], weights: Mapping[str, Weights], events: Events
) -> tuple[list[list[Quantity]], list[tuple[list[Quantity], Passage]]]:
    """Groups of two and more quantities that answer one question, and groups with the passage that denies their number.

    Both are in order of the passages.
    """
    read = [one for passage in passages for one in read_quantities(passage)]
    told = [one for one in read if one.passage.stance != "denies"]
    quantities = _with_only([one for one in told if not (one.is_denied or one.is_called_wrong)])

    @cache
    def like(one: int, two: int) -> float:
        return figure_likeness(quantities[one], quantities[two], weights, events)

    alike: list[tuple[float, int, int]] = []
    unlike: list[tuple[float, int, int]] = []
    for one, two in _candidates(quantities, events.groups):
        if (value := like(one, two)) > 0:
            (alike if agree(quantities[one], quantities[two]) else unlike).append((value, one, two))
    places = [one.passage.article for one in quantities]
    abroad = [(one, two) for _, one, two in alike if places[one] != places[two]]
    met = {(one, places[two]) for one, two in abroad} | {(two, places[one]) for one, two in abroad}
    others = [
        edge for edge in unlike if (edge[1], places[edge[2]]) not in met and (edge[2], places[edge[1]]) not in met
    ]
    # Ranges are joined with numbers within them, and equal numbers, before they are opposed to others.
    first = [
        (value + _JOINED_FIRST * _is_firm(quantities[one], quantities[two]), one, two) for value, one, two in alike
    ]
    groups = cluster(len(quantities), [*first, *others], like, 0.5)
    found = [[quantities[at] for at in group] for group in groups]
    by_number: dict[tuple[str, str, str, float], list[list[Quantity]]] = defaultdict(list)
    for group in found:
        for key in {_number_told(one, events) for one in group if _is_telling(one)}:
            by_number[key].append(group)
    denials = [
        (same, denied.passage)
        for denied in read
        if denied.passage.stance == "denies" or denied.is_called_wrong
        for group in by_number.get(_number_told(denied, events), ())
        if (same := [one for one in group if _is_denied(one, denied, events)])
    ]
    denials += _put_right(told, found, events)
    return [group for group in found if len(group) > 1], denials


def _with_only(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Quantities, each with whether its article counts nothing else of its kind: "two missiles", and no others."""
    counted: dict[tuple[str, str, str], set[float]] = defaultdict(set)
    kinds = [kinds_of_sum(one) for one in quantities]
    for one, of in zip(quantities, kinds, strict=True):
        if not one.times:  # what was counted in another year is another thing
            for kind in ("", *of):
                counted[one.passage.article, one.unit, kind].add(one.figure.value)

    def is_only(one: Quantity, kind: str) -> bool:
        return bool(one.unit) and not one.times and len(counted[one.passage.article, one.unit, kind]) == 1

    return [
        one._replace(is_only=is_only(one, ""), only_of=frozenset(kind for kind in of if is_only(one, kind)))
        for one, of in zip(quantities, kinds, strict=True)
    ]


def _put_right(
    told: Sequence[Quantity], groups: Sequence[list[Quantity]], events: Events
) -> Iterator[tuple[list[Quantity], Passage]]:
    """The quantities of each number that a passage puts right, "five men, not three", with that passage."""
    by_number: dict[tuple[str, str, float], list[list[Quantity]]] = defaultdict(list)
    wrongs = [one for one in told if one.is_denied and one.unit]
    if not wrongs:
        return
    for group in groups:
        for key in {(events.groups[one.passage.article], one.unit, one.figure.value) for one in group}:
            by_number[key].append(group)
    for wrong in wrongs:
        for group in by_number.get((events.groups[wrong.passage.article], wrong.unit, wrong.figure.value), ()):
            if same := [one for one in group if _is_put_right(one, wrong, events)]:
                yield same, wrong.passage


def _is_put_right(one: Quantity, wrong: Quantity, events: Events) -> bool:
    """Whether a quantity is the number that a passage puts right: of the same, in another passage, of one event."""
    here, there = one.passage, wrong.passage
    if (one.unit, one.figure.value) != (wrong.unit, wrong.figure.value) or not {one.event, wrong.event} <= {
        "",
        LASTING,
        one.event,
    }:
        return False
    is_other = here.article != there.article or here.sentence < there.sentence
    shared = {key for key in one.near_plain if key in wrong.near_plain and key != one.unit and rarity(key) >= TELLING}
    return (
        is_other
        and bool(shared)
        and not differ_in_time(one, wrong)
        and events.is_surely_one(here.article, there.article)
    )


def _number_told(one: Quantity, events: Events) -> tuple[str, str, str, float]:
    return events.groups[one.passage.article], one.event, one.unit, one.figure.value


def _is_telling(one: Quantity) -> bool:
    """Whether a quantity can be known again by what it counts and how many."""
    return bool(one.event) or (bool(one.unit) and one.figure.value >= FEW)


def _is_firm(one: Quantity, two: Quantity) -> bool:
    """Whether two quantities that agree do so for more than that one of them is "at least" something."""
    return one.figure.value == two.figure.value or max(one.high, two.high) < inf


def _is_denied(one: Quantity, denied: Quantity, events: Events) -> bool:
    """Whether a quantity is the number that somebody denies or calls wrong, "he denied that 14 had died"."""
    if (one.event, one.unit, one.figure.value) != (denied.event, denied.unit, denied.figure.value):
        return False
    if not (one.event or (denied.is_called_wrong and _is_telling(one))):
        return False
    return events.is_one(one.passage.article, denied.passage.article)


def _candidates(quantities: Sequence[Quantity], groups: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """Pairs of quantities that count the same; of very many only neighbours, so that their number stays linear."""
    index: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(quantities):
        if one.event or one.unit:
            of_persons = one.event and (not one.unit or one.unit in KINDS)
            is_any = of_persons or one.unit in PERSONS or one.event == LASTING
            unit = "" if is_any else _DIMENSIONS.get(one.unit, one.unit)
            index[groups[one.passage.article], one.event, unit].append(at)
    for members in index.values():
        if len(members) <= _COMMONEST:
            yield from ((one, two) for place, one in enumerate(members) for two in members[place + 1 :])
        else:
            yield from sorted(_neighbours(members, quantities))


def _neighbours(members: Sequence[int], quantities: Sequence[Quantity]) -> set[tuple[int, int]]:
    """Pairs of many quantities of one key: each with the next of its number, and with the next in order of articles."""
    ordered = sorted(members, key=lambda at: (quantities[at].figure.value, at))
    pairs = {
        (min(one, two), max(one, two))
        for place, one in enumerate(ordered)
        for two in ordered[place + 1 : place + 1 + _NEIGHBOURS]
    }
    by_place = sorted(members)  # articles that lie together are often of one event
    return pairs | {
        (one, two) for place, one in enumerate(by_place) for two in by_place[place + 1 : place + 1 + _NEIGHBOURS]
    }
