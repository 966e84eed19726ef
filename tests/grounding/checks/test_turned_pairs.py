"""Two things set against one another stay in their places."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.turned_pairs import other_side, turned_pair

HELD = (
    "The guild brings more sun than rain to Varn and puts divers ahead of bakers. It picked the pier over the quay. "
    "Moored boats sank twice as fast as beached boats. The toll does more to sink trade than lift."
)


@pytest.mark.parametrize(
    ("text", "is_turned"),
    [
        ("The guild brings more rain than sun.", True),
        ("The guild brings more sun than rain.", False),
        ("The guild brings more bread than rain.", False),
        ("The guild brings rain.", False),
        ("The guild puts bakers ahead of divers.", True),
        ("The guild puts divers ahead of bakers.", False),
        ("It picked the quay over the pier.", True),
        ("The toll does more to lift trade than to sink it.", True),
        ("The toll does more to sink trade than lift it.", False),
        ("It picked the pier over the quay.", False),
        ("Beached boats sank twice as fast as moored ones.", True),
        ("Moored boats sank twice as fast as beached ones.", False),
    ],
)
def test_what_there_is_more_of_is_told(text: str, is_turned: bool) -> None:
    assert (turned_pair(text, HELD) is not None) is is_turned


@pytest.mark.parametrize(
    ("text", "held", "is_told"),
    [
        ("Moll voted against the toll.", "Moll voted in May for the toll.", True),
        ("Moll voted for the toll.", "Moll voted in May for the toll.", False),
        ("Moll says there are too few boats.", "Moll says there are too many boats.", True),
        ("Moll says there are too many boats.", "There are too many boats, and too little wind.", False),
        ("Moll voted.", "Moll voted against the toll.", False),
    ],
)
def test_a_vote_and_what_there_is_too_much_of_keep_their_sides(text: str, held: str, is_told: bool) -> None:
    assert (other_side(text, held) is not None) is is_told
