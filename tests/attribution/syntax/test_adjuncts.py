"""What stands between a cue and its content."""

from __future__ import annotations

import pytest

from summarizer.attribution.syntax.adjuncts import skip_adjuncts
from tests.attribution.reading import said_in, tokens_of


@pytest.mark.parametrize(
    "marked",
    [
        "Lund said [in a statement on Tuesday] that it rained.",
        "Lund said [late last week] that it rained.",
        "Lund said [during a rally] that it rained.",
        "Lund said [himself] that it rained.",
        "Lund said [later] it rained.",
        "Lund said [on 3 May, 2019] it rained.",
    ],
)
def test_times_and_occasions_are_skipped(marked: str) -> None:
    tokens = tokens_of(marked)
    first, past = tokens.content
    assert skip_adjuncts(tokens.paragraph, first, len(tokens.paragraph.words)) == past


@pytest.mark.parametrize("time", ["as recently as July", "as early as May", "as late as Friday"])
def test_how_late_it_was_said_is_no_part_of_it(time: str) -> None:
    assert [one.content for one in said_in(f"Lund told investors {time} that the group was rich.")] == [
        ("that the group was rich",)
    ]


@pytest.mark.parametrize("time", ["at 4 p.m. on Friday", "at 4 p.m.", "at 4pm on Friday", "at noon"])
def test_the_time_of_day_stands_between_a_cue_and_what_is_said(time: str) -> None:
    assert [one.content for one in said_in(f"Officials said {time} that the boat had sunk.")] == [
        ("that the boat had sunk",)
    ]


def test_an_adverb_that_limits_a_clause_is_not_skipped() -> None:
    assert skip_adjuncts(tokens_of("Lund said not all had fled.").paragraph, 2, 7) == 2
