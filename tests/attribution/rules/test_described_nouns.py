"""The noun that a participle describes."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Pell was caught on tape telling Lund to go home.", "Pell"),
        ("A man at the gate telling Lund to go home was hit.", "A man at the gate"),
    ],
)
def test_what_cannot_speak_does_not_tell(text: str, source: str) -> None:
    assert [one.source for one in said_in(text)] == [source]


@pytest.mark.parametrize("noun", ["a press release", "a release", "a note"])
def test_a_release_that_somebody_sends_speaks_for_them(noun: str) -> None:
    text = f"The Tarn Guild sent out {noun} saying that it was late."
    (claim,) = summarize(text, engine="extractive").claims
    assert (claim.source.name, claim.text) == ("Tarn Guild", "it was late")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The fans made their anger known with a banner reading: “Sell the mill”.", "a banner"),
        ("Dov Pell hung a plaque reading “The miller lived here”.", "a plaque"),
    ],
)
def test_what_is_read_is_the_thing_alone(text: str, source: str) -> None:
    assert [one.source for one in said_in(text)] == [source]


@pytest.mark.parametrize("where", ["went on record", "went on television", "took to Chirp"])
def test_where_somebody_goes_to_say_it_says_nothing(where: str) -> None:
    assert [one.source for one in said_in(f"Ada Lund {where} saying that the dam was weak.")] == ["Ada Lund"]
