"""Names that a claim may put for what the evidence calls them."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.references import is_called, is_people_of

ARTICLE = (
    "The ferry's owner, Norrhavn Line, rejected the claim. Captain Matthis Orlo went back. The Orsavan army fired. "
    "Minister Ana Moll resigned. Minister Bo Rask did not. The Harn guard fired at the Sund guard."
)


@pytest.mark.parametrize(
    ("name", "near", "called"),
    [
        ("Norrhavn Line", "She works for the ferry's owner.", True),
        ("Norrhavn Line", "She works for the ferry's captain.", False),
        ("Matthis Orlo", "The captain left his post.", True),
        ("Ana Moll", "The minister resigned.", False),  # there are two
    ],
)
def test_a_name_may_stand_for_what_the_article_says_that_it_is(name: str, near: str, called: bool) -> None:
    assert is_called(name, near, ARTICLE) is called


@pytest.mark.parametrize(
    ("word", "text", "near", "told"),
    [
        ("Orsavan", "The pass is closed to the Orsavan army.", "It is closed to the army.", True),
        ("Orsavan", "The pass is closed to the Orsavan army.", "It is closed to all.", False),
        ("Harn", "The Harn guard fired.", "The guard fired.", False),  # there is another guard
    ],
)
def test_a_word_may_say_whose_the_army_is_where_there_is_one(word: str, text: str, near: str, told: bool) -> None:
    assert is_people_of(word, text, near, ARTICLE) is told
