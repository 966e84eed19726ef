"""A number that has another date in the evidence is told."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.dated import find_misdated

HELD = "Growth is to be slower in 2031 at 4.5 percent, before it comes back to 2.4 percent in 2035."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Growth is put at 2.4 percent in 2031, before 4.5 percent in 2035.", True),
        ("Growth is put at 2.4 percent in 2031.", True),
        ("Growth is put at 4.5 percent in 2031 and at 2.4 percent in 2035.", False),
        ("In 2031 it is 4.5 percent.", False),
        ("Growth is put at 2.4 percent in 2040.", False),  # a date that the evidence lacks has a check of its own
        ("Growth will be slower, at 4.5 percent, than before.", False),
    ],
)
def test_a_number_with_the_date_of_another_one_is_told(text: str, told: bool) -> None:
    assert bool(list(find_misdated(read_words_of(text), read_words_of(HELD)))) is told
