"""A capital may stand for its state where it acts, not where it is a place."""

from __future__ import annotations

from summarizer.grounding.checks.states import is_place, stands_for


def test_a_capital_stands_for_its_state_and_the_state_for_it() -> None:
    assert list(stands_for("berlin")) == ["germany"]
    assert "berlin" in stands_for("germany")
    assert list(stands_for("eskel")) == []


def test_a_city_that_something_happens_in_is_a_place() -> None:
    assert is_place("The pier in Berlin fell.", "Berlin")
    assert not is_place("Berlin refused to pay for the pier.", "Berlin")
    assert not is_place("Berlin paid for a pier in Berlin.", "Berlin")
