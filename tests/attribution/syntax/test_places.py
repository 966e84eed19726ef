"""A place is told of somebody, who is meant."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.syntax.places import start_before_place
from tests.attribution.reading import said_in, tokens_of


@pytest.mark.parametrize(
    ("marked", "start"),
    [
        ("Fans outside {the rink} said so.", 0),
        ("Two bakers across {the street} said so.", 0),
        ("She left, but a porter beside {the lift} said so.", 4),
        ("On Monday outside {the court Ada Lund} said so.", None),
        ("She walked outside {the court} and said so.", None),
        ("The guild from {the harbour} said so.", None),
    ],
)
def test_who_stands_somewhere_is_meant_and_not_the_place(marked: str, start: int | None) -> None:
    tokens = tokens_of(marked)
    assert start_before_place(tokens.paragraph, tokens.source[0], 0) == start


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Fans outside Mayor Iva Brook’s office chanted: “Open the ice!”",
            "Fans outside Mayor Iva Brook’s office",
        ),
        ("A cook behind Mayor Iva Brook said the soup was cold.", "A cook behind Mayor Iva Brook"),
        ("A poster above Mayor Iva Brook read: “Open the ice.”", "A poster above Mayor Iva Brook"),
        ("Mayor Iva Brook met a skater outside the rink who said the ice was thin.", "a skater outside the rink"),
        ("Outside the rink, Mayor Iva Brook said the ice was thin.", "Iva Brook"),
    ],
)
def test_the_one_beside_whom_somebody_stands_does_not_speak(text: str, source: str) -> None:
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.source.name == source


def test_what_is_being_done_in_a_place_is_not_the_place() -> None:
    ((source, _, _),) = said_in("Two suits being heard in Arle have accused the school of theft.")
    assert source == "Two suits being heard in Arle"


@pytest.mark.parametrize("who", ["Unionists", "sailors"])
def test_people_and_not_the_place_where_they_are_say_it(who: str) -> None:
    text = f"The tax was mocked by her campaign and {who} across the country, who said it was too high."
    assert f"{who} across the country, who" in [said.source for said in said_in(text)]
