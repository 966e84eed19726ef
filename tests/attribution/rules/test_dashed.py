"""Who speaks between dashes within a quotation."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    "text",
    [
        '"The water will rise until May, - {} said. - After that it will fall."',
        "“The water will rise until May, — said {}. — After that it will fall.”",
    ],
)
def test_both_halves_are_said(text: str) -> None:
    (claim,) = summarize(text.format("Ada Lund"), engine="extractive").claims
    assert claim.source.name == "Ada Lund"
    assert claim.text == "The water will rise until May. After that it will fall."


def test_dashes_around_something_else_are_no_insertion() -> None:
    said = said_in("“The pier – the guild said so – is old,” Ada Lund said.")
    assert [one.source for one in said] == ["Ada Lund"]
