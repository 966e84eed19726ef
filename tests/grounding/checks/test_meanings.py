"""Which words mean the same, and which exclude one another."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.meanings import exclude, is_measure, meaning, sides_of, word_key
from summarizer.text.words import read_words

FIELDS = [(name, field) for name, fields in read_words("opposites").items() for field in fields]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Müller's", "muller"), ("Müller’s", "MÜLLER"), ("U.S.", "US"), ("America", "US"), ("O’Neal", "ONeal")],
)
def test_words_of_a_name_are_compared_without_what_writers_vary(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("rose", "fell", True),
        ("rose", "climbed", False),
        ("killed", "wounded", True),
        ("weeks", "days", True),
        ("Monday", "Tuesday", True),
        ("Monday", "March", False),
        ("harbour", "fell", False),
        ("signed", "vetoed", True),
        ("suspended", "extended", True),
        ("softened", "hardened", True),
        ("identical", "different", True),
        ("cleared", "charged", True),
        ("followed", "violated", True),
        ("calmed", "stoked", True),
        ("served", "former", False),
    ],
)
def test_words_of_two_sides_of_a_field_exclude_one_another(one: str, other: str, excluded: bool) -> None:
    assert exclude(meaning(one), meaning(other)) is excluded
    assert exclude(meaning(other), meaning(one)) is excluded


def test_measures_are_told_from_other_words() -> None:
    assert is_measure(meaning("weeks"))
    assert not is_measure(meaning("fell"))


@pytest.mark.parametrize(("name", "field"), FIELDS)
def test_a_field_has_words_in_lower_case_and_none_on_two_sides(name: str, field: str) -> None:
    sides = [{meaning(word) for word in side.split()} for side in field.split("|")]
    assert field == field.lower()
    assert all(sides)
    assert len(sides) > 1 or name == "alike"
    known = [word for side in sides for word in side]
    assert len(known) == len(set(known)), field
    assert all(sides_of(word) for word in known)
