import pytest

from summarizer.comparison.durations import is_duration, with_durations
from summarizer.text.figures import find_figures


def durations(text):
    return [
        (one.value, one.qualifier) for one in with_durations(text, 0, find_figures(text)) if is_duration(text, 0, one)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gate was shut for three days", (3, "exactly")),
        ("The gate was shut for one day", (1, "exactly")),
        ("They waited almost an hour", (1, "about")),
        ("It lasted more than a week", (1, "more_than")),
        ("The fire was out within 20 minutes", (20, "exactly")),
    ],
)
def test_how_long_something_lasted_is_told_in_units_of_time(text, expected):
    assert durations(text) == [expected]


@pytest.mark.parametrize(
    "text", ["three years ago", "for three boys", "the girl of nine years", "a day later", "an hour before noon"]
)
def test_other_times_are_no_durations(text):
    assert durations(text) == []
