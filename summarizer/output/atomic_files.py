"""Writes files that are complete or not there: a file gets its name only when all of it is on the disk."""

from __future__ import annotations

import errno
import os
import re
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, BinaryIO

from summarizer.contract.errors import CallError, OutputError

try:
    import fcntl
except ImportError:  # Windows, where the system itself refuses two runs into one file
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# What only some systems have. Without O_NONBLOCK a pipe of the partial file's name would be waited for without end.
_OWN = os.O_WRONLY | os.O_APPEND | os.O_CREAT
_OWN |= sum(getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
_IS_LINK = (errno.ELOOP, errno.EMLINK)  # EMLINK on FreeBSD
_LEFT_OVER = re.compile(r"\..+\.\d+\.partial")  # as `write_whole` names them


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
    """A file that is called `name.partial` until it is complete. Raises CallError while another run is writing it.

    A partial file of an earlier run is kept until the first write. The complete file has the mode of the one that it
    replaces.
    """

    def __init__(self, path: Path, *, partial_name: str = "") -> None:
        self.path = path.resolve() if path.is_symlink() else path
        self.partial = self.path.with_name(partial_name or f"{self.path.name}.partial")
        self.is_begun = False
        self._is_new = not self.partial.exists()
        with as_output_error(self.path):
            file = _open_own(self.partial)
        if file is None:
            hint = "wait for it to end, or name another -o"
            raise CallError("another run is writing this file", where=str(self.path), hint=hint)
        self._file = file

    def write(self, data: bytes) -> None:
        """Append bytes. Raises OutputError."""
        with as_output_error(self.path):
            self._begin()
            self._file.write(data)

    def commit(self) -> None:
        """Give the file its name, in one step. Raises OutputError."""
        with as_output_error(self.path):
            self._begin()
            _take_name(self._file, self.partial, self.path)
            self._file.close()
            _sync_folder(self.path.parent)

    def abandon(self) -> None:
        """Keep what was written, if anything, under the partial name, and an earlier file unchanged."""
        with as_output_error(self.path):
            self._file.flush()
            if (self.is_begun or self._is_new) and not os.fstat(self._file.fileno()).st_size:
                self.partial.unlink(missing_ok=True)
            self._file.close()

    def discard(self) -> None:
        """Remove the file, also that of an earlier run, and what was written."""
        with as_output_error(self.path):
            self.path.unlink(missing_ok=True)
            self.partial.unlink(missing_ok=True)
            self._file.close()

    def _begin(self) -> None:
        if not self.is_begun:
            self._file.truncate(0)
            self.is_begun = True


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file in one step, so that no reader ever sees a part of it. Raises OutputError."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    with as_output_error(path):
        file = _open_own(partial)
        if file is None:  # another run's on another machine, whose process has our number
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        with file:
            try:
                file.truncate(0)
                file.write(data)
                _take_name(file, partial, path)
            except BaseException:
                partial.unlink(missing_ok=True)
                raise


def clear_left_over(folder: Path) -> None:
    """Remove the temporary files of `write_whole` that killed runs have left in a folder."""
    if fcntl is None:  # nothing would tell that a run is still writing one
        return
    with suppress(OSError):
        names = [entry.name for entry in os.scandir(folder) if _LEFT_OVER.fullmatch(entry.name)]
        for name in names:
            with suppress(OSError):
                _clear(folder / name)


def _clear(path: Path) -> None:
    number = os.open(path, _OWN & ~os.O_CREAT)
    try:
        if _is_locked(number):
            path.unlink()
    finally:
        os.close(number)


def _open_own(path: Path) -> BinaryIO | None:
    """Open the file of this name, or a new one, for us alone; None while another run has it.

    What somebody else may have put there so that we write into another file, a link or a second name of that file, is
    replaced and not followed. Raises OSError.
    """
    while True:
        try:
            number = os.open(path, _OWN, 0o666)
        except OSError as error:
            if error.errno not in _IS_LINK:
                raise
            path.unlink()
            continue
        try:
            if not _is_locked(number):
                os.close(number)
                return None
            found = os.fstat(number)
            is_named, is_alone = _is_called(path, found), found.st_nlink == 1 and _is_ours(found)
            if is_named and is_alone:
                return os.fdopen(number, "ab")
            if is_named:
                path.unlink()
        except BaseException:
            os.close(number)
            raise
        os.close(number)


def _is_locked(number: int) -> bool:
    if fcntl is None:
        return True
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_called(path: Path, found: os.stat_result) -> bool:
    """Whether an open file still has this name: another run may just have finished with it."""
    try:
        return os.path.samestat(found, path.lstat())
    except FileNotFoundError:
        return False


def _is_ours(found: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or found.st_uid == os.geteuid()


def _take_name(file: BinaryIO, partial: Path, path: Path) -> None:
    """Put what was written on the disk, then give it its name and the mode of the file that it replaces."""
    file.flush()
    with suppress(FileNotFoundError):
        _keep_mode(file.fileno(), partial, path.lstat())
    os.fsync(file.fileno())
    partial.replace(path)


def _keep_mode(number: int, partial: Path, earlier: os.stat_result) -> None:
    if not stat.S_ISREG(earlier.st_mode):
        return
    if hasattr(os, "fchown"):
        now = os.fstat(number)
        if (now.st_uid, now.st_gid) != (earlier.st_uid, earlier.st_gid):
            with suppress(PermissionError):
                os.fchown(number, earlier.st_uid, earlier.st_gid)
    partial.chmod(stat.S_IMODE(earlier.st_mode))


def _sync_folder(folder: Path) -> None:
    """Put a new name on the disk too, where the system can."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def to_bytes(text: str) -> bytes:
    """Text as UTF-8. A lone surrogate has no UTF-8: it becomes an escape such as \\udc80, instead of an error."""
    return text.encode("utf-8", "backslashreplace")
