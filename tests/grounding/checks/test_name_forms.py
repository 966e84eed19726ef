"""A name may stand in a claim in another of its forms, and in no other name's place."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.contract.report import Source
from summarizer.grounding.checks.line_checks import check_line
from summarizer.grounding.checks.name_forms import is_no_name, spelt_out

ARTICLE = (
    "Tarnby Harbour Fund to build a pier. The Ministry of Tides, based in Gorm, Ore., gave money for it. "
    "Edda Lorn, the fund's head, was glad. Lise Holt was not. Lise’s brother Per had left Gorm in May. "
    "Both Gov. Odd Brandt and the town of Fell asked for a ferry. The petitioners were told to wait by the MoT. "
    "Tarnby Harbour’s largest giver was a baker. “They’ll pay for it and Edda Lorn will thank them,” AG Siv Rask said."
)


def codes(text: str, evidence: str, *speakers: str) -> list[str]:
    """The checks on a text that rests on a piece of the article."""
    at = ARTICLE.index(evidence)
    sources = [Source(name=name, kind="person") for name in speakers]
    return [one.code for one in check_line(Article(id="pier", text=ARTICLE), text, [(at, at + len(evidence))], sources)]


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Lise Holt's brother Per had left Gorm in May.", "Lise’s brother Per had left Gorm in May."),
        ("The Ministry of Tides is based in Gorm, Oregon.", "The Ministry of Tides, based in Gorm, Ore."),
        ("The Fund's largest giver was a baker.", "Tarnby Harbour’s largest giver was a baker."),
        ("Brandt and Fell were told to wait by the MoT.", "The petitioners were told to wait by the MoT."),
        ("Siv Rask, the Attorney General, said they will pay for it.", "They’ll pay for it"),
    ],
)
def test_another_form_of_a_name_is_no_other_name(text: str, evidence: str) -> None:
    assert codes(text, evidence, "Siv Rask") == []


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Edda Lorn's brother Per had left Gorm in May.", "Lise’s brother Per had left Gorm in May."),
        ("The Ministry of Tides is based in Fell, Ore.", "The Ministry of Tides, based in Gorm, Ore."),
        ("The Ministry's largest giver was a baker, Brandt said.", "Tarnby Harbour’s largest giver was a baker."),
        ("Lise Holt and Fell were told to wait by Edda Lorn.", "The petitioners were told to wait by the MoT."),
    ],
)
def test_another_name_is_doubted(text: str, evidence: str) -> None:
    assert codes(text, evidence) != []


@pytest.mark.parametrize("word", ["They", "They’ll", "She's", "We've", "I’m"])
def test_a_pronoun_names_nobody_in_whatever_form(word: str) -> None:
    assert is_no_name(word)


@pytest.mark.parametrize("word", ["Shell", "Rask", "Lorn’s"])
def test_a_name_does(word: str) -> None:
    assert not is_no_name(word)


def test_states_are_spelt_out_behind_a_point_and_offices_as_they_stand() -> None:
    assert spelt_out("in Gorm, Ore., the AG said") == "Oregon Attorney General"
    assert spelt_out("the ore of Gorm; La Paz") == ""


@pytest.mark.parametrize(("held", "is_doubted"), [("the U.S.", False), ("Washington", False), ("Gorm", True)])
def test_the_united_states_have_short_forms(held: str, is_doubted: bool) -> None:
    body = f"U.S. ships came late. Rask left the pier after {held} sent a ferry."
    at = body.index("Rask")
    text = "Rask left the pier after the United States sent a ferry."
    found = check_line(Article(id="ferry", text=body), text, [(at, len(body))])
    assert bool([one for one in found if one.code.startswith("name")]) is is_doubted
