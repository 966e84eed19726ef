"""Who says it, as a text has it, is compared with who may say it."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.who_says import other_body, other_speakers, read_said


def test_who_says_what_a_text_gives_is_read_without_what_is_said_within() -> None:
    assert [(one.who, one.stance) for one in read_said("Ana Moll denied that Brandt had said the pier was shut.")] == [
        ("Ana Moll", "denies")
    ]
    assert read_said("The pier is shut.") == ()


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Ana Moll said the pier was shut.", []),
        ("Harbour chief Ana Moll said the pier was shut.", []),
        ("The Brandt council accused Ana Moll of theft.", ["Brandt"]),
        ("Ana Moll and Bo Rask said the pier was shut.", ["Bo Rask"]),
        ("Brandt's lawyer said the pier was shut.", []),
        ("The lawyer said the pier was shut.", []),
        ("Ana Moll said that the people of Varn, Orsk and Fell had suggested otherwise.", []),
        ("Ana Moll said that it was shut, and Bo Rask said it was not.", ["Bo Rask"]),
        ("Ana Moll resigned after the Brandt council announced that the pier was shut.", []),
    ],
)
def test_a_speaker_who_is_not_the_source_is_told(text: str, others: list[str]) -> None:
    assert other_speakers(text, {"ana", "moll"}) == others


def test_speakers_whom_the_evidence_joins_may_be_joined() -> None:
    text = "Ana Moll and Bo Rask said the pier was shut."
    assert other_speakers(text, {"ana", "moll"}, "The pier is shut, Ana Moll and her deputy Bo Rask said.") == []


def test_speakers_whom_the_evidence_only_names_are_not_joined() -> None:
    text = "Ana Moll and Bo Rask said the pier was shut."
    beside = "Ana Moll had asked the diver Ivo Pell and the mate Bo Rask, who agreed. The pier is shut, Moll said."
    assert other_speakers(text, {"ana", "moll"}, beside) == ["Bo Rask"]


def test_whose_a_body_is_names_no_speaker() -> None:
    assert other_speakers("The coastguard of Norrhavn said the pier was shut.", {"coastguard"}) == []


def test_a_body_of_the_same_sort_is_another_one() -> None:
    assert other_body("The tram ministry said it had no comment.", "ferry ministry") == "tram ministry"
    assert other_body("The ferry ministry said it had no comment.", "ferry ministry") is None
    assert other_body("The ministry said it had no comment.", "ferry ministry") is None
    assert other_body("The tram guild said it had no comment.", "ferry ministry") is None


def test_a_channel_is_known_without_its_number() -> None:
    text = "A KT4 spokesman said the pier was shut."
    assert other_speakers(text, {"kt4"}) == []
    assert other_speakers("A KT spokesman said the pier was shut.", {"kv4"}) != []
