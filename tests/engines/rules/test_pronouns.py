"""Pronouns that stand for nobody whom a sentence names."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.engines.rules.pronouns import has_loose_pronoun, quotes_loosely, read_names


@pytest.mark.parametrize(
    ("text", "is_loose"),
    [
        ("“When I listened to him, I thought that it was over,” said Odd Lind.", True),
        ("Odd Lind said: “If she stays in front, nobody is heard.”", True),
        ("Odd Lind said: “Two boats sank, and we raised them.”", False),
        ("Odd Lind praised Ana Moll, saying: “She saved us.”", False),
        ("Odd Lind said: “Ana Moll saved us, and nobody thanked her.”", False),
        ("Odd Lind said: “The folks who answered to it were the old ones.”", True),
        ("Odd Lind said: “When the mill burnt, nobody missed it.”", False),
        ("Odd Lind said: “We will send these sacks to Kell.”", True),
        ("Odd Lind said: “We will send some sacks this week.”", False),
        ("Reeve Odd McLind said: “Given how old she is, it made work hard.”", True),
        ("Odd Lind said: “I hope that’s going to help the crews.”", True),
        ("Odd Bliss said: “Ana Moll was not able to lead them.”", True),
        ("Odd Lind said: “The Weavers know that we need them.”", False),
        ("Odd Lind said: “I hope that the crews will come.”", False),
    ],
)
def test_a_quotation_that_names_nobody_for_she(text: str, is_loose: bool) -> None:
    assert quotes_loosely(text) is is_loose


@pytest.mark.parametrize(
    ("text", "is_loose"),
    [
        ("Ana Moll said her boat sank.", False),
        ("In Odd Lindens, they hear a man who thinks so.", True),
        ("The millers of Kell say they are tired.", False),
        ("The Kell Echo wrote that she had won.", True),
        ("The Weavers’ Guild was angry that he won.", True),
        ("After he lost his boat, Odd Lind left Kell.", False),
        ("In her first speech, former reeve Ana Moll thanked the crews.", False),
        ("After he lost his boat, the crew of Odd Lind left Kell.", True),
        ("After Ana Moll told him, Odd Lind left Kell.", False),
        ("After the miller lost his boat, Odd Lind left Kell.", False),
        ("Most millers say they are tired, but he is as strong as ever.", True),
        ("Odd Lind said he could not weigh her words.", True),
        ("Odd Lind told Ana Moll that he could not weigh her words.", False),
    ],
)
def test_the_first_of_each_pronoun_needs_its_own_name(text: str, is_loose: bool) -> None:
    article = Article(id="a", text=text)
    assert has_loose_pronoun(article, 0, len(text), (), ()) is is_loose


def test_names_are_found_in_other_words():
    assert read_names("the mayor and Ana Moll met") == ["Ana Moll"]
    assert read_names("the mayor left") == []


def test_this_man_is_nobody_whom_only_he_follows() -> None:
    assert quotes_loosely("Ana Moll said: “They have given this man a mill in Kell and he will lose it.”")


def test_that_thing_behind_a_preposition_is_one_that_was_told_before() -> None:
    assert quotes_loosely("Ana Moll said: “Mills without that flood are like barns.”")
    assert not quotes_loosely("Ana Moll said: “The flood is why mills without that flood are like barns.”")


@pytest.mark.parametrize(
    ("named", "loose"),
    [
        ("Odd Lind, a Republican pilot, said", True),
        ("Odd Lind, a French pilot, said", True),
        ("Odd Lind, a spokesman for Ana Moll, said", False),
        ("Odd Lind, a Moll supporter, said of Moll", False),
    ],
)
def test_a_party_or_nation_is_nobody_whom_she_may_mean(named: str, *, loose: bool) -> None:
    assert quotes_loosely(f"{named}: “We do not think she will sell the boats of Kell.”") is loose


@pytest.mark.parametrize(
    ("quote", "loose"),
    [
        ("We found a lock for it in a shop", True),
        ("Nobody has the price of it", True),
        ("We found a lock and sold it", False),
        ("The wall held, for it was new", False),
    ],
)
def test_what_it_belongs_to_is_not_it(quote: str, *, loose: bool) -> None:
    assert quotes_loosely(f"Odd Lind said: “{quote}.”") is loose


def test_a_widow_is_somebody_beside_him_who_speaks() -> None:
    for text, loose in (
        ("Odd Lind said that the widow had asked him to help her.", False),
        ("Odd Lind said that the storm had led him to help her.", True),
    ):
        assert has_loose_pronoun(Article(id="a", text=text), 0, len(text), (), ()) is loose


def test_pilots_of_a_town_are_no_person_whom_his_may_mean() -> None:
    text = "Pilots of Kell burnt his shirt outside the hall."
    assert has_loose_pronoun(Article(id="a", text=text), 0, len(text), (), ())
    text = "Ana Moll of Kell burnt her shirt outside the hall."
    assert not has_loose_pronoun(Article(id="a", text=text), 0, len(text), (), ())
