"""What follows a cue whose content stands before it."""

from __future__ import annotations

import pytest

from summarizer import summarize


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In both cases, Lund said, those gifts paid for the boat.", "In both cases those gifts paid for the boat"),
        ("In Arle, Lund said, the gulls landed on the roof.", "In Arle the gulls landed on the roof"),
        ("In both cases, Lund said, the gifts were late.", "In both cases the gifts were late"),
    ],
)
def test_a_phrase_before_the_cue_only_leads_to_what_follows(text: str, said: str) -> None:
    (claim,) = summarize(text, engine="extractive").claims
    assert (claim.source.name, claim.text.rstrip(".")) == ("Lund", said)


def test_what_is_whole_before_the_cue_does_not_go_on() -> None:
    (claim,) = summarize("The mill was lost, Lund said, a step backed by none.", engine="extractive").claims
    assert claim.text.rstrip(".") == "The mill was lost"


def test_a_that_which_stands_for_something_breaks_nothing_off() -> None:
    text = "It is a shame if she did not win by more than that, said David Wess, an analyst at the Tarn Report."
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.text.rstrip(".") == "It is a shame if she did not win by more than that"
