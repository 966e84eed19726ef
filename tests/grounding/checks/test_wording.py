"""A claim in words that are otherwise the article's: a negation, a number or a name differs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.checks.negation_edit import negation_edit
from summarizer.grounding.checks.wording import is_where, lacks_names, named_twice, replaced_words, swapped_verb

ARTICLE = "Ana Moll told Bo Rask that the wall of Varn held. In Varn nobody slept. Ida Moll sold soup."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ana Moll asked Minister Ana Moll to stay.", True),
        ("Rask said that Bo Rask should go.", True),
        ("Varn and Varn agreed.", True),
        ("Ana Moll asked Bo Rask to stay.", False),
        ("Ana Moll said that Ida Moll sold soup.", False),
        ("Rask's wall held, Rask's men said.", False),
        ("Varn's mayor said that nobody had left Varn.", False),
    ],
)
def test_a_person_named_twice_is_told(text: str, told: bool) -> None:
    assert (named_twice(text, "Ana Moll told Bo Rask that the wall held.", ARTICLE) is not None) is told


@pytest.mark.parametrize(
    ("text", "sentence", "told"),
    [
        ("Moll accused Brandt of theft.", "Brandt accused Moll of theft.", True),
        ("Brandt accused Moll of theft.", "Brandt accused Moll of theft.", False),
        ("Moll accused Brandt of theft.", "Brandt was accused by Moll of theft.", False),
        ("Moll warned the council.", "“The dam will break,” warned Moll.", False),
        ("Moll was accused by Brandt.", "Brandt accused Moll of theft.", False),
        ("General Hask accused Selkin.", "He accused General Hask of using shields.", True),
        ("The pilot backed Moll this week.", "Earlier this week Moll got the backing of the pilot.", False),
    ],
)
def test_a_subject_that_was_the_object_is_told(text: str, sentence: str, told: bool) -> None:
    assert (swapped_verb(text, sentence) is not None) is told


@pytest.mark.parametrize(
    ("text", "sentence", "found"),
    [
        ("The boats sailed to Eskel.", "Boats sailed to Varn on the day after Eskel burnt.", {"eskel"}),
        ("The boats sailed to Varn.", "Boats sailed to Varn on the day after Eskel burnt.", set()),
        ("Iranian boats sailed.", "Boats from Iran sailed.", set()),
        ("The FDF fighters left.", "The Free Delta Front fighters left.", set()),
        ("Eskel's government agreed.", "The government of Varn agreed.", {"eskel"}),
        ("Varn's government agreed.", "The government of Varn agreed.", set()),
        ("Eskel and Orn agreed to a pause.", "Varn and Orn had agreed to a pause.", {"eskel"}),
        ("The crew faces Moll.", "The crew faces Eskel candidate Moll, the paper said.", set()),
        ("The crew faces Moll.", "The crew faces Eskel and Moll came.", {"moll"}),
        ("Rask had sold the boats.", "He said Moll had “sold the boats”.", {"rask"}),
        ("He cited night watchman Bo Rask.", "He cited the night watchman, Ana Moll.", {"bo", "rask"}),
    ],
)
def test_a_name_beside_the_word_of_another_is_told(text: str, sentence: str, found: set[str]) -> None:
    assert replaced_words(text, sentence) == found


@given(st.text())
def test_a_text_puts_no_name_in_anothers_place_in_itself(text: str) -> None:
    assert replaced_words(text, text) == frozenset()
    swapped_verb(text, text)


def test_a_relative_of_the_same_surname_is_somebody_else() -> None:
    held = "Rask thanked Moll for the boat, which belongs to her husband."
    text = "Rask thanked Moll for the boat of her husband, Bo Moll."
    assert named_twice(text, held, "Ana Moll and Bo Moll came. " + held) is None


def test_who_goes_on_as_he_may_be_named_again() -> None:
    held = "Ana Moll told them of her boat."
    assert named_twice("Moll told them of the boat that Moll has.", held, held) is None
    assert named_twice("Moll told Moll of the boat.", "Ana Moll told them of a boat.", held) is not None


def test_a_word_and_its_short_past_are_one_but_for_the_negation() -> None:
    held = "Moll would not rule out that the boats might be sold to Kelp"
    assert negation_edit("Moll ruled out that the boats might be sold to Kelp", held) is not None
    assert negation_edit("Moll did not rule out that the boats might be sold to Kelp", held) is None


def test_a_place_before_a_thing_is_where_it_is() -> None:
    assert is_where("the Varn mill burnt", "Varn", "the old mill in Varn burnt")
    assert not is_where("the Varn mill burnt", "Varn", "the old mill of Ana Varn burnt")
    assert not is_where("Varn burnt", "Varn", "the old mill in Varn burnt")


def test_a_word_of_many_names_stands_for_none_of_them() -> None:
    assert lacks_names("The United Bakers came.", "the United Millers came")
    assert not lacks_names("The Millers came.", "the United Millers came")


@pytest.mark.parametrize(
    "evidence",
    [
        "Unfortunately, the wall fell",
        "the wall fell on Monday",
        "the fund pays US$4 for the wall",
        "the Norwegian left the wall",
    ],
)
def test_what_names_nobody_is_not_left_out(evidence: str) -> None:
    assert not lacks_names("The wall", evidence)


def test_neither_nor_is_not_or() -> None:
    held = "She decided not to row the red or the blue boat."
    assert negation_edit("She decided to row neither the red nor the blue boat.", held) is None
    assert negation_edit("She decided to row the red or the blue boat.", held)
    assert negation_edit("She will not row or sail it now.", "She will not row and will not sail it now.") is None
