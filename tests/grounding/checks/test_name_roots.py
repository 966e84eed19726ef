"""Words of names are parted, and compared, without what writers vary."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.name_roots import is_held, name_words, same_root, word_keys

ARTICLE = "Ana-Lu Moll of Pell.com has sailed to Varna."


def test_hyphens_part_words_and_apostrophes_and_dots_do_not() -> None:
    assert name_words("Ana-Lu O’Neal of the U.S.A") == ["Ana", "Lu", "O’Neal", "of", "the", "U.S.A"]


def test_a_site_is_known_without_its_ending() -> None:
    assert {"pell", "varna", "moll"} <= word_keys(ARTICLE)


@pytest.mark.parametrize(("key", "is_one"), [("varnan", True), ("varnas", True), ("varno", False), ("molls", False)])
def test_a_people_is_of_the_root_of_its_place_and_no_person_has_one(key: str, is_one: bool) -> None:
    assert is_held(key, word_keys(ARTICLE), ARTICLE) is is_one


def test_a_handle_holds_the_names_in_it() -> None:
    assert {"ana", "moll"} <= word_keys("@theAnaMoll")


def test_a_root_has_four_letters_at_least() -> None:
    assert same_root("iranian", "iran", ARTICLE)
    assert not same_root("uan", "ua", ARTICLE)
