"""Who acts in the sentence before a quotation speaks it, whatever the verb; who is told not to react does not."""

from __future__ import annotations

import pytest

from summarizer import summarize

BEFORE = "There is a picture of Emil Krogh on the wall. “That is not me,” he says. "


def speaker_of(text: str, words: str) -> str:
    claims = summarize(text, engine="extractive").claims
    return next(claim.source.name for claim in claims if words in claim.text)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("His wife, Berta, comes in with the tea.", "Berta"),
        ("His wife, Berta, laughs.", "Berta"),
        ("Berta Krogh comes in with the tea.", "Berta Krogh"),
        ("The baker, Berta Lind, shook her head.", "Berta Lind"),
        ("At noon his neighbour contradicts him.", "his neighbour"),
        ("Then a porter passes with a trunk.", "a porter"),
        ("He taps the glass.", "Emil Krogh"),
    ],
)
def test_who_acts_before_a_quotation_speaks_it(sentence: str, name: str) -> None:
    assert speaker_of(f"{BEFORE}{sentence} “Of course it is you.”", "Of course it is you") == name


@pytest.mark.parametrize("reaction", ["did not laugh", "does not answer", "didn’t react", "did not look up"])
def test_who_does_not_react_does_not_speak(reaction: str) -> None:
    assert speaker_of(f"{BEFORE}His wife {reaction}. “It is my brother.”", "It is my brother") == "Emil Krogh"


@pytest.mark.parametrize("action", ["did not hesitate", "does not agree"])
def test_who_does_not_hesitate_does(action: str) -> None:
    assert speaker_of(f"{BEFORE}His wife {action}. “It is you.”", "It is you.") == "His wife"


@pytest.mark.parametrize("line", ["With Krogh, the bad name grows.", "The town elders of Ostby."])
def test_a_headline_acts_in_nothing(line: str) -> None:
    report = summarize(f"{line}\n\n“I would rather have a goat than a chair in that hall.”", engine="extractive")
    assert report.claims == ()


@pytest.mark.parametrize(
    ("listener", "name"),
    [("Somebody laughed.", "Emil Krogh"), ("The crowd laughed.", "Emil Krogh"), ("His wife laughed.", "His wife")],
)
def test_who_only_listens_does_not_speak(listener: str, name: str) -> None:
    assert speaker_of(f"{BEFORE}{listener} “It is my brother.”", "It is my brother") == name
