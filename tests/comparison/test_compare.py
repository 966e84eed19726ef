from summarizer import compare
from tests.comparison.outlets import told


def test_nothing_compared_is_an_empty_comparison():
    made = compare([])
    assert (made.articles, made.facts) == ((), ())


def test_one_article_reported_twice_is_one_witness():
    made = told("The dam at Orsk held all night, Mayor Ilse Brandt said.")
    assert compare([made, made]) == compare([made])
