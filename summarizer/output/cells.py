"""Cells of tables that spreadsheets open: text that no spreadsheet runs as a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from summarizer.output.controls import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

# A spreadsheet runs a cell that begins with one of these as a formula; so do the full-width forms.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(text: str) -> str:
    """A text as a cell: without controls, and with an apostrophe in front where it would be run as a formula."""
    text = without_controls(text)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def csv_rows(rows: Iterable[Iterable[str | float | None]]) -> str:
    """Rows of CSV, each text safe and in quotes; numbers stand bare, and nothing is an empty cell."""
    buffer = io.StringIO()
    # All texts are quoted: Python leaves one with a lone carriage return unquoted, and readers end the row there.
    writer = csv.writer(buffer, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    for row in rows:
        writer.writerow(["" if cell is None else safe_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return buffer.getvalue()
