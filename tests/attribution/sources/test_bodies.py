"""Which noun can stand for a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer import summarize
from summarizer.attribution.sources.bodies import BodyNoun, body_callings_of, is_called, stands_for
from summarizer.attribution.sources.phrase import read_body_noun, read_phrase
from tests.attribution.sources.marked import mark, names

if TYPE_CHECKING:
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Referent


def test_what_an_article_calls_a_body() -> None:
    index = mark("The river shipping firm Brenn & Co, a family business, grew.").index
    called = body_callings_of(index.prose, only_body(index))
    assert {"co", "firm"} <= called.nouns
    assert {"river", "shipping"} <= called.words


def only_body(index: NameIndex) -> Referent:
    return next(iter(index.referents.values()))


def test_a_noun_is_read_with_all_that_it_says() -> None:
    marked = mark("Then [the small ministry of fish] spoke.")
    phrase = read_phrase(marked.index, *marked.mentions[0])
    assert read_body_noun(phrase, marked.article.text) == BodyNoun("ministry", frozenset({"small", "fish"}))


@pytest.mark.parametrize(
    ("noun", "nouns", "called"),
    [
        ("company", {"ferries"}, True),
        ("firm", {"firm"}, True),
        ("paper", {"newspaper"}, True),
        ("bank", {"company"}, False),
        ("union", {"company"}, False),
    ],
)
def test_a_wider_noun_takes_the_place_of_a_narrower_one(noun: str, nouns: set[str], called: bool) -> None:
    assert is_called(noun, frozenset(nouns)) is called


def test_a_body_of_another_kind_is_not_meant() -> None:
    index = mark("The ferry firm Brenn grew.").index
    firm = only_body(index)
    called = body_callings_of(index.prose, firm)
    assert stands_for(BodyNoun("company", frozenset()), firm, called)
    assert not stands_for(BodyNoun("union", frozenset()), firm, called)
    assert not stands_for(BodyNoun("company", frozenset({"parent"})), firm, called)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[The ferry firm Brenn] cut jobs. “We regret it,” [the company] said.", "Brenn"),
        ("[The ferry firm Brenn] cut jobs. “We will strike,” [the union] said.", "union"),
        ("[The ferry firm Brenn] cut jobs. [The parent company] said why.", "parent company"),
        ("[The pilots' union PUO] struck. “Our offer was fair,” [the company] said.", "company"),
        ("[The Ministry of Fish] said no. [The ministry of trade] said yes.", "ministry of trade"),
        ("[The Ministry of Fish] said no. [The fish ministry] said why.", "Ministry of Fish"),
        ("[The Fishers' Union] struck. [The union] said why.", "Fishers' Union"),
        ("Brenn grew. The tax office had looked at it. [The office] said so.", "tax office"),
        ("[The ferry firm Brenn] cut jobs. “We regret it,” [she] said.", "she"),
    ],
)
def test_a_bare_noun_means_only_a_body_that_it_fits(text: str, name: str) -> None:
    assert names(text)[-1] == name


def test_a_body_called_before_a_comma_is_no_other_body() -> None:
    text = "Velour Group makes bags. [The union], Stitch, said it was angry. [The company] said no."
    assert names(text) == ["Stitch", "Velour Group"]


def test_what_a_body_is_for_does_not_stand_for_it() -> None:
    text = "Frogs are known to the Fell Centre for Frog Research. The research, paid by Lund, shows that they rest."
    assert [claim.source.name for claim in summarize(text, engine="extractive").claims] == ["research"]
    other = "Frogs were counted by the Fell Centre for Frog Research. The centre said that they rest."
    assert "Fell Centre" in summarize(other, engine="extractive").claims[0].source.name


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Vestra Airways", "airline"),
        ("Lorne Bank", "lender"),
        ("Lorne Insurance", "insurer"),
        ("Ostra Motors", "carmaker"),
        ("Vestra Pharma", "drugmaker"),
    ],
)
def test_the_name_of_a_company_tells_what_it_does(name: str, noun: str) -> None:
    assert names(f"{name} cut 300 jobs. “We acted late,” [the {noun}] said.") == [name]
    assert names(f"{name} cut 300 jobs. “We acted late,” [the shipbuilder] said.") == ["shipbuilder"]
