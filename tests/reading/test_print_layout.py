"""Columns are read one after the other, and heads and numbers of pages go."""

from __future__ import annotations

import pytest

from summarizer.reading.print_layout import part_columns, without_page_heads

LEFT = [
    "The weir of Tolm broke on",
    "Monday after a barge",
    "struck its gate, the river",
    "board said.",
    "",
    "The boatmen had",
]
RIGHT = [
    "warned of it in spring.",
    "",
    "Two barges waited above",
    "the gate at noon and",
    "nobody went home before",
    "the evening.",
]


def test_columns_are_put_one_below_the_other_and_a_sentence_goes_on_over_them() -> None:
    lines = ["The weir", "", *(f"{one:<30}{two}".rstrip() for one, two in zip(LEFT, RIGHT, strict=True))]
    assert part_columns(lines) == ["The weir", "", *LEFT, *RIGHT]


def test_a_left_column_may_be_longer() -> None:
    lines = [*(f"{one:<30}{two}".rstrip() for one, two in zip(LEFT[:4], RIGHT[2:], strict=True)), "", "It is old."]
    assert part_columns(lines) == [*LEFT[:4], "", "It is old.", "", *RIGHT[2:]]


@pytest.mark.parametrize(
    "lines",
    [
        ["The weir of Tolm  broke", "on Monday after a barge", "struck its gate, the river", "board said."],
        ["Tolm     3", "Varn     4", "Lund     7", "Ostby    9", "Brenn    2"],
        [],
    ],
)
def test_a_table_and_plain_lines_have_no_columns(lines: list[str]) -> None:
    assert part_columns(lines) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["FEN POST    2 May", "- 2 -"], ["FEN POST    2 May", "- 3 -"]),
        (["2", "Fen Post"], ["3", "Fen Post"]),
        (["Fen Post, page 2 of 3"], ["Fen Post, page 3 of 3"]),
        (["2"], ["3"]),
    ],
)
def test_heads_and_numbers_of_pages_go(first: list[str], second: list[str]) -> None:
    lines = [
        "The weir broke on",
        "",
        *first,
        "",
        "the day after a barge",
        "struck its gate.",
        *second,
        "Nobody was",
        "hurt.",
    ]
    kept, count = without_page_heads(lines)
    assert kept == ["The weir broke on", "the day after a barge", "struck its gate.", "", "Nobody was", "hurt."]
    assert count == len(first) + len(second)


@pytest.mark.parametrize(
    "lines",
    [
        ["Weir", "", "It broke.", "", "Weir", "", "It is old."],
        ["Ada said no and", "went home after", "the vote. Then", "she said no and", "went home after", "the dinner."],
        ["2", "", "boats sank, he", "said.", "", "7", "", "went home."],
    ],
)
def test_what_only_comes_back_stays(lines: list[str]) -> None:
    assert without_page_heads(lines) == (lines, 0)
