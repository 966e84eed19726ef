import pytest

from summarizer import compare
from summarizer.comparison.figure_facts import group_figures
from summarizer.comparison.terms import Weights, terms_of
from summarizer.comparison.topics import Events
from tests.comparison.outlets import passage, told

FLOOD = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market.\n\n"


def fact_about(made, word):
    return next(one for one in made.facts if any(word in side.position for side in one.sides))


def test_tolls_that_exclude_one_another_are_a_conflict_with_both_sources():
    made = compare(
        [
            told(f"{FLOOD}Mayor Ilse Brandt said four people had died.", "a"),
            told(f"{FLOOD}At least seven people died, the rescue chief, Edda Lorn, said.", "b"),
        ]
    )
    fact = fact_about(made, "seven")
    assert (fact.verdict, fact.kind, fact.origins) == ("conflict", "figure", 2)
    assert [len(side.mentions) for side in fact.sides] == [1, 1]


def test_tolls_of_other_years_and_of_parts_are_other_facts():
    made = compare(
        [
            told(f"{FLOOD}Mayor Ilse Brandt said four people had died.", "a"),
            told(f"{FLOOD}In 2009 a flood killed seven people, Edda Lorn said. Divers found two more bodies.", "b"),
        ]
    )
    assert "conflict" not in {one.verdict for one in made.facts}


def test_the_tolls_of_two_events_are_not_compared():
    made = compare(
        [
            told(f"{FLOOD}Mayor Ilse Brandt said four people had died.", "a"),
            told("Tram crash in Velm\n\nA tram left its rails in Velm. Nine people died, Karel Moss said.", "b"),
        ]
    )
    assert {one.verdict for one in made.facts} == {"single_source"}


def test_a_number_that_is_denied_is_a_conflict():
    made = compare(
        [
            told(f"{FLOOD}Minister Hadrian Sool said 14 people had died.", "a"),
            told(f"{FLOOD}A spokesman for Hadrian Sool denied that the minister ever spoke of 14 dead.", "b"),
        ]
    )
    assert "one tells a number that the other denies" in {one.reason for one in made.facts}


def test_soldiers_are_not_children_but_may_be_people():
    def verdicts(one, two):
        return {
            each.verdict
            for each in compare(
                [
                    told(f"{FLOOD}Mayor Ilse Brandt said the flood killed {one}.", "a"),
                    told(f"{FLOOD}Edda Lorn said the flood killed {two}.", "b"),
                ]
            ).facts
        }

    assert "conflict" not in verdicts("four soldiers", "seven children")
    assert "conflict" in verdicts("four soldiers", "seven soldiers")


def test_amounts_of_one_thing_are_compared():
    made = compare(
        [
            told(f"{FLOOD}The repair will cost 3.5 million crowns, Mayor Ilse Brandt said.", "a"),
            told(f"{FLOOD}Edda Lorn put the cost at 2 million crowns.", "b"),
        ]
    )
    assert "conflict" in {one.verdict for one in made.facts}


def test_a_range_stands_with_the_number_within_it_against_a_third():
    march = "March in Orsk\n\nWeavers marched through Orsk on Monday.\n\n"
    made = compare(
        [
            told(f"{march}Police said that 3,000 people came to the march. The Loom League said 8,000 marched.", "a"),
            told(f"{march}Between 3,000 and 3,500 people joined the march, police said.", "b"),
        ]
    )
    conflict = next(one for one in made.facts if one.verdict == "conflict")
    assert [side.position for side in conflict.sides] == ["3,000 people", "3,500 people", "8,000"]


def test_a_corrected_number_stands_for_what_the_sentence_before_counts():
    made = compare(
        [
            told(f"{FLOOD}Some 900 residents had been moved out, Mayor Ilse Brandt said.", "a"),
            told(f"{FLOOD}We wrote that 9,000 residents were moved out. The right number is 900.", "b"),
        ]
    )
    assert fact_about(made, "900").origins == 2


