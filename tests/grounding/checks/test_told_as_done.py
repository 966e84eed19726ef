"""What is proposed, or is told as the evidence has it."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.hedges import hedge_difference
from tests.grounding.checks.beside import beside


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Moll is said to have left the pier and sold the boat.", "Moll reportedly left the pier by selling the boat."),
        ("The guild considered a ban on lamps.", "The guild has proposed banning lamps on the pier."),
        ("The chief said the guild would probably leave.", "The guild will probably leave the pier."),
        ("The chief said the guild would leave the pier.", "The guild will leave the pier."),
        ("The guild has banned lamps.", "The guild began banning lamps on the pier."),
    ],
)
def test_what_is_proposed_or_told_as_it_is_stays(text: str, held: str) -> None:
    assert hedge_difference(beside(text, held)) is None
