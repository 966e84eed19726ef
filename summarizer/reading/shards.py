"""Parts of the inputs for runs that are joined afterwards: each has its own stretch of their bytes, in their order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self, cast

from summarizer.contract.errors import CallError
from summarizer.reading.kinds import START, Kind, find_kind
from summarizer.reading.records import read_lines

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator
    from typing import Any, BinaryIO

    from summarizer.reading.content import Record

_PIECE = 1 << 20  # bytes
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Shard:
    """One of `count` parts of about the same size, counted from 1."""

    number: int
    count: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """The shard that "2/8" means. Raises CallError."""
        found = re.fullmatch(r"(\d{1,6})/(\d{1,6})", text.strip())
        if found is None or not 1 <= int(found[1]) <= int(found[2]):
            raise CallError(f"--shard: no part of a whole: {text!r}", hint="such as 2/8: the second of eight")
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"


class Stretch(NamedTuple):
    """The bytes of one file that are to be read, from `start` to before `stop`; `is_all` when they are all of it."""

    start: int
    stop: int
    is_all: bool


class Portion:
    """Tells of each file of the inputs, in their order, which bytes belong to a shard. `total` is the size of all."""

    def __init__(self, shard: Shard, total: int) -> None:
        self._begin = total * (shard.number - 1) // shard.count
        self._end = total * shard.number // shard.count
        self._at = 0

    def of_next(self, size: int) -> Stretch | None:
        """The part of the next file, which has `size` bytes (an empty one counts as 1); None when nothing is ours."""
        size = max(size, 1)
        start, stop = max(self._begin - self._at, 0), min(self._end - self._at, size)
        self._at += size
        return Stretch(start, stop, is_all=stop - start == size) if start < stop else None


def can_be_parted(file: io.BufferedReader[Any], suffix: str) -> bool:
    """Whether an opened file is one of lines, each of which can be found from anywhere: JSONL, but no UTF-16."""
    start = file.peek(START)[:START]
    return find_kind(suffix, start) is Kind.LINES and not start.startswith(_WIDE_MARKS)


def read_part(file: io.BufferedReader[Any], where: str, part: Stretch) -> Iterator[Record]:
    """The records of the lines that begin in a part of a JSONL file, each with its number in the whole file."""
    before = _count_lines(file, part.start)
    file.seek(max(part.start - 1, 0))
    if part.start and file.read(1) != b"\n":
        while not file.readline(_PIECE).endswith(b"\n"):  # the rest of a line of the part before
            if not file.peek(1):
                return
        before += 1
    yield from read_lines(cast("BinaryIO", _UntilStop(file, part.stop)), where, first=before + 1)


def _count_lines(file: io.BufferedReader[Any], stop: int) -> int:
    file.seek(0)
    count = 0
    while stop > 0 and (data := file.read(min(_PIECE, stop))):
        count += data.count(b"\n")
        stop -= len(data)
    return count


class _UntilStop:
    """Gives the lines of a file that begin before a place."""

    def __init__(self, file: io.BufferedReader[Any], stop: int) -> None:
        self._file = file
        self._stop = stop
        self._is_begun = False  # a line that is too long is read in pieces

    def readline(self, limit: int) -> bytes:
        if not self._is_begun and self._file.tell() >= self._stop:
            return b""
        line = self._file.readline(limit)
        self._is_begun = not line.endswith(b"\n")
        return line