def test_a_number_of_many_digits_is_told_of_one_thing():
    def groups(number):
        texts = (f"Parliament granted ${number}, and it was little.", f"The new town fund has ${number}.")
        said = [passage(text, name) for text, name in zip(texts, "ab", strict=True)]
        found, _ = group_figures(
            said, {name: Weights([]) for name in "ab"}, Events({name: [terms_of(FLOOD)] for name in "ab"})
        )
        return [len(group) for group in found]

    assert (groups("1.375 million"), groups("2 million")) == ([2], [])


def test_two_tolls_in_one_sentence_are_a_conflict_where_two_tell_them():
    made = compare(
        [
            told(f"{FLOOD}Four died, the police said, but the rescue service put the number of dead at 12.", "a"),
            told(f"{FLOOD}Mayor Ilse Brandt said four people had died.", "b"),
        ]
    )
    fact = fact_about(made, "12")
    assert (fact.verdict, fact.origins) == ("conflict", 3)


def test_a_share_is_no_number_of_what_is_counted():
    made = compare(
        [
            told(f"{FLOOD}The police made 900 arrests at the weir, about one-third of the arrests of that year.", "a"),
            told(f"{FLOOD}The police made 900 arrests at the weir, Edda Lorn said.", "b"),
        ]
    )
    assert "conflict" not in {one.verdict for one in made.facts}


def test_equal_sums_of_money_are_one_fact_in_other_words():
    made = compare(
        [
            told(f"{FLOOD}The council had asked for 5.7 million crowns to rebuild the weir.", "a"),
            told(f"{FLOOD}Orsk was given nothing of the 5.7 million crowns that its mayor wanted for the weir.", "b"),
        ]
    )
    assert [len(side.mentions) for side in fact_about(made, "5.7").sides] == [2]


def verdict_of(one, two, word):
    return fact_about(compare([told(FLOOD + one, "a"), told(FLOOD + two, "b")]), word).verdict


