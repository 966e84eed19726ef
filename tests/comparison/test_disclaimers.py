import pytest

from summarizer import compare
from tests.comparison.outlets import told

FIRE = "Fire at Orsk\n\nThe granary at Orsk burned down on Monday and the fire reached the market of Orsk.\n\n"


def conflicts(*texts):
    made = compare([told(FIRE + text, name) for name, text in zip("abc", texts, strict=False)])
    return [fact for fact in made.facts if fact.verdict == "conflict"]


@pytest.mark.parametrize(
    ("told_of_him", "word"),
    [
        (
            "Reeve Edda Lorn has begun an inquiry into whether the miller lied about his loan, two clerks said.",
            "A spokeswoman for Reeve Edda Lorn, Mae Poe, said there was no inquiry of any kind.",
        ),
        (
            "The Harbour Guild bought a second barge in secret after the fire, its former cook said.",
            "The Harbour Guild said that it had no plans to buy a barge.",
        ),
        (
            "Olek Moss hid the ledgers of the granary under a floor, a carter told the court.",
            "“I never hid any ledgers,” said Olek Moss.",
        ),
        (
            "The Tessel Bakery was fined 200 marks in 1931 for its dirty troughs.",
            "The Tessel Bakery was never fined, its lawyer, Mae Poe, said.",
        ),
        (
            "Olek Moss's neighbour, Karl Dorn, told the court that he saw him forge the seal.",
            "Olek Moss denied that he had forged it.",
        ),
        (
            "Reeve Edda Lorn said that the ledgers were forged.",
            "Reeve Edda Lorn had not spoken of forged ledgers, said Mae Poe, a spokeswoman for Reeve Edda Lorn.",
        ),
    ],
)
def test_who_says_that_what_is_told_of_him_is_not_so_is_opposed_to_it(told_of_him, word):
    assert [len(fact.sides) for fact in conflicts(told_of_him, word)] == [2]


@pytest.mark.parametrize(
    ("told_of_another", "word"),
    [
        ("Olek Moss hid the ledgers of the granary under a floor.", "“I never hid any ledgers,” said Mae Poe."),
        ("The ledgers of Olek Moss were hidden under a floor.", "“I never hid any ledgers,” said Olek Moss."),
        ("The miller said that the ledgers were forged.", "Olek Moss had not spoken of forged ledgers, he said."),
        ("Olek Moss may have hidden ledgers.", "“I never hid any ledgers,” said Olek Moss."),
        ("The loan that Olek Moss wanted passed by four votes.", "Olek Moss said that he had no votes."),
        ("Olek Moss sold the granary in a hurry.", "“That was never the case,” said Olek Moss."),
    ],
)
def test_what_is_told_of_others_or_was_done_by_others_is_not_disclaimed(told_of_another, word):
    assert conflicts(told_of_another, word) == []


def test_what_somebody_never_said_may_itself_be_a_negation():
    said = "“There was no kerosene in the lantern,” said Olek Moss."
    unsaid = "Olek Moss said he had never said that there was no kerosene in the lantern."
    (conflict,) = conflicts(said, unsaid)
    assert "said" in conflict.reason


def test_another_may_tell_that_somebody_said_what_he_never_said():
    unsaid = "“I never said that all weavers were rogues,” said Olek Moss."
    (conflict,) = conflicts(unsaid, "A tape shows that he said, “Every one of these weavers is a rogue.”")
    assert "said" in conflict.reason
    assert conflicts(unsaid, "A tape shows that he said, “It rained.”") == []
    assert conflicts(unsaid, "Edda Lorn said that every weaver is a rogue.") == []
