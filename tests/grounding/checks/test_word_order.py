"""Names of the evidence that stand in another place in a claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.checks.word_order import replaced_words, swapped_verb


@pytest.mark.parametrize(
    ("text", "sentence", "told"),
    [
        ("Moll accused Brandt of theft.", "Brandt accused Moll of theft.", True),
        ("Brandt accused Moll of theft.", "Brandt accused Moll of theft.", False),
        ("Moll accused Brandt of theft.", "Brandt was accused by Moll of theft.", False),
        ("Moll warned the council.", "“The dam will break,” warned Moll.", False),
        ("Moll was accused by Brandt.", "Brandt accused Moll of theft.", False),
        ("General Hask accused Selkin.", "He accused General Hask of using shields.", True),
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
