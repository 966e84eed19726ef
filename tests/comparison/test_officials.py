import pytest

from summarizer import compare
from tests.comparison.outlets import told

FLOOD = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market.\n\n"
SAID = "said the sluice of the weir had been left open."


def origins(one: str, two: str) -> int:
    made = compare([told(f"{FLOOD}{one} {SAID}", "a"), told(f"{FLOOD}{two} {SAID}", "b")])
    return max(
        (fact for fact in made.facts if "sluice" in fact.text), key=lambda fact: len(fact.sides[0].mentions)
    ).origins


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Water ministry officials", "Water Minister Olek Moss"),
        ("Officials at the Water Ministry", "Edda Lorn, a deputy director of the Water Ministry,"),
        ("Officials of the Orsk River Authority", "The Orsk River Authority"),
        ("River Authority officials", "Two River Authority officials"),
    ],
)
def test_unnamed_officials_are_one_with_their_body(one, two):
    assert origins(one, two) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Water ministry officials", "Interior Minister Olek Moss"),
        ("Local officials", "Mayor Olek Moss"),
        ("Ruritanian officials", "Ruritanian farmer Olek Moss"),
        ("Water ministry officials", "Former Water Minister Olek Moss"),
        ("Two officials", "Several officials"),
    ],
)
def test_officials_of_other_bodies_or_of_none_are_witnesses_of_their_own(one, two):
    assert origins(one, two) == 2
