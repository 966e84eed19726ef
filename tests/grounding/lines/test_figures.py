import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.figures import doubtful_figures
from tests.grounding.lines.story import article


def doubts(line):
    return [code for code, _ in doubtful_figures(article(), line, line, ())]


@pytest.mark.parametrize(
    "line",
    [
        "At least seven people died and 31 were hurt at Varn on 3 March.",
        "Traders lost 40 million crowns, 9 million more than in 2011.",
        "The harbour may stay shut for up to 12 weeks.",
        "Three groups blame each other.",  # what a reader may count
    ],
)
def test_figures_of_the_article_are_right(line):
    assert doubts(line) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("At least 17 people died at Varn.", "figure_not_in_evidence"),
        ("Traders lost 12 million crowns after the storm.", "figure_not_in_evidence"),
        ("At least 31 people were killed and seven hurt at Varn.", "figure_not_in_evidence"),
        ("Traders lost 9 million crowns, 40 million more than in 2011.", "figure_not_in_evidence"),
        ("The wall at Varn gave way on 5 March.", "figure_not_in_evidence"),
        ("The harbour will stay shut for at least 12 weeks.", "qualifier_differs"),
        ("Seven people were killed at Varn.", "qualifier_differs"),
    ],
)
def test_a_figure_that_is_absent_or_stands_for_something_else(line, code):
    assert code in doubts(line)


def test_another_year_than_the_sentence_has_is_doubted():
    talk = Article(id="y", text="In a 2014 talk Edda Lorn called the toll unfair. In 2004 the pier burned.")
    wrong, right = "Lorn called the toll unfair in 2004.", "Lorn called the toll unfair in 2014."
    assert [code for code, _ in doubtful_figures(talk, wrong, wrong, ())] == ["figure_not_in_evidence"]
    assert list(doubtful_figures(talk, right, right, ())) == []


@pytest.mark.parametrize(
    "line",
    [
        "Lorn stands in the seventh ward.",
        "Lorn missed more votes than all but one member.",
        "Lorn won her third of three votes.",
    ],
)
def test_an_ordinal_or_all_but_one_is_told_in_other_words(line):
    votes = Article(id="v", text="Lorn stands in the 7th ward. She missed the second most votes. Lorn won three votes.")
    assert list(doubtful_figures(votes, line, line, ())) == []


def test_a_number_that_only_says_about_how_many_stands_for_no_other():
    wall = Article(
        id="w", text="Lorn eyes 8 billion crowns for the dyke\n\nLorn wants to divert billions to a dyke in Kell."
    )
    line = "Lorn seeks billions for the dyke."
    assert list(doubtful_figures(wall, line, line, ())) == []


def test_a_score_is_no_count():
    story = Article(id="cup", text="Rovers lose cup tie\n\nThe Rovers lost 4-0 on Monday, three days after a 1-1 draw.")
    assert list(doubtful_figures(story, "Rovers lose 4-0 in cup tie.", "", ())) == []
    assert [code for code, _ in doubtful_figures(story, "Rovers lose 3-0 in cup tie.", "", ())] != []


def test_the_unit_of_the_next_figure_is_not_that_of_the_one_before():
    story = Article(id="fund", text="Fund shrinks\n\nThe fund fell from 6,000 crowns four years ago to 700 this year.")
    found = doubtful_figures(story, "The fund has 700, down from 6,000 four years ago.", "", ())
    assert not any("stand for each other" in why for _, why in found)
