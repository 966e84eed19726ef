"""What happens says nothing, and of some nouns nothing is said."""

from __future__ import annotations

import pytest

from summarizer import summarize
from tests.attribution.reading import said_in


def sources_of(text: str) -> list[str]:
    return [claim.source.name for claim in summarize(text, engine="extractive").claims]


@pytest.mark.parametrize(
    "text",
    [
        "The defeat of the guild raises the possibility that the mill will close.",
        "It probably signals the start of a long quarrel.",
        "The keeper was tired, and this underscores the need for a second lamp.",
        "Their approach to mending roofs suggests a lack of care.",
        "The pastor retweeted it thinking it was his own.",
        "The captain tweeted the old king's line on ferries.",
        "The council confirmed a new harbour chief on Friday.",
        "The town will choose a successor, who would determine whether the port closes.",
        "It was a week of anger in towns worried about the floods.",
        "Brewers will vow to keep the spring.",
        "The brewers are under pressure to pledge that their vans will stay.",
    ],
)
def test_what_nobody_says_is_no_claim(text: str) -> None:
    assert sources_of(text) == []


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The keeper raised her hand, demanded silence, and began.", []),
        ("The pier is shut, said sailors.", ["sailors"]),
        ("The pier is shut, said police.", ["police"]),
    ],
)
def test_a_thing_after_a_verb_does_not_say_what_stands_before(text: str, sources: list[str]) -> None:
    assert [one.source for one in said_in(text)] == sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The survey shows a fall in the price of milk.", "The survey"),
        ("Orla Dunn raised the possibility that the mill would close.", "Orla Dunn"),
        ("Orla Dunn worried about the floods in the valley.", "Orla Dunn"),
        ("Orla Dunn tweeted that the ferry was full.", "Orla Dunn"),
        ("The clinic confirmed the death of a keeper.", "clinic"),
    ],
)
def test_who_can_say_something_still_does(text: str, source: str) -> None:
    assert sources_of(text) == [source]


@pytest.mark.parametrize(
    "text",
    [
        "Half of the keepers said so in an earlier poll.",
        "A third say the same of the ferry.",
        "They left this week urging the crews to stay.",
        "Ruud led campaigns against the canal in the valley.",
        "The pastor elaborated on the message he felt the rain was sending.",
    ],
)
def test_what_only_points_at_something_said_is_no_claim(text: str) -> None:
    assert sources_of(text) == []


def test_what_somebody_is_blamed_for_is_not_said_by_who_blames() -> None:
    text = "Orla Dunn criticized Ada Marsh, her rival in the race, for wanting to “sell the mill.”"
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.text == "Orla Dunn criticized Ada Marsh, her rival in the race, for wanting to “sell the mill.”"


def test_an_apology_to_several_has_its_reason() -> None:
    (claim,) = summarize("Orla Dunn apologized to the crew and to the cook for the delay.", engine="extractive").claims
    assert claim.text == "Orla Dunn apologized to the crew and to the cook for the delay"


def test_to_please_somebody_is_to_say_nothing() -> None:
    assert not summarize("The film appeals to children.", engine="extractive").claims
    (claim,) = summarize("The mayor appealed to the king for help.", engine="extractive").claims
    assert claim.stance == "demands"


def test_a_deed_echoes_nothing() -> None:
    assert not summarize("The current slandering of strangers echoed past slandering.", engine="extractive").claims


def test_who_is_on_the_air_reports_nothing() -> None:
    assert said_in("Lund often reports live from the harbour wall.") == []
    assert said_in("Lund kept invoking him in speeches on the quay.") == []
    assert [said.content for said in said_in("Lund invoked the old toll law.")] == [("the old toll law",)]


def test_who_praises_nothing_and_what_a_court_considers_is_not_said() -> None:
    assert said_in("The critic, who rarely praises anything, left.") == []
    assert said_in("It waited while the appeals court considered the matter.") == []
    assert [said.content for said in said_in("Lund considers the vote a farce.")] == [("the vote a farce",)]


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Lund welcomed harbour leaders to the hall for a dinner.", False),
        ("Lund welcomed Berg on Monday.", False),
        ("Lund welcomed the news that it would close.", True),
        ("Lund welcomed the crew's plan for the quay.", True),
        ("The rules of the guild, as they stand, adds another magic number.", False),
    ],
)
def test_who_greets_somebody_says_nothing(text: str, is_said: bool) -> None:
    assert bool(said_in(text)) is is_said


@pytest.mark.parametrize(
    "text",
    [
        "She also runs a bakery, writes a weekly column and teaches at the school.",
        "He hosts a show on Sunday, posts a daily blog and sings.",
        "Velmark backed the rebels while the coast stood aside.",
        "The generals have backed one faction or another.",
        "The fracas broke out after harsh words about dockers, calling them thieves.",
    ],
)
def test_works_and_wars_say_nothing(text: str) -> None:
    assert summarize(text, engine="extractive").claims == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The harbour is lost, writes a columnist.", "a columnist"),
        ("The harbour is lost, says a report.", "a report"),
        ("The guild backed the plan.", "guild"),
    ],
)
def test_who_writes_or_backs_a_plan_says_so(text: str, source: str) -> None:
    assert [claim.source.name for claim in summarize(text, engine="extractive").claims] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The crane supports two tons.",
        "The new interface also supports temporary layers.",
        "The guild received and considered forty letters on the pier.",
        "Arle, as its name suggests, is a harbour.",
        "The first words came with a tough warning about the pier.",
        "The guild has been alarmed by the strength of words from sailors on the Rope Bill it wants passed in May.",
    ],
)
def test_what_things_do_and_what_is_weighed_is_not_said(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Six in ten sailors supported the plan.", "Six in ten sailors"),
        ("Lund considers Pell untrustworthy.", "Lund"),
        ("Lund considers the plan a farce.", "Lund"),
        ("A sailor warning of storms was heard.", "A sailor"),
    ],
)
def test_who_takes_sides_or_judges_says_so(text: str, source: str) -> None:
    assert source in [one.source for one in said_in(text)]
