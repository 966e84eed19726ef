"""The saved reports that a command is given: what is none is said on standard error, and the rest is read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.console import complain
from summarizer.contract.errors import CallError, ReportError
from summarizer.reading.saved_reports import find_reports

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.contract.report import Report

_MOST_SAID = 20  # rows that are no reports; a file of another kind may have a million


class SavedReports:
    """The reports of some inputs, read as they are needed; iterate once.

    Afterwards `read` counts the reports and `failed` what was none. `out` is the file that the command will write: it
    is refused when a report is read from it. A second report of the same article is said when `tell_twice` is set.
    """

    def __init__(self, inputs: Sequence[str], *, out: str | None = None, tell_twice: bool = False) -> None:
        self._inputs, self._tell_twice = inputs, tell_twice
        self._out = os.path.realpath(out) if out and out != "-" else None
        self._first: dict[str, str] = {}  # where the first report of an article is, by the hash of its text
        self._twice = 0
        self.read = 0
        self.failed = 0

    def __iter__(self) -> Iterator[Report]:
        for found in find_reports(self._inputs):
            if isinstance(found, ReportError):
                self._say(found)
                continue
            if self._out and found.file and os.path.realpath(found.file) == self._out:
                message = "it is an input, and would be replaced by the results"
                raise CallError(message, where=found.file, hint="name another -o")
            self.read += 1
            if self._tell_twice:
                self._note(found.report, found.where)
            yield found.report
        if self.failed > _MOST_SAID:
            complain(f"{self.failed - _MOST_SAID} more are no reports either")
        if self._twice > _MOST_SAID:
            complain(f"{self._twice - _MOST_SAID} more are of articles that were there already")
        if not self.read:
            names = ", ".join(map(_shown, self._inputs))
            raise CallError("there is no report in it", where=names, hint="write reports with `summarizer run`")

    def _say(self, error: ReportError) -> None:
        self.failed += 1
        if self.failed <= _MOST_SAID:
            complain(str(error))

    def _note(self, report: Report, where: str) -> None:
        first = self._first.get(report.article.sha256)
        if first is None:
            self._first[report.article.sha256] = where
            return
        self._twice += 1
        if self._twice <= _MOST_SAID:
            complain(f"{where}: the same article as in {first}, so it counts once")


def _shown(name: str) -> str:
    return "standard input" if name == "-" else str(Path(name))
