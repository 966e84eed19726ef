import pytest

from summarizer import compare
from summarizer.comparison.doers import deeds_told
from tests.comparison.outlets import told

RIOT = "Riot at Orsk\n\nThe market of Orsk saw a riot on Monday, and the granary of Orsk lost its roof.\n\n"


def verdicts(one, two):
    return {fact.verdict for fact in compare([told(RIOT + one, "a"), told(RIOT + two, "b")]).facts}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Masked youths threw bottles at the granary, Edda Lorn said.",
            "Bottles were thrown by soldiers, Olek Moss said.",
        ),
        ("A rocket was fired by the army, Edda Lorn said.", "The rocket was launched by the rebels, Olek Moss said."),
        ("Rebels planted the mine, Edda Lorn said.", "The mine was planted by policemen, Olek Moss said."),
    ],
)
def test_one_thing_that_two_kinds_are_said_to_have_done_is_a_conflict(one, two):
    assert "conflict" in verdicts(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Bottles were thrown by youths, Edda Lorn said.", "Bottles were thrown by students, Olek Moss said."),
        ("Bottles were thrown by youths, Edda Lorn said.", "Tiles were thrown by soldiers, Olek Moss said."),
        ("Bottles were thrown by youths, Edda Lorn said.", "Bottles were swept up by soldiers, Olek Moss said."),
        ("Bottles were thrown by youths, Edda Lorn said.", "Bottles may have been thrown by soldiers, Olek Moss said."),
        ("Shots were fired by the army, Edda Lorn said.", "Shots were fired by the rebels, Olek Moss said."),
        ("Carters were killed by the army, Edda Lorn said.", "Carters were killed by the rebels, Olek Moss said."),
        ("Bottles were thrown by Friday, Edda Lorn said.", "Bottles were thrown by soldiers, Olek Moss said."),
    ],
)
def test_what_both_may_have_done_or_one_only_may_have_done_is_none(one, two):
    assert "conflict" not in verdicts(one, two)


def test_a_deed_has_a_doer_of_a_kind_and_a_thing():
    (deed,) = deeds_told("the bottles were thrown by masked youths in the square")
    assert (deed.kind, deed.things) == ("crowd", deeds_told("youths threw bottles")[0].things)
    assert deeds_told("the bottles were thrown by nobody") == []
