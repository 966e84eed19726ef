"""Who he, she, it, they and who are."""

from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.sources import SourceName
from tests.attribution.sources.marked import names, sources


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We asked the council for the minutes. [It] said that none were kept.", "council"),
        ("The council asked the firm for the minutes. [It] said that none were kept.", "It"),
        ("Ostby Zoo lost its last rhino. [The zoo] said it was sad.", "Ostby Zoo"),
    ],
)
def test_it_and_a_bare_noun_are_the_only_body_before(text: str, name: str) -> None:
    assert names(text) == [name]


def test_he_for_a_ministry_is_the_ministry() -> None:
    text = "[Veldania’s Foreign Ministry] said in a note that all was well, although [he] did not say why."
    assert names(text) == ["Veldania’s Foreign Ministry"] * 2


def test_nobody_is_invented_for_a_pronoun_without_antecedent() -> None:
    assert sources("[He] said it rained.") == [SourceName("He", "anonymous")]
    assert sources("[They] said it rained.") == [SourceName("They", "anonymous")]


def test_they_are_the_several_who_spoke() -> None:
    assert names("[Two port officials] said it sank. [They] said more.") == ["Two port officials"] * 2


@pytest.mark.parametrize("said_by", ["one", "one driver", "a driver"])
def test_of_whom_who_tells_is_meant_in_its_reason(said_by: str) -> None:
    told = f"“It is a cut,” said {said_by}, who gave no name because he feared for his job."
    text = f"Bo Renn denied that the yard had given in. {told}"
    claims = summarize(text, engine="extractive").claims
    assert {claim.source.name for claim in claims} == {"Bo Renn", said_by}


def test_it_may_be_a_body_of_somebody_in_the_sentence_before() -> None:
    assert names("The nurses’ union walked out of the talks. [It] said the offer was low.") == ["nurses’ union"]


def test_it_is_the_body_with_which_the_sentence_before_begins() -> None:
    text = "“We are late,” the Guild of Arle said. The roads ministry did not answer. In a note [it] called it old."
    assert names(text) == ["roads ministry"]
    text = "The Guild of Arle asked for more. It rained. Later [it] said it was late."
    assert names(text) == ["Guild of Arle"]


def test_it_behind_a_quotation_is_the_body_with_which_the_sentence_before_begins() -> None:
    text = "Ada Brink left. The drivers’ union has called a strike. “It was high time,” [it] said."
    assert names(text) == ["drivers’ union"]


def test_who_goes_on_writing_has_written_the_letter() -> None:
    text = (
        "“It is stock,” said [Mira Shaw], the archivist.\n\n[A letter from a niece in Perth] says he left.\n\n"
        "“He came back,” [she] writes."
    )
    assert names(text)[2] == "a niece in Perth"
