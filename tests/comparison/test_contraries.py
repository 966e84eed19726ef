import pytest

from summarizer.comparison.contraries import contrary


@pytest.mark.parametrize(
    ("one", "two", "pair"),
    [
        ("the gate was locked", "the gate was unlocked", ("lock", "unlock")),
        ("the lift passed", "the lift failed", ("pass", "fail")),
        ("thefts had gone down", "thefts had risen", ("decreas", "rise")),
        ("the lamp before the bend was red", "the lamp was green", ("red", "green")),
        ("the mill made a profit", "the mill made a loss", ("profit", "loss")),
        ("the keeper was awake", "the keeper was found asleep", ("awak", "asleep")),
        ("the gate was locked", "the gate was painted", None),
        ("the gate was not locked", "the gate was unlocked", None),
        ("the east gate was locked and the west gate unlocked", "the gate was unlocked", None),
    ],
)
def test_words_that_exclude_one_another(one, two, pair):
    assert contrary(one, two) == pair
