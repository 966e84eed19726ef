"""Who does what to whom, in a text and in its evidence."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.flipped import find_flipped
from tests.grounding.checks.beside import beside


def test_what_is_done_by_somebody_is_not_done_by_the_name_before() -> None:
    words = beside(
        "Family of Ana Moll says chest handed over by Rask is hers.", "The chest handed over by Rask was Ana Moll's."
    )
    assert find_flipped(words, {"moll"}) is None


@pytest.mark.parametrize(
    ("text", "held", "told"),
    [
        ("Villagers attacked the soldiers.", "Soldiers attacked the villagers at dawn.", True),
        ("Soldiers attacked the villagers.", "Soldiers attacked the villagers at dawn.", False),
        ("The villagers were attacked by soldiers.", "Soldiers attacked the villagers at dawn.", False),
        ("The soldiers were attacked by villagers.", "Soldiers attacked the villagers at dawn.", True),
        ("Rask saved Moll.", "Rask had been saved by Moll.", True),
        ("Moll saved Rask.", "Rask had been saved by Moll.", False),
        ("Moll predicted that Rask wins.", "The boat will come, predicted Moll, whom Rask once beat.", False),
        ("Rask's unveiling of the bell pleased all.", "The bell unveiled by Rask pleased all.", False),
    ],
)
def test_who_does_what_to_whom_is_compared(text: str, held: str, told: bool) -> None:
    assert (find_flipped(beside(text, held)) is not None) is told


def test_a_person_who_does_what_is_done_to_them_is_told() -> None:
    owes = beside("Orlo owes the board an apology.", "The board owes Mr. Orlo an apology.")
    assert find_flipped(owes, {"orlo"}) == ("Orlo", "owes")


def test_a_measure_is_no_verb() -> None:
    words = beside("Divers rang Rask for two hours and met Moll.", "Divers met Moll for over two hours with Rask.")
    assert find_flipped(words, {"rask", "moll"}) is None
