"""Whose a letter or a statement is of which the text told before."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.sources.marked import names

BETWEEN = "Comber said the choice was made. He said there was no way back.\n\n"


def speaker_of(text: str, words: str) -> str:
    claims = summarize(text, engine="extractive").claims
    return next(claim.source.name for claim in claims if words in claim.text)


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("Mayor Ann Palm sent a letter to Director Jim Comber on Monday.", "Ann Palm"),
        ("Mayor Ann Palm wrote in a memo to Director Jim Comber that it was early.", "Ann Palm"),
        ("The Harbour Guild e-mailed a note to Director Jim Comber on Monday.", "Harbour Guild"),
    ],
)
def test_a_letter_speaks_for_who_sent_it(opening: str, name: str) -> None:
    noun = next(noun for noun in ("letter", "memo", "note") if noun in opening)
    text = f"{opening} {BETWEEN}The {noun} adds: “We do not agree with the choice of the crew.”"
    assert speaker_of(text, "We do not agree") == name


def test_a_letter_of_two_speaks_for_itself() -> None:
    text = (
        f"Mayor Ann Palm and Judge Trey Gow sent a letter to Director Jim Comber on Monday. {BETWEEN}"
        "The letter adds: “We do not agree with the choice of the crew.”"
    )
    assert speaker_of(text, "We do not agree") == "The letter"


def test_a_statement_speaks_for_who_spoke_last() -> None:
    text = f"Mayor Ann Palm met Jim Comber. {BETWEEN}The statement adds: “We do not agree with the choice of the crew.”"
    assert speaker_of(text, "We do not agree") == "Jim Comber"


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("an e-mail was sent from the club’s director, Jeremy Borg, to the members", "Jeremy Borg"),
        ("a letter was written to the board by Jeremy Borg", "Jeremy Borg"),
        ("a letter was sent to the board by the clerks", "The letter"),
    ],
)
def test_a_letter_that_was_sent_by_somebody_is_not_who_tells_of_it(sent: str, name: str) -> None:
    noun = "e-mail" if "e-mail" in sent else "letter"
    text = f"According to The Lantern, {sent}. The {noun} said, “We are going to close the house.”"
    assert speaker_of(text, "We are going to close") == name


def test_a_statement_is_of_who_gave_it_and_not_of_who_tells_of_that() -> None:
    text = "[The Arle Times] said Peter Crook provided a written statement.\n\n“It was late,” [the statement] said."
    assert names(text)[1] == "Peter Crook"
