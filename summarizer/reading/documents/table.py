"""Tables: CSV and TSV files, and Parquet. A row is a record; the first line of a text table names its columns."""

from __future__ import annotations

import csv
import io
import re
import sys
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from summarizer.contract.errors import InputError, RecordError
from summarizer.reading.content import Record
from summarizer.reading.decode import decode
from summarizer.reading.documents.libraries import import_library
from summarizer.reading.fields import find_separator, read_fields, read_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_HINT = 'its first line must name the columns, one of them "text" or "content"'
_SEPARATOR_LINE = re.compile(r"\"?sep=([^\w\s]|\t)\"?\s*\Z", re.IGNORECASE)
_ESCAPES = {"n": "\n", "r": "\n", "t": "\t", "\\": "\\"}
_ESCAPED = re.compile(r"\\([nrt\\])")
_LONGEST_FIELD = 64 * 2**20  # characters, as for a file that is one article


def read_table(file: BinaryIO, where: str) -> Iterator[Record]:
    """The rows of a CSV or TSV file, whose separator is found in its first line."""
    text = _decoded_lines(file, where)
    header, first = text.readline(), 1
    named = _SEPARATOR_LINE.match(header)
    if named:  # Excel's own first line, which names the separator
        header, first = text.readline(), 2
    while header.startswith("#") and find_separator(header) not in header:
        header, first = text.readline(), first + 1  # what a program says of its export
    header, first, read_ahead = _past_title(header, first, text)
    if not header.strip():
        raise RecordError("the table is empty", where=where, hint=_HINT)
    csv.field_size_limit(min(_LONGEST_FIELD, sys.maxsize))
    columns = next(csv.reader([header], delimiter=(separator := named[1] if named else find_separator(header))))
    rows = csv.reader(chain(read_ahead, text), delimiter=separator)
    number = first
    while True:
        number += 1
        place = f"{where}:{number}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Record(number, RecordError(f"the row cannot be read: {error}", where=place, hint=_HINT))
            continue
        if separator == "\t":
            row = [*map(_unescaped, row)]
        if any(map(str.strip, row)):
            yield _record(number, dict(zip(map(str.strip, columns), row, strict=False)), place)


def _past_title(header: str, first: int, text: io.TextIOWrapper) -> tuple[str, int, list[str]]:
    """The line that names the columns, below a title and a blank line, its number, and what was read behind it."""
    if " " not in header.strip() or find_separator(header) in header:
        return header, first, []
    following = text.readline()
    if following.strip():
        return header, first, [following]
    while following and not following.strip():
        following, first = text.readline(), first + 1
    return following, first + 1, []


def _unescaped(cell: str) -> str:
    r"""A cell of a table that a database wrote with tabs: \N is nothing, \n the end of a line."""
    if "\\" not in cell:
        return cell
    return "" if cell == "\\N" else _ESCAPED.sub(lambda match: _ESCAPES[match[1]], cell)


def read_parquet(file: BinaryIO, where: str) -> Iterator[Record]:
    """The rows of a Parquet file, a batch at a time. Raises UnreadableInputError when pyarrow is not installed."""
    parquet = import_library("pyarrow.parquet", "parquet", where)
    try:
        table = parquet.ParquetFile(file if file.seekable() else io.BytesIO(file.read()))
        batches = table.iter_batches(batch_size=256)
        number = 0
        for batch in batches:
            for row in batch.to_pylist():
                number += 1
                yield _record(number, row, f"{where}:{number}")
    except (ValueError, OSError) as error:  # pyarrow's errors are both
        raise RecordError(f"the Parquet file cannot be read: {str(error).splitlines()[0]}", where=where) from None


def _record(number: int, row: Mapping[str, object], place: str) -> Record:
    try:
        return Record(number, read_fields(row, where=place), read_id(row))
    except InputError as error:
        return Record(number, error)


def _decoded_lines(file: BinaryIO, where: str) -> io.TextIOWrapper:
    start = file.peek(65536)[:65536] if isinstance(file, io.BufferedReader) else b""
    encoding = "utf-8"
    if start:
        # A sample may end in mid-character: what matters is its encoding.
        whole = start[: len(start) // 2 * 2] if b"\x00" in start else start[: start.rfind(b"\n") + 1] or start
        encoding = decode(whole, where=where).encoding
    encoding = "utf-8-sig" if encoding == "utf-8" else encoding
    return io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
