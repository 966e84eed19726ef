import pytest

from summarizer.comparison.clocks import CALLED, find_clocks, meet, what_happened


@pytest.mark.parametrize(
    ("text", "low", "high", "either"),
    [
        ("at about 3 a.m. on Sunday", 150, 210, False),
        ("shortly before five in the morning", 260, 300, False),
        ("just after 5 p.m.", 1020, 1060, False),
        ("at 1:15 p.m.", 791, 799, False),
        ("at 6pm", 1065, 1095, False),
        ("nearly midnight", -40, 0, False),
        ("at half past three", 195, 225, True),
        ("a quarter to nine in the evening", 1230, 1260, False),
        ("at dawn", 210, 450, False),
        ("at 7 o'clock", 405, 435, True),
        ("two at night", 105, 135, False),
        ("eleven at night", 1365, 1395, False),
        ("until noon", 0, 720, False),
        ("15:30", 926, 934, False),
    ],
)
def test_a_time_of_day_is_a_stretch_of_minutes(text, low, high, either):
    (found,) = find_clocks(text)
    assert (found.low, found.high, found.either) == (low, high, either)


@pytest.mark.parametrize("text", ["2.10 marks", "a 3-1 win", "27:80", "25 p.m.", "the dawning", "five of them"])
def test_other_numbers_are_no_times(text):
    assert not list(find_clocks(text))


def test_stretches_meet_over_midnight_and_either_half_of_the_day():
    assert meet((-40, 0), (1400, 1439), either=False)
    assert not meet((300, 310), (1020, 1030), either=False)
    assert meet((300, 310), (1020, 1030), either=True)


@pytest.mark.parametrize(
    ("clause", "event"),
    [
        ("her crews were at the weir by 9:40 p.m.", "crews arrived"),
        ("it was midnight when a first crew arrived", "crews arrived"),
        ("an ambulance reached the mill at noon", "ambulance arrived"),
        ("he called the keeper at noon", CALLED),
        ("the riot began at noon", "unrest began"),
        ("the revolt, which broke out at noon", "unrest began"),
        ("a blast occurred at noon", "blast began"),
        ("a second blast occurred at noon", ""),
        ("he put the time of the accident at noon", "crash began"),
        ("the choir began to sing at noon", ""),
        ("the goose came at noon", ""),
        ("it rained at noon", ""),
    ],
)
def test_that_help_came_or_was_called_is_told(clause, event):
    assert what_happened(clause) == event


def test_it_began_is_of_what_was_just_told():
    assert what_happened("it started in the yard at noon", "The blaze was fierce.") == "fire began"
    assert what_happened("it started in the yard at noon", "The choir was good.") == ""
