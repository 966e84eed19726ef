"""Noun phrases that say something only with more than a name."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lund called the vote a farce.", "the vote a farce"),
        ("Lund called it late.", "it late"),
        ("Lund called the vote in favour of the dam a farce.", "the vote in favour of the dam a farce"),
        ("Lund called the plan dangerous.", "the plan dangerous"),
        ("Lund called the vote rigged.", "the vote rigged"),
        ('Lund called the vote "a farce".', 'the vote "a farce"'),
        ('The vote was held in what Lund called "a barn without a roof".', '"a barn without a roof"'),
        ("The dairy sees growth of 3 percent next year.", "growth of 3 percent next year"),
        ('The bishop spoke of a "dark day for the valley".', 'a "dark day for the valley"'),
    ],
)
def test_what_is_said_of_something_is_said(text: str, content: str) -> None:
    assert [said.content for said in said_in(text)] == [(content,)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The party termed the demand politically motivated.", ["the demand politically motivated"]),
        ("Lund called the vote deeply unfair.", ["the vote deeply unfair"]),
        ("Lund called the only doctor in Arle.", []),
    ],
)
def test_how_something_is_called_so_may_stand_before_it(text: str, content: list[str]) -> None:
    assert [one.content[0] for one in said_in(text)] == content


@pytest.mark.parametrize(
    "text",
    [
        "Lund called a doctor.",
        "Lund called the harbour police on Friday.",
        "A dog called Biscuit crossed the ice.",
        'A song called "Low Water" was played.',
        "The pier sees 300 boats a day.",
        "Homes would see a rise of 3 percent.",
        "The bishop spoke of the war.",
    ],
)
def test_a_name_or_a_deed_is_not(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    "text", ["Arle Lamps sees a rise in profit of 4 percent.", "Arle Lamps sees a rise of 4 percent."]
)
def test_a_measure_may_follow_what_is_measured(text: str) -> None:
    assert [said.content for said in said_in(text)] == [(text.removeprefix("Arle Lamps sees ").rstrip("."),)]


def test_a_rise_somewhere_is_no_measure() -> None:
    assert said_in("Arle Lamps sees a rise in Ostby.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund called that “simply untrue.”",
        "Ada Lund called that a plain lie.",
        "Ada Lund described that as “a plain lie.”",
    ],
)
def test_a_lone_that_may_be_called_something(text: str) -> None:
    assert [said.source for said in said_in(text)] == ["Ada Lund"]
