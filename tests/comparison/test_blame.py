import pytest

from summarizer import compare
from tests.comparison.outlets import told

FIRE = "Fire at Orsk\n\nThe granary at Orsk burned down on Monday and the fire reached the market of Orsk.\n\n"


def conflicts(*texts):
    made = compare([told(FIRE + text, name) for name, text in zip("abc", texts, strict=False)])
    return [fact for fact in made.facts if fact.verdict == "conflict"]


@pytest.mark.parametrize(
    ("blame", "word"),
    [
        (
            "Edda Lorn accused the Tessel League of being behind the fire.",
            "The Tessel League denied any link to the fire.",
        ),
        (
            "Reeve Edda Lorn said the Tessel League had ordered the attack on the granary.",
            "“We had nothing to do with this attack,” said Olek Moss, spokesman for the Tessel League.",
        ),
        (
            "Reeve Edda Lorn said that the Tessel League was behind the attack.",
            "The Tessel League said that its members were not involved.",
        ),
        ("The guild blamed the Tessel League.", "The Tessel League denied responsibility for the fire."),
        (
            "The Tessel League claimed in a letter the responsibility for the attack on the granary.",
            "The Tessel League denied that it was behind the attack.",
        ),
    ],
)
def test_who_is_blamed_and_denies_it_is_a_conflict(blame, word):
    found = conflicts(blame, word)
    assert [len(fact.sides) for fact in found] == [2], [fact.text for fact in found]
    assert conflicts(f"{blame}\n\n{word}", "It rained.")


@pytest.mark.parametrize(
    ("blame", "word"),
    [
        # another is blamed, another clears himself, another deed, and what is not yet known
        (
            "Edda Lorn accused the Brockel League of being behind the fire.",
            "The Tessel League denied any link to the fire.",
        ),
        ("Edda Lorn accused the Tessel League of being behind the fire.", "Olek Moss denied any link to the fire."),
        (
            "Edda Lorn accused the Tessel League of being behind the fire.",
            "The Tessel League denied any link to the forged toll receipts.",
        ),
        (
            "Edda Lorn said the Tessel League may have ordered the attack.",
            "The Tessel League denied any link to the fire.",
        ),
        ("Edda Lorn accused the Tessel League of being behind the fire.", "The Tessel League praised the firemen."),
    ],
)
def test_another_name_and_another_deed_are_none(blame, word):
    assert conflicts(blame, word) == []


def test_a_side_that_only_names_whom_it_blames_says_so():
    (fact,) = conflicts("The guild blamed the Tessel League.", "The Tessel League denied responsibility for the fire.")
    assert fact.text.startswith("accused: the Tessel League")
