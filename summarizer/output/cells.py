"""Cells of tables that spreadsheets open: text that no spreadsheet runs as a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# A spreadsheet runs a cell that begins with one of these as a formula; so do the full-width forms.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What a terminal may obey (C0 and C1 controls, but for tab and line breaks).
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def safe_cell(text: str) -> str:
    """A text as a cell: without controls, and with an apostrophe in front where it would be run as a formula."""
    text = _CONTROLS.sub("\ufffd", text)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def csv_rows(rows: Iterable[Iterable[str | float | None]]) -> str:
    """Rows of CSV, each text safe and in quotes; numbers stand bare, and nothing is an empty cell."""
    buffer = io.StringIO()
    # All texts are quoted: Python leaves one with a lone carriage return unquoted, and readers end the row there.
    writer = csv.writer(buffer, lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
    for row in rows:
        writer.writerow(["" if cell is None else safe_cell(cell) if isinstance(cell, str) else cell for cell in row])
    return buffer.getvalue()
