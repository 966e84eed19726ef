"""Tells the processes that use one cache of each other: who is alive, and whether one has the cache for itself.

The locks are the system's own, so that they end with the process that holds them, however it ends. Where the system has
none (Windows), nobody is known to be alone.
"""

from __future__ import annotations

import os
import secrets
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

try:
    import fcntl
except ImportError:
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_NAME = "cache.lock"
_RUN_NAME = "run-{}.lock"
_WAIT, _NAP = 2.0, 0.02  # seconds


class SharedFolder:
    """One user of a cache's folder, from when it is made until `close`. In a read-only folder it is not seen."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.run = secrets.token_hex(8)
        self._shared = _open_locked(folder / LOCK_NAME, "LOCK_SH")
        self._own: int | None = None

    def announce(self) -> bool:
        """Let others see by `is_alive` that this run goes on; whether they can."""
        if self._own is None and fcntl is not None:
            self._own = _open_locked(self._run_file(self.run), "LOCK_EX")
        return self._own is not None

    def is_alive(self, run: str) -> bool:
        """Whether the run that called itself so still goes on, as far as the system tells."""
        if fcntl is None or run == self.run:
            return True
        path = self._run_file(run)
        try:
            number = os.open(path, os.O_WRONLY)
        except FileNotFoundError:
            return False
        except OSError:
            return True
        try:
            if not _try_lock(number, "LOCK_EX"):
                return True
            path.unlink(missing_ok=True)
            return False
        finally:
            os.close(number)

    @contextmanager
    def alone(self) -> Iterator[bool]:
        """Have the folder for oneself while the body runs, if every other user leaves it within two seconds."""
        if self._shared is None or fcntl is None:
            yield False
            return
        is_alone = False
        fcntl.flock(self._shared, fcntl.LOCK_UN)
        try:
            end = time.monotonic() + _WAIT
            while not (is_alone := _try_lock(self._shared, "LOCK_EX")) and time.monotonic() < end:
                time.sleep(_NAP)
            yield is_alone
        finally:
            fcntl.flock(self._shared, fcntl.LOCK_SH)

    def close(self) -> None:
        """Leave the folder."""
        if self._own is not None:
            self._run_file(self.run).unlink(missing_ok=True)
        for number in (self._own, self._shared):
            if number is not None:
                os.close(number)
        self._own = self._shared = None

    def _run_file(self, run: str) -> Path:
        return self._folder / _RUN_NAME.format(run if run.isalnum() else "unknown")


def clear_locks(folder: Path) -> None:
    """Remove the locks' files."""
    for path in (folder / LOCK_NAME, *folder.glob(_RUN_NAME.format("*"))):
        path.unlink(missing_ok=True)


def clear_dead_runs(folder: Path, user: SharedFolder) -> None:
    """Remove the files of runs that were killed."""
    prefix, suffix = _RUN_NAME.split("{}")
    with suppress(OSError):
        for path in folder.glob(_RUN_NAME.format("*")):
            user.is_alive(path.name.removeprefix(prefix).removesuffix(suffix))


def _open_locked(path: Path, kind: str) -> int | None:
    """Open a file and lock it, waiting for a run that is repairing the cache; None where that cannot be done."""
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError:
        return None
    if fcntl is not None:
        fcntl.flock(number, getattr(fcntl, kind))
        if not _is_called(path, number):  # somebody has just removed it, as that of a run that has ended
            os.close(number)
            return _open_locked(path, kind)
    return number


def _is_called(path: Path, number: int) -> bool:
    try:
        return os.path.samestat(os.fstat(number), path.stat())
    except OSError:
        return False


def _try_lock(number: int, kind: str) -> bool:
    try:
        fcntl.flock(number, getattr(fcntl, kind) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
