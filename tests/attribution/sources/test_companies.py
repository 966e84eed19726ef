""" "The company" is who looked like a person, where nobody else can be meant."""

from __future__ import annotations

import pytest

from summarizer.attribution.sources.bodies import BodyNoun
from summarizer.attribution.sources.companies import find_company
from summarizer.attribution.sources.index import NameIndex
from summarizer.attribution.sources.prose import Prose
from summarizer.contract.article import Article
from tests.attribution.sources.marked import sources


def company(text: str, noun: str = "company") -> str | None:
    article = Article(id="a", title="Weir breaks", text=f"Weir breaks\n\n{text}", language="en")
    prose = Prose(article)
    found = find_company(NameIndex(prose), prose.text.lower().rindex(f"the {noun}"), BodyNoun(noun, frozenset()))
    return found.name if found else None


@pytest.mark.parametrize("noun", ["company", "firm"])
def test_the_only_name_before_is_the_company(noun: str) -> None:
    assert company(f"The union accused Tolm Cranes of haste. The {noun} denied it.", noun) == "Tolm Cranes"


@pytest.mark.parametrize(
    "text",
    [
        "The union accused Ann Poe of haste. The company denied it.",
        "The union accused Tollan Moor of haste and said he had been late. The company denied it.",
        "The union accused Tollan Moor, a lawyer, of haste. The company denied it.",
        "The union accused Mr Tollan Moor of haste. The company denied it.",
        "Tollan Moor met Varn Cranes. The company denied it.",
        "Tollan Moor left Brenn Motors. The company denied it.",
        "Tollan Moor left. It rained. The company denied it.",
    ],
)
def test_where_a_person_or_another_company_may_be_meant_nobody_is(text: str) -> None:
    assert company(text) is None


@pytest.mark.parametrize("noun", ["lender", "retailer", "carmaker", "insurer"])
def test_a_noun_for_a_company_before_its_name(noun: str) -> None:
    text = f"Prices fell, [{noun} Homestead] said on Monday. “It will rain,” [the {noun}] said. [The company] left."
    assert [(one.name, one.kind) for one in sources(text)] == [("Homestead", "organization")] * 3


def test_a_surname_that_is_a_trade_is_no_company() -> None:
    assert [one.kind for one in sources("Former Ostby governor [Nora Brewer] said it rained.")] == ["person"]


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The bakery chain Tolm said it would shut. {}", "chain"),
        ("The games studio Tolm said it would shut. {}", "studio"),
        ("Tolm, a wine label with 40 vines, will shut. {}", "label"),
        ("Tolm, a tram operator, will shut. {}", "tram operator"),
        ("The choir Tolm met the press. {}", "choir"),
    ],
)
def test_a_body_may_be_called_by_the_noun_beside_its_name(text: str, noun: str) -> None:
    assert sources(text.format(f"“It hurts,” [the {noun}] said."))[0].name == "Tolm"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The studio Tolm sued Varn, a rival studio. [The studio] said it hurt.", "The studio"),
        ("The wine label Tolm will shut. [The record label] said it hurt.", "The record label"),
        ("Captain Ole Tolm ran a studio. [The studio] said it hurt.", "The studio"),
        ("The builder Ole Tolm will go. [The studio] said it hurt.", "The studio"),
        ("The court of audit met. [The studio] said it hurt.", "The studio"),
    ],
)
def test_another_body_keeps_its_own_words(text: str, name: str) -> None:
    assert sources(text)[0].name.lower() == name.lower()


def test_a_noun_that_opens_the_sentence_tells_what_a_body_is() -> None:
    assert sources("Toy maker Tolm cut its price. “Buy,” [the toy maker] said.")[0].name == "Tolm"
