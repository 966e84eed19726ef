"""Compressed files as streams of what is in them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from summarizer.reading.documents.libraries import import_library
from summarizer.reading.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

COMPRESSED = frozenset({Kind.GZIP, Kind.BZIP2, Kind.XZ, Kind.ZSTD})
# What the standard library raises in mid-stream for a file that is cut or garbled, beside OSError.
BROKEN = (EOFError, zlib.error, lzma.LZMAError)

_OPENERS: dict[Kind, Callable[[BinaryIO], object]] = {
    Kind.GZIP: lambda file: gzip.GzipFile(fileobj=file, mode="rb"),
    Kind.BZIP2: bz2.BZ2File,
    Kind.XZ: lzma.LZMAFile,
}


def open_compressed(kind: Kind, file: BinaryIO, where: str) -> io.BufferedReader:
    """A stream of what a compressed file holds. Raises UnreadableInputError when it needs a library that is missing."""
    stream = _ZstdStream(file, where) if kind is Kind.ZSTD else _OPENERS[kind](file)
    return io.BufferedReader(cast("io.RawIOBase", stream), buffer_size=2**16)


class _ZstdStream(io.RawIOBase):
    """What a zstd file holds; its library's own error becomes the OSError that the others raise."""

    def __init__(self, file: BinaryIO, where: str) -> None:
        library = import_library("zstandard", "zstd", where)
        self._error: type[Exception] = library.ZstdError
        self._stream = library.ZstdDecompressor().stream_reader(file, read_across_frames=True)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            return int(self._stream.readinto(buffer))
        except self._error as error:
            raise OSError(str(error)) from None
