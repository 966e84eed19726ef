"""Reads the rows of a damaged cache out of its files, without SQLite, which stops at the first damage.

A row is looked for by its key, so that it is found even where the pages that lead to it are lost. Its form is SQLite's
(https://www.sqlite.org/fileformat2.html: "Record Format", "Cell Payload Overflow Pages" and "The Write-Ahead Log").
Whether what is found is a row is decided by its seal.
"""

from __future__ import annotations

import mmap
import re
import struct
from typing import TYPE_CHECKING, NamedTuple

from summarizer.running.cache_seals import unseal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KINDS = ("answer", "report", "note")  # what a key begins with, and what is worth keeping
_KEY = re.compile(rb"(?:answer|report|note)/")
_COLUMNS = 12  # of diskcache's table: rowid, key, raw, store_time, …, tag, …, value
_KEY_AT, _TIME_AT, _TAG_AT, _VALUE_AT = 1, 3, 7, 11
_LONGEST_HEADER = 40  # bytes: twelve columns of at most three bytes, and its own length
_LOG_HEADER, _FRAME_HEADER = 32, 24
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)  # bytes of a value, by its type; longer ones are text and blobs
_FLOAT = 7


class Row(NamedTuple):
    """A row that was found whole; `time` says which of two with one key is the later."""

    key: str
    text: str
    tag: str | None
    time: float


class _Pages:
    """The pages of a database and of its log; of a page that the log holds, the log's last one counts."""

    def __init__(self, database: mmap.mmap | bytes, log: mmap.mmap | bytes, size: int) -> None:
        self.size = size
        self._database = database
        self._log = log
        self._logged: dict[int, int] = {}
        for start in range(_LOG_HEADER, len(log) - _FRAME_HEADER, size + _FRAME_HEADER):
            (number,) = struct.unpack_from(">I", log, start)
            self._logged[number] = start + _FRAME_HEADER

    def places(self) -> Iterator[tuple[bytes, int]]:
        """Every place at which a key may stand: its page, and where in the page."""
        for found in _KEY.finditer(self._database):
            start = found.start() // self.size * self.size
            yield self._database[start : start + self.size], found.start() - start
        for found in _KEY.finditer(self._log):
            place = found.start() - _LOG_HEADER
            if place >= 0:
                start = place // (self.size + _FRAME_HEADER) * (self.size + _FRAME_HEADER) + _LOG_HEADER + _FRAME_HEADER
                yield self._log[start : start + self.size], found.start() - start

    def chains(self, number: int, length: int) -> Iterator[bytes]:
        """What overflowed onto other pages, from page `number` on: as the log has it, and as the database does."""
        for is_logged in (True, False) if self._logged else (False,):
            pieces: list[bytes] = []
            following, left = number, length
            while left > 0 and following and len(pieces) <= length // (self.size - 4) + 1:
                page = self._page(following, is_logged=is_logged)
                if len(page) < 4:
                    break
                (following,) = struct.unpack_from(">I", page)
                pieces.append(page[4 : 4 + left])
                left -= len(pieces[-1])
            if left == 0:
                yield b"".join(pieces)

    def _page(self, number: int, *, is_logged: bool) -> bytes:
        if is_logged and number in self._logged:
            start = self._logged[number]
            return self._log[start : start + self.size]
        start = (number - 1) * self.size
        return self._database[start : start + self.size]


def salvage(database: Path, log: Path) -> Iterator[Row]:
    """Every row that is whole, in the database or its write-ahead log; of one that was replaced, old ones too."""
    main, extra = _mapped(database), _mapped(log)
    for size in _page_sizes(main):
        pages = _Pages(main, extra, size)
        for page, at in pages.places():
            yield from _rows_at(pages, page, at)


def _mapped(path: Path) -> mmap.mmap | bytes:
    """A file's bytes, without reading it into memory at once; nothing for one that is empty or not there."""
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (FileNotFoundError, ValueError):
        return b""


def _page_sizes(database: mmap.mmap | bytes) -> tuple[int, ...]:
    """The size of SQLite's pages; its header may be damaged, too."""
    said = int.from_bytes(database[16:18], "big")
    is_possible = 512 <= said <= 32_768 and said & (said - 1) == 0
    return (4096, said) if is_possible and said != 4096 else (4096,)


def _rows_at(pages: _Pages, page: bytes, key_at: int) -> Iterator[Row]:
    """The row whose key stands there: its record's header ends where its key begins."""
    for length in range(_COLUMNS + 1, min(_LONGEST_HEADER, key_at) + 1):
        header_at = key_at - length
        if page[header_at] != length:
            continue
        types = _types(page[header_at + 1 : key_at])
        if types is not None:
            sizes = [_size(one) for one in types]
            for body in _bodies(pages, page, header_at, length + sum(sizes)):
                row = _row(body[length:], types, sizes)
                if row is not None:
                    yield row
                    return


def _types(header: bytes) -> list[int] | None:
    """The types of a record's columns; None when this is no header of ours."""
    types: list[int] = []
    value = 0
    for byte in header:
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            types.append(value)
            value = 0
    is_ours = len(types) == _COLUMNS and types[0] == 0 and types[_KEY_AT] >= 13 and types[_VALUE_AT] >= 13
    return types if is_ours and types[_KEY_AT] % 2 and types[_VALUE_AT] % 2 else None


def _size(kind: int) -> int:
    return (kind - 12) // 2 if kind >= 12 else _SIZES[min(kind, 9)]


def _bodies(pages: _Pages, page: bytes, start: int, length: int) -> Iterator[bytes]:
    """A record's bytes, header included: where they fit the page alone, else with what overflowed."""
    most = pages.size - 35
    if length <= most:
        yield page[start : start + length]
        return
    least = (pages.size - 12) * 32 // 255 - 23
    local = least + (length - least) % (pages.size - 4)
    local = local if local <= most else least
    number = page[start + local : start + local + 4]
    if len(number) == 4:
        for rest in pages.chains(int.from_bytes(number, "big"), length - local):
            yield page[start : start + local] + rest


def _row(body: bytes, types: list[int], sizes: list[int]) -> Row | None:
    values: list[bytes] = []
    at = 0
    for size in sizes:
        values.append(body[at : at + size])
        at += size
    try:
        key, kept = values[_KEY_AT].decode(), values[_VALUE_AT].decode()
    except UnicodeDecodeError:
        return None
    text = unseal(key, kept)
    if text is None:
        return None
    tag = values[_TAG_AT].decode(errors="replace") if types[_TAG_AT] >= 13 and types[_TAG_AT] % 2 else None
    is_timed = types[_TIME_AT] == _FLOAT and len(values[_TIME_AT]) == 8
    return Row(key, text, tag, struct.unpack(">d", values[_TIME_AT])[0] if is_timed else 0.0)
