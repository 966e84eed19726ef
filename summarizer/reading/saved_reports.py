"""Saved reports: files, folders, globs, JSONL and standard input, a report at a time, for all who read them.

A file holds one report, an array of them, or one a line. A folder gives its .json, .jsonl and .ndjson files, its
subfolders' too, sorted by name; what a run writes beside its reports (manifest, failures), comparisons and evaluations
are left out of it.
"""

from __future__ import annotations

import glob
import json
import os
import shlex
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from pydantic import ValidationError

from summarizer.contract.errors import CallError, ReportError
from summarizer.contract.failure import FAILURE_KEYS, FAILURES_NAME
from summarizer.contract.report import Report
from summarizer.reading.kinds import FOLDER_SUFFIXES, LINES_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUFFIXES = frozenset({".json", ".jsonl", ".ndjson"})
_RUN_FILES = frozenset({"manifest.json", FAILURES_NAME})  # what a run writes beside its reports
_BOM = b"\xef\xbb\xbf"
_HINT = "write reports with `summarizer run`"
# What else we write as JSON, told by keys that only it has. A folder of reports may hold it.
_OTHERS = (
    ({"facts", "origins"}, "a comparison"),
    ({"scores", "calibration"}, "an evaluation"),
    ({"manifest_version"}, "a run's manifest"),
    (FAILURE_KEYS, "a failed article"),
    ({"$defs", "properties"}, "a JSON Schema"),
    ({"data", "predictions"}, "a Label Studio task"),
    ({"id", "schema", "properties"}, "a FollowTheMoney entity"),
)


class SavedReport(NamedTuple):
    """A report, the file that it is in ("" for standard input), and its place: the file, and which of its rows."""

    report: Report
    file: str
    where: str


class _OtherFileError(ReportError):
    """What is no report, but something else of ours: a folder of reports may hold it."""


class _ArticleError(ReportError):
    """An article without its report."""


