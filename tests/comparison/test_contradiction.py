"""Whether the rules see a sign that two passages contradict one another, as a model says."""

from __future__ import annotations

import pytest

from summarizer import Article
from summarizer.comparison.accounts import Accounts
from summarizer.comparison.contradiction import Contradictions, Quoted
from summarizer.comparison.days import read_date
from summarizer.comparison.sources import SourceBook
from summarizer.comparison.terms import terms_of
from summarizer.comparison.topics import Events
from summarizer.comparison.updates import Order
from tests.comparison.outlets import passage

TOPIC = "The Ashel ferry sank off Wrenfold and the coast guard searched the harbour for its crew."


def seen(one: str, two: str, *, days: tuple[str, str] = ("2031-05-02", "2031-05-02"), beside: str = "", **more: str):
    """What is seen between two passages of two articles on one event, quoted whole; `beside` is the second's too."""
    articles = {
        name: Article(id=name, text=TOPIC + text, published=day)
        for name, text, day in zip("ab", (one, two), days, strict=True)
    }
    events = Events({name: [terms_of(TOPIC)] for name in articles})
    passages = [passage(one, "a"), passage(two, "b", **more)]
    accounts = Accounts(SourceBook(passages, events.is_one), Order(articles))
    published = {name: read_date(article.published) for name, article in articles.items()}
    quoted = [Quoted(each, each.text) for each in passages]
    others = [passage(beside, "b")] if beside else []
    return Contradictions([*passages, *others], accounts, events, published).between(*quoted)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("In all, twelve sailors were missing", "In all, nineteen sailors were missing"),
        ("The captain had left the bridge", "The captain had not left the bridge"),
        ("The captain left the bridge", "The captain never left the bridge of the ferry"),
        ("The ferry passed the test in May", "The ferry failed the test in May"),
    ],
)
def test_numbers_negations_and_opposites_are_signs(one: str, two: str):
    assert seen(one, two).is_conflict
    assert seen(two, one).is_conflict


@pytest.mark.parametrize(
    ("one", "two", "reason"),
    [
        ("At least 12 sailors were missing", "19 sailors were missing", "the numbers can both hold"),
        ("12 sailors were missing on Monday", "19 sailors were missing on Tuesday", "different days"),
        ("12 sailors were missing in Port Orr", "19 sailors were missing in Wrenfold", "different places"),
        ("The captain left the bridge", "The mate slept below", "nothing in the quotes excludes the other"),
        ("The captain left the bridge", "It was not clear whether the captain left the bridge", "only asks"),
        ("The captain left the bridge", "The captain might not have left the bridge", "only asks"),
    ],
)
def test_what_can_both_be_true_is_none(one: str, two: str, reason: str):
    found = seen(one, two)
    assert not found.is_conflict
    assert reason in found.reason


def test_the_higher_toll_of_a_later_article_is_an_update():
    found = seen("In all, four people had died", "In all, seven people had died", days=("2031-05-02", "2031-05-03"))
    assert found == (False, "the later number is an update of the earlier one")


def test_where_an_article_tells_both_numbers_they_are_of_different_things():
    told = ["In all, twelve sailors were missing", "On the tug, nineteen sailors were missing"]
    assert seen(*told).is_conflict
    found = seen(*told, beside="Of the crew, twelve sailors were missing")
    assert found == (False, "one of the articles tells both numbers, so they may be of different things")


def test_a_negation_of_another_thing_is_no_sign():
    found = seen("The captain asked a law firm", "No law officers had spoken to the crew")
    assert not found.is_conflict


def test_a_denial_by_its_speaker_is_a_sign():
    assert seen("The captain had left the bridge", "the captain had left the bridge", stance="denies").is_conflict
