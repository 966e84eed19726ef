"""Names that a claim may put for what the evidence calls them."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.checks.passage import read_passage
from summarizer.grounding.checks.references import (
    abbreviates,
    is_called,
    is_called_by_first_name,
    is_completed,
    is_people_of,
    referred_words,
)

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


RACE = (
    "Edda Lorn faced Tomas Reil. Reil was late. Both candidates came to the pier. These two rivals will dance. "
    "She spoke of her boat."
)


@pytest.mark.parametrize(
    ("text", "quote", "told"),
    [
        ("Lorn and Reil came to the pier.", "Both candidates came to the pier.", True),
        ("Reil spoke of his boat.", "She spoke of her boat.", False),
        ("Lorn and Reil will dance.", "These two rivals will dance.", True),
    ],
)
def test_both_are_those_just_named_and_she_is_no_man(text: str, quote: str, told: bool) -> None:
    at = RACE.index(quote)
    passage = read_passage(Article(id="race", text=RACE), text, [(at, at + len(quote))])
    assert ("Reil" in referred_words(passage, adds=False)) is told


def test_initials_are_those_of_a_name_within_others() -> None:
    assert abbreviates("SLG", "Moll and Sund Line Guild head Bo Rask")
    assert not abbreviates("SGL", "Moll and Sund Line Guild head Bo Rask")


@pytest.mark.parametrize(
    ("near", "told"), [("“Sol’s a friend,” he said.", True), ("“Ana’s a friend,” he said.", False)]
)
def test_a_surname_that_is_a_firm_s_as_well_is_of_who_bears_it(near: str, told: bool) -> None:
    text = f"Former mayor Sol Kelper bakes. Kelper Bread, a firm, sells it. Mayor Ana Moll came. {near}"
    at = text.index(near)
    passage = read_passage(Article(id="bread", text=text), "Kelper is a friend.", [(at, at + len(near))])
    assert is_called_by_first_name(passage, "Kelper", near) is told


@pytest.mark.parametrize(
    ("name", "article", "completed"),
    [
        ("Varn County", "A flood hit Varn. It cost the county millions.", True),
        ("Kell Island", "Boats left Kell. The island is dry.", True),
        ("Varn County", "A flood hit New Varn. It cost the county millions.", False),
        ("Varn County", "A flood hit Varn and Marle County. It cost the county millions.", False),
    ],
)
def test_a_place_may_be_named_with_what_it_is(name: str, article: str, completed: bool) -> None:
    near = article.split(". ", 1)[1]
    assert is_completed(name, f"It cost {name} millions.", near, article) is completed
