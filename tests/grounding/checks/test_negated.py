"""What says no in other words than its evidence."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.negation import negation_difference


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The crew were not allowed to leave the ship.", "the crew were barred from leaving the ship"),
        ("The crew were forbidden to leave the ship.", "the crew were not allowed to leave the ship"),
        ("Neither Moll nor Brandt was ahead.", "Moll and Brandt were tied"),
        ("No mayor of our time has been as mild as Moll.", "Moll is the mildest mayor of our time"),
        (
            "Whether they saw the leak or not, they are safe.",
            "those who saw the leak are safe, and so are the others",
        ),
        ("The line cannot keep the old fare without losing.", "we can't keep the old fare because we'll lose"),
        ("The yard suffers from a lack of welders.", "the yard suffers from a welder shortage"),
        (
            "The raids were not expected to stop.",
            "that didn’t mean anybody expected the raids on the pier to come to a stop",
        ),
        ("Moll has no training as a diver.", "she has absolutely zero training as a diver"),
        ("The worm lives on nothing but salt.", "the worm can live on salt alone"),
        ("The clerk was sacked over the ledger.", "the clerk was dismissed over the ledger"),
        ("Sales fell by a tenth.", "sales declined by a tenth"),
        ("Sales declined by a tenth.", "sales fell by a tenth"),
        ("The club dismissed the trainer in May.", "the club sacked the trainer in May"),
    ],
)
def test_what_says_no_in_other_words_is_left_alone(text: str, evidence: str) -> None:
    assert negation_difference(text, evidence, evidence, denied=False) is None


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The crew were not barred from leaving the ship.", "the crew were barred from leaving the ship"),
        ("The crew were allowed to leave the ship.", "the crew were not allowed to leave the ship"),
        ("Neither Moll nor Brandt was tied.", "Moll and Brandt were tied"),
        ("The mayor dismissed the claim that it leaked.", "the mayor repeated the claim that it leaked"),
        ("Moll has training as a diver.", "she has absolutely zero training as a diver"),
        ("The mayor declined to pay.", "the mayor paid the bill at noon"),
        (
            "Nine would not have survived had the siren worked.",
            "nine of the dead would have lived had the siren worked",
        ),
    ],
)
def test_what_says_no_to_what_the_evidence_says_is_told(text: str, evidence: str) -> None:
    assert negation_difference(text, evidence, evidence, denied=False) is not None
