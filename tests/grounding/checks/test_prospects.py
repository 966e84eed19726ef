"""What may, should or is meant to be is not given as what will be."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.prospects import auxiliaries, granted, raised
from tests.grounding.checks.beside import beside


@pytest.mark.parametrize(
    ("text", "held", "is_told"),
    [
        ("The wind will ease.", "The wind should ease.", True),
        ("A pump would have saved it.", "A pump could have saved it.", True),
        ("A pump could have saved it.", "A pump could have saved it.", False),
        ("The wind will probably ease.", "The wind should ease.", False),
        ("The wind will ease.", "The wind will ease.", False),
    ],
)
def test_what_may_be_is_not_what_will_be(text: str, held: str, is_told: bool) -> None:
    assert (raised(beside(text, held)) is not None) is is_told


def test_what_is_wanted_is_not_yet_granted() -> None:
    assert granted(beside("The guild will sell the boat.", "The guild wants to sell the boat.")) is not None
    assert granted(beside("The guild wants to sell the boat.", "The guild wants to sell the boat.")) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it may have sunk", ["may", "have"]),
        ("he’ll sink", ["will"]),
        ("it may have to sink", ["may"]),
        ("it sank", []),
    ],
)
def test_auxiliaries_stand_right_before_a_verb(text: str, found: list[str]) -> None:
    words = read_words_of(text)
    assert auxiliaries(words, len(words) - 1) == found
