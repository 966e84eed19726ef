import pytest

from summarizer import compare
from tests.comparison.outlets import told

FLOOD = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market.\n\n"


def test_a_denial_and_an_assertion_are_one_conflict_with_two_sides():
    made = compare(
        [
            told(f"{FLOOD}Keeper Edda Lorn denied that the sluice had been left open.", "a"),
            told(f"{FLOOD}Mayor Ilse Brandt said the sluice had been left open.", "b"),
        ]
    )
    conflict = [one for one in made.facts if one.verdict == "conflict"]
    assert len(conflict) == 1
    assert {side.mentions[0].article for side in conflict[0].sides} == {"a", "b"}
    assert conflict[0].reason == "one affirms what the other denies"


def test_what_an_article_says_itself_in_few_words_is_no_fact_when_nobody_else_says_it():
    made = compare([told("The weir is old and mossy.\n\nEdda Lorn said it would hold.", "a")])
    assert all(mention.claim for one in made.facts for side in one.sides for mention in side.mentions)


def test_the_same_in_other_words_is_one_fact():
    made = compare(
        [
            told(f"{FLOOD}The keeper of the weir will step down in May, Edda Lorn said.", "a"),
            told(f"{FLOOD}Edda Lorn announced that the weir keeper would resign in May.", "b"),
        ]
    )
    agreed = [one for one in made.facts if one.verdict == "agree" and "May" in one.text]
    assert len(agreed) == 1
    assert agreed[0].origins == 1


def test_a_number_beside_the_one_in_conflict_is_a_fact_of_its_own():
    made = compare(
        [
            told(f"{FLOOD}Mayor Ilse Brandt said that 14 people had died, 340 houses were lost.", "a"),
            told(f"{FLOOD}Keeper Edda Lorn said that nine people had died.", "b"),
        ]
    )
    assert [one.verdict for one in made.facts if one.sides[0].position.startswith("340")] == ["single_source"]


def test_a_number_of_something_else_takes_no_side_in_a_conflict():
    made = compare(
        [
            told(f"{FLOOD}Nobody was hurt at the weir, Mayor Ilse Brandt said.", "a"),
            told(
                f"{FLOOD}Eleven people were hurt at the weir, said Edda Lorn.\n\nTwo people were hurt in a mill.", "b"
            ),
        ]
    )
    conflict = next(one for one in made.facts if one.verdict == "conflict")
    assert all("mill" not in mention.text for side in conflict.sides for mention in side.mentions)


