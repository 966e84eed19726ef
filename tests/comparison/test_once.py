import pytest

from summarizer.comparison.once import find_other_years, years_told
from summarizer.comparison.terms import terms_of
from summarizer.comparison.topics import Events
from tests.comparison.outlets import passage


@pytest.mark.parametrize(
    "text",
    [
        "her second term as reeve officially ends in 2031",
        "that she may leave before her term ends in 2031",
        "the granary, built in 1874, burned down",
        "the weir, which was completed in 1874, leaks",
    ],
)
def test_the_year_is_told_of_what_happens_once(text):
    assert len(years_told(text)) == 1


@pytest.mark.parametrize(
    "text", ["it opened in 1874", "the weir was mended in 1874", "the mill was first built in 1874"]
)
def test_no_year_is_told_of_what_happens_often_or_of_nothing(text):
    assert years_told(text) == ()


def years(*texts):
    said = [passage(text, name) for name, text in zip("ab", texts, strict=True)]
    events = Events({one.article: [terms_of("the reeve of Orsk and the granary of Orsk")] for one in said})
    return [(one, two) for one, two, _ in find_other_years(said, events)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("her second term as reeve officially ends in 2031", "that she may leave before her term ends in 2030"),
        ("the granary, built in 1874, burned", "The granary was built in 1876"),
        ("Reeve Edda Lorn was elected in 2012", "Ms. Lorn, a former miller who was elected in 2013"),
        ("the weir, completed in 1974, leaks", "The weir was finally completed in 1975"),
    ],
)
def test_two_years_of_one_thing_oppose(one, two):
    assert years(one, two) == [(0, 1)]


def test_years_of_two_things_do_not():
    assert years("the granary, built in 1874, burned", "The weir was built in 1876") == []
    assert years("the granary, built in 1874, burned", "The granary was built in 1874") == []
    assert years("Reeve Edda Lorn was elected in 2012", "Olek Moss was elected in 2013") == []
    assert years("Reeve Edda Lorn was elected in 2012", "Edda Lorn was first elected in 2008") == []
    assert years("the mill was built in 1874 and the other mill was built in 1880", "the mill was built in 1876") == []
