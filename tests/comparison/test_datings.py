import pytest

from summarizer.comparison.datings import date_denied, dated_apart


@pytest.mark.parametrize(
    ("one", "two", "dates"),
    [
        ("the gauge was read on Monday", "the gauge was read on Friday", ("Monday", "Friday")),
        ("the gauge was last read in May", "the gauge was read on Friday", ("May", "Friday")),
        ("the gauge was read in May", "the gauge was read in June", ("May", "June")),
        ("her term ends in 2031", "her term expires in 2032", ("2031", "2032")),
    ],
)
def test_one_date_each_that_differ_are_told(one, two, dates):
    assert dated_apart(one, two) == dates
    assert dated_apart(two, one) == dates[::-1]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("the gauge was read on Monday", "the gauge was read on Monday"),
        ("the gauge was read on Monday", "the gauge was read again on Friday"),
        ("the gauge was read on Monday and on Friday", "the gauge was read on Friday"),
        ("the gauge was broken when she came on Monday", "the gauge was broken on Friday"),
        ("Edda Lorn said on Monday that it broke", "it broke on Friday"),
        ("it is read every Monday", "it was read on Friday"),
        ("it broke late on Sunday night", "it broke early on Monday"),
        ("she painted it in 2031", "she painted it in 2032"),
        ("it broke in May", "it broke"),
    ],
)
def test_dates_that_may_be_one_or_of_two_things_are_not(one, two):
    assert dated_apart(one, two) is None
    assert dated_apart(two, one) is None


def test_a_month_that_one_denies_and_another_tells():
    assert date_denied("The pump was checked not in April but long before", "it was checked in April") == "April"
    assert date_denied("it was checked on Monday", "The pump was checked not on Monday") == "Monday"
    assert date_denied("The pump was checked not in April", "it was checked in May") == ""
    assert date_denied("The pump was checked not in April", "it was not in April that it was checked") == ""
