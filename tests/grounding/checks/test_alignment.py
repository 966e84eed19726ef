"""A text is set beside the sentences that it rests on, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.checks.alignment import clause_before, is_negated, read_words_of
from tests.grounding.checks.beside import beside

HELD = "On Monday the council of Varn raised the toll to 12 crowns, and the ferrymen walked out."


def linked(text: str, held: str = HELD) -> dict[str, str]:
    """The content words of a text with the words that they are linked to."""
    alignment = beside(text, held)
    return {
        word.text: other.text
        for at, word in enumerate(alignment.said)
        if word.is_content and (other := alignment.linked(at)) is not None
    }


def test_words_are_linked_in_any_form_and_order() -> None:
    assert linked("The ferrymen walked when Varn's council was raising tolls.") == {
        "ferrymen": "ferrymen",
        "walked": "walked",
        "Varn's": "Varn",
        "council": "council",
        "raising": "raised",
        "tolls": "toll",
    }


def test_a_number_is_one_word_however_it_is_written() -> None:
    assert linked("Twelve crowns.") == {"Twelve": "12", "crowns": "crowns"}
    assert linked("It cost two hundred crowns.") == {"crowns": "crowns"}


def test_words_that_mean_the_same_are_linked_and_others_are_not() -> None:
    assert linked("The council increased the toll.")["increased"] == "raised"
    assert "lowered" not in linked("The council lowered the toll.")


def test_each_word_of_the_article_is_linked_once() -> None:
    alignment = beside("The toll is the toll.", HELD)
    places = [place for place in alignment.links if place is not None]
    assert len(places) == len(set(places))
    assert all(alignment.links[at] == place for place, at in enumerate(alignment.back) if at is not None)


def test_what_is_cited_lies_in_the_evidence() -> None:
    alignment = beside("The toll rose.", HELD, evidence="raised the toll to 12 crowns")
    assert [alignment.held[at].text for at in sorted(alignment.cited)] == [
        "raised",
        "the",
        "toll",
        "to",
        "12",
        "crowns",
    ]


@pytest.mark.parametrize(
    ("text", "word", "negated"),
    [
        ("The toll did not rise.", "rise", True),
        ("Nobody said so; the toll will rise.", "rise", False),
        ("The toll did not only rise.", "rise", False),
        ("It won’t rise", "rise", True),
    ],
)
def test_a_negation_reaches_to_the_end_of_its_clause(text: str, word: str, negated: bool) -> None:
    words = read_words_of(text)
    at = next(place for place, one in enumerate(words) if one.text == word)
    assert is_negated(words, at) is negated
    assert len(clause_before(words, at, 2)) <= 2


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_can_be_set_beside_each_other(one: str, other: str) -> None:
    alignment = beside(one, f"x {other}")
    assert len(alignment.links) == len(alignment.said)
    assert len(alignment.back) == len(alignment.held)


def test_forms_of_a_short_verb_are_linked() -> None:
    alignment = beside("They tuned the horns.", "They plan to tune horns.")
    linked = alignment.linked(1)
    assert linked is not None
    assert linked.text == "tune"
