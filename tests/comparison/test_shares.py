import pytest

from summarizer.comparison.shares import PERCENT, with_shares
from summarizer.text.figures import find_figures


def shares(text):
    return [
        (round(one.value), one.qualifier) for one in with_shares(text, 0, find_figures(text)) if one.unit == PERCENT
    ]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("two-thirds of the lamps", (67, "exactly")),
        ("A third of the lamps were old", (33, "exactly")),
        ("more than a fifth of the lamps", (20, "more_than")),
        ("nearly a third of them", (33, "about")),
        ("more than half of them", (50, "more_than")),
        ("a quarter of the lamps", (25, "exactly")),
        ("four in ten lamps", (40, "exactly")),
        ("two out of three lamps", (67, "exactly")),
        ("just under 40 percent of lamps", (40, "less_than")),
    ],
)
def test_shares_are_percentages_however_they_are_told(text, share):
    assert shares(text) == [share]


@pytest.mark.parametrize("text", ["half a million lamps", "an hour and a half", "nine in 200 lamps", "a third lamp"])
def test_other_numbers_are_no_shares(text):
    assert shares(text) == []
