from summarizer import compare
from tests.comparison.outlets import told


def test_what_one_article_says_is_a_single_source():
    made = compare([told("The dam at Orsk held all night.", "a"), told("Apples were cheap in Velm market.", "b")])
    assert {one.verdict for one in made.facts} == {"single_source"}
