"""Right claims in other words than the article's are left alone, and changed ones are doubted."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.mutations.reworded import measure, reworded

if TYPE_CHECKING:
    from collections import Counter

# What docs/report.md gives as measured, rounded down: `python -m tests.mutations.reworded` prints the figures.
FLOORS = {
    "digit": 1.0,
    "name of no article": 1.0,
    "name with another letter": 1.0,
    "name with an ending": 1.0,
    "name half another's": 0.98,
    "name of its article": 0.98,
    "name of its own sentence": 0.5,
    "negation put in": 0.8,
    "negation taken out": 0.75,
    "negation turned": 0.9,
}
MOST_ALARMS = 0.03


@cache
def _measured() -> tuple[Counter[str], Counter[str], list[str]]:
    return measure()


def test_the_claims_are_many_and_in_other_words() -> None:
    cases = reworded()
    assert len(cases) >= 270
    assert len({case.article.id for case in cases}) == 18
    assert sum(case.claim.text in case.article.text for case in cases) < 0.02 * len(cases)


def test_right_claims_in_other_words_are_left_alone() -> None:
    total, told, alarms = _measured()
    assert told["right"] <= MOST_ALARMS * total["right"], alarms


@pytest.mark.parametrize("kind", FLOORS)
def test_changed_claims_in_other_words_are_doubted(kind: str) -> None:
    total, told, _ = _measured()
    assert total[kind] >= (5 if kind == "name of its own sentence" else 80)
    assert told[kind] >= FLOORS[kind] * total[kind]


def test_every_kind_of_change_has_a_floor() -> None:
    total, _, _ = _measured()
    assert set(total) == {"right", *FLOORS}
