"""Cues within their own content."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


def test_those_who_answered_leave_no_gap() -> None:
    said = said_in("Ann Poe said most of those who answered had wanted a bridge.")
    assert [one.source for one in said] == ["Ann Poe"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It was a step which he said was late.", "was late"),
        ("It was a step which the guild described as late.", "as late"),
    ],
)
def test_a_cue_within_its_content_leaves_the_rest(text: str, content: str) -> None:
    assert content in said_in(text)[0].content


@pytest.mark.parametrize("noun", ["his latest remarks", "their early claims", "the new reports", "her present demands"])
def test_a_plural_after_what_describes_it_is_no_verb(noun: str) -> None:
    assert said_in(f"It is unlikely {noun} will do anything to calm the dockers.") == []


def test_a_firm_may_say_something_within_its_clause() -> None:
    (said,) = said_in("It sells a paint that the firm says will stop the rust.")
    assert (said.source, said.cue) == ("the firm", "says")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It was a ruling that lawyer Ola Roe described as “late”.", ["as “late”"]),
        ("It was a wall that engineers saw as a toy.", ["as a toy"]),
        # what else is told behind a "that" is no gap
        ("It is the letter that critics point to as proof of the theft.", []),
    ],
)
def test_what_is_called_so_may_stand_before_a_that(text: str, content: list[str]) -> None:
    assert [words for one in said_in(text) for words in one.content] == content


def test_what_a_place_offers_is_not_said() -> None:
    assert said_in("The choice the state offers is a fine one for sailors.") == []
