"""The cache of answers and results, which is also the journal of a batch: what is in it is never asked for again."""

from __future__ import annotations

import errno
import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager, suppress
from threading import Lock, RLock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import diskcache
from platformdirs import user_cache_path

from summarizer.contract.errors import CacheError
from summarizer.running.cache_lock import SharedFolder, clear_dead_runs, clear_locks
from summarizer.running.cache_repair import (
    REPAIR_FILES,
    Repaired,
    finish_repair,
    is_damaged,
    is_half_repaired,
    repair,
)
from summarizer.running.cache_rows import (
    DATABASE_ERRORS,
    DATABASE_FILES,
    DamagedError,
    ReadOnlyRows,
    is_damage,
    is_sound,
    is_unwritable,
    open_rows,
    why_refused,
)
from summarizer.running.cache_seals import REPORTS, seal, unseal
from summarizer.running.logs import get_logger

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.running.settings import Settings


T = TypeVar("T")
_log = get_logger("cache")
_open_here: Counter[str] = Counter()  # how often this process has a folder's cache open
_counting = Lock()
_LOCKED = "another process keeps the cache locked"
_LONGEST_REASON = 40  # characters
_LOCKED_REST = 30.0  # seconds in which nothing is written after that
_OTHER_FOLDER = "name another folder with --cache-dir"


class CacheStats(NamedTuple):
    """What a cache holds; `size` is that of its files, in bytes."""

    folder: Path
    answers: int
    reports: int
    size: int


