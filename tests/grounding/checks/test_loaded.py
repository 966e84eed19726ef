"""A word that tells of an act, or judges one, needs something in the article that does."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.loaded import find_loaded
from summarizer.text.words import read_words, split_entries
from tests.grounding.checks.beside import beside


@pytest.mark.parametrize(
    ("text", "sentence", "words"),
    [
        ("Moll stole the boat.", "Moll had taken the boat on loan.", ["stole"]),
        ("Moll stole the boat.", "Moll is charged with the theft of the boat.", []),
        ("The island cancelled the ferry.", "The island ordered a ferry.", ["cancelled"]),
        ("The island cancelled the ferry.", "The island called off its ferry.", []),
        ("The mayor falsely said the pier was shut.", "The mayor said the pier was shut.", ["falsely"]),
        ("The mayor angrily left the pier.", "The mayor left the pier, angry with all.", []),
        ("The mayor said the pier was shut.", "The mayor told them that the pier was closed.", []),
    ],
)
def test_a_loaded_word_is_looked_for_in_the_evidence(text: str, sentence: str, words: list[str]) -> None:
    assert list(find_loaded(beside(text, sentence), sentence)) == words


def test_a_word_that_stands_elsewhere_itself_is_no_addition() -> None:
    alignment = beside("The island cancelled the ferry.", "The island ordered a ferry.")
    assert list(find_loaded(alignment, "", "Flights were cancelled as well.")) == []


def test_every_entry_has_other_words_and_repeats_none_of_its_own() -> None:
    for entry in read_words("loaded")["words"]:
        loaded, _, others = entry.partition("|")
        assert split_entries(loaded)
        assert split_entries(others)
        assert not set(split_entries(loaded)) & set(split_entries(others)), entry
