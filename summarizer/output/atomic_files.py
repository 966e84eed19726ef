"""Writes files that are complete or not there: a file gets its name only when all of it is written."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from summarizer.contract.errors import CallError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def as_output_error(path: Path | str) -> Iterator[None]:
    """Turn an OSError of the body into an OutputError that names `path`; a broken pipe stays as it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        hint = "free some space, then run the same command again" if error.errno == errno.ENOSPC else ""
        raise OutputError(f"cannot write: {error.strerror or error}", where=str(path), hint=hint) from error


class PartialFile:
    """A file that is called `name.partial` until it is complete. Raises CallError while another run is writing it."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve() if path.is_symlink() else path
        self.partial = self.path.with_name(self.path.name + ".partial")
        with as_output_error(self.path):
            self._file: BinaryIO = self.partial.open("ab")
            try:
                self._lock()
                self._file.truncate(0)
            except BaseException:
                self._file.close()
                raise

    def _lock(self) -> None:
        try:
            import fcntl  # noqa: PLC0415  not on Windows, where the system itself refuses two runs into one file
        except ImportError:
            return
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            is_ours = os.path.samestat(os.fstat(self._file.fileno()), self.partial.stat())
        except (BlockingIOError, FileNotFoundError):
            is_ours = False
        if not is_ours:
            hint = "wait for it to end, or name another -o"
            raise CallError("another run is writing this file", where=str(self.path), hint=hint)

    def write(self, data: bytes) -> None:
        """Append bytes. Raises OutputError."""
        with as_output_error(self.path):
            self._file.write(data)

    def commit(self) -> None:
        """Give the file its name, in one step. Raises OutputError."""
        with as_output_error(self.path):
            self._file.flush()
            os.fsync(self._file.fileno())
            self.partial.replace(self.path)
            self._file.close()

    def abandon(self) -> None:
        """Keep what was written, if anything, under the partial name, and an earlier file unchanged."""
        with as_output_error(self.path):
            self._file.flush()
            if not self._file.tell():
                self.partial.unlink(missing_ok=True)
            self._file.close()

    def discard(self) -> None:
        """Delete what was written; an earlier file stays unchanged."""
        with as_output_error(self.path):
            self.partial.unlink(missing_ok=True)
            self._file.close()


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file in one step, so that no reader ever sees a part of it. Raises OutputError."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    with as_output_error(path):
        try:
            partial.write_bytes(data)
            partial.replace(path)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise


def to_bytes(text: str) -> bytes:
    """Text as UTF-8. A lone surrogate has no UTF-8: it becomes an escape such as \\udc80, instead of an error."""
    return text.encode("utf-8", "backslashreplace")