class ResultCache:
    """Texts by key in one folder, safe for several threads and processes at once.

    Nothing is ever evicted: an answer was paid for, and its row is what a batch is resumed by. An answer and its
    report take about five times the article's size; `clear_cache` empties a folder.

    Each row has a seal: one that is not what was written is never given out. A damaged database is repaired when no
    other process uses it. One that cannot be written gives out what it holds. Every method raises CacheError when the
    database cannot be read, and `put` when it is locked for ten seconds, full or read-only.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._mending = RLock()
        self._is_checked = self._is_repaired = False
        self._no_writes_before = 0.0
        with self._explained():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.users = SharedFolder(folder)
            self._place = str(folder.resolve())
            with _counting:
                self._is_first_here = not _open_here[self._place]
                _open_here[self._place] += 1
            try:
                clear_dead_runs(folder, self.users)
                self._finish_repair()
                self._rows = self._open()
            except BaseException:
                self._leave()
                raise

    @property
    def notes(self) -> MutableMapping[str, str]:
        """Short texts that are kept beside the answers, such as an endpoint's mode."""
        return _Notes(self)

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be kept."""
        return isinstance(self._rows, ReadOnlyRows)

    def get(self, key: str) -> str | None:
        """The text kept under a key; None when there is none, or none that is whole."""
        kept = self._get(key)
        if kept is None and not self._is_checked:
            # A damaged index hides rows that are there: before anything is asked for again, it is looked at once.
            self._is_checked = True
            if is_damaged(self.folder) and self._repair():
                kept = self._get(key)
        text = None if kept is None else unseal(key, kept)
        if kept is not None and text is None and not key.startswith(REPORTS):
            if self._repair():
                kept = self._get(key)
                text = None if kept is None else unseal(key, kept)
            if text is None:
                _log.warning("an answer in the cache is not what was written there, and is asked for again (%s)", key)
        return text

    def put(self, key: str, text: str, *, tag: str | None = None, instead_of: str | None = None) -> None:
        """Keep a text, and beside it a `tag` that says what its key is made of; with it, remove another key's row."""
        if isinstance(self._rows, ReadOnlyRows):
            raise CacheError("the cache can only be read", where=str(self.folder), hint=_OTHER_FOLDER)
        if time.monotonic() < self._no_writes_before:
            raise CacheError(_LOCKED, where=str(self.folder), hint=_OTHER_FOLDER)
        try:
            self._with_rows(lambda rows: _set(rows, key, seal(key, text), tag, instead_of))
        except CacheError as error:
            if error.message == _LOCKED:  # each attempt takes ten seconds
                self._no_writes_before = time.monotonic() + _LOCKED_REST
            raise

    def put_all(self, texts: Mapping[str, str]) -> None:
        """Keep many texts by their keys, all or none of them."""
        if isinstance(self._rows, ReadOnlyRows):
            raise CacheError("the cache can only be read", where=str(self.folder), hint=_OTHER_FOLDER)

        def put(rows: Any) -> None:
            with rows.transact():
                for key, text in texts.items():
                    rows.set(key, seal(key, text))

        self._with_rows(put)

    def drop_all(self, keys: Iterable[str]) -> None:
        """Remove many rows."""
        if isinstance(self._rows, ReadOnlyRows):
            return

        def drop(rows: Any) -> None:
            with rows.transact():
                for key in keys:
                    rows.delete(key)

        self._with_rows(drop)

    def claim(self, key: str, text: str, is_free: Callable[[str], bool]) -> bool:
        """Keep a text at a key where there is none, or one that `is_free` says may be replaced; whether it was kept."""
        if isinstance(self._rows, ReadOnlyRows):
            return True

        def claim(rows: Any) -> bool:
            with rows.transact():
                kept = rows.get(key)
                held = None if kept is None else unseal(key, kept)
                if held is not None and not is_free(held):
                    return False
                rows.set(key, seal(key, text))
                return True

        return self._with_rows(claim)

    def drop(self, key: str) -> None:
        """Remove a row."""
        if not isinstance(self._rows, ReadOnlyRows):
            self._with_rows(lambda rows: rows.delete(key))

    def keys(self, prefix: str) -> list[str]:
        """All keys that begin so."""
        return self._with_rows(lambda rows: [key for key in rows.iterkeys() if key.startswith(prefix)])

    def parts(self, key: str) -> dict[str, Any]:
        """What an answer's key is made of; empty when that is not known."""
        _, tag = self._with_rows(lambda rows: rows.get(key, default="", tag=True))
        if type(tag) is not str:
            return {}
        with suppress(ValueError):
            found = json.loads(tag)
            return found if isinstance(found, dict) else {}
        return {}

    def stats(self) -> CacheStats:
        """Count what is kept."""
        kinds = [key.partition("/")[0] for key in self.keys("")]
        return CacheStats(self.folder, kinds.count("answer"), kinds.count("report"), _size(self.folder))

    def close(self) -> None:
        """Close the database."""
        with self._explained():
            self._rows.close()
            self._leave()

    def _leave(self) -> None:
        self.users.close()
        if self._place:
            with _counting:
                _open_here[self._place] -= 1
            self._place = ""

    def _get(self, key: str) -> str | None:
        kept: str | None = self._with_rows(lambda rows: rows.get(key))
        return kept

    def _with_rows(self, work: Callable[[Any], T]) -> T:
        """Do something with the rows; once more when that showed that they were damaged, and they could be repaired."""
        with self._explained():
            try:
                return work(self._rows)
            except DATABASE_ERRORS as error:
                if not is_damage(error) or not self._repair():
                    raise
            return work(self._rows)

    def _open(self) -> Any:
        """The rows: repaired where they are damaged, read-only where they cannot be written."""
        try:
            if self._is_first_here and not is_sound(self.folder / DATABASE_FILES[0]):
                msg = "its first bytes are not those of a cache"
                raise DamagedError(msg)
            return open_rows(self.folder)
        except DamagedError as error:
            if not self._repair(is_open=False):
                raise CacheError(f"the cache is damaged: {error}", where=str(self.folder)) from None
            return self._rows
        except (sqlite3.OperationalError, OSError) as error:
            if not is_unwritable(error) or not (self.folder / DATABASE_FILES[0]).exists():
                raise
            _log.warning("the cache gives out what it holds, but can keep nothing: %s", _explain(error, self.folder))
            return ReadOnlyRows(self.folder)

    def _finish_repair(self) -> None:
        if is_half_repaired(self.folder):
            with self.users.alone() as is_alone:
                if is_alone:
                    finish_repair(self.folder)

    def _repair(self, *, is_open: bool = True) -> bool:
        """Repair the database, once in the life of this object, if no other process uses it; whether it was."""
        with self._mending, self.users.alone() as is_alone:
            if self._is_repaired or not is_alone or (is_open and self.is_read_only):
                return False
            self._is_repaired = True
            if is_open:
                self._rows.close()
            repaired = repair(self.folder)
            _log.warning(
                "the cache in %s was damaged; what is whole of it was kept: %d answers and %d reports",
                self.folder, repaired.answers, repaired.reports,
            )  # fmt: skip
            self._rows = open_rows(self.folder)
            return True

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Raise as CacheError what the database or the disk raises."""
        try:
            yield
        except diskcache.Timeout as error:
            raise _explain(why_refused(self.folder) or error, self.folder) from None
        except (*DATABASE_ERRORS, OSError) as error:
            raise _explain(error, self.folder) from None


def _set(rows: Any, key: str, value: str, tag: str | None, instead_of: str | None) -> None:
    if instead_of is None:
        rows.set(key, value, tag=tag)
        return
    with rows.transact():
        rows.set(key, value, tag=tag)
        rows.delete(instead_of)


class _Notes(MutableMapping[str, str]):
    """The cache's notes as a mapping; it is never empty for `or`, because it can always be written."""

    def __init__(self, cache: ResultCache) -> None:
        self._cache = cache

    def __getitem__(self, name: str) -> str:
        text = self._cache.get(f"note/{name}")
        if text is None:
            raise KeyError(name)
        return text

    def __setitem__(self, name: str, text: str) -> None:
        with suppress(CacheError):  # it is found out again
            self._cache.put(f"note/{name}", text)

    def __delitem__(self, name: str) -> None:
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (key.removeprefix("note/") for key in self._cache.keys("note/"))

    def __len__(self) -> int:
        return len(self._cache.keys("note/"))

    def __bool__(self) -> bool:
        return True


