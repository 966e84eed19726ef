import pytest

from summarizer import compare
from tests.comparison.outlets import told

RACE = "Race at Orsk\n\nThe race for mayor of Orsk between Ilse Brandt and Karl Moss is close before Sunday.\n\n"


def _origins(*texts: str) -> list[int]:
    made = compare([told(RACE + text, f"{number}") for number, text in enumerate(texts)])
    return [one.origins for one in made.facts if any("58" in side.position for side in one.sides)]


@pytest.mark.parametrize(
    "other",
    [
        "A Velm College poll found that 58 percent of voters in Orsk wanted a new bridge.",
        "According to a Velm College poll, 58 percent of voters in Orsk want a new bridge.",
        "A poll by Velm College found 58 percent of voters in Orsk for a new bridge.",
        "Voters in Orsk want a new bridge, with 58 percent in a new Velm College poll saying so.",
    ],
)
def test_a_poll_is_one_origin_however_it_is_cited(other: str) -> None:
    first = "A poll released on Wednesday by Velm College found that 58 percent of voters in Orsk wanted a new bridge."
    assert set(_origins(first, other)) == {1}


def test_polls_of_two_makers_are_two_origins() -> None:
    first = "A poll by Velm College found that 58 percent of voters in Orsk wanted a new bridge."
    other = "A poll by Tarn University found that 58 percent of voters in Orsk wanted a new bridge."
    assert set(_origins(first, other)) == {2}


def test_a_poll_that_no_claim_tells_is_one_origin_too() -> None:
    first = "A poll released last week by Velm College put the new bridge two points behind the old one."
    other = "The new bridge trails the old one by two points in a Velm College poll."
    made = compare([told(RACE + first, "0"), told(RACE + other, "1")])
    assert {one.origins for one in made.facts if "two points" in one.text or "… points" in one.text} == {1}
