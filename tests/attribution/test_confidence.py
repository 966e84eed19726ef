"""How often statements like one were right: the traits that decide it, and the table of rates."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from summarizer import summarize
from summarizer.attribution.confidence import (
    CIRCUMSTANCES,
    REFERENCES,
    Traits,
    confidence_of,
    confidences,
    reference_kind,
    statement_traits,
    statements_by_start,
)
from summarizer.attribution.sources import SourceName
from summarizer.attribution.statements import article_statements
from summarizer.contract.article import Article
from summarizer.contract.statement import Form
from summarizer.text.words import read_words
from tests.conftest import ROOT

RATES = read_words("confidence")


def _traits(text: str) -> Traits:
    (only,) = statement_traits(Article(id="a", text=text))
    return only


def test_the_table_has_a_rate_for_every_form_reference_and_circumstance() -> None:
    assert set(RATES["forms"]) == set(get_args(Form))
    assert set(RATES["references"]) == set(REFERENCES)
    assert set(RATES["circumstances"]) == set(CIRCUMSTANCES)


def test_every_rate_is_a_share() -> None:
    rates = [
        rate for table in ("rules", "forms", "references", "circumstances", "models") for rate in RATES[table].values()
    ]
    assert all(0 < rate <= 1 for rate in rates)
    assert 0 < RATES["weak"] < 1


def test_every_rule_of_the_table_is_a_rule_of_the_code() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "summarizer" / "attribution").rglob("*.py"))
    words = set(re.findall(r"[a-z]+", " ".join(re.findall(r'"[^"\n]*"', code))))
    assert not [rule for rule in RATES["rules"] if not words.issuperset(rule.split("-"))]


@pytest.mark.parametrize(
    ("mention", "name", "kind", "reference"),
    [
        ("Mayor Ada Lund", "Ada Lund", "person", "name_of_a_person"),
        ("the Harbour Guild", "Harbour Guild", "organization", "name_of_a_body"),
        ("Lund", "Lund", "person", "single_name"),
        ("Lund", "Ada Lund", "person", "part_of_a_persons_name"),
        ("the guild", "Harbour Guild", "organization", "part_of_a_bodys_name"),
        ("The Harbour Party nominee", "The Harbour Party nominee", "person", "people_or_document"),
        ("he", "Lund", "person", "single_name"),
        ("the mayor", "Ada Lund", "person", "role_of_somebody_named"),
        ("she", "Ada Lund", "person", "he_or_she"),
        ("They", "Harbour Guild", "organization", "other_pronoun"),
        ("they", "they", "anonymous", "unresolved_pronoun"),
        ("two officials", "two officials", "anonymous", "people_or_document"),
        ("The other", "The other", "anonymous", "people_or_document"),
        ("the report", "the report", "document", "people_or_document"),
        ("the thing in the yard", "the thing in the yard", "anonymous", "other_words"),
        ("", "", "anonymous", "nobody"),
    ],
)
def test_how_a_source_is_named(mention: str, name: str, kind: str, reference: str) -> None:
    assert reference_kind(mention, SourceName(name, kind)) == reference  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "circumstance"),
    [
        ("Ada Lund thinks that the gate was shut.", "believed_cue"),
        ("Ada Lund suggested that the gate was shut.", "hedged_cue"),
        ("Ada Lund said “never again”.", "few_words"),
    ],
)
def test_what_stands_around_a_statement(text: str, circumstance: str) -> None:
    assert circumstance in _traits(text).circumstances


def test_a_statement_inside_another_one_says_so() -> None:
    article = Article(id="a", text="Ada Lund said that the union had warned that the wall would fall.")
    inner = [one.circumstances for one in statement_traits(article)]
    assert sorted(inner) == [(), ("inside_a_statement",)]


def test_a_plain_statement_of_somebody_named_is_surer_than_a_phrase_of_no_person() -> None:
    plain = confidence_of(_traits("Mayor Ada Lund said that the gate was shut all night."))
    vague = confidence_of(_traits("Ada Lund said that the gate was shut.")._replace(reference="other_words"))
    assert plain > 0.9 > vague


def test_a_rule_without_a_rate_takes_that_of_its_form() -> None:
    known = _traits("Ada Lund said that the gate was shut.")
    unknown = known._replace(rule="no such rule", form="passive")
    assert confidence_of(unknown) == pytest.approx(
        RATES["forms"]["passive"] * RATES["references"][known.reference], abs=0.01
    )


def test_each_statement_has_its_confidence_and_its_place() -> None:
    article = Article(id="a", text="Ada Lund said that the gate was shut. She denied that it had fallen.")
    statements = article_statements(article)
    assert list(confidences(article)) == list(statements)
    assert [statements_by_start(article)[one.content[0][0]] for one in statements] == [(one,) for one in statements]


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("…", "bare_words"),
        ("64 percent", "several_of_many"),
        ("another", "several_of_many"),
        ("the chancellery", "other_words"),
        ("farce", "bare_words"),
    ],
)
def test_words_that_name_nobody_are_told_apart(mention: str, kind: str) -> None:
    assert reference_kind(mention, SourceName(mention, "anonymous")) == kind


def test_a_lone_name_that_two_bear_is_doubtful() -> None:
    text = "“It is hard,” Erik Trum said. Dan Trum mocked the plan. “It will cost a fortune,” Trum said later."
    claims = {one.text.rstrip("."): one for one in summarize(text, engine="extractive").claims}
    assert [check.code for check in claims["It will cost a fortune"].checks] == ["weak_attribution"]
    assert not claims["It is hard"].checks


def test_it_for_a_body_is_doubted_and_for_a_letter_is_not() -> None:
    rates: list[float] = []
    for opening in ("The Harbour Board met in Ostby.", "The letter came to Ostby."):
        article = Article(id="a", text=f"{opening} “We cannot wait any longer for the new ferry,” it said.")
        rates += confidences(article).values()
    assert rates[0] < RATES["weak"] <= rates[1]


@pytest.mark.parametrize(
    ("text", "is_doubted"),
    [
        (
            "Growers like John Hale and traders like Paul Roberts came. In the evening he said it was late.",
            True,
        ),
        ("The rain fell, and John Hale met Pat Roberts at the gate. He said that it was late.", True),
        ("John Hale met the crew. He said that it was late.", False),
        ("John Hale met Mary Roberts at the gate. She said that it was late.", False),
    ],
)
def test_he_is_doubted_where_two_may_be_meant(text: str, is_doubted: bool) -> None:
    claim, _ = summarize(f"{text} The crew said that it was not.", engine="extractive").claims
    assert any(check.code == "weak_attribution" for check in claim.checks) is is_doubted


def test_a_name_with_a_title_is_doubted_where_two_may_bear_it() -> None:
    two = "Jan Brunt brought his older brother, Georg Brunt, to the hall. Mr. Brunt said that it was late."
    one = "Jan Brunt brought his older brother to the hall. Mr. Brunt said that it was late."
    doubts = [summarize(text, engine="extractive").claims[0].checks for text in (two, one)]
    assert [bool(checks) for checks in doubts] == [True, False]
