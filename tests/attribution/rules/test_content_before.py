"""Where what is said begins that stands before its cue."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.rules.content_before import content_before
from tests.attribution.reading import Tokens, tokens_of


def _content(read: Tokens) -> str | None:
    return read.words(content_before(read.site, read.source[0] - 1))


@pytest.mark.parametrize(
    "marked",
    [
        "[The dam will hold], {Ostrand} <said>.",
        "[“The dam will hold,”] {Ostrand} <said>.",
        "[In May, the dam fell], {Ostrand} <said>.",
        "[They have “no hope left,”] {Ostrand} <said>.",
        "The old toll ([it was late], {Lund} <says>) fell.",
    ],
)
def test_content_begins_with_its_sentence_or_behind_a_bracket(marked: str) -> None:
    read = tokens_of(marked)
    assert _content(read) == read.words(read.content)


@pytest.mark.parametrize(
    "marked",
    [
        "Pressed by the host, {Lund} <said> nothing.",
        "When the rain came, {Lund} <said>.",
        "In her last concert, {Lund} <told> the story.",
        "Asked who wrote “Harbour Lights” {Lund} <said> nothing.",
    ],
)
def test_what_only_leads_to_its_sentence_and_a_title_are_no_content(marked: str) -> None:
    assert _content(tokens_of(marked)) is None


@pytest.mark.parametrize("noun", ["claim", "belief", "accusation"])
def test_what_is_said_may_hold_what_another_claims(noun: str) -> None:
    claims = summarize(f"Tromp’s {noun} that it was late had hurt the crews, Bidel said.", engine="extractive").claims
    assert (claims[0].source.name, claims[0].text) == ("Bidel", f"Tromp’s {noun} that it was late had hurt the crews")
    assert [claim.via for claim in claims[1:]] == [("Bidel",)]


def test_whose_claim_it_was_is_no_speaker_of_the_next_quotation() -> None:
    text = (
        "Joe Bidel spoke in Tarn.\n\nTromp’s claim that it was late had hurt the crews, Bidel said.\n\n"
        "“If my son were there, he would come home,” he said."
    )
    claims = summarize(text, engine="extractive").claims
    assert claims[-1].source.name == "Joe Bidel"
