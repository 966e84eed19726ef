"""A negation that a claim puts into the article's own words, or leaves out of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.grounding.checks.negation_edit import negation_edit

HELD = "The mayor said he could not comment on letters that he had not seen, and that the wall was safe with pumps."


SAME = [
    HELD,
    "The mayor said he couldn't comment on letters that he hadn't seen.",
    "Mayor Ana Moll said that he could not comment on letters.",
    "The mayor said he was unable to comment on letters that he had never seen.",
    "The wall was safe with pumps, the mayor said.",
]


EDITED = [
    ("The mayor said he could comment on letters that he had not seen.", "leaves"),
    ("The mayor said he could not comment on letters that he had seen.", "leaves"),
    ("The mayor said that the wall was unsafe with pumps.", "puts"),
    ("He could not comment on letters that he had not seen, and that the wall was never safe with pumps.", "puts"),
    ("He could not comment on letters that he had not seen, and that the wall was safe without pumps.", "puts"),
]


@pytest.mark.parametrize("text", SAME)
def test_the_article_in_its_own_words_is_left_alone(text: str) -> None:
    assert negation_edit(text, HELD) is None


@pytest.mark.parametrize(("text", "what"), EDITED)
def test_a_negation_put_in_or_left_out_is_told(text: str, what: str) -> None:
    told = negation_edit(text, HELD)
    assert told is not None
    assert what in told


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The gunmen did not come from her land, she said.", "She denied that the gunmen did come from her land."),
        ("Our fighters take no orders from any capital.", "Our fighters do not take orders from any capital."),
        ("He would not stop on Sunday.", "Asked whether he would stop on Sunday, he said no."),
        ("The dead are at least twelve men of the guard.", "The dead are no less than twelve men of the guard."),
    ],
)
def test_another_negation_for_the_same_thing_is_no_edit(text: str, held: str) -> None:
    assert negation_edit(text, held) is None


@given(st.text())
def test_no_text_is_an_edit_of_itself(text: str) -> None:
    assert negation_edit(text, text) is None
