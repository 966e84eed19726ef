"""What is said of one of two opposites is not said of the other."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.exchanged import find_exchanged
from tests.grounding.checks.beside import beside

HELD = "Male divers preferred the old pier, while female divers backed a new ferry."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Female divers preferred the old pier, while male divers backed a new ferry.", ("Female", "Male")),
        ("Female divers backed a new ferry, male divers preferred the old pier.", None),
        ("Male divers preferred the old pier.", None),
    ],
)
def test_opposites_that_changed_places_are_told(text: str, told: tuple[str, str] | None) -> None:
    found = find_exchanged(beside(text, HELD))
    assert (found and tuple(word.capitalize() for word in found)) == told
