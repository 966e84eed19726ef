"""Where what somebody says ends."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lund said no and went on to win the race.", "no"),
        ("Lund said she had met the owner but gave no date.", "she had met the owner"),
        ("Lund said the plan was fair -- though she had not read it.", "the plan was fair"),
        ("Lund said the plan was fair – a position that her rival would not back.", "the plan was fair"),
        (
            "Lund said the plan – a mix of tolls and taxes – would fail.",
            "the plan – a mix of tolls and taxes – would fail",
        ),
        ("Lund said no one was hurt and that all slept.", "no one was hurt and that all slept"),
    ],
)
def test_what_the_writer_adds_is_not_said(text: str, content: str) -> None:
    assert said_in(text)[0].content == (content,)


@pytest.mark.parametrize(
    "said",
    [
        "the notion that a video, at least in part, caused the raid",
        "the ban on nets, late ferries, and Gulf trawlers in the bay",
    ],
)
def test_a_phrase_goes_on_over_insertions_and_lists(said: str) -> None:
    (claim,) = summarize(f"Clint continued to defend {said}.", engine="extractive").claims
    assert claim.text.rstrip(".").endswith(said)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Lund, who said that the port, the oldest in Arle, was shut, left.",
            "that the port, the oldest in Arle, was shut",
        ),
        ("Lund, who said that it was late, was sent home.", "that it was late"),
        (
            "The ruling, in which Judge Pell cited public interest in Lund, was issued on Friday.",
            "public interest in Lund",
        ),
    ],
)
def test_what_is_said_in_a_relative_clause_ends_with_its_verb(text: str, content: str) -> None:
    assert [one.content for one in said_in(text)] == [(content,)]


@pytest.mark.parametrize(
    "content",
    [
        "the mail scandal, while small, was dealt with in May",
        "the firm, although small, had grown",
    ],
)
def test_an_aside_between_subject_and_verb_ends_nothing(content: str) -> None:
    assert [one.content for one in said_in(f"Pell says {content}.")] == [(content,)]


def test_while_with_a_verb_of_its_own_ends_what_is_said() -> None:
    assert said_in("Pell said it was late, while the mayor left.")[0].content == ("it was late",)


def test_an_aside_within_a_verb_ends_nothing() -> None:
    (said,) = said_in("Lund’s contention was that the reeve is, in fact, appealing to the bargees.")
    assert said.content[0].endswith("the reeve is, in fact, appealing to the bargees")
    (said, _) = said_in("Lund said that the weir held, appealing to the bargees to stay.")
    assert said.content == ("that the weir held",)
