"""A clause of a noun that is a subject ends before the verb of the sentence."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("clause", "rest"),
    [
        ("that the bridge would close", "angered residents"),
        ("that it fell", "worried farmers"),
        ("that it had been sold", "shocked the town"),
        ("that it was late", "was untrue"),
    ],
)
def test_the_claim_of_a_subject_does_not_take_its_verb(clause: str, rest: str) -> None:
    (said,) = said_in(f"The guild's claim {clause} {rest}.")
    assert said.content == (clause,)


@pytest.mark.parametrize("clause", ["that it would close used wells", "that the mayor had ordered boats"])
def test_a_clause_that_is_no_subject_is_whole(clause: str) -> None:
    (said,) = said_in(f"Pell repeated the guild's claim {clause}.")
    assert said.content == (clause,)
