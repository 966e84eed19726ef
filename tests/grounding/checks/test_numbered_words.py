"""Dates, times, ordinals and names with numbers."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.figures import compare_figures
from summarizer.text.figures import find_figures

EVIDENCE = "At least 40 boats and 7 barges were lost at Ferrow, the board said."


def missing(text: str, evidence: str = EVIDENCE) -> tuple[str, ...]:
    return compare_figures(text, evidence, find_figures(evidence), evidence).missing


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("The F-16 left Post 7 on 12 March at 9:30.", ()),
        ("It left on March 12.", ()),
        ("It left on 13 March.", ("13 March",)),
        ("It was F-35 that left.", ("F-35",)),
        ("It left Post 9.", ("Post 9",)),
        ("It left at 9:45.", ("9:45",)),
    ],
)
def test_dates_times_and_names_with_numbers_are_compared(text: str, missed: tuple[str, ...]) -> None:
    evidence = "The F-16 left Post 7 on 12 March at 9:30, the board said."
    assert missing(text, evidence) == missed


@pytest.mark.parametrize(
    ("text", "missed"), [("At 9:30 pm it left.", ("9:30 pm",)), ("It left at 9.30am.", ()), ("At 9:30 it left.", ())]
)
def test_the_half_of_the_day_is_compared(text: str, missed: tuple[str, ...]) -> None:
    assert missing(text, "The boat left at 9:30 a.m. on Friday.") == missed


def test_what_is_first_may_be_put_otherwise() -> None:
    assert missing("The boats first ran on oil.", "The boats initially ran on oil.") == ()
    assert missing("The boats ran on oil for the first time.", "The boats ran on oil.") == ("first",)


def test_a_day_is_of_its_own_month() -> None:
    told = "The pier is shut from 4 May. Published: 17 April"
    assert missing("The pier is shut from May 4.", told) == ()
    assert missing("The pier is shut from May 17.", told) == ("May 17",)