@pytest.mark.parametrize(
    ("one", "two", "word"),
    [
        (
            "Fire chief Edda Lorn said her crews were at the weir by 9:40 p.m.",
            "Olek Moss said that it was almost midnight when an engine came.",
            "midnight",
        ),
        (
            "The weir gave way at about 3 a.m., Edda Lorn said.",
            "The weir gave way shortly before seven in the morning, Olek Moss said.",
            "seven",
        ),
        ("The diet voted 24 to 23 to rebuild the weir.", "The diet voted by 25 votes to 23 for the weir.", "25"),
        (
            "Edda Lorn said that 43 lodgers had been in the north cellar of the mill.",
            "The miller’s list of lodgers in the north cellar has 51 names, Olek Moss said.",
            "51",
        ),
        (
            "About 300 people took part in a march, police said. The Weir League spoke of nearly a thousand.",
            "It rained.",
            "thousand",
        ),
        ("Seven people died at Orsk, Edda Lorn said. Mayor Olek Moss spoke of nine dead.", "It rained.", "nine"),
        (
            "Nine people died, Olek Moss said.",
            "Edda Lorn said that there were seven dead and not nine.",
            "seven",
        ),
        (
            "The ferry was stopped by three men in masks, Edda Lorn said.",
            "Six men, not three, stopped the ferry, Olek Moss said.",
            "Six men",
        ),
        (
            "The guild announced two days of fasting, Edda Lorn said.",
            "The fasting will last for four days and not two, Olek Moss said.",
            "four days",
        ),
        (
            "Four monks, among them an abbot, were killed, Edda Lorn said.",
            "Nine monks were killed, Olek Moss said.",
            "Nine",
        ),
        (
            "The tremor had a magnitude of 5.4, Edda Lorn said.",
            "The tremor had a strength of 5.9, Olek Moss said.",
            "5.9",
        ),
        (
            "The mill, bought in 2019, has since been valued at 900,000 guilders, Edda Lorn said.",
            "Olek Moss put the present value of the mill at 620,000 guilders.",
            "620",
        ),
        (
            "The diet approved the dyke toll by a vote of 15 to 12.",
            "The dyke toll was approved in April by 14 votes to 13.",
            "14",
        ),
        (
            "Edda Lorn said 300 families had lost their homes.",
            "Some 700 families are without a home, Olek Moss said.",
            "700",
        ),
        (
            "Rescuers reached the ferry landing in the afternoon, Edda Lorn said.",
            "Olek Moss said that rescuers arrived at the ferry landing before eight in the morning.",
            "eight",
        ),
        (
            "The diet spends 90,000 guilders a year on the Brockel asylum.",
            "The Brockel asylum costs 140,000 guilders a year.",
            "140",
        ),
        (
            "“We had two ploughs,” Edda Lorn said. Olek Moss said three of the ploughs were in use.",
            "It rained.",
            "three",
        ),
        (
            "Edda Lorn said that 300 residents had been evacuated.",
            "Olek Moss said that 900 people had been evacuated.",
            "900",
        ),
        (
            "Fourteen divers were trapped in the flooded lock, Edda Lorn said.",
            "The number of trapped divers is 16 and not 14, Olek Moss said on Wednesday.",
            "16",
        ),
        (
            "The Tessel League spoke of the killing of four of its fighters at Orsk.",
            "At least seven members of the league were killed at Orsk, Edda Lorn said.",
            "seven",
        ),
        (
            "The recount of the grain stores begins on Friday. It will cost the town 85,000 dollars.",
            "The recount of the grain stores will cost 120,000 dollars.",
            "120",
        ),
        ("The dead numbered 12, Edda Lorn said.", "Nine people died at Orsk, Olek Moss said.", "Nine"),
        (
            "The ferry landing was shut for three days, Edda Lorn said.",
            "The ferry landing was shut for one week, Olek Moss said.",
            "one week",
        ),
        (
            "Edda Lorn said that 118 people were there.",
            "More than 140 people were in the hall, Olek Moss said.",
            "140",
        ),
        (
            "The diet will give each widow 200 guilders, Edda Lorn said.",
            "Each widow will get 350 guilders, Olek Moss said.",
            "350",
        ),
        (
            "A third of the pump houses were older than 30, Edda Lorn said. Olek Moss says over half of them were.",
            "It rained.",
            "half",
        ),
        (
            "Two-thirds of the villagers want a new weir, a poll by the Gazette found.",
            "Only 40 percent of the villagers want a new weir, a poll by the diet found.",
            "40",
        ),
        ("Rescue workers, whom nobody named, speak of 24 bodies.", "Nineteen people have died, Edda Lorn said.", "24"),
    ],
)
def test_times_votes_lists_and_numbers_that_stand_alone_can_be_in_conflict(one, two, word):
    assert verdict_of(one, two, word) == "conflict"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The first ambulance came at 9:40 p.m., Edda Lorn said.", "Police arrived at 10:20 p.m., Olek Moss said."),
        ("The weir gave way at about 3 a.m., Edda Lorn said.", "The market was empty at 7 p.m., Olek Moss said."),
        (
            "The sluice is opened at 5 a.m. each Monday, Edda Lorn said.",
            "The sluice was opened at 9 a.m. on Friday, Olek Moss said.",
        ),
        ("Edda Lorn said 38 people had been hurt.", "Two of the injured died, Olek Moss said."),
        ("The smugglers demanded a ransom of 5 million marks.", "The firm has paid a ransom of 3 million marks."),
        ("The ferry landing was shut for three days, Edda Lorn said.", "Olek Moss was ill for one week."),
        (
            "A third of the pump houses were rotten, Edda Lorn said. Olek Moss says half of the sheep were lost.",
            "Two-thirds of the villagers want a new weir, a poll by the Gazette found.",
        ),
        (
            "The ferry was stopped by three men in masks, Edda Lorn said.",
            "Six geese, not three, were sold at Velm, Olek Moss said.",
        ),
        ("The smugglers asked a ransom of two million for the hostages.", "Nine hostages were held, Edda Lorn said."),
        ("Nine people died at Orsk, Edda Lorn said.", "Seven soldiers died at Orsk, Olek Moss said."),
        ("The guild spoke of 60 injured workers.", "Edda Lorn reported 12 injured officers."),
        ("Three members of the guild died, Edda Lorn said.", "It named one of the dead as Ilse Brandt, 50."),
        ("One dyker died at Orsk, Edda Lorn said.", "The reeve raised to two the number of the dead."),
        (
            "Rescuers reached Upper Sarn in the afternoon, Edda Lorn said.",
            "Olek Moss said that rescuers arrived at Velm before eight in the morning.",
        ),
        (
            "The weir, worth 90 million guilders, broke, Edda Lorn said.",
            "Olek Moss put the value of the mill at 300 guilders.",
        ),
        (
            "Some 300 families are without a home, Edda Lorn said.",
            "About 300 families lost their homes, Olek Moss said.",
        ),
        ("“We had two ploughs,” Edda Lorn said. Olek Moss had three geese.", "It rained."),
        (
            "The diet spends 90,000 guilders a year on the Brockel asylum.",
            "The Tessel ferry costs 140,000 guilders a year.",
        ),
        ("The smugglers let 40 passengers go, Edda Lorn said.", "The ferry had 52 passengers, Olek Moss said."),
        ("Nine people died at Orsk, Edda Lorn said.", "The flood at Orsk killed 14 people last March, Olek Moss said."),
        ("Nine lodgers of the mill drowned in the cellar, Edda Lorn said.", "Forty names are on a list of debtors."),
    ],
)
def test_times_and_lists_of_other_things_are_none(one, two):
    assert "conflict" not in {fact.verdict for fact in compare([told(FLOOD + one, "a"), told(FLOOD + two, "b")]).facts}


