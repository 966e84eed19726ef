"""Whom the words before a colon name: somebody, or what the words behind it are about."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import said_in

RUN_IN = "The harbour tax was doubled on Monday. Dockers “will not pay it”, the guild said.\n\n"


@pytest.mark.parametrize(
    "paragraph",
    [
        "Small Gains for Fishermen: The port is the one place where the council has “kept its word” at all.",
        "Old Rules Slow New Roads: The bypass was planned in 1991, and the “law of the ford” is older still.",
        "The Queue Grows: It was under the last mayor that the clinic opened with its “one bed.”",
        "Costs Rise Again: The bypass was planned in 1991 as a “road for all”.",
        "Water Levels: The lake is a “bowl of dust”, and the river that fed it is older still.",
        "Little Hope for Pilots: The court is where we have lost before, on “every count”.",
    ],
)
def test_a_heading_that_runs_into_its_paragraph_says_nothing(paragraph: str) -> None:
    heading = paragraph.partition(":")[0]
    assert not any(said.source and said.source in heading for said in said_in(RUN_IN + paragraph))


@pytest.mark.parametrize(
    ("paragraph", "source"),
    [
        ("Ada Lund: The port is the one place where the council has “kept its word” at all.", "Ada Lund"),
        ("Harbour Guild: The port is the one place where the council has “kept its word” at all.", "Harbour Guild"),
        ("Mayor of Arle: The port is the one place where the council has “kept its word”.", "Mayor of Arle"),
        ("Zoltar Quell: We were promised a port where the council has “kept its word”.", "Zoltar Quell"),
        ("Zoltar Quell: “The port is the one place where the council has kept its word at all.”", "Zoltar Quell"),
    ],
)
def test_whom_the_words_before_a_colon_name_says_what_stands_behind(paragraph: str, source: str) -> None:
    assert source in [said.source for said in said_in(RUN_IN + paragraph)]


def test_a_name_that_no_list_knows_speaks_where_the_text_has_it_once_more() -> None:
    paragraph = "Zoltar Quell: The port is the one place where the council has “kept its word” at all."
    lead = "Quell was asked to leave the hall on Monday.\n\n"
    assert "Zoltar Quell" in [said.source for said in said_in(lead + paragraph)]


def test_a_headline_with_a_verb_is_no_name() -> None:
    text = "Ada Lund Slams Brenn Foods Chief: ‘You Should Be Sued.’\n\nAda Lund grilled Karl Osk on Monday."
    assert "Ada Lund Slams Brenn Foods Chief" not in [said.source for said in said_in(text)]


@pytest.mark.parametrize("label", ["Review", "Obituary", "Profile"])
def test_the_kind_of_a_piece_is_nobody_who_speaks(label: str) -> None:
    text = f"{label}: ‘The Long Pier’ is worth the walk\n\nThe film by Oona Pell opens on Friday."
    assert summarize(text, engine="extractive").claims == ()
