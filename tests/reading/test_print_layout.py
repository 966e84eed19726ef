"""Columns are read one after the other, and heads and numbers of pages go."""

from __future__ import annotations

import pytest

from summarizer.reading.print_layout import (
    breaks_sentence,
    join_pages,
    names_page,
    part_columns,
    part_pages,
    without_page_heads,
)

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


@pytest.mark.parametrize("after", ["the day", "Tuesday"])
def test_a_line_that_says_page_is_none_of_a_sentence_that_goes_on_behind_it(after: str) -> None:
    lines = ["The weir of Tolm broke on", "Page 1", f"{after} after a barge struck it."]
    assert without_page_heads(lines) == ([lines[0], lines[2]], 1)
    heading = ["The weir broke on Monday.", "", "Page 3", "", "Nobody was hurt by it."]
    assert without_page_heads(heading) == (heading, 0)


FIRST_COLUMN = [
    "The weir of Tolm broke on",
    "Monday after a barge had",
    "struck its gate, the board",
    "said, and the fen stood in",
]
SECOND_COLUMN = [
    "water until the evening of",
    "the next day. Nobody was",
    "hurt, said the reeve, who",
    "had gone there at once and",
]
LAST = ["stayed for the whole of the       wall was new."]


def side_by_side() -> list[str]:
    return [f"{left:34}{right}" for left, right in zip(FIRST_COLUMN, SECOND_COLUMN, strict=True)]


def test_the_columns_of_each_page_stand_below_those_of_the_page_before() -> None:
    head = "THE TOLM POST                      Monday"
    pages = [head, "", *side_by_side(), "", "                 1", "", head, "", *LAST, "", "                 2"]
    expected = [*FIRST_COLUMN, *SECOND_COLUMN, "stayed for the whole of the", "wall was new."]
    assert part_pages(pages) == expected


def test_pages_with_one_column_are_parted_no_further() -> None:
    head = "THE TOLM POST                      Monday"
    assert part_pages([head, "", *FIRST_COLUMN, "", "1", "", head, "", *SECOND_COLUMN, "", "2"]) is None
    assert part_pages(side_by_side()) is None


@pytest.mark.parametrize(
    "head", ["THE TOLM POST    3 May 2031    Page 7", "Tolmer Bote, Seite 12", "El Tolmo página 3 de 8"]
)
def test_the_only_pages_head_is_told_by_its_number(head: str) -> None:
    assert names_page(head)
    assert without_page_heads([head, *FIRST_COLUMN])[0] == [*FIRST_COLUMN]


@pytest.mark.parametrize(
    "line", ["The letter, Quill said, is on page 7.", "Seven pages", "He read page 7 to the council"]
)
def test_a_line_of_the_text_is_no_head(line: str) -> None:
    assert not names_page(line)


def test_form_feeds_part_pages_in_two_columns() -> None:
    sheet = [f"{one:<30}{two}".rstrip() for one, two in zip(LEFT, RIGHT, strict=True)]
    second = [*sheet[1:3], "\fstruck its gate, the river     above", *sheet[3:]]
    assert not breaks_sentence(sheet)
    assert breaks_sentence([*sheet[:4], *second])
    assert part_pages([*sheet, "\f" + sheet[0], *sheet[1:]]) == [*LEFT, *RIGHT, "", *LEFT, *RIGHT]


def test_a_sentence_goes_on_over_a_form_feed_and_a_paragraph_ends_at_one() -> None:
    pages = ["The weir broke on", "", "\fMonday after a barge struck it.", "", "\fNobody was hurt."]
    assert breaks_sentence(pages)
    assert join_pages(pages) == ["The weir broke on", "Monday after a barge struck it.", "", "Nobody was hurt."]
    assert not breaks_sentence([*pages[3:], "\f"])
