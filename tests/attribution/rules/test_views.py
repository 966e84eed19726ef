"""Nouns that hold a view: whose position it is, of which fears there is talk, in whose view it is so."""

from __future__ import annotations

import pytest

from tests.attribution.reading import marked_words, said_in, without_marks


@pytest.mark.parametrize(
    "marked",
    [
        "{The brewers}' <position> is [that the well was theirs].",
        "{Oona Pell}'s <argument> was [that the tower leaned long before the storm].",
        "{The family}'s <case> has always been [that nobody locked the hatch].",
        "The <consensus> among {the divers} is [that the wreck had been moved].",
        "The <verdict> of {the jurors} was [that the dog had been right].",
        "{Their} <estimate>: [nine thousand years at the very least].",
        "The <verdict> of {the vet}: [two weeks of rest].",
        "{The treasurer}'s <view> remains [that the fair pays for itself].",
    ],
)
def test_what_a_view_is_belongs_to_whose_view_it_is(marked: str) -> None:
    assert marked_words(marked) in said_in(without_marks(marked))


def test_in_somebody_s_words_may_lead_to_a_quotation_with_a_colon() -> None:
    assert [(one.source, one.content) for one in said_in("In the jury's words: “He paints as others breathe.”")] == [
        ("the jury", ("“He paints as others breathe.”",))
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("There are fears that the glacier could slide.", "fears", "that the glacier could slide"),
        ("There was a growing suspicion that the scales were false.", "suspicion", "that the scales were false"),
        ("There have been calls for a second ferry.", "calls", "for a second ferry"),
        ("Concerns have been raised about the lamps in Varn.", "Concerns", "about the lamps in Varn"),
        ("Doubts were voiced that the kiln would hold.", "Doubts", "that the kiln would hold"),
        ("The hope is that the kiln will be lit in May.", "hope", "that the kiln will be lit in May"),
    ],
)
def test_what_is_feared_or_called_for_may_be_nobodys(text: str, cue: str, content: str) -> None:
    assert said_in(text) == [("", cue, (content,))]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("In the brewers' view, the well is dry.", "the brewers", ("the well is dry",)),
        ("The well is dry, in the opinion of the geologist.", "the geologist", ("The well is dry",)),
        ("The well is, in her view, dry.", "her", ("The well is", "dry")),
        ("By her own account, the clerk was asleep.", "her", ("the clerk was asleep",)),
    ],
)
def test_a_view_may_stand_before_in_or_behind_what_it_is(text: str, source: str, content: tuple[str, ...]) -> None:
    assert [(said.source, said.content) for said in said_in(text)] == [(source, content)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("To Oona Pell, the kiln is a monument.", "Oona Pell", "the kiln is a monument"),
        ("To many residents, the kiln was an eyesore.", "many residents", "the kiln was an eyesore"),
        ("For critics, it was a waste of bricks.", "critics", "it was a waste of bricks"),
        ("For him, the kiln is a waste of bricks.", "him", "the kiln is a waste of bricks"),
    ],
)
def test_how_somebody_sees_it_may_open_a_sentence(text: str, source: str, content: str) -> None:
    assert [(said.source, said.content) for said in said_in(text)] == [(source, (content,))]


@pytest.mark.parametrize(
    "text",
    [
        "For Oona Pell, it was a long day.",
        "To Oona Pell, the brewers sent a cask.",
        "To win, the crew has to row harder.",
        "The trouble with the brewers' case is that nobody saw the well.",
        "The clerk rose to make her case: mother, brewer and poet.",
        "The problem is that the well is dry.",
        "There is no fear that the well will dry up.",
        "There was a call for her at noon.",
        "In view of the frost, the brewers stayed at home.",
        "In her account, the clerk had ninety crowns.",
        "The brewers' line is two miles long.",
        "With tears in her eyes, the clerk left.",
    ],
)
def test_what_only_looks_like_a_view_is_none(text: str) -> None:
    assert said_in(text) == []


def test_the_words_of_somebody_may_stand_within() -> None:
    (said,) = said_in("The pier was, in the words of keeper Ada Lund, a mistake in oak.")
    assert said.content == ("The pier was", "a mistake in oak")


def test_whom_somebody_stops_sees_nothing() -> None:
    assert said_in("To stop Berg, the guild is raising money from its members.") == []
    assert [said.source for said in said_in("To Berg, the guild is a joke.")] == ["Berg"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("As crowds arrive, there are fears the crush will spread the fever.", "the crush will spread the fever"),
        ("There is concern it may rain at noon.", "it may rain at noon"),
    ],
)
def test_what_is_feared_may_lack_its_that(text: str, content: str) -> None:
    assert [(said.source, said.content) for said in said_in(text)] == [("", (content,))]


@pytest.mark.parametrize("fears", ["fears the keeper shares", "concerns the guild has raised"])
def test_fears_of_somebody_are_no_clause(fears: str) -> None:
    assert said_in(f"There are {fears} with nobody else.") == []


def test_the_hope_of_whoever_writes_is_nobodys() -> None:
    assert said_in("My hope is that by naming them, you will join in.") == []
    assert [one.source for one in said_in("Her hope is that they will join in.")] == ["Her"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("By her own admission, Ada Lund slept on watch.", "Ada Lund", "Ada Lund slept on watch"),
        ("By her account, Ada Lund slept on watch.", "her", "Ada Lund slept on watch"),
        ("By Ada Lund's own reckoning, the dam cost $4 million.", "Ada Lund", "the dam cost $4 million"),
    ],
)
def test_by_whose_account(text: str, source: str, content: str) -> None:
    assert [(one.source, one.content) for one in said_in(text)] == [(source, (content,))]


def test_who_is_of_an_opinion_holds_it() -> None:
    (said,) = said_in("The guild is of the opinion that the levy is too high.")
    assert (said.source, said.content) == ("The guild", ("that the levy is too high",))
