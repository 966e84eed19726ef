from __future__ import annotations

import pytest

from summarizer.attribution.sources import vocabulary as vocab


@pytest.mark.parametrize(
    ("noun", "singular"),
    [
        ("officials", "official"),
        ("parties", "party"),
        ("churches", "church"),
        ("bosses", "boss"),
        ("taxes", "tax"),
        ("press", "press"),
        ("campus", "campus"),
        ("crisis", "crisis"),
        ("gas", "gas"),
        ("mayor", "mayor"),
    ],
)
def test_the_singular_of_a_noun(noun: str, singular: str) -> None:
    assert vocab.singular(noun) == singular


@pytest.mark.parametrize(
    ("noun", "personal"),
    [("baker", False), ("pilot", True), ("pilots", True), ("villagers", True), ("bystanders", True), ("report", False)],
)
def test_which_nouns_stand_for_people(noun: str, personal: bool) -> None:
    assert vocab.is_personal(noun) is personal


@pytest.mark.parametrize(("word", "gender"), [("spokeswoman", "woman"), ("mrs", "woman"), ("king", "man")])
def test_nouns_and_titles_show_a_gender(word: str, gender: str) -> None:
    assert vocab.GENDERS[word] == gender


def test_words_of_one_entry_are_joined_by_a_blank() -> None:
    assert vocab.BODY_KINDS["coast guard"] == "government"
    assert not any("_" in entry for entry in (*vocab.BODY_KINDS, *vocab.PLACES))


def test_a_pattern_tries_the_longer_phrases_first() -> None:
    assert vocab.any_of({"a", "a b", "c."}) == r"a\sb|c\.|a"
    assert vocab.any_of({"a b"}, blank=" ") == "a b"
