"""Who "they" are."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.sources.marked import names


def speaker(text: str) -> str:
    return summarize(text, engine="extractive").claims[-1].source.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two nurses left because they thought the ward was unsafe.", "Two nurses"),
        ("Many young farmers are leaving the valley and they fear the mill will close.", "Many young farmers"),
        ("The bakers have closed their shops after they learned that flour was short.", "The bakers"),
    ],
)
def test_the_several_with_whom_the_sentence_begins(text: str, expected: str) -> None:
    assert speaker(f"Officials warned that the river would rise. {text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The bakers have left, they said.",
        "The mayor met bakers before they announced that the river had risen.",
        "A boat of two bakers sank after they said that the river was low.",
    ],
)
def test_else_those_who_spoke_before(text: str) -> None:
    assert speaker(f"Officials warned that the river would rise. {text}") == "Officials"


def test_they_are_no_paper_that_has_only_told_of_them() -> None:
    text = "The men were found. According to the daily Bergpost, they were brothers. [They] planned to climb it."
    assert names(text) == ["They"]


def test_several_who_begin_the_sentence_before_speak_where_nobody_else_has() -> None:
    assert speaker("Two students climbed the tower. “We were bored,” they said.") == "Two students"


@pytest.mark.parametrize(
    ("opening", "expected"), [("Two students disagreed.", "Two students"), ("Two students drowned.", "Officials")]
)
def test_several_who_react_speak_next(opening: str, expected: str) -> None:
    assert speaker(f"Officials said the river was low. {opening} They said it would rise.") == expected


def test_they_are_those_with_whom_the_sentence_before_begins() -> None:
    text = (
        "[Bakers in the capital] said flour was scarce.\n\nAnalysts at Halden expect more. [They] cut it, citing rain."
    )
    assert names(text)[1] == "Analysts"


def test_words_before_a_comma_are_no_part_of_them() -> None:
    text = "To Sanne, her aides and her guests, it is early. [They] believe it will rain."
    assert not names(text)[0].startswith("To")


def test_they_who_answer_a_question_are_not_who_spoke_above_it() -> None:
    text = "Nine hens died, [the food agency] said.\n\nDo shops profit?\n\n[They] deny it."
    assert names(text)[1] == "They"
