"""A word that opens a text with a capital is not for that a name."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.openings import is_ordinary_opening


@pytest.mark.parametrize(
    ("word", "following"),
    [("Working", "late"), ("Spectators", "are"), ("Moderation", "paid"), ("Prices", "keep"), ("Readers", "have")],
)
def test_an_ordinary_word_may_open_a_text(word: str, following: str) -> None:
    assert is_ordinary_opening(word, following)


@pytest.mark.parametrize(
    ("word", "following"),
    [
        ("Quennel", "said"),
        ("Harding", "said"),
        ("Baker", "left"),
        ("Banks", "refused"),
        ("Ward", "is"),
        ("Ana", "Moll"),
    ],
)
def test_what_may_be_a_name_is_no_ordinary_word(word: str, following: str) -> None:
    assert not is_ordinary_opening(word, following)
