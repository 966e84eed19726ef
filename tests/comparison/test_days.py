from datetime import date

import pytest

from summarizer import compare
from summarizer.comparison.days import day_of, days_told, read_date
from tests.comparison.outlets import told

WEDNESDAY = date(2031, 5, 7)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("The weir broke on 4 May 2031.", None, {date(2031, 5, 4)}),
        ("The weir broke on May 4th, 2031.", None, {date(2031, 5, 4)}),
        ("The weir broke on May 4.", WEDNESDAY, {date(2031, 5, 4)}),
        ("The weir broke on December 4.", WEDNESDAY, {date(2030, 12, 4)}),
        ("The weir broke on Monday.", WEDNESDAY, {date(2031, 5, 5)}),
        ("The weir broke on Monday.", None, set()),
        ("It stays shut until Monday.", WEDNESDAY, set()),
        ("The weir broke on 31 February 2031.", None, set()),
    ],
)
def test_days_are_read_as_the_last_before_publication(text, published, expected):
    assert days_told(text, published) == expected


def test_a_fact_has_a_day_where_one_alone_is_told():
    assert day_of([("on Monday", WEDNESDAY), ("on 5 May 2031", None), ("it broke", None)]) == "2031-05-05"
    assert day_of([("on Monday", WEDNESDAY), ("on Tuesday", WEDNESDAY)]) is None
    assert read_date("2031-05-07T10:00:00Z") == WEDNESDAY
    assert read_date("2031-15-07") is None


def test_facts_bear_their_day():
    text = "Mayor Ilse Brandt said the weir of Orsk broke on Monday."
    made = compare([told(text, "a", published="2031-05-07")])
    assert [one.when for one in made.facts] == ["2031-05-05"]
