"""How much two passages of different articles say the same."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from summarizer.comparison.terms import weigh

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.terms import Term, Weights
    from summarizer.text.figures import FigureSpan

_WINDOW = 6  # content words: about a clause


def likeness(one: Passage, two: Passage, weights: Mapping[str, Weights], *, same_speaker: bool) -> float:
    """How much two passages share: the weight of common terms, most where they stand together, and common figures.

    About 1.5 and more means the same fact mostly; benchmarks/compare.py says how it was chosen.
    """
    first, second = {term.key for term in one.terms}, {term.key for term in two.terms}
    shared = first & second
    if not shared:
        return 0.0
    weight = weigh(first | second, weights[one.article], weights[two.article])
    whole = sum(weight[key] for key in shared)
    share = whole / sqrt((sum(weight[key] for key in first) + 0.5) * (sum(weight[key] for key in second) + 0.5))
    names = {term.key for term in one.terms if term.is_name} & {term.key for term in two.terms if term.is_name}
    clause = best_clause(one.terms, two.terms, shared, weight)
    plain = best_clause(one.terms, two.terms, shared - names, weight)
    return 0.5 * clause + 0.5 * plain + 2 * share + _common_figures(one, two) + 0.3 * same_speaker


def best_clause(
    one: Sequence[Term], two: Sequence[Term], shared: Collection[str], weight: Mapping[str, float]
) -> float:
    """The most weight of shared terms that stand within a clause's length in both passages."""
    places: dict[str, list[int]] = {}
    for at, term in enumerate(two):
        if term.key in shared:
            places.setdefault(term.key, []).append(at)
    best = 0.0
    for start, term in enumerate(one):
        if term.key not in shared:
            continue
        here = {other.key for other in one[start : start + _WINDOW] if other.key in shared}
        there = sorted((at, key) for key in here for at in places[key])
        for low, _ in there:
            best = max(best, sum(weight[key] for key in {key for at, key in there if low <= at < low + _WINDOW}))
    return best


def _common_figures(one: Passage, two: Passage) -> float:
    values = {figure.value for figure in one.figures if figure.value > 1}
    values &= {figure.value for figure in two.figures if figure.value > 1}
    units = {_counted(figure) for figure in one.figures if figure.value in values}
    units &= {_counted(figure) for figure in two.figures if figure.value in values}
    return (0.3 if values else 0.0) + (0.7 if units else 0.0)


def _counted(figure: FigureSpan) -> tuple[float, str]:
    return figure.value, (figure.unit or "").lower().split(" ")[-1]
