"""The cache of answers and reports, which is also the journal of a batch: what is in it is never asked for again.

diskcache keeps it, as text only. Unpickling is what diskcache does by default, and it would run the code of anyone who
can write to the folder; here a row that is not text is refused, and so are settings that are not ours.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import diskcache
from pydantic import ValidationError

from summarizer.engine import Answer
from summarizer.errors import CacheError
from summarizer.logs import get_logger
from summarizer.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.article import Article

_LOCK_SECONDS = 10.0
_FILES = ("cache.db", "cache.db-wal", "cache.db-shm", "cache.db-journal")
_INLINE = 2**31 - 1
# No eviction: an answer was paid for. Only `clear` removes rows.
_SETTINGS: dict[str, int | str] = {
    "cull_limit": 0,
    "disk_min_file_size": _INLINE,
    "disk_pickle_protocol": 0,
    "eviction_policy": "none",
    "size_limit": 2**62,
    "sqlite_auto_vacuum": 1,
    "sqlite_cache_size": 2**13,
    "sqlite_journal_mode": "wal",
    "sqlite_mmap_size": 2**26,
    "sqlite_synchronous": 1,
    "statistics": 0,
    "tag_index": 0,
}
_COUNTERS = frozenset({"count", "hits", "misses", "size"})
_TRIGGERS = frozenset(
    {
        "Settings_count_insert",
        "Settings_count_delete",
        "Settings_size_insert",
        "Settings_size_update",
        "Settings_size_delete",
    }
)
_log = get_logger("cache")


class _TextDisk(diskcache.Disk):  # type: ignore[misc]  # diskcache ships no types
    """Stores str under str, in the database itself; anything else in a row is refused, and never unpickled."""

    def put(self, key: object) -> tuple[str, bool]:
        if type(key) is not str:
            msg = "a cache key must be text"
            raise TypeError(msg)
        return key, True

    def get(self, key: object, raw: object) -> str:
        if raw != 1 or type(key) is not str:
            raise self._refusal("a key")
        return key

    def store(self, value: object, read: bool, key: object = None) -> tuple[int, int, None, str]:  # noqa: ARG002, FBT001  diskcache's signature
        if type(value) is not str:
            msg = "a cache value must be text"
            raise TypeError(msg)
        return len(value), diskcache.core.MODE_RAW, None, value

    def fetch(self, mode: object, filename: object, value: object, read: bool) -> str:  # noqa: ARG002, FBT001  diskcache's signature
        if mode != diskcache.core.MODE_RAW or filename is not None or type(value) is not str:
            raise self._refusal("a value")
        return value

    def remove(self, file_path: object) -> None:
        """Nothing of ours is in files; a row that names one is not obeyed."""

    def _refusal(self, what: str) -> CacheError:
        return CacheError(f"{what} in the cache is not text, so it was not written by summarizer", where=self._directory)


class CacheStats(NamedTuple):
    """What a cache holds; `size` is that of its files, in bytes."""

    folder: Path
    answers: int
    reports: int
    size: int


class ResultCache:
    """Answers and reports of one folder. Safe for several threads and processes at once.

    Nothing is ever evicted: an answer was paid for, and its row is what a batch is resumed by. An answer and its
    report take about four times the article's size together; `clear` empties the cache. Every method raises
    CacheError when the database is corrupt, locked for ten seconds, full, read-only or tampered with.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with self._told():
            folder.mkdir(parents=True, exist_ok=True)
            _inspect(folder)
            self._rows = diskcache.Cache(str(folder), disk=_TextDisk, timeout=_LOCK_SECONDS, **_SETTINGS)

    def get_answer(self, key: str) -> Answer | None:
        """The answer kept under a key; None when there is none, or none that this version can read."""
        text = self._get(key)
        if text is None:
            return None
        try:
            return Answer.model_validate_json(text)
        except ValidationError:
            _log.warning("cache row %s is no answer of this version; asking again", key[:20])
            return None

    def put_answer(self, key: str, answer: Answer) -> None:
        """Keep an answer."""
        self._put(key, answer.model_dump_json())

    def get_report(self, key: str, article: Article) -> Report | None:
        """The report kept under a key, checked against the article; None when there is none that fits."""
        text = self._get(key)
        if text is None:
            return None
        try:
            report = Report.model_validate_json(text)
        except ValidationError:
            _log.warning("cache row %s is no valid report; building it again", key[:20])
            return None
        return report if report.article == article else None

    def put_report(self, key: str, report: Report) -> None:
        """Keep a report."""
        self._put(key, report.model_dump_json())

    def stats(self) -> CacheStats:
        """Count what is kept."""
        with self._told():
            keys = [key.partition("/")[0] for key in self._rows.iterkeys()]
        return CacheStats(self.folder, keys.count("answer"), keys.count("report"), _size(self.folder))

    def close(self) -> None:
        """Close the database."""
        with self._told():
            self._rows.close()

    def _get(self, key: str) -> str | None:
        with self._told():
            text: str | None = self._rows.get(key)
            return text

    def _put(self, key: str, text: str) -> None:
        with self._told():
            self._rows.set(key, text)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in our own error what the database or the disk said."""
        try:
            yield
        except (sqlite3.Error, OSError, diskcache.Timeout) as error:
            raise _explain(error, self.folder) from None


def clear_cache(folder: Path) -> None:
    """Remove a cache's database, whatever state it is in, and nothing else. Raises CacheError."""
    try:
        for name in _FILES:
            (folder / name).unlink(missing_ok=True)
        with suppress(OSError):
            folder.rmdir()
    except OSError as error:
        raise _explain(error, folder) from None


def _inspect(folder: Path) -> None:
    """Refuse a database whose settings or triggers are not ours, before diskcache obeys them."""
    with closing(sqlite3.connect(folder / "cache.db", timeout=_LOCK_SECONDS, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        found = database.execute("SELECT type, name FROM sqlite_master").fetchall()
        foreign = [name for kind, name in found if kind == "view" or (kind == "trigger" and name not in _TRIGGERS)]
        if ("table", "Settings") in found:
            rows = database.execute("SELECT key, value FROM Settings").fetchall()
            foreign += [
                key
                for key, value in rows
                if not (_SETTINGS.get(key) == value or (key in _COUNTERS and type(value) is int))
            ]
        database.execute("ROLLBACK")
    if foreign:
        msg = f"the cache holds settings that summarizer does not write ({', '.join(map(repr, foreign[:3]))})"
        raise CacheError(msg, where=str(folder))


def _explain(error: Exception, folder: Path) -> CacheError:
    where = str(folder)
    said = str(error)
    if isinstance(error, diskcache.Timeout) or "locked" in said:
        return CacheError("another process keeps the cache locked", where=where, hint="wait for it, or use another --cache-dir")
    if "full" in said or getattr(error, "errno", None) == 28:
        return CacheError("the disk is full", where=where, hint="free some space and run the same command again")
    if "readonly" in said or "unable to open" in said or isinstance(error, OSError):
        return CacheError("the cache folder cannot be written", where=where, hint="name another one with --cache-dir")
    return CacheError(f"the cache is damaged: {said}", where=where)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for name in _FILES if (path := folder / name).exists())
