"""What stand a statement takes."""

from __future__ import annotations

import pytest

from tests.attribution.reading import only_statement


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Lund called the vote a farce.", "condemns"),
        ("Lund called the choir a gift to the valley.", "supports"),
        ("Lund called the hall a barn.", "asserts"),
        ("Lund said the vote was late.", "asserts"),
        ("Lund called the plan no mistake.", "asserts"),
        ("Lund described the crew as heroic.", "supports"),
        ("Lund told the crews to leave the hall.", "demands"),
        ("Lund asked the guild to wait.", "demands"),
        ("Lund asked whether the guild would wait.", "other"),
        ("Lund ordered the crews to leave the hall.", "demands"),
        ("Lund alleged that the guild had hidden the sums.", "accuses"),
        ("Lund did not call the vote a farce.", "other"),
        ("Lund called the law a gift to the rich.", "condemns"),
        ("Lund said: “This vote was simply a disgrace.”", "condemns"),
        ("Lund said: “This vote was no disgrace.”", "asserts"),
        ("“The guild must pay for the boats,” said Lund.", "demands"),
        ("“The guild must have paid for the boats,” said Lund.", "asserts"),
        ("“Close the hall today,” said Lund.", "demands"),
        ("“Let me tell you a story,” said Lund.", "asserts"),
        ("“I never touched the money,” Lund said.", "denies"),
        ("Lund said that the reports of a fire were false.", "denies"),
        ("Lund said he had done nothing wrong.", "denies"),
        ("“They lied to us,” Lund said.", "accuses"),
        ("“We will rebuild the hall,” Lund said.", "promises"),
        ("“We will be late,” Lund said.", "asserts"),
        ("“We fully support the guild,” Lund said.", "supports"),
        ("“If they come back, we will shoot,” Lund said.", "warns"),
        ("“Is this a disgrace?” Lund said.", "asserts"),
        ("The guard confessed that he had slept.", "confirms"),
        ("Lund admitted that the sums were wrong.", "confirms"),
        ("The prosecutor charged that Lund had hidden the sums.", "accuses"),
        ("Lund doubted that the guild would wait.", "other"),
        ("Lund said the guild had stolen the votes.", "accuses"),
        ("Lund said she supported the strike.", "supports"),
        ("Lund said she stood by the gate.", "asserts"),
        ("The minister said the government would compensate the farmers.", "promises"),
        ("The minister said the government would fall in May.", "asserts"),
        ("Doctors advise parents to wait.", "demands"),
        ("There are fears that the dam will burst.", "warns"),
        ("Lund is opposed to the sale.", "condemns"),
        ("Lund is supportive of the sale.", "supports"),
    ],
)
def test_the_words_after_a_cue_decide_with_it(text: str, stance: str) -> None:
    assert only_statement(text).stance == stance


def test_a_joke_between_friends_is_no_blame() -> None:
    assert only_statement("Lund said the list was “a joke between friends”.").stance == "asserts"
    assert only_statement("Lund said the list was “a joke”.").stance == "condemns"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Lund lamented the closure of the mill.", "condemns"),
        ("Lund lamented that the mill was shut.", "asserts"),
        ("Lund scoffed at claims that he was broke.", "denies"),
        ("Doctors advise against swimming after thunder.", "warns"),
    ],
)
def test_who_laments_scoffs_or_advises_against_takes_a_stand(text: str, stance: str) -> None:
    assert only_statement(text).stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Lund says the decree is “a joke in poor taste”.", "condemns"),
        ("“I never said that,” said Lund.", "denies"),
        ("Lund called the ruling “an answer to our prayers”.", "supports"),
    ],
)
def test_marks_within_what_is_said_do_not_hide_its_stand(text: str, stance: str) -> None:
    assert only_statement(text).stance == stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Lund described those reports as “wide of the mark”.", "denies"),
        ("Lund called the report “inaccurate and malicious”.", "denies"),
        ("Lund called the harbour “wide”.", "asserts"),
        ("Lund called the test “elegant”.", "supports"),
    ],
)
def test_who_calls_a_report_untrue_denies_it(text: str, stance: str) -> None:
    assert only_statement(text).stance == stance


def test_what_must_be_so_as_somebody_sees_it_is_no_demand() -> None:
    assert only_statement("Lund said the only reason must be “a hidden debt.”").stance == "asserts"
    assert only_statement("Lund said the council must act.").stance == "demands"


@pytest.mark.parametrize("words", ["pushed back on the charges", "pushed back against the claim"])
def test_to_push_back_is_to_deny(words: str) -> None:
    assert only_statement(f"Lund {words}.").stance == "denies"


def test_what_is_described_is_not_what_it_is_described_as() -> None:
    assert only_statement("Pell described the fall of the tyrant as good news.").stance == "asserts"
    assert only_statement("Pell described the levy as a disgrace.").stance == "condemns"
    assert only_statement("Pell called the motion a disgrace as the crew left.").stance == "condemns"
