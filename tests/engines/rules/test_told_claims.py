"""A claim is told as a key point in its own sentence, so that it stands alone, or not at all."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.contract.draft import DraftClaim
from summarizer.engines.rules.told_claims import (
    has_name,
    is_dangling,
    is_pointer,
    points_by_name,
    tell_claim,
)


def claim(quote: str, source: str = "Tomas Reil", sentence: int = 2, **more: str) -> DraftClaim:
    fields = {"kind": "person", "stance": "asserts", "text": quote, "mention": source, **more}
    return DraftClaim(sentence=sentence, quotes=(quote,), source=source, **fields)


def told(text: str, one: DraftClaim) -> str | None:
    point = tell_claim(Article(id="a", text=text), one, 1, "")
    return point.text if point else None


def test_the_sentence_is_told_with_the_name_in_the_place_of_he() -> None:
    text = "Engineer Tomas Reil left the hall of Varn. He said the wall was hollow in June."
    assert (
        told(text, claim("the wall was hollow in June", mention="He")) == "Tomas Reil said the wall was hollow in June."
    )


def test_he_before_the_one_whom_the_sentence_is_about_is_not_named() -> None:
    text = (
        "Engineer Tomas Reil led the builders of Varn. After struggling to show that he knew the wall, Reeve Jo Lind "
        "said the town would pay for it."
    )
    assert told(text, claim("he knew the wall", mention="he")) is None


@pytest.mark.parametrize(
    ("mention", "pointer"), [("He", True), ("The engineer", True), ("NKV", True), ("Tomas Reil", False)]
)
def test_pronouns_nouns_and_initials_point_at_a_source(mention: str, pointer: bool) -> None:
    assert is_pointer(claim("it fell", mention=mention)) is pointer


def test_what_a_source_is_called_by() -> None:
    assert has_name(claim("it fell", "the Varn council"))
    assert not has_name(claim("it fell", "officials"))
    assert points_by_name(claim("it fell", mention="The engineer", role="engineer"))
    assert not points_by_name(claim("it fell", mention="The rider", role="engineer"))


def test_a_text_that_ends_with_a_word_for_more_dangles() -> None:
    assert is_dangling("The wall fell and")
    assert not is_dangling("The wall fell")


def test_no_name_is_put_before_the_same_name_with_its_title() -> None:
    text = "The clinic of Kell is full. Its director, Dr Henk Moor, says 14 of the injured are very ill."
    assert (
        told(text, claim("14 of the injured are very ill", "Henk Moor", mention="Its director", role="director"))
        is None
    )


def test_what_is_asked_makes_no_point() -> None:
    text = "Engineer Tomas Reil came. “Why should we wait for May? I like the old wall of Kell,” Tomas Reil said."
    assert told(text, claim("Why should we wait for May? I like the old wall of Kell", role="engineer")) is None
