import pytest

from summarizer import compare
from tests.comparison.outlets import told

FLOOD = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market.\n\n"


def verdicts_of(one, two, story=FLOOD):
    """The verdicts of what two outlets tell of one story in one sentence each."""
    return {fact.verdict for fact in compare([told(story + one, "a"), told(story + two, "b")]).facts}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Two gates gave way, the keeper, Edda Lorn, said.", "Mayor Ilse Brandt spoke of three gates."),
        ("Edda Lorn said that four pontoons were used.", "Seven pontoons lay ready, Ilse Brandt said."),
        ("Damage is put at 2 million talers, Edda Lorn said.", "The losses come to 5 million talers, Olek Moss said."),
        ("The firm was fined 40,000 crowns.", "The penalty was 90,000 crowns, Olek Moss said."),
        ("The reeve approved three toll increases.", "Only two toll increases were approved, Olek Moss said."),
        ("Four children have spots on their arms.", "At least 11 children have spots, Olek Moss said."),
        (
            "Ada Poe, whose company was paid $2.4 million by Tessel last year, was ill.",
            "Poe's company received $1.9 million from Tessel last year.",
        ),
        ("Four robbers came by raft, Edda Lorn said.", "Olek Moss had counted six robbers."),
        (
            "Orsk has settled 412 Tessel weavers this year.",
            "Nearly 600 weavers from Tessel have been settled in Orsk.",
        ),
        ("The guild paid her $9 an hour, Edda Lorn said. Olek Moss said she got $15 an hour.", "It rained."),
        (
            "The pump stood 2 kilometres from the market.",
            "It is 5 kilometres from the market, Olek Moss said, to the pump.",
        ),
    ],
)
def test_things_of_which_each_article_counts_some_only_once_are_the_same(one, two):
    assert "conflict" in verdicts_of(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Two gates gave way, and nine gates held, Edda Lorn said.", "Mayor Ilse Brandt spoke of three gates."),
        ("Edda Lorn said that four pontoons were used.", "Ninety pontoons lay ready, Ilse Brandt said."),
        ("The firm was fined 40,000 crowns.", "The weir cost 90,000 crowns, Olek Moss said."),
        ("The pump stands 2 kilometres upstream.", "The men walked 5 kilometres, Olek Moss said."),
        ("Orsk has settled 412 Tessel weavers.", "Some 600 weavers were settled in Brockel, Olek Moss said."),
        ("Two people came by boat.", "Five people slept in a barn, Olek Moss said."),
        ("Soup is given out at two pump stations.", "At one pump station there was a queue, Olek Moss said."),
    ],
)
def test_things_counted_several_times_or_for_several_reasons_may_be_others(one, two):
    assert "conflict" not in verdicts_of(one, two)


def test_parts_of_two_wholes_are_not_opposed():
    one, two = "Nine of 58 patients had burns, Edda Lorn said.", "Of 17 dead, eleven of them had burns, Olek Moss said."
    assert "conflict" not in verdicts_of(one, two)


def test_what_raised_a_number_is_not_opposed_to_another():
    one = "Mayor Ilse Brandt said six carters had died."
    two = "The number of dead carters has risen to 19 after two hurt men died in the night, Edda Lorn said."
    assert "conflict" not in {
        fact.verdict for fact in compare([told(FLOOD + one, "a"), told(FLOOD + two, "b")]).facts if "two" in fact.text
    }


def test_times_at_which_one_thing_began_are_opposed():
    assert "conflict" in verdicts_of(
        "The flood began at 7 p.m., Edda Lorn said.", "The wave struck at 3 p.m., Olek Moss said."
    )
    assert "conflict" not in verdicts_of(
        "The flood began at 7 p.m., Edda Lorn said.", "A fire broke out at 3 p.m., Olek Moss said."
    )


def test_one_speaker_with_two_lengths_of_time_is_opposed_to_himself():
    one, two = (
        "“I have lived by the weir for 14 years,” said Olek Moss.",
        "Olek Moss said that he has lived there, by the weir, for 12 years.",
    )
    assert "conflict" in verdicts_of(one, two)


def test_one_number_of_one_thing_is_the_same_whether_it_is_wanted_or_of_a_part():
    made = compare(
        [
            told(f"{FLOOD}The reeve asked for 4.7 million marks for a wall.", "a"),
            told(f"{FLOOD}Another 4.7 million marks go to masons, Olek Moss said.", "b"),
        ]
    )
    assert any(len(fact.sides[0].mentions) > 1 and "4.7" in fact.sides[0].position for fact in made.facts)


def test_another_may_put_the_number_higher_in_the_same_sentence():
    text = "A new lock costs about $60 million, Edda Lorn estimated; Olek Moss said it would be closer to $110 million."
    other = "It rained in Orsk."
    assert "conflict" in verdicts_of(text, other)


def test_how_many_there_is_room_for_is_not_how_many_there_were():
    assert "conflict" not in verdicts_of("The ferry was built for 24 people, Edda Lorn said.", "It carried 19 people.")