def open_cache(settings: Settings) -> ResultCache | None:
    """The cache that the settings name, made where it is missing; None when they want none. Raises CacheError."""
    return ResultCache(cache_folder(settings)) if settings.cache else None


def cache_folder(settings: Settings) -> Path:
    """The folder of the cache: the one that the settings name, else the user's own for this package."""
    return settings.cache_dir or user_cache_path("summarizer")


def clear_cache(folder: Path) -> int:
    """Remove a cache's database, whatever state it is in, and nothing else; the bytes freed. Raises CacheError."""
    size = _size(folder)
    try:
        for name in (*DATABASE_FILES, *REPAIR_FILES):
            (folder / name).unlink(missing_ok=True)
        clear_locks(folder)
    except OSError as error:
        raise _explain(error, folder) from None
    return size


def repair_cache(folder: Path) -> Repaired:
    """Build a cache's database anew from what is whole of it. Raises CacheError, also while a run uses it."""
    users = SharedFolder(folder)
    try:
        with users.alone() as is_alone:
            if not is_alone:
                raise CacheError("a run uses the cache", where=str(folder), hint="repair it when the run has ended")
            return repair(folder)
    except (*DATABASE_ERRORS, OSError) as error:
        raise _explain(error, folder) from None
    finally:
        users.close()


def _explain(error: Exception, folder: Path) -> CacheError:
    where, said = str(folder), str(error)
    if isinstance(error, diskcache.Timeout) or "locked" in said:
        hint = "wait for it, or name another folder with --cache-dir"
        return CacheError(_LOCKED, where=where, hint=hint)
    if "full" in said or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        hint = "free some space and run the same command again; what is in the cache is kept"
        return CacheError("the cache's disk is full", where=where, hint=hint)
    if "readonly" in said or "unable to open" in said or "disk I/O" in said or isinstance(error, OSError):
        return CacheError(f"the cache cannot be used: {said}", where=where, hint=_OTHER_FOLDER)
    return CacheError(
        f"the cache is damaged: {said[:_LONGEST_REASON]}", where=where
    )  # the rest may be an article's words


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for name in DATABASE_FILES if (path := folder / name).exists())
