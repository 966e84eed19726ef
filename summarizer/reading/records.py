"""JSON records: the lines of a JSONL file, or one JSON document, to articles' texts and facts."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, BinaryIO

from summarizer.contract.errors import InputError, RecordError
from summarizer.contract.failure import FAILURE_KEYS
from summarizer.reading.content import Record
from summarizer.reading.decode import decode
from summarizer.reading.fields import is_error, read_fields, read_id, unwrap_records

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_LINE = 64 * 2**20  # bytes, as for a file that is one article

_MOST_SKIPPED = 64  # times the longest line: what goes on for 4 GB without a line break has none
_LONGEST_SAID = 200  # characters of a service's words on an error
_TOO_LONG = b"\0"  # stands for a line that is too long

_BETWEEN = re.compile(r"[\s,]*")  # two records
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")

_DOCUMENT_HINT = 'it must be a JSON object with a "text" or "content" string, or a list of such objects'
_ELEMENT_HINT = 'each item of the list must be a JSON object with a "text" or "content" string'


def read_lines(file: BinaryIO, where: str, *, first: int = 1) -> Iterator[Record]:
    """Read JSONL line by line, blank lines left out; `first` is the number of the first line."""
    for number, line in enumerate(split_lines(file), start=first):
        place = f"{where}:{number}"
        if line == _TOO_LONG or len(line) >= LONGEST_LINE:
            yield Record(number, RecordError(f"the line is longer than {LONGEST_LINE >> 20} MB", where=place))
        elif line.strip():
            yield from _parse_line(number, line, place)


def read_document(data: bytes, where: str) -> Iterator[Record]:
    """Read a JSON document that is one record, a list of records, or a news service's answer with such a list in it."""
    try:
        text, encoding = decode(data, where=where)
        values = _parse_all(text, where)
    except InputError as error:
        yield Record(0, error)
        return
    value = values[0] if len(values) == 1 else values
    if isinstance(value, list):
        for number, item in enumerate(value, start=1):
            yield from _records_of(item, number, f"{where}:{number}", encoding, _ELEMENT_HINT)
        return
    yield from _records_of(value, 0, where, encoding, _DOCUMENT_HINT)


def split_lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, each as `read_lines` takes it, a mark in place of one that is too long."""
    first = file.readline(LONGEST_LINE)
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


def _parse_line(number: int, line: bytes, place: str) -> Iterator[Record]:
    try:
        text, encoding = decode(line, where=place)
        value = _parse(text, place)
    except InputError as error:
        yield Record(number, error)
        return
    yield from _records_of(value, number, place, encoding)


def _parse(text: str, where: str, hint: str = "") -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"column {error.colno}" if error.lineno == 1 else f"line {error.lineno}, column {error.colno}"
        raise RecordError(f"it is no JSON: {error.msg.lower()} at {place}", where=where, hint=hint) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, or brackets nested as deep
        raise RecordError("its JSON nests too deep or holds too long a number", where=where, hint=hint) from None


def _parse_all(text: str, where: str) -> list[object]:
    """The JSON values of a file: one, as a rule, but some programs write records one after another over many lines."""
    try:
        return [_parse(text, where, _DOCUMENT_HINT)]
    except RecordError as error:
        values: list[object] = []
        position, decoder = 0, json.JSONDecoder()
        while position < len(text):
            try:
                value, position = decoder.raw_decode(text, position)
            except (ValueError, RecursionError):
                raise error from None
            values.append(value)
            position = _BETWEEN.match(text, position).end()  # type: ignore[union-attr]  # it matches nothing too
        if not all(isinstance(value, Mapping) for value in values):
            raise
        return values


def _records_of(value: object, number: int, place: str, encoding: str, hint: str = "") -> Iterator[Record]:
    if not isinstance(value, Mapping):
        yield Record(number, RecordError("it is no JSON object", where=place, hint=hint))
        return
    if isinstance(value.get("article"), Mapping) and "claims" in value:
        message = "it is a report, not an article"
        yield Record(number, RecordError(message, where=place, hint="give the article that it was made from"))
        return
    if value.keys() >= FAILURE_KEYS:
        message = "it is the row of an article that failed in an earlier run, not an article"
        yield Record(number, RecordError(message, where=place, hint="name the article itself, or use --retry-failed"))
        return
    if is_error(value):
        said = next((str(value[key]) for key in ("message", "error", "detail") if value.get(key)), "")
        message = f"it is a service's answer that tells of an error: {said[:_LONGEST_SAID]}"
        yield Record(number, RecordError(message, where=place, hint="ask the service again"))
        return
    records = unwrap_records(value)
    for position, record in enumerate(records, start=1):
        is_one = len(records) == 1 and record is value
        at = place if is_one else f"{place}:{position}"
        try:
            found = read_fields(record, where=at)._replace(encoding=encoding)
        except InputError as error:
            yield Record(number if is_one or number else position, error, read_id(record))
        else:
            yield Record(number if is_one or number else position, found, read_id(record))
