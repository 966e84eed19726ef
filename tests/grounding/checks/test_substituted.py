"""A word that stands where the article's own words have another one is told."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.alignment import align
from summarizer.grounding.checks.substituted import find_substitutes
from tests.grounding.checks.beside import passage_of


def replaced(text: str, held: str, *, before: str = "") -> list[tuple[str, str]]:
    passage = passage_of(text, held, before=before)
    return [(one.said, one.held) for one in find_substitutes(align(passage), passage.near)]


@pytest.mark.parametrize(
    ("text", "held", "told"),
    [
        ("The toll is paid for by a levy on bakers.", "It is paid for by a levy on anglers.", [("bakers", "anglers")]),
        ("She was handed a ledger and a candle.", "She was handed a ledger and a spade.", [("candle", "spade")]),
        (
            "The guild says the pier moved by an inch.",
            "The guild says the ridge moved by an inch.",
            [("pier", "ridge")],
        ),
        (
            "He had to be very swift about opening it.",
            "He had to be “very careful about opening it”.",
            [("swift", "careful")],
        ),
        (
            "She praised the bleak remarks read by Moll.",
            "She penned the bleak remarks read by Moll.",
            [("praised", "penned")],
        ),
        ("He had a stormy talk with the mayor.", "He had a “pleasant” talk with the mayor.", [("stormy", "pleasant")]),
        ("They raid old chapels used by monks.", "They raid storage barns used by monks.", [("chapels", "barns")]),
        ("Had he been born rich he would sail.", "Had he been born blind he’d sail.", [("rich", "blind")]),
        (
            "He said the captain had himself to blame.",
            "The party said the mayor had himself to blame.",
            [("captain", "mayor")],
        ),
    ],
)
def test_a_noun_in_the_place_of_another_is_told(text: str, held: str, told: list[tuple[str, str]]) -> None:
    assert replaced(text, held) == told


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The ministry said the memo was genuine.", "The ministry said the document was genuine."),
        ("Divers reached the place where it sank.", "Divers reached the site where it sank."),
        ("She was handed a ledger and a spade.", "She was handed a spade and a ledger."),
        ("He wants to double the toll on carts.", "He hopes to double the toll on carts."),  # a verb
        ("The fog took the town by surprise.", "It all began with some haze."),  # hardly a word is the article's
        ("The rescue chief said it held.", "The head of the rescue service said it held."),
        ("The wall was badly damaged by the tide.", "The wall was severely damaged by the tide."),
        ("The board counts 40 calls bringing 12 crowns in fees.", "The board counts 40 calls worth 12 crowns in fees."),
        ("It is over, although it takes a week to show.", "It is over, though it takes a week to show."),
        ("The board turned down the offer of the guild.", "The board turned away the offer of the guild."),
        ("It is led by the guild of bakers in Osk.", "It is led by the guild of bakery owners in Osk."),
    ],
)
def test_other_words_for_the_same_are_not(text: str, held: str) -> None:
    assert replaced(text, held) == []


def test_a_word_of_the_sentence_before_may_be_used() -> None:
    held = "The guild says the ridge moved by an inch."
    assert replaced("The guild says the pier moved by an inch.", held, before="The pier stands on a ridge.") == []