def read_reports(inputs: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[Report]:
    """Read saved reports lazily, in the order of the inputs: files, folders, globs, or "-" for standard input.

    Raises CallError for a name that leads to no reports, ReportError for what is not a valid report.
    """
    for found in find_reports(inputs, stdin=stdin):
        if isinstance(found, ReportError):
            raise found
        yield found.report


def find_reports(inputs: Iterable[str | Path], *, stdin: BinaryIO | None = None) -> Iterator[SavedReport | ReportError]:
    """Read saved reports lazily; a file or a row that is no valid report comes out as the error that says so.

    Raises CallError for a name that leads to no reports, such as that of an article.
    """
    if isinstance(inputs, str | bytes | Path):
        message = f"one name where several are expected: {str(inputs)!r}"
        raise CallError(message, hint=f"pass a list: [{str(inputs)!r}]")
    return _read_inputs(inputs, stdin)


def _read_inputs(inputs: Iterable[str | Path], stdin: BinaryIO | None) -> Iterator[SavedReport | ReportError]:
    for item in inputs:
        name = str(item)
        if name == "-":
            yield from _reports_of(stdin or sys.stdin.buffer, "standard input", is_lines=False)
        elif name and Path(name).is_dir():
            yield from _read_folder(name)
        else:
            yield from _read_named(name)


def _read_folder(name: str) -> Iterator[SavedReport | ReportError]:
    is_empty = True
    for path in _files_within(Path(name)):
        for found in _read_file(path, is_named=False):
            is_empty = is_empty and not isinstance(found, SavedReport)
            if not isinstance(found, _OtherFileError):
                yield found
    if is_empty:
        has_articles = any(file.suffix.lower() in FOLDER_SUFFIXES for file in Path(name).rglob("*"))
        hint = _command_for(name) if has_articles else "a report is a .json file, or a line of a .jsonl file"
        raise CallError("the folder holds no reports", where=name, hint=hint)


def _files_within(folder: Path) -> list[Path]:
    files = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.name not in _RUN_FILES)
    shown = (path for path in files if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    return sorted(path for path in shown if path.is_file())


def _read_named(name: str) -> Iterator[SavedReport | ReportError]:
    """The reports of a file, or of the files that a pattern matches."""
    if not name:  # as "$FOLDER" is when nothing set it
        raise CallError("an input has no name", where='""', hint="name a file or a folder, or . for this one")
    if not glob.has_magic(name) or Path(name).exists():
        yield from _read_file(Path(name))
        return
    found = sorted(Path(one) for one in glob.glob(name, recursive=True))  # noqa: PTH207  Path.glob takes no absolute
    files = [one for one in found if one.is_file() and one.name not in _RUN_FILES]
    if not files:
        raise CallError("the pattern matches no file", where=name, hint="check it, and quote it if it has **")
    for path in files:
        yield from (one for one in _read_file(path, is_named=False) if not isinstance(one, _OtherFileError))


def _read_file(path: Path, *, is_named: bool = True) -> Iterator[SavedReport | ReportError]:
    name = os.fsencode(path).decode("utf-8", "backslashreplace")
    try:
        with path.open("rb") as file:
            is_lines = path.suffix.lower() in LINES_SUFFIXES
            yield from _reports_of(file, name, is_lines=is_lines, path=str(path), is_named=is_named)
    except (OSError, ValueError) as error:  # ValueError: a name with NUL in it
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise CallError(f"cannot read the file: {reason}", where=name, hint="name another file") from None


def _reports_of(
    file: BinaryIO, name: str, *, is_lines: bool, path: str = "", is_named: bool = True
) -> Iterator[SavedReport | ReportError]:
    """The reports of an open file. Raises CallError when it was named and the first thing in it is an article."""
    for number, (where, row) in enumerate(_rows(file, name, is_lines=is_lines)):
        try:
            yield SavedReport(_report_of(row, where), path, where)
        except _ArticleError as error:
            if number == 0 and is_named:
                raise CallError(error.message, where=name, hint=_command_for(name)) from None
            yield error
        except ReportError as error:
            yield error


def _rows(file: BinaryIO, name: str, *, is_lines: bool) -> Iterator[tuple[str, bytes | object]]:
    """Each report's JSON, or its value if the file is an array, with its place."""
    first = file.readline().removeprefix(_BOM)
    if is_lines or (first.strip().startswith(b"{") and first.strip().endswith(b"}")):
        second = file.readline()
        if not second and not is_lines:
            yield name, first
            return
        for number, line in enumerate(chain((first, second), file), start=1):
            if line.strip():
                yield f"{name}, line {number}", line
        return
    data = first + file.read()
    rows = _value_of(data) if data.lstrip().startswith(b"[") else None
    if isinstance(rows, list):
        yield from ((f"{name}, report {number}", row) for number, row in enumerate(rows, start=1))
        return
    yield name, data


def _report_of(row: bytes | object, where: str) -> Report:
    try:
        if isinstance(row, bytes):
            return Report.model_validate_json(row)
        return Report.model_validate(row)
    except ValidationError as error:
        problem = error
    value = _value_of(row) if isinstance(row, bytes) else row
    if isinstance(value, dict) and isinstance(row, bytes) and problem.errors()[0]["type"] == "json_invalid":
        return _report_of(value, where)  # half of a surrogate pair: JSON may hold it, and pydantic's parser does not
    raise _error_of(value, row, problem, where)


def _value_of(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _error_of(value: object, row: bytes | object, problem: ValidationError, where: str) -> ReportError:
    keys = set(value) if isinstance(value, dict) else set()
    if "schema_version" not in keys and keys & {"text", "content", "body"}:
        return _ArticleError("it is an article, and has no report yet", where=where, hint=_HINT)
    if value is None and isinstance(row, bytes) and _is_article_text(row):
        return _ArticleError("it is an article, and has no report yet", where=where, hint=_HINT)
    for own_keys, kind in _OTHERS:
        if keys >= own_keys:
            return _OtherFileError(f"it is {kind}, not a report", where=where, hint=_HINT)
    detail = problem.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in detail["loc"])
    return ReportError(f"not a report: {place + ': ' if place else ''}{detail['msg']}", where=where, hint=_HINT)


def _is_article_text(data: bytes) -> bool:
    """Whether what is not JSON is some article's text or page."""
    return bool(data.strip()) and not data.lstrip().startswith((b"{", b"["))


def _command_for(name: str) -> str:
    target = shlex.quote(name) if name != "standard input" else "-"
    return f"make the reports first: summarizer run {target} -o reports.jsonl"
