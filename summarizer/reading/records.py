"""JSON records: the lines of a JSONL file, or one JSON document, to dictionaries."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from summarizer.contract.errors import InputError, RecordError
from summarizer.reading.decode import decode

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE = 64 * 2**20  # bytes, as for a file that is one article

_MOST_SKIPPED = 64  # times the longest line: what goes on for 4 GB without a line break has none
_TOO_LONG = b"\0"  # stands for a line that is too long

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_RECORD_START = re.compile(rb'(\xef\xbb\xbf)?\s*\{\s*"(text|content|id|title|url|[^"\n]{1,40})"\s*:')


_DOCUMENT_HINT = 'it must be a JSON object with a "text" or "content" string, or a list of such objects'
_ELEMENT_HINT = 'each item of the list must be a JSON object with a "text" or "content" string'


class Record(NamedTuple):
    """One record, or the reason why there is none.

    `number` is its line or its place in a list, counted from 1; 0 for a document that is one record.
    """

    number: int
    found: dict[str, object] | InputError
    encoding: str = "utf-8"


def looks_like_record(start: bytes) -> bool:
    """Whether a text begins as a JSON object does."""
    return _RECORD_START.match(start) is not None


def read_lines(file: BinaryIO, where: str, start: bytes = b"") -> Iterator[Record]:
    """Read JSONL line by line, blank lines left out; `start` is what was read of the file before."""
    for number, line in enumerate(_lines(file, start), start=1):
        place = f"{where}:{number}"
        if line == _TOO_LONG or len(line) >= LONGEST_LINE:
            yield Record(number, RecordError(f"the line is longer than {LONGEST_LINE >> 20} MB", where=place))
        elif line.strip():
            yield _parse_line(number, line, place)


def read_document(data: bytes, where: str) -> Iterator[Record]:
    """Read a JSON document that is one record or a list of records."""
    try:
        text, encoding = decode(data, where=where)
        value = _parse(text, where, _DOCUMENT_HINT)
    except InputError as error:
        yield Record(0, error)
        return
    if not isinstance(value, list):
        yield Record(0, _check(value, where, _DOCUMENT_HINT), encoding)
        return
    for number, item in enumerate(value, start=1):
        yield Record(number, _check(item, f"{where}:{number}", _ELEMENT_HINT), encoding)


def _lines(file: BinaryIO, start: bytes) -> Iterator[bytes]:
    first = start or file.readline(LONGEST_LINE)
    if first.startswith(_WIDE_MARKS):
        # In UTF-16 a line break is two bytes, so the whole has to be decoded before it has lines.
        text = (first + file.read(LONGEST_LINE + 1 - len(first))).decode("utf-16", "replace")
        yield from (line.encode() for line in io.StringIO(text, newline="\n"))
        if file.read(1):
            yield _TOO_LONG
        return
    line, skipped = first, 0
    while line:
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            skipped += 1  # one report for the line, however many times it is too long
            if skipped == _MOST_SKIPPED:
                break
        elif skipped:
            yield _TOO_LONG
            skipped = 0
        else:
            yield line.removeprefix(b"\xef\xbb\xbf")
        line = file.readline(LONGEST_LINE)
    if skipped:
        yield _TOO_LONG


def _parse_line(number: int, line: bytes, place: str) -> Record:
    try:
        text, encoding = decode(line, where=place)
        return Record(number, _check(_parse(text, place), place), encoding)
    except InputError as error:
        return Record(number, error)


def _parse(text: str, where: str, hint: str = "") -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise RecordError(f"it is no JSON: {error.msg.lower()} at {place}", where=where, hint=hint) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, or brackets nested as deep
        raise RecordError("its JSON nests too deep or holds too long a number", where=where, hint=hint) from None


def _check(value: object, where: str, hint: str = "") -> dict[str, object] | InputError:
    if not isinstance(value, dict):
        return RecordError("it is no JSON object", where=where, hint=hint)
    if isinstance(value.get("article"), dict) and "claims" in value:
        return RecordError("it is a report, not an article", where=where, hint="give the article that it was made from")
    return value
