"""A paragraph that says nothing new is found; one that changes a word of weight is not taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.reading.layout.paragraphs import split_paragraphs
from summarizer.reading.layout.repeats import find_repeats

SAID = (
    "The keeper of the lock told the board of Ferrow on Tuesday that nine boats had waited since the flood, and that "
    "the gate was to be mended in the week of the fair by men from Marle."
)
OTHER = "Nobody on the quay had heard of it, and the clerk shut her window at noon as she does on all days of the week."


def repeats(*paragraphs: str) -> list[int]:
    return find_repeats(split_paragraphs("\n\n".join(paragraphs)))


def test_the_same_words_are_a_repeat_however_they_are_written() -> None:
    assert repeats(SAID, OTHER, SAID.upper(), SAID.replace(",", " –")) == [2, 3]


def test_the_first_of_the_same_is_never_one() -> None:
    assert repeats(SAID, SAID, SAID) == [1, 2]
    assert repeats(SAID) == []
    assert find_repeats([]) == []


@pytest.mark.parametrize(
    "piece",
    [
        "nine boats had waited since the flood, and that the gate",
        "“Nobody on the quay had heard of it, and the clerk shut”",
    ],
)
def test_a_fragment_of_nine_words_is_a_repeat_and_before_its_paragraph_it_is_none(piece: str) -> None:
    assert repeats(SAID, OTHER, piece) == [2]
    assert repeats(piece, SAID, OTHER) == []


def test_a_short_fragment_may_be_a_heading() -> None:
    assert repeats(SAID, OTHER, "nine boats had waited since the flood") == []


def test_a_fragment_from_two_paragraphs_is_of_neither() -> None:
    assert repeats(SAID, OTHER, f"{SAID[-60:]} {OTHER[:60]}") == []


@pytest.mark.parametrize("line", ["Ferrow", "He would not say.", "Jo Lunt"])
def test_a_line_of_under_four_words_may_stand_twice(line: str) -> None:
    expected = [2] if len(line.split()) >= 4 else []
    assert repeats(line, OTHER, line) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [("told the board", "told a board"), ("had waited", "have waited"), ("of the fair by men", "of a fair by the men")],
)
def test_a_reprint_with_small_words_changed_is_a_repeat(old: str, new: str) -> None:
    assert repeats(SAID, OTHER, SAID.replace(old, new)) == [2]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nine", "ten"),
        ("Ferrow", "Olm"),
        ("Tuesday", "Friday"),
        ("was to be", "was not to be"),
        ("mended", "moved"),
        (" by men from Marle.", " by men from Marle, said Jo Lunt."),
        ("keeper of the lock", "keeper"),
    ],
)
def test_a_reprint_with_a_word_of_weight_changed_says_something_new(old: str, new: str) -> None:
    assert repeats(SAID, OTHER, SAID.replace(old, new)) == []


def test_a_table_of_like_rows_keeps_those_that_differ() -> None:
    rows = [
        f"Lock number {number} on the river was passed by {number * 7} boats in the last year" for number in range(40)
    ]
    assert repeats(*rows) == []
    assert repeats(*rows, *rows[:3]) == [40, 41, 42]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([SAID, OTHER, SAID.replace("nine", "ten"), SAID[20:110], "Jo Lunt"]), max_size=7))
def test_what_is_left_loses_no_words_and_holds_no_repeat(paragraphs: list[str]) -> None:
    found = repeats(*paragraphs)
    left = [paragraph for index, paragraph in enumerate(paragraphs) if index not in found]
    assert found == sorted(set(found))
    assert repeats(*left) == []
    assert set("\n".join(paragraphs).split()) == set("\n".join(left).split())
