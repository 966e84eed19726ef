import pytest

from summarizer import compare
from summarizer.comparison.alone import taken_up
from tests.comparison.outlets import passage, told

FLOOD = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market.\n\n"


def of_before(text, lead="", **more):
    """What the first number of a passage counts, by what stands before it."""
    one = passage(text, lead=lead, claim="c1", speaker="Olek Moss", **more)
    return taken_up(one, one.figures[0])


@pytest.mark.parametrize(
    ("text", "lead", "counted"),
    [
        ("160", "How many were aboard?", ("aboard", "")),
        ("no more than 60", "About 200 rafters marched to the weir.", ("crowd", "raft")),
        ("that there were no more than 60", "About 200 rafters marched to the weir.", ("crowd", "raft")),
        ("that it was promised 40,000", "It will pay each rafter 25,000 marks.", ("", "mark")),
        ("that it knew of two", "There were 23 wounded rafters.", ("hurt", "")),
        ("“We counted 60,", "About 200 rafters marched to the weir.", ("crowd", "raft")),
        ("60 were still there", "About 200 rafters marched to the weir.", ("", "")),
        ("that 60 had left", "", ("", "")),
    ],
)
def test_a_number_that_somebody_only_gives_is_of_what_was_counted(text, lead, counted):
    assert of_before(text, lead) == counted


def test_who_puts_the_number_otherwise_may_do_so_in_a_paragraph_of_his_own():
    assert of_before("the number at 20,000", above="Some 8,000 people marched to the weir.")[0] == "crowd"
    assert of_before("20,000", above="Some 8,000 people marched to the weir.") == ("", "")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Some 8,000 people marched to the weir.\n\nOlek Moss put the number at 20,000.", "It rained."),
        (
            "About 300 rafters are on the dike. Olek Moss said that there were no more than 60.",
            "Edda Lorn said that it had rained.",
        ),
        ("The Orsk Post said that 16 people were in the mine. According to Edda Lorn there were 21.", "It rained."),
        ("The guild offers a reward of 50,000 marks.", "The reward is 15,000 marks, Olek Moss said."),
        (
            "Men fled with about 2 million marks.",
            "The loss was 850,000 marks, Olek Moss said; he asked for 9,000 marks.",
        ),
    ],
)
def test_numbers_that_are_told_alone_are_compared(one, two):
    assert "conflict" in {fact.verdict for fact in compare([told(FLOOD + one, "a"), told(FLOOD + two, "b")]).facts}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("About 300 rafters are on the dike. 60 were still there at dusk, Olek Moss said.", "It rained."),
        ("The guild offers 50,000 marks for the raft.", "The reward is 15,000 marks, Olek Moss said."),
        ("In 2004 men took 90,000 marks.", "Men took 850,000 marks, Olek Moss said."),
    ],
)
def test_a_part_an_offer_and_another_year_are_not(one, two):
    assert "conflict" not in {fact.verdict for fact in compare([told(FLOOD + one, "a"), told(FLOOD + two, "b")]).facts}
