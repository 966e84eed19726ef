"""How much a text says that something is true of is compared with its evidence."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.alignment import align
from summarizer.grounding.checks.scope import scope_difference
from tests.grounding.checks.beside import passage_of


def difference(text: str, held: str) -> str | None:
    passage = passage_of(text, held)
    return scope_difference(align(passage), passage.near)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("All lamps were broken.", "Some lamps were broken."),
        ("All lamps were broken.", "Lamps were broken on the pier."),
        ("Some people fled to the hills.", "Everyone was fleeing to the hills."),
        ("Most boats sank.", "Some boats sank."),
        ("All boats of the guild sank.", "Nearly all boats sank."),
        ("Most piers are unsafe.", "There are piers that are unsafe."),
        ("Everyone will make wild claims.", "There may be some people who make wild claims."),
        ("Some boats sank.", "All boats sank."),
        ("Not many boats sank.", "A lot of boats sank."),
        ("She used the boat for all guild work.", "She used the boat for some of her guild work."),
        ("All six clerks spoke.", "Two of the six clerks spoke."),
        ("Nobody wants to dive.", "A lot of people don't care to dive."),
        ("Some tolls are rising.", "We see the tolls all rising."),
        (
            "The fire took some things, and they do not pay anything.",
            "The fire took everything, and they do not pay a crown.",
        ),
        ("It is only about the pier.", "It isn't just about the pier."),
        ("The rule applies to some.", "The rule applies to all."),
        ("The guild has halls in all towns.", "The guild has halls in many towns."),
        ("The crew could not land at some piers.", "The crew could not land at any of the piers."),
        ("Only the ferries stopped.", "The ferries stopped."),
        ("She carries letters.", "She only carries letters."),
        ("Police question all former managers.", "Police question six former managers."),
    ],
)
def test_more_or_less_than_the_evidence_says_is_told(text: str, held: str) -> None:
    assert difference(text, held) is not None


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Every lamp was broken.", "All lamps were broken."),
        ("All the hostages were freed.", "The nine hostages were freed."),
        ("All nine lamps were broken.", "Nine lamps were broken."),
        ("All boats sank.", "None of the boats came back; all sank."),
        ("She merely carries letters.", "She only carries letters."),
        ("It loses 40 tonnes each year.", "It loses 40 tonnes a year."),
        ("The ban is for only 12 boats.", "The ban is for 12 boats."),  # how exact a number is, figures.py says
        ("Not all lamps were broken.", "Some lamps were broken."),
        ("Some lamps were broken.", "Not all lamps were broken."),
        ("Many people do not want to dive.", "A lot of people don't care to dive. Everybody dives."),
        ("Nobody wants to dive.", "No people want to dive."),
        ("The fire took everything in one night.", "The fire took everything they had in one night."),
        ("The ban came six days before the fair.", "The ban came only six days before the fair."),
    ],
)
def test_the_same_scope_in_other_words_is_left_alone(text: str, held: str) -> None:
    assert difference(text, held) is None


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("She has been a sailor all her life.", "The lifelong sailor spoke."),
        ("The ferries, above all the old ones, stopped.", "The ferries, specifically the old ones, stopped."),
        ("All the crew could do was wait.", "There was little the crew could do but wait."),
    ],
)
def test_a_phrase_with_all_says_nothing_of_how_many(text: str, held: str) -> None:
    assert difference(text, held) is None


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Not many boats sank.", "Few boats sank."),
        ("The rule applies to all.", "The rule applies to all."),
        ("Only a fraction of the fleet sank.", "A fraction of the fleet sank."),
        ("The crew could not land at any pier.", "The crew could not land at any of the piers."),
        ("Many boats sank.", "A lot of boats sank."),
    ],
)
def test_the_same_amount_in_other_words_is_left_alone(text: str, held: str) -> None:
    assert difference(text, held) is None


def test_not_only_leaves_out_nobody() -> None:
    held = "She said that owners, not only captains, should pay."
    assert difference("Owners, not only captains, should pay.", held) is None
    assert difference("Only owners should pay.", held)
