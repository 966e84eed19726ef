"""Statements at second hand: who said it, and who passes it on."""

from __future__ import annotations

import pytest

from summarizer import summarize

SECOND_HAND = [
    (
        "The Varn News Agency quoted an official as saying that the wall had failed.",
        "an official",
        ["Varn News Agency"],
    ),
    (
        "An official was quoted by the Varn News Agency as saying the wall had failed.",
        "An official",
        ["Varn News Agency"],
    ),
    ("An official was quoted as saying that the wall had failed.", "An official", []),
    ("Radio Lund quoted Mayor Anna Reil as saying: “The wall had failed.”", "Anna Reil", ["Radio Lund"]),
    ("“The wall had failed,” Mayor Anna Reil was quoted as saying by Radio Lund.", "Anna Reil", ["Radio Lund"]),
    ("Lund was quoted as saying by the Varn Post newspaper that the wall had failed.", "Lund", ["Varn Post"]),
    ("“The wall had failed,” the Arle Times quoted the mayor as saying.", "the mayor", ["Arle Times"]),
    ("“The wall had failed,” Radio Lund quoted the mayor as saying Friday in the hall.", "the mayor", ["Radio Lund"]),
    ("The mayor, who was quoted by Radio Lund as saying that the wall had failed, left.", "The mayor", ["Radio Lund"]),
    ("Reuters reported the flood, quoting a nurse as saying that the wall had failed.", "a nurse", ["Reuters"]),
    ("The wall had failed, Reuters reported on Monday, citing two officials.", "two officials", ["Reuters"]),
    ("Reuters reported on Monday, citing police, that the wall had failed.", "police", ["Reuters"]),
    (
        "Citing a senior official, the Arle Times reported that the wall had failed.",
        "a senior official",
        ["Arle Times"],
    ),
    (
        "State television, quoting the interior ministry, said the wall had failed.",
        "interior ministry",
        ["State television"],
    ),
    ("According to Reuters, citing the harbour police, the wall had failed.", "harbour police", ["Reuters"]),
    (
        "The mayor told the Arle Times, according to Reuters, that the wall had failed.",
        "The mayor",
        ["Arle Times", "Reuters"],
    ),
    (
        "Mayor Anna Reil said the wall had failed, as was first reported by the Evening Herald.",
        "Anna Reil",
        ["Evening Herald"],
    ),
    ("The wall had failed, NVT said, citing an unnamed nurse.", "an unnamed nurse", ["NVT"]),
    ("The wall had failed, the mayor said, state agency Norpress reported.", "the mayor", ["Norpress"]),
    (
        "The wall had failed, according to the Evening Herald, which cited a harbour official.",
        "a harbour official",
        ["Evening Herald"],
    ),
    ("The board, citing the Norland Dams Database, said the wall had failed.", "board", ["Norland Dams Database"]),
    ("Anna Reil said in a tweet that the wall had failed.", "Anna Reil", ["Twitter"]),
    (
        "A memo obtained by the Vale Herald says that the wall had failed.",
        "A memo obtained by the Vale Herald",
        ["Vale Herald"],
    ),
    (
        "The mayor said the wall had failed, according to Reuters, in an interview with the BBC.",
        "The mayor",
        ["Reuters", "BBC"],
    ),
]


@pytest.mark.parametrize(("text", "source", "via"), SECOND_HAND)
def test_who_is_quoted_is_the_source_and_who_quotes_passes_it_on(text: str, source: str, via: list[str]) -> None:
    claims = summarize(text, engine="extractive").claims
    claim = next(one for one in claims if "wall" in one.text)
    assert (claim.source.name, list(claim.via)) == (source, via)
    assert claim.text.rstrip(".").lower() == "the wall had failed"
    assert [one for one in claims if "wall" in one.text] == [claim]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Arle Times reported, citing legal risks, that the wall had failed.", "Arle Times"),  # risks do not speak
        ("Mayor Anna Reil said, citing police figures, that the wall had failed.", "Anna Reil"),  # she says so herself
    ],
)
def test_who_cites_a_thing_or_is_no_medium_stays_the_source(text: str, source: str) -> None:
    claims = summarize(text, engine="extractive").claims
    assert [(one.source.name, one.via) for one in claims if "wall" in one.text] == [(source, ())]


def test_the_medium_that_cites_somebody_is_spoken_of_next() -> None:
    text = "The channel said that the wall had failed, quoting witnesses. It said nobody had died."
    claims = summarize(text, engine="extractive").claims
    assert [(one.source.name, one.via) for one in claims] == [("witnesses", ("channel",)), ("channel", ())]


def test_reports_before_a_verb_are_no_verb() -> None:
    claims = summarize("Media reports quoted a nurse as saying there was a flood.", engine="extractive").claims
    assert [(one.source.name, one.text) for one in claims] == [("a nurse", "there was a flood")]


def test_the_bell_that_reports_what_others_say_is_a_medium() -> None:
    text = "Citing people familiar with the talks, the Bell reported that the wall had failed."
    (claim,) = summarize(text, engine="extractive").claims
    assert (claim.source.name, claim.via) == ("people familiar with the talks", ("Bell",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill burned, the Elm Mercury reported, citing a source in the fire service.",
         ("a source in the fire service", ("Elm Mercury",))),
        ("The mill burned, the Elm Mercury reported, citing guards briefed on the case.",
         ("guards briefed on the case", ("Elm Mercury",))),
        ("The mill burned, the Elm Mercury reported, without citing a source.", ("Elm Mercury", ())),
        ("The mill burned, the weekly Kolos reported a former guard as saying.", ("a former guard", ("Kolos",))),
        ("The mill burned in May, as the Elm Mercury first reported.", ("Elm Mercury", ())),
        ("The mill burned, the Norda agency reported, citing court filings.", ("court filings", ("Norda agency",))),
        ("The mill burned, according to a copy of the map seen by Radio Elm.", ("a copy of the map", ("Radio Elm",))),
        ("The mill burned, according to a guard contacted by Radio Elm.", ("a guard", ("Radio Elm",))),
        ("The mill burned, according to a source in the fire service.", ("a source in the fire service", ())),
    ],
)  # fmt: skip
def test_who_is_cited(text: str, expected: tuple[str, tuple[str, ...]]) -> None:
    (claim,) = summarize(text, engine="extractive").claims
    assert (claim.source.name, claim.via) == expected
    assert claim.text.startswith("The mill burned")
