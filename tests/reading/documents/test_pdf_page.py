"""Lines where they stand on a page."""

from __future__ import annotations

import pytest

from summarizer.reading.documents.pdf_page import Piece, headline_of, lines_of, read_columns

WORDS = "one two three four"


def line(left: float, bottom: float, text: str = WORDS, size: float = 10, width: float = 200) -> Piece:
    return Piece(text, left, bottom, left + width, bottom + size)


def across(lefts: tuple[float, ...], count: int = 8, words: str = WORDS) -> list[Piece]:
    """Columns, written line by line over all of them; each line is named by its column and number."""
    return [
        line(left, 500 - 12 * row, f"{column}{row} {words}")
        for row in range(count)
        for column, left in enumerate(lefts)
    ]


def first_words(text: str | None) -> list[str]:
    return [one.split()[0] for one in (text or "").split("\n") if one]


@pytest.mark.parametrize("lefts", [(40.0, 260.0), (40.0, 260.0, 480.0)])
def test_columns_are_read_one_after_the_other(lefts: tuple[float, ...]) -> None:
    expected = [f"{column}{row}" for column in range(len(lefts)) for row in range(8)]
    assert first_words(read_columns(across(lefts))) == expected


def test_columns_that_stand_in_order_are_left_as_they_are() -> None:
    in_order = sorted(across((40, 260)), key=lambda one: (one.left, -one.bottom))
    assert read_columns(in_order) is None


def test_one_column_and_tables_are_left_as_they_are() -> None:
    assert read_columns(across((40,), count=30)) is None
    assert read_columns(across((40, 260), words="9")) is None


def test_what_runs_over_both_columns_parts_them() -> None:
    page = [line(40, 600, "Head over both", 20, 420), *across((40, 260))]
    assert first_words(read_columns(page))[:2] == ["Head", "00"]


def test_a_caption_that_interrupts_a_column_stands_behind_the_text() -> None:
    page = across((40, 260))
    low = [
        one._replace(bottom=one.bottom - 100, top=one.top - 100) if one.left > 40 and one.text[1] >= "3" else one
        for one in page
    ]
    read = read_columns([*low, line(262, 410, "Picture of the weir", 7)])
    assert first_words(read)[-1] == "Picture"
    assert "\n\n13" not in str(read)


def test_words_of_one_line_are_put_together() -> None:
    pieces = [line(40, 500, "The weir", width=40), line(83, 500, "broke", width=30), line(300, 500, "Nobody", width=30)]
    assert [one.text for one in lines_of(pieces)] == ["The weir broke", "Nobody"]


def test_the_headline_is_in_by_far_the_largest_letters() -> None:
    page = [
        line(40, 700, "TOLM POST", 8),
        line(40, 650, "Weir breaks", 24),
        line(40, 620, "in the night", 24),
        *across((40,)),
    ]
    assert headline_of(page) == ("Weir breaks in the night", ("TOLM POST", "TOLM POST"))
    assert headline_of(across((40,))) == ("", ())
    assert headline_of([]) == ("", ())
