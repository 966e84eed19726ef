from summarizer import compare
from tests.comparison.outlets import told


def test_what_one_article_says_is_a_single_source():
    made = compare([told("The dam held, Edda Lorn said.", "a"), told("Apples are cheap, Olek Moss said.", "b")])
    assert {one.verdict for one in made.facts} == {"single_source"}


def test_articles_of_two_events_share_no_fact():
    made = compare(
        [
            told("Dam at Orsk\n\nThe old dam held all night, Edda Lorn said. Sluices were open.", "a"),
            told(
                "Election in Velm\n\nThe ballots of Velm were counted by hand in nine halls, said Olek Moss, a "
                "clerk. Turnout was low in the hills. “The old dam held all night,” he joked. Two lists won seats.",
                "b",
            ),
        ]
    )
    assert all(len({one.article for side in fact.sides for one in side.mentions}) == 1 for fact in made.facts)


def test_a_statement_and_its_contrary_of_another_day_are_not_one_fact():
    flood = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market of Orsk.\n\n"
    made = compare(
        [
            told(f"{flood}Edda Lorn said the water of the market well was not safe to drink tonight.", "a"),
            told(f"{flood}Ilse Brandt said the water of the market well was safe to drink again.", "b"),
        ]
    )
    assert all(one.verdict != "agree" for one in made.facts if "safe" in one.text)


def test_that_it_is_too_early_to_tell_is_not_what_others_tell():
    flood = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market of Orsk.\n\n"
    made = compare(
        [
            told(f"{flood}Edda Lorn said it was too early to discuss the main motive of the saboteur.", "a"),
            told(f"{flood}Ilse Brandt said the main motive of the saboteur was envy.", "b"),
        ]
    )
    assert all(one.verdict == "single_source" for one in made.facts if "motive" in one.text)


def test_who_admits_what_he_said_was_not_so_is_on_both_sides():
    flood = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market of Orsk.\n\n"
    one = f"{flood}The water board said it had received no letter from the lock keeper."
    for two, is_conflict in (
        ("The water board admitted that a letter of the lock keeper had reached it in May.", True),
        ("The water board admitted that the lock keeper had been dismissed in May.", False),
    ):
        verdicts = {fact.verdict for fact in compare([told(one, "a"), told(flood + two, "b")]).facts}
        assert ("conflict" in verdicts) is is_conflict, two


def test_who_had_no_part_in_a_thing_does_not_say_what_another_says_who_did_it():
    flood = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market of Orsk.\n\n"
    one = "The League of Millers said that it had no part in the burglary."
    two = "A band of carters said in a letter that it had carried out the burglary."
    made = compare([told(flood + one, "a"), told(flood + two, "b")])
    assert all(
        len({each.article for side in fact.sides for each in side.mentions}) == 1
        for fact in made.facts
        if "burglary" in fact.text
    )


def test_who_admits_that_one_of_his_was_there_takes_back_that_none_was():
    flood = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market of Orsk.\n\n"
    one = f"{flood}The water board said that its barges had not sailed on Monday."
    for two, is_conflict in (
        ("The water board admitted that one of its barges took part in the race.", True),
        ("The water board admitted that one of its divers took part in the race.", False),
    ):
        verdicts = {fact.verdict for fact in compare([told(one, "a"), told(flood + two, "b")]).facts}
        assert ("conflict" in verdicts) is is_conflict, two