def test_a_number_that_is_called_wrong_is_denied_and_not_told():
    made = compare(
        [
            told(f"{FLOOD}Edda Lorn said the guild had been paid 140,000 guilders for the weir.", "a"),
            told(f"{FLOOD}The figure of 140,000 guilders is far too high, Olek Moss said.", "b"),
        ]
    )
    fact = next(one for one in made.facts if one.verdict == "conflict")
    assert [len(side.mentions) for side in fact.sides] == [1, 1]
    assert fact.origins == 2
    made = compare(
        [
            told(f"{FLOOD}Edda Lorn said the guild had been paid 140,000 guilders for the weir.", "a"),
            told(f"{FLOOD}The guild’s fee of 140,000 guilders was paid on Friday, Olek Moss said.", "b"),
        ]
    )
    assert "conflict" not in {one.verdict for one in made.facts}


def test_the_largest_since_a_year_is_of_that_year():
    one = "It is the largest blaze on the moor since 1974, when 9,000 acres burned."
    made = compare(
        [told(FLOOD + one, "a"), told(f"{FLOOD}Nearly 9,000 acres of the moor have burned, Edda Lorn said.", "b")]
    )
    assert not any("9,000" in fact.text for fact in made.facts if fact.verdict == "agree")
    one = "It burned 9,000 acres of the moor, the most since 1974."
    made = compare(
        [told(FLOOD + one, "a"), told(f"{FLOOD}Nearly 9,000 acres of the moor have burned, Edda Lorn said.", "b")]
    )
    assert any("9,000" in side.position for fact in made.facts if fact.verdict == "agree" for side in fact.sides)


def test_what_something_is_worth_and_its_value_are_one_question():
    made = compare(
        [
            told(f"{FLOOD}The chapel lost nine icons worth 30 million guilders, Edda Lorn said.", "a"),
            told(f"{FLOOD}Olek Moss put the value of the icons at 45 million guilders.", "b"),
        ]
    )
    assert any(fact.verdict == "conflict" and "guilders" in fact.text for fact in made.facts)


def test_members_of_a_body_are_a_kind_as_fighters_are():
    raid = "Raid on Orsk\n\nPlanes struck a camp at Orsk on Monday, where the Dawn Brigades had stayed.\n\n"
    made = compare(
        [
            told(f"{raid}The Dawn Brigades announced the deaths of four of their fighters in the strikes.", "a"),
            told(
                f"{raid}At least seven members of the Dawn Brigades were killed in the strikes, the Lorn Centre said.",
                "b",
            ),
        ]
    )
    assert fact_about(made, "seven").verdict == "conflict"
