from summarizer.comparison.judging import judge_figures, judge_opposed, judge_statements
from summarizer.comparison.quantities import read_quantities
from tests.comparison.outlets import passage


def numbers(*told):
    return [next(read_quantities(passage(text, article, speaker=who))) for text, article, who in told]


def never(*_):
    return False


def test_numbers_that_cannot_both_be_right_are_a_conflict_with_a_side_each():
    group = numbers(("Four people died", "a", "Ilse Brandt"), ("At least seven people died", "b", "Edda Lorn"))
    fact = judge_figures(group, never)
    assert (fact.verdict, [one.position for one in fact.answers]) == (
        "conflict",
        ["Four people", "At least seven people"],
    )
    assert fact.reason == "“Four people” and “At least seven people” cannot both be right"


def test_an_update_and_a_bound_agree_and_say_so():
    group = numbers(("Nine people died", "a", ""), ("11 people died", "b", ""))
    assert judge_figures(group, lambda *_: True).reason == "the later number is an update of the earlier one"
    group = numbers(("At least nine people died", "a", ""), ("11 people died", "b", ""))
    assert judge_figures(group, never).verdict == "agree"


def test_a_source_with_two_numbers_in_two_articles_cannot_be_told():
    group = numbers(("Nine people died", "a", "Edda Lorn"), ("Six people died", "b", "Edda Lorn"))
    fact = judge_figures(group, never)
    assert fact.verdict == "uncertain"
    assert "Edda Lorn" in fact.reason


def test_one_article_and_one_voice_are_a_single_source():
    assert judge_statements([passage("The sluice held"), passage("The sluice was held")]).verdict == "single_source"
    two = judge_statements([passage("The sluice held", "a"), passage("The sluice held", "b")])
    assert (two.verdict, two.reason) == ("agree", "2 articles say so")


def test_opposed_passages_are_two_sides():
    fact = judge_opposed([[passage("It held", "a")], [passage("It broke", "b")]], "one affirms what the other denies")
    assert (fact.verdict, len(fact.answers)) == ("conflict", 2)
