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
        ("tolls rose", "tolls fell", ("rise", "fall")),
        ("the lift climbs 900 metres", "the lift fell into a gorge", None),
        ("the keeper was awake", "the keeper was found asleep", ("awak", "asleep")),
        ("the gate was locked", "the gate was painted", None),
        ("rockets hit a civilian building in Varn", "the raid on Varn killed seven fighters", None),
        ("the dead man was a civilian", "the dead man was a fighter", ("civilian", "fight")),
        ("the gate was not locked", "the gate was unlocked", None),
        ("the east gate was locked and the west gate unlocked", "the gate was unlocked", None),
    ],
)
def test_words_that_exclude_one_another(one, two, pair):
    assert contrary(one, two) == pair


def test_what_only_says_of_what_sort_a_thing_is_excludes_nothing() -> None:
    assert contrary("A civilian building near the pier was hit.", "Seven fighters were hit near the pier.") is None
    assert contrary("Seven civilians were hit near the pier.", "Seven fighters were hit near the pier.") is not None
