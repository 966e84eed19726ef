"""Writes saved reports in another format, for `summarizer view`."""

from __future__ import annotations

import sys
from io import BytesIO
from itertools import chain, islice
from typing import TYPE_CHECKING

from summarizer.cli.saved_reports import SavedReports
from summarizer.contract.errors import CallError
from summarizer.output.open_destination import open_destination

if TYPE_CHECKING:
    from collections.abc import Sequence


def view_saved(inputs: Sequence[str], out: str | None, form: str | None) -> int:
    """Write the reports of some inputs to a place, and return the exit code. Raises SummarizerError."""
    if sys.stdout is None and out in (None, "-"):
        raise CallError("standard output is closed", hint="name a file with -o")
    if out is None and form is None:
        raise CallError("nothing says what the reports are to become", hint="name a file with -o, or add --format")
    saved = SavedReports(inputs, out=out)
    reports = iter(saved)
    first = list(islice(reports, 2))
    stdout = sys.stdout.buffer if sys.stdout is not None else BytesIO()
    destination = open_destination(out, form, several=len(first) > 1, stdout=stdout, to_read=True)
    try:
        for report in chain(first, reports):
            destination.write(report)
        destination.commit()
    except BaseException:
        destination.abandon()
        raise
    return 1 if saved.failed else 0