def conflicts(one, two):
    made = compare([told(FLOOD + one, "a"), told(FLOOD + two, "b")])
    return [fact for fact in made.facts if fact.verdict == "conflict"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Keeper Edda Lorn denied that she had shut the sluice pumps.",
            "Keeper Edda Lorn admitted that she had had the sluice pumps shut down.",
        ),
        (
            "Mayor Ilse Brandt said the lease of the ice rink would be ended.",
            "The town will keep the lease of the ice rink, Mayor Ilse Brandt said.",
        ),
        (
            "“I didn’t use plainly insulting rhymes,” Olek Moss said.",
            "Olek Moss offered more plainly insulting rhymes at the fair.",
        ),
        (
            "“I was told to save sandbags,” said Edda Lorn. Mayor Ilse Brandt said that there had been no such order.",
            "It rained.",
        ),
        (
            "Edda Lorn was dismissed on Friday, Mayor Ilse Brandt said. Ms. Lorn said she had resigned.",
            "It rained.",
        ),
        ("Olek Moss said that the keeper had struck him, something Edda Lorn has denied.", "It rained."),
        (
            "The boiler had been inspected on Friday, Edda Lorn said.",
            "Olek Moss said that the boiler had last been inspected in May.",
        ),
        (
            "Each widow will be paid 150 marks, Edda Lorn said.",
            "The compensation for each widow is 250 marks, Olek Moss said.",
        ),
        (
            "Olek Moss said that he had offered 40 geese for the mill. Ilse Brandt said no other offer had been made.",
            "It rained.",
        ),
        (
            "Edda Lorn said that new pumps would cost 2.4 million marks. Olek Moss said they would cost 6 million.",
            "It rained.",
        ),
    ],
)
def test_what_a_source_or_two_say_and_take_back_is_a_conflict(one, two):
    assert len(conflicts(one, two)) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Keeper Edda Lorn denied that she had shut the sluice pumps.",
            "Keeper Edda Lorn admitted that the market was wet.",
        ),
        (
            "Mayor Ilse Brandt said the lease of the ice rink would be ended.",
            "If it thaws, the town will keep the lease of the ice rink, Mayor Ilse Brandt said.",
        ),
        ("Keeper Edda Lorn denied the charge. “There was no such leak,” said her deputy, Olek Moss.", "It rained."),
        ("Edda Lorn was dismissed, Mayor Ilse Brandt said. Olek Moss said that he had slept.", "It rained."),
        ("Olek Moss denied that the keeper had called the mayor a thief.", "The keeper, Edda Lorn, sold herrings."),
        (
            "Voters rejected a new weir, Edda Lorn said.",
            "A new weir was planned. Voters rejected this plan, Olek Moss said.",
        ),
        (
            "Edda Lorn read a verdict on Poe against Orsk, which denied the miller a pension.",
            "The miller wanted a pension, Olek Moss said.",
        ),
        ("Its run of good years continued, Edda Lorn said.", "Olek Moss said a frost stopped the run of good years."),
        ("The price of the mill is 38 million marks.", "The mill costs us 900,000 marks a year, Edda Lorn said."),
        ("31 passengers were freed from the barge, Edda Lorn said.", "There were 70 people on board, Olek Moss said."),
        ("Edda Lorn supports a wage of 12 marks.", "Olek Moss advocates a wage of 15 marks."),
        ("Eight people were kept in hospital, Edda Lorn said.", "Ten people are in hospital, Olek Moss said."),
    ],
)
def test_what_can_both_be_so_is_none(one, two):
    assert conflicts(one, two) == []


def test_a_cause_beside_another_and_a_denial_of_it_are_two_questions():
    found = conflicts(
        "Edda Lorn said that a rock on the sluice had caused the flood.",
        "The millers’ union blamed a broken gate. Olek Moss said that there had been no rock on the sluice.",
    )
    assert sorted(len(side.mentions) for fact in found for side in fact.sides) == [1, 1, 1, 1]


def test_who_says_no_twice_stands_on_one_side_with_both():
    first = "Edda Lorn said her board had not been told of the raid. Olek Moss said Orsk had been informed of it."
    for again, count in (
        ("“Nobody had told me of the raid,” Edda Lorn said in Velm.", 2),
        ("“Nobody had told me of the toll,” Edda Lorn said in Velm.", 1),
    ):
        made = compare([told(FLOOD + first, "a"), told(FLOOD + again, "b")])
        (conflict,) = [one for one in made.facts if one.verdict == "conflict"]
        sides = [{mention.article for mention in side.mentions} for side in conflict.sides]
        assert max(map(len, sides)) == count, again


def test_a_long_sentence_that_nobody_else_tells_is_a_fact_of_its_article():
    long = (
        "The old granary beside the weir, which the guild of weavers had bought from the reeve before the drought, "
        "burned down while the watchmen were at the goose fair and the fire brigade searched for its key."
    )
    made = compare([told(f"{FLOOD}{long}", "a"), told(f"{FLOOD}It rained.", "b")])
    assert [fact.verdict for fact in made.facts if "goose fair" in fact.text] == ["single_source"]
    made = compare([told(f"{FLOOD}The granary was old.", "a"), told(f"{FLOOD}It rained.", "b")])
    assert [fact for fact in made.facts if "was old" in fact.text] == []
