"""A word that excludes the one that the evidence has in its place is told."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.opposites import find_opposites
from tests.grounding.checks.beside import beside


@pytest.mark.parametrize(
    ("text", "held", "told"),
    [
        ("The toll rose by a crown.", "The toll fell by a crown on Monday.", [("rose", "fell")]),
        ("The toll climbed by a crown.", "The toll rose by a crown on Monday.", []),
        ("The toll rose and the rent fell.", "The toll rose and the rent fell.", []),
        ("The toll did not rise.", "The toll fell by a crown.", []),  # it did not: that is no contradiction
        ("Nine men were killed at the pier.", "Nine men were injured at the pier.", [("killed", "injured")]),
        ("The ban lasts six months.", "The ban will last six weeks.", [("months", "weeks")]),
        ("The strike is on Friday.", "The strike is on Thursday, she said.", [("Friday", "Thursday")]),
        ("The tide came before the storm.", "The tide came after the storm.", [("before", "after")]),
        ("The tide came before the storm.", "The storm came after the tide.", []),  # turned round
        ("It sank the week before, when the dam broke.", "It sank last week after the dam broke.", []),
        ("She walked with the mayor.", "Without a boat the mayor walked to the pier.", []),
        (
            "They spoke for several more hours.",
            "They spoke for an hour and for several more days.",
            [("hours", "days")],
        ),
        ("The drill has 60 minutes to go.", "The drill has 60 metres to go.", [("minutes", "metres")]),
        ("It carried 27 lorries.", "The ship carried 27 crew.", [("lorries", "crew")]),
        ("It carried 27 people.", "The ship carried 27 sailors.", []),
        ("He has sometimes fed the gulls.", "He has always fed the gulls.", [("sometimes", "always")]),
        ("Flour is plentiful.", "Flour is low in stock.", [("plentiful", "low")]),
        ("Most are registered to vote.", "The registered voters are in the majority.", []),
        ("The lead is five points.", "The lead is 5 percentage points.", []),
        ("Oil fell and prices rose.", "Oil rose, but prices fell on Friday.", [("fell", "rose")]),
        ("In the end the council kept the pier.", "The council persisted and kept the pier.", []),
        (
            "The mayor promised to finish it.",
            "He called it “a road that nobody wants” and threatened to finish it.",
            [("promised", "threatened")],
        ),
        ("The plumber was cleared by the jury.", "The plumber was jailed by the jury.", [("cleared", "jailed")]),
        ("The blaze began in the cabin.", "The blaze began in the kitchen.", [("cabin", "kitchen")]),
        ("Her youngest daughter spoke.", "Her eldest daughter spoke.", [("youngest", "eldest")]),
        ("The walls are 9 metres high.", "The walls are 9m high.", []),
        ("It is the bottom concern of the guild.", "It is the top concern of the guild.", [("bottom", "top")]),
        ("Her mates confirmed the tale.", "Her mates question the tale.", [("confirmed", "question")]),
        ("The mayor would break a pledge.", "The mayor would honour a pledge.", [("break", "honour")]),
        ("It is an easy task.", "It is an impossible task.", [("easy", "impossible")]),
        ("It shows how little the crew ate.", "It shows how much the crew ate.", [("little", "much")]),
        ("These are wonderful times.", "These are horrible times.", [("wonderful", "horrible")]),
        ("The mayor forbade the march.", "The mayor encouraged the march.", [("forbade", "encouraged")]),
        ("The wall is a yard taller.", "The wall is a yard shorter.", [("taller", "shorter")]),
        ("It was a mild blow.", "It was a serious blow.", [("mild", "serious")]),
        ("The crew fears Orsk South guns.", "The crew fears Orsk North guns.", [("South", "North")]),
        ("He wrote from his official account.", "He wrote from his personal account.", [("official", "personal")]),
        ("Such oars are always red.", "Such oars are typically red.", [("always", "typically")]),
        ("The guild attends the fair.", "The guild boycotts the fair.", [("attends", "boycotts")]),
        ("Nine foreign vehicles are there.", "Nine foreign soldiers are there.", [("vehicles", "soldiers")]),
    ],
)
def test_a_word_of_another_side_is_told(text: str, held: str, told: list[tuple[str, str]]) -> None:
    assert [(one.said, one.held) for one in find_opposites(beside(text, held))] == told


def test_a_measure_is_told_apart() -> None:
    (unit,) = find_opposites(beside("It is 40 miles off.", "It is 40 metres off."))
    (verb,) = find_opposites(beside("The bank bought the mill.", "The bank sold the mill."))
    assert unit.is_measure
    assert not verb.is_measure


def test_a_word_of_the_sentence_before_may_be_used() -> None:
    alignment = beside("The toll rose, then the bank sold the mill.", "The bank sold the mill as the toll fell.")
    assert [one.said for one in find_opposites(alignment)] == ["rose"]
    assert list(find_opposites(alignment, "The toll rose.")) == []


def test_what_goes_to_the_same_number_goes_the_same_way() -> None:
    held = "Loans of the mills rose to 3 percent."
    text = "Loans of the mills fell to 3 percent."
    assert [(one.said, one.held) for one in find_opposites(beside(text, held), "Yields fell to 1 percent.")] == [
        ("fell", "rose")
    ]
    assert list(find_opposites(beside("Loans of the mills rose to 3 percent.", held), "Yields fell.")) == []


def test_what_is_done_is_no_opposite_of_what_a_thing_is_like() -> None:
    held = "They want safety for posts in dangerous places."
    assert list(find_opposites(beside("They want to secure posts.", held))) == []
