import pytest

from summarizer.comparison.agreement import agree, count_otherwise
from summarizer.comparison.quantities import read_quantities
from tests.comparison.outlets import passage


def first(text):
    return next(read_quantities(passage(text)))


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("At least four people died", "Seven people died", True),
        ("Four people died", "At least seven people died", False),
        ("About 40 people were hurt", "37 people were hurt", True),
        ("It cost $1.4 billion", "It cost $1.375 billion", True),
        ("It cost $3.6 billion", "It cost $3.5 billion", False),
        ("More than 800,000 people died", "800,000 people died", True),
        ("a 60-kilometre strait", "it sails 60 miles", False),
        ("a 97-kilometre strait", "it sails 60 miles", True),
    ],
)
def test_bounds_and_roundings_agree(one, two, expected):
    assert agree(first(one), first(two)) is expected
    assert agree(first(two), first(one)) is expected


def test_two_highest_amounts_do_not_agree():
    assert not agree(first("fines may rise to at most 3 million crowns"), first("The highest fine is 300,000 crowns"))


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("it broke out at 3 a.m.", "it broke out at five in the morning", False),
        ("it broke out at about 3 a.m.", "it broke out at 3:20 a.m.", True),
        ("the barge sank shortly before dawn", "the barge sank at 10 p.m.", False),
        ("the barge sank shortly before dawn", "the barge sank at 5:30 a.m.", True),
        ("it was nearly midnight", "it was 11:40 p.m.", True),
        ("the council voted 12 to 9", "the motion was carried by 12 votes to 9", True),
        ("the council voted 12 to 9", "the motion was carried by 13 votes to 9", False),
        ("the council voted 12 to 9", "the motion won 12 votes", True),
        ("it lasted for 24 hours", "it lasted one day", True),
        ("it lasted for two hours", "it lasted five weeks", False),
        ("the council voted 12 to 9", "the motion won 11 votes", False),
    ],
)
def test_times_of_day_and_the_results_of_votes_agree_or_not(one, two, expected):
    assert agree(first(one), first(two)) is expected
    assert agree(first(two), first(one)) is expected


def test_passages_count_otherwise_where_no_numbers_of_one_thing_agree():
    assert count_otherwise(passage("nine barges sank"), passage("seven barges sank"))
    assert not count_otherwise(passage("nine barges sank"), passage("seven locks were shut"))
    assert count_otherwise(passage("2,600 residents were evacuated"), passage("3,100 people had been evacuated"))
    assert not count_otherwise(passage("nine monks were killed"), passage("seven nuns were killed"))


def test_what_something_costs_each_year_is_not_what_it_costs_once():
    year, once = (
        passage("The dredger costs 9 million pounds a year"),
        passage("The dredger would cost 4 million pounds"),
    )
    assert first(year.text).unit != first(once.text).unit
    assert count_otherwise(year, once)
    assert not count_otherwise(year, passage("The dredger costs 9 million pounds each year"))


def test_one_hour_does_not_make_two_numbers_one():
    one, two = passage("Six schools closed at noon"), passage("Four schools closed at noon")
    assert count_otherwise(one, two)
    assert not count_otherwise(one, passage("Six schools closed at noon, he said"))
