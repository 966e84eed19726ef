"""When something is, is compared with its evidence."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.times import time_difference
from tests.grounding.checks.beside import beside


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The growth was the slowest in 2019.", "The growth was the slowest since 2019."),
        ("There were nine raids in mid-March.", "There have been nine raids since mid-March."),
        ("The wind should ease after Friday morning.", "The wind should ease by Friday morning."),
        ("The lease begins after 2031.", "The lease runs through 2031."),
        ("Fares rise next year.", "Fares rise by a tenth this year."),
        ("Fares rose last week.", "Fares rise by a tenth next week."),
        ("Sales will fall this year.", "Sales will fall by a tenth this quarter."),
        ("The pier is open from noon until Monday.", "The pier is open after Monday."),
    ],
)
def test_another_time_than_the_evidence_has_is_told(text: str, held: str) -> None:
    assert time_difference(beside(text, held)) is not None


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The growth was the slowest since 2019.", "The growth was the slowest since 2019."),
        ("The lease runs until the end of March.", "The lease will last till the end of March."),
        ("The pier opened on Monday.", "On Monday the pier was opened; it had been shut since Monday last."),
        ("Fares rise this year.", "Fares rise this year and fall next year."),
        ("On Friday the mayor left.", "The mayor left Friday."),
        (
            "The mayor has spent a crown since early June.",
            "Since winning the vote in early June the mayor has spent a crown.",
        ),
        ("Sales fall this year.", "Sales will fall this quarter and all of the year."),
        ("The mayor left in May.", "The mayor left at the beginning of May."),
    ],
)
def test_the_same_time_in_other_words_is_not(text: str, held: str) -> None:
    assert time_difference(beside(text, held)) is None
