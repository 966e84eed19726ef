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
