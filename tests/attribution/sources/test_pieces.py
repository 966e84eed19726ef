from __future__ import annotations

import pytest

from summarizer import summarize


def via(text: str) -> list[str]:
    """The relays of the first claim that somebody makes in a text."""
    return next(list(claim.via) for claim in summarize(text, engine="extractive").claims if claim.mode != "none")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ida Quell wrote in a Vale Times op-ed that the pier was unsafe.", ["Vale Times"]),
        ("“The pier is unsafe,” Ida Quell said in an ESPN interview.", ["ESPN"]),
        ("In Thursday’s Vale Times, Ida Quell writes that the pier is unsafe.", ["Vale Times"]),
        ("In an essay published last week in Nature, Ida Quell wrote that the pier was unsafe.", ["Nature"]),
        ("Ida Quell argued in Haaretz that the pier was unsafe.", ["Haaretz"]),
        ("Ida Quell said on Friday to Vale Edition that the pier was unsafe.", ["Vale Edition"]),
        ("“The pier is unsafe,” Ida Quell said on the podcast “Salt Water.”", ["Salt Water"]),
        ("On an episode of the “Salt Water” podcast, Ida Quell said the pier was unsafe.", ["Salt Water"]),
        ("In a chat with the Punch, Ida Quell said the pier was unsafe.", ["Punch"]),
        ("In a post on Substack, Ida Quell said the pier was unsafe.", ["Substack"]),
        ("Ida Quell, a host on Sky Sports, said the pier was unsafe.", []),
        ("Ida Quell said the pier was unsafe after the mayor was questioned in an ESPN interview.", []),
        ("Ida Quell said in a television interview that the pier was unsafe.", []),
    ],
)
def test_the_medium_of_a_piece_passes_on_what_is_said_in_it(text: str, expected: list[str]) -> None:
    assert via(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The pier is unsafe,” Ida Quell said on RTN’s “The Week With Bo Arl.” “Ask anyone.”",
            ["The Week With Bo Arl"],
        ),
        ("“The pier is unsafe,” Ida Quell told the hosts of “Morning Desk.” “Ask anyone.”", ["Morning Desk"]),
        ("“The pier is unsafe,” Ida Quell said in a clip posted by Lantern News.", ["Lantern News"]),
        ("Ida Quell wrote in her column for Pitchside that the pier was unsafe.", ["Pitchside"]),
        ("Ida Quell worked on “The Long Tide.” She said the pier was unsafe.", []),
        ("Ida Quell said in a letter for Oskar Lund that the pier was unsafe.", []),
    ],
)
def test_programmes_and_columns_pass_on_what_is_said_there(text: str, expected: list[str]) -> None:
    assert via(text) == expected


def test_what_another_has_written_somewhere_does_not_pass_on_what_follows() -> None:
    text = "Bo Arl wrote in his column for Pitchside that it was late, but the sailors’ guild accused him of theft."
    claims = summarize(text, engine="extractive").claims
    assert [(one.source.name, list(one.via)) for one in claims] == [("Bo Arl", ["Pitchside"]), ("sailors’ guild", [])]
