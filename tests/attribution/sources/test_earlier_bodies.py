from __future__ import annotations

import pytest

from summarizer.attribution.sources.bodies import BodyNoun
from summarizer.attribution.sources.earlier_bodies import EarlierBodies
from tests.attribution.sources.marked import mark, names


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("The Delta Brigades struck. [The group] left.", "group", "Delta Brigades"),
        ("The Ostby Herald printed it. [The ministry] left.", "ministry", None),
        ("John Alder slept. [It] left.", None, None),
    ],
)
def test_a_noun_means_a_body_that_it_fits(text: str, noun: str | None, name: str | None) -> None:
    marked = mark(text)
    wanted = BodyNoun(noun, frozenset()) if noun is not None else None
    found = EarlierBodies(marked.index, marked.mentions[0][0], ()).find(wanted)
    assert (found.name if found is not None else None) == name


def test_what_stands_for_a_body_is_not_who_speaks_for_it() -> None:
    text = "[A spokesperson for the university] said so. Mayor Tom Hale called it late. [The university] denied it."
    assert names(text)[1] == "university"


def test_a_party_is_no_charity() -> None:
    text = "Nora Quist leads the Labour group. “It is late,” [the {}] said."
    assert names(text.format("charity")) == ["charity"]
    assert names(text.format("party")) == ["Labour"]


@pytest.mark.parametrize(
    "town", ["ORSK, March 3 (Nordwire) - ", "TILBY (Nordwire) - ", "ARLE, Norland, May 3 (Nordwire) -- ", ""]
)
def test_the_town_of_a_dateline_is_no_company(town: str) -> None:
    told = "Orsk Water was fined on Tuesday, the regulator said.\n\n[The company] said it would appeal."
    assert names(f"A long day\n\n{town}{told}") == ["Orsk Water"]
    named = "Halvor Lines was fined on Tuesday, the regulator said.\n\n[The company] said it would appeal."
    assert names(f"A long day\n\n{town}{named}") == ["Halvor Lines"]
