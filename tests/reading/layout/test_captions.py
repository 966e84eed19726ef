"""Captions and credits are kept apart from body text, and what attributes a statement is always body."""

from __future__ import annotations

import pytest

from summarizer.reading.layout.captions import is_caption, is_credit, may_be_caption

SPOKEN = ["said", "told", "announced", "according to", "denied", "warned"]


@pytest.mark.parametrize(
    "text",
    [
        "Getty Images",
        "Reuters",
        "JO LUNT / AFP / Getty Images",
        "Ministry of Rivers/Handout",
        "Courtesy of the Lunt family",
    ],
)
def test_a_line_that_is_nothing_but_a_credit(text: str) -> None:
    assert is_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jo Lunt",
        "The gate is stuck.",
        "Reuters reported it first.",
        "A boat at the gate / a man on the quay",
        "x" * 200 + "/Reuters",
    ],
)
def test_a_line_that_is_more_or_less_than_a_credit(text: str) -> None:
    assert not is_credit(text)


@pytest.mark.parametrize(
    "text",
    [
        "A boat at the gate of Ferrow. Photo: Jo Lunt",
        "A boat at the gate of Ferrow (Reuters)",
        "A boat at the gate of Ferrow [AP Photo]",
        "gate-of-ferrow.png",
        "![A boat](gate.png)",
        "FILE PHOTO: A boat at the gate of Ferrow",
        "A boat is pictured here at the gate of Ferrow",
    ],
)
def test_a_caption_says_that_it_is_one(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize("spoken", SPOKEN)
def test_a_picture_that_somebody_speaks_of_is_body(spoken: str) -> None:
    text = f"In this photo a boat is at the gate, Jo Lunt {spoken} the board."
    assert is_caption(text.replace(spoken, "of"))
    assert not is_caption(text)


@pytest.mark.parametrize("spoken", SPOKEN)
def test_what_attributes_a_statement_is_no_caption_above_a_credit(spoken: str) -> None:
    assert not may_be_caption(f"The gate is stuck, the keeper {spoken} everybody.")
    assert may_be_caption("A boat waits at the gate of Ferrow")


def test_a_long_paragraph_is_no_caption() -> None:
    text = "A boat waits at the gate. " * 30
    assert not may_be_caption(text)
    assert not is_caption(f"Photo: {text}")


@pytest.mark.parametrize("credit", ["(Photo: Jo Lunt/AP)", "(File photo: Jo Lunt)", "(Jo Lunt/AP)"])
def test_a_credit_behind_whole_sentences_of_a_report_makes_no_caption_of_them(credit: str) -> None:
    assert not is_caption(f"The keeper, Ada Lund, said the gate was shut. {credit}")
