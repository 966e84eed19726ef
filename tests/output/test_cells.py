"""Cells that no spreadsheet runs, and that read back as they were."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.output.cells import csv_rows, safe_cell


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    assert safe_cell(f"{start}1+1").startswith("'")


def test_controls_are_replaced_and_other_text_stays() -> None:
    assert safe_cell("a\x1b[2Jb “c”\n") == "a\ufffd[2Jb “c”\n"


def test_numbers_stand_bare_and_nothing_is_an_empty_cell() -> None:
    assert csv_rows([["a", 1, 0.5, None]]) == '"a",1,0.5,""\n'


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1), min_size=1))
def test_rows_read_back(cells: list[str]) -> None:
    (row,) = csv.reader(io.StringIO(csv_rows([cells]), newline=""))
    assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in cells]
