"""Amounts that are the same in another measure: half a year is six months, and two days are 48 hours."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.checks.meanings import meaning
from summarizer.text.words import read_words, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.grounding.checks.alignment import Word

_ONE = frozenset({"a", "an", "one"})
_PASSED_OVER = word_set("checks.amounts.passed_over")
_BACK = 4  # words before a measure in which its number stands
_EQUAL = 1e-9
_QUARTER = 0.25


class Amount(NamedTuple):
    """How much a measure at a place of a list of words says, in the least measure of its kind."""

    at: int
    value: float
    kind: int
    measure: str


@cache
def _scales() -> dict[str, tuple[int, float]]:
    """For each word of a measure, its kind and how many of the least measure of that kind it is."""
    found: dict[str, tuple[int, float]] = {}
    for number, entry in enumerate(read_words("checks")["amounts"]["measures"]):
        for part in entry.split("|"):
            value, *words = part.split()
            for word in words:
                found[meaning(word)] = (number, float(value))
    return found


def read_amounts(words: Sequence[Word]) -> Iterator[Amount]:
    """Every measure of a list of words that has a number before it, or "a", "half a", "a quarter of a"."""
    for at, word in enumerate(words):
        scale = _scales().get(word.key) if word.kind != "mark" else None
        if scale is not None and (count := _count_before(words, at)) is not None:
            yield Amount(at, count * scale[1], scale[0], word.key)


def _count_before(words: Sequence[Word], at: int) -> float | None:
    is_one = False
    for word in reversed(words[max(0, at - _BACK) : at]):
        if word.kind == "number":
            kind, _, value = word.key.partition(" ")
            return _as_number(value) if kind == "figure" else None
        if word.lower in ("quarter", "quarters"):
            return _QUARTER
        if word.lower in _ONE:
            is_one = True
        elif word.lower not in _PASSED_OVER:
            break
    return 1.0 if is_one else None


def _as_number(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None


def converted(said: Sequence[Word], held: Sequence[Word]) -> frozenset[int]:
    """The places of a text's measures whose amount the evidence has in another measure of the same kind."""
    ours = list(read_amounts(said))
    theirs = list(read_amounts(held)) if ours else []
    return frozenset(
        one.at
        for one in ours
        if any(
            one.kind == other.kind
            and one.measure != other.measure
            and abs(one.value - other.value) <= _EQUAL * one.value
            for other in theirs
        )
    )
