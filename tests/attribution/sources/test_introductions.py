"""Who is brought in right before a quotation speaks it."""

from __future__ import annotations

import pytest

from summarizer import summarize

HEAD = "Station head Olga Brink said the old signals were to blame.\n\n{} “It is late,” she said."


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("That angers Karin Voss, who goes to Kell each day.", "Karin Voss"),
        ("But try telling that to Karin Voss.", "Karin Voss"),
        ("It is a view not shared by Karin Voss.", "Karin Voss"),
        ("For commuter Karin Voss it came too late.", "Karin Voss"),
        ("Also on board was Karin Voss.", "Karin Voss"),
        ("Across the yard, a cleaner swept up the glass.", "a cleaner"),
        ("Police have arrested Karin Voss in Pell.", "Olga Brink"),
        ("The dead woman was named as Karin Voss.", "Olga Brink"),
        ("She thanked signalman Karin Voss.", "Olga Brink"),
        ("The line goes on to Kell.", "Olga Brink"),
    ],
)
def test_who_is_brought_in_right_before_speaks_next(told: str, speaker: str) -> None:
    assert summarize(HEAD.format(told), engine="extractive").claims[-1].source.name == speaker


def test_of_whom_a_quotation_tells_does_not_speak_it() -> None:
    text = HEAD.format("It was no fault of Karin Voss.").replace("It is late", "She did all that she could")
    assert summarize(text, engine="extractive").claims[-1].source.name == "Olga Brink"
