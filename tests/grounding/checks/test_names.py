"""Names in a claim are held by their letters, whatever their case, accents and possessives, or doubted."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.contract.report import Source
from summarizer.grounding.checks.meanings import word_key
from summarizer.grounding.checks.names import (
    name_is_held,
    same_name,
    words_near,
    wrong_speaker,
)
from summarizer.grounding.checks.passage import read_passage

ARTICLE = "Ode Lunt, keeper of the gate at Ferrow, said that Müller’s boat was lost. The board of Marle denied it."
EVIDENCE = "Müller’s boat was lost"


def speaker(text: str, *via: str) -> str | None:
    """Whom the text of a claim names as its speaker, when that is neither its source, Ode Lunt, nor a relay."""
    at = ARTICLE.index(EVIDENCE)
    article, source = Article(id="ferrow", text=ARTICLE), Source(name="Ode Lunt", kind="person")
    return wrong_speaker(read_passage(article, text, [(at, at + len(EVIDENCE))], [source], via))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Müller's", "muller"), ("Müller’s", "MÜLLER"), ("U.S.", "US"), ("America", "US"), ("O’Neal", "ONeal")],
)
def test_words_of_a_name_are_compared_without_what_writers_vary(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(
    ("name", "is_held"),
    [("Ode Lunt", True), ("LUNT", True), ("Muller", True), ("", False), ("Ode Marn", False), ("Lun", False)],
)
def test_an_article_holds_a_name_by_all_of_its_words(name: str, is_held: bool) -> None:
    assert name_is_held(name, ARTICLE) is is_held


@pytest.mark.parametrize(
    ("name", "is_near"),
    [("Ode Lunt", True), ("Mara Lunt", True), ("Ode Marn", False), ("keeper of the gate", True), ("the board", False)],
)
def test_a_source_is_near_by_its_last_name_or_all_its_words(name: str, is_near: bool) -> None:
    assert words_near(name, "Lunt, keeper of the gate, said") is is_near


def test_two_names_may_be_one() -> None:
    assert same_name("Ode Lunt", "Keeper Lunt")
    assert same_name("the board", "The Board")
    assert not same_name("Ode Lunt", "Mara Quill")
    assert not same_name("the board of Marle", "the board of Ferrow")


def test_a_claim_that_names_another_speaker_is_doubted() -> None:
    assert speaker("Ode Lunt said the boat was lost.") is None
    assert speaker("The boat was lost.") is None
    assert speaker("Bram Holt said the boat was lost.") == "Bram Holt"
    assert speaker("The boat was lost, according to Quay Post.") == "Quay Post"
    assert speaker("The boat was lost, according to Quay Post.", "Quay Post") is None


def test_a_person_of_a_body_is_that_person() -> None:
    assert speaker("Ode Lunt of the Ferrow Guard said it sank.") is None
    assert speaker("Bram Holt of the Ferrow Guard said it sank.") is not None


def test_a_body_is_near_by_the_noun_before_of() -> None:
    assert words_near("Observatory of the Border", "by the count of the Observatory")
    assert not words_near("Ministry of Labour", "by the count of the ministry")


def test_where_a_speaker_is_from_and_who_passes_it_on_do_not_say_it() -> None:
    assert speaker("Ode Lunt of the University of Ferrow, Marle said that the boat was lost.") is None
    assert speaker("Ode Lunt of the University of Ferrow was right, Marle said.") == "Marle"
    assert speaker("Marle said Lunt had told the board that the boat was lost.", "Marle") is None
    assert speaker("Marle said the boat was lost.", "Marle") == "Marle"
