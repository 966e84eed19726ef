"""diskcache with text only: what is not text is neither written nor read, and nothing is ever unpickled.

diskcache unpickles by default, so anyone who can write to its folder can run code in the process that reads it
(CVE-2025-69872). It also takes settings and triggers from the database file; those are checked before it does.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import diskcache

from summarizer.contract.errors import CacheError

if TYPE_CHECKING:
    from pathlib import Path

LOCK_SECONDS = 10.0
_DATABASE = "cache.db"
DATABASE_FILES = (_DATABASE, f"{_DATABASE}-wal", f"{_DATABASE}-shm", f"{_DATABASE}-journal")
# No eviction: an answer was paid for, and its row is what a batch is resumed by.
_SETTINGS: dict[str, int | str] = {
    "cull_limit": 0,
    "disk_min_file_size": 2**31 - 1,
    "disk_pickle_protocol": 0,
    "eviction_policy": "none",
    "size_limit": 2**62,
    "sqlite_auto_vacuum": 1,
    "sqlite_cache_size": 2**9,  # pages; rows are read once, so a large cache would only be memory
    "sqlite_journal_mode": "wal",
    "sqlite_mmap_size": 0,  # mapped pages count as this process's memory, and grow with the database
    "sqlite_synchronous": 1,
    "statistics": 0,
    "tag_index": 0,
}
_COUNTERS = frozenset({"count", "hits", "misses", "size"})
# diskcache's own triggers, which keep its two counters; one of that name that does anything else is not among them.
_COUNTING = re.compile(
    r"CREATE TRIGGER \w+ AFTER (?:INSERT|UPDATE|DELETE) ON Cache FOR EACH ROW BEGIN UPDATE Settings"
    r" SET value = value(?: [+-] (?:1|NEW\.size|OLD\.size)){1,2} WHERE key = \"(?:count|size)\"; END",
    re.ASCII,
)


def open_rows(folder: Path) -> diskcache.Cache:
    """Open or make the database in a folder. Raises CacheError when it is tampered with, else what SQLite raises."""
    folder.mkdir(parents=True, exist_ok=True)
    _inspect(folder)
    return diskcache.Cache(str(folder), disk=TextDisk, timeout=LOCK_SECONDS, **_SETTINGS)


def why_refused(folder: Path) -> Exception | None:
    """What keeps a database from being written now; diskcache calls every reason a timeout."""
    try:
        with closing(sqlite3.connect(folder / _DATABASE, timeout=0, isolation_level=None)) as database:
            database.execute("BEGIN IMMEDIATE")
            database.execute("ROLLBACK")
    except (sqlite3.Error, OSError) as error:
        return error
    return None


class TextDisk(diskcache.Disk):  # type: ignore[misc]  # diskcache ships no types
    """Stores str under str, in the database itself; refuses rows that hold anything else."""

    def put(self, key: object) -> tuple[str, bool]:
        """The database's form of a key."""
        if type(key) is not str:
            msg = "a cache key must be text"
            raise TypeError(msg)
        return key, True

    def get(self, key: object, raw: object) -> str:
        """The key of a row. Raises CacheError when it is not text."""
        if raw != 1 or type(key) is not str:
            raise self._refusal("a key")
        return key

    def store(self, value: object, read: object, key: object = None) -> tuple[int, int, None, str]:  # noqa: ARG002  diskcache's
        """The database's form of a value."""
        if type(value) is not str:
            msg = "a cache value must be text"
            raise TypeError(msg)
        return len(value), diskcache.core.MODE_RAW, None, value

    def fetch(self, mode: object, filename: object, value: object, read: object) -> str:  # noqa: ARG002  diskcache's
        """The value of a row. Raises CacheError when it is not text, or stands in a file."""
        if mode != diskcache.core.MODE_RAW or filename is not None or type(value) is not str:
            raise self._refusal("a value")
        return value

    def remove(self, file_path: object) -> None:
        """Do nothing: no row of ours is in a file, and one that names a file is not obeyed."""

    def _refusal(self, what: str) -> CacheError:
        message = f"{what} in the cache is not text, so summarizer did not write it"
        return CacheError(message, where=self._directory)


def _inspect(folder: Path) -> None:
    """Refuse settings, triggers and views that are not ours, before diskcache obeys them."""
    with closing(sqlite3.connect(folder / _DATABASE, timeout=LOCK_SECONDS, isolation_level=None)) as database:
        # Taking the lock for writing tells at once, and in our time, whether the database can be used.
        database.execute("BEGIN IMMEDIATE")
        found = database.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
        foreign = [name for kind, name, sql in found if kind == "view" or (kind == "trigger" and not _counts(sql))]
        # SQLite reads a table of this name whatever its case is.
        if any(kind == "table" and str(name).lower() == "settings" for kind, name, _ in found):
            foreign += [
                key for key, value in database.execute("SELECT key, value FROM Settings") if not _is_ours(key, value)
            ]
        database.execute("ROLLBACK")
    if foreign:
        names = ", ".join(repr(name)[:40] for name in foreign[:3])
        raise CacheError(f"the cache has settings that summarizer does not write ({names})", where=str(folder))


def _counts(sql: object) -> bool:
    return _COUNTING.fullmatch(" ".join(str(sql).split())) is not None


def _is_ours(key: object, value: object) -> bool:
    if key in _COUNTERS:
        return type(value) is int
    ours = _SETTINGS.get(str(key))
    # Numbers may be those of another version: they are overwritten, and can do no harm.
    return type(value) is int if type(ours) is int else ours is not None and value == ours
