"""Letters and statements in full: their author says all of them."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        (
            "Statement by Governor Edda Lorn\n\nI regret that the dam has failed.\n\nThe council meets on Friday.",
            "Governor Edda Lorn",
            ["I regret that the dam has failed", "The council meets on Friday"],
        ),
        (
            "Open letter from the harbour guild\n\nTo the council,\n\nThe quay is failing and our boats cannot wait."
            "\n\nYours faithfully,\n\nEdda Lorn",
            "the harbour guild",
            ["The quay is failing and our boats cannot wait"],
        ),
        (
            "Full text: Mayor Edda Lorn's speech\n\nMy friends, we have had a hard year.\n\nNobody foresaw the flood.",
            "Mayor Edda Lorn's",
            ["My friends, we have had a hard year", "Nobody foresaw the flood"],
        ),
    ],
)
def test_a_letter_is_said_by_its_author(text: str, source: str, said: list[str]) -> None:
    assert [(one.source, *one.content) for one in said_in(text)] == [(source, words) for words in said]


def test_a_line_may_say_from_whom_a_letter_is() -> None:
    text = (
        "Open letter to the people of Arle\n\nFrom Ada Lund, chief clerk, Arle Water\n\nI want to say three things to "
        "you.\n\nWe are sorry, and I know that it was late."
    )
    assert {claim.source.name for claim in summarize(text, engine="extractive").claims} == {"Ada Lund"}


def test_from_a_place_comes_no_letter() -> None:
    text = "From Arle to the sea, the road is shut.\n\nI went there on Monday. My boat was late and I was cold."
    assert summarize(text, engine="extractive").claims == ()


@pytest.mark.parametrize(
    "text",
    [
        # a report on a statement, not the statement
        "Statement by the mayor draws anger\n\nNobody came to the hall in Velm.\n\nThe court sits on Monday.",
        # a place
        "Letter from Arle\n\nI regret that the dam has failed.\n\nThe council meets on Friday.",
        # nobody is named
        "A letter in full\n\nI regret that the dam has failed.\n\nThe council meets on Friday.",
    ],
)
def test_any_other_article_has_no_author(text: str) -> None:
    assert said_in(text) == []


def test_somebodys_testimony_above_a_column_names_no_author() -> None:
    text = "A mother's testimony\n\nI walked in late. We had no help.\n\nMy son was asleep, and I let him sleep."
    assert said_in(text) == []
