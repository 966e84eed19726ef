"""diskcache with text only: what is not text is neither written nor read, and nothing is ever unpickled.

A row that holds anything else comes out as an empty text, which no seal fits: it counts as damaged.

diskcache unpickles by default, so anyone who can write to its folder can run code in the process that reads it
(CVE-2025-69872). It also takes settings and triggers from the database file; those are checked before it does.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import quote

import diskcache

if TYPE_CHECKING:
    from collections.abc import Iterator
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


# How every database begins that is made here: "SQLite format 3" and pages of 4096 bytes; from byte 18 on a log for
# writing and reading, no reserved bytes and three fractions that are always the same.
_MARK = b"SQLite format 3\0\x10\x00"
_FIXED = (b"\x02\x02\x00\x40\x20\x20", b"\x01\x01\x00\x40\x20\x20")
# The schema's format and the encoding, UTF-8: zero until there is a table.
_LATER = ((44, b"\0\0\0\4"), (56, b"\0\0\0\1"))


_NO_TEXT = "Could not decode to UTF-8"  # Python's own words, with the text after them
DATABASE_ERRORS = (sqlite3.Error, UnicodeDecodeError)


class DamagedError(Exception):
    """A database that cannot be read, or holds what summarizer does not write."""


def open_rows(folder: Path) -> diskcache.Cache:
    """Open or make the database in a folder, which nobody else may read if it is made here.

    Raises DamagedError, else what SQLite and the disk raise.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        _inspect(folder)
        return diskcache.Cache(str(folder), disk=TextDisk, timeout=LOCK_SECONDS, **_SETTINGS)
    except DATABASE_ERRORS as error:
        if is_damage(error):
            raise DamagedError(str(error)) from None
        raise


def is_sound(database: Path) -> bool:
    """Whether a database begins as all of ours do, or is new.

    Never to be asked while this process has the database open: its locks end when any of its files is closed
    (https://www.sqlite.org/howtocorrupt.html, 2.2).
    """
    try:
        with database.open("rb") as file:
            start = file.read(100)
    except FileNotFoundError:
        return True
    is_begun = start.startswith(_MARK) and start[18:24] in _FIXED
    return not start or (is_begun and all(start[at : at + 4] in (said, bytes(4)) for at, said in _LATER))


def is_damage(error: Exception) -> bool:
    """Whether an error says that the database itself is at fault, and not what surrounds it."""
    if isinstance(error, UnicodeDecodeError):  # of the names in it
        return True
    said = str(error)
    is_said = any(words in said for words in ("malformed", "no such", _NO_TEXT))
    return is_said or getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_unwritable(error: Exception) -> bool:
    """Whether a database may be read though it cannot be written: no permission, a read-only or a full disk."""
    if isinstance(error, OSError):
        return True
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)


class ReadOnlyRows:
    """The rows of a database that can only be read, or of one whose disk is full. Nothing of it is obeyed."""

    def __init__(self, folder: Path) -> None:
        address = f"file:{quote(str((folder / _DATABASE).resolve()))}?mode=ro"
        self._turn = Lock()
        try:
            self._database = _open_read_only(address)
        except sqlite3.OperationalError:  # its log cannot be opened either: what is in the database itself counts
            self._database = _open_read_only(f"{address}&immutable=1")

    def get(self, key: str, default: object = None, *, tag: bool = False) -> object:
        """The text of a row, and with `tag` its tag; `default` when there is none."""
        with self._turn:
            found = self._database.execute("SELECT value, tag FROM Cache WHERE key = ? AND raw = 1", (key,)).fetchone()
        value, said = found or (default, None)
        value = value if type(value) is str or found is None else ""
        return (value, said) if tag else value

    def iterkeys(self) -> Iterator[str]:
        """All keys that are text."""
        with self._turn:
            found = self._database.execute("SELECT key FROM Cache ORDER BY key").fetchall()
        return (key for (key,) in found if type(key) is str)

    def close(self) -> None:
        """Close the database."""
        self._database.close()


def _open_read_only(address: str) -> sqlite3.Connection:
    database = sqlite3.connect(address, uri=True, timeout=LOCK_SECONDS, check_same_thread=False)
    try:
        database.execute("SELECT count(*) FROM sqlite_master").fetchall()
    except BaseException:
        database.close()
        raise
    return database


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
        """The key of a row; empty when it is not text."""
        return str(key) if raw == 1 and type(key) is str else ""

    def store(self, value: object, read: object, key: object = None) -> tuple[int, int, None, str]:  # noqa: ARG002  diskcache's
        """The database's form of a value."""
        if type(value) is not str:
            msg = "a cache value must be text"
            raise TypeError(msg)
        return len(value), diskcache.core.MODE_RAW, None, value

    def fetch(self, mode: object, filename: object, value: object, read: object) -> str:  # noqa: ARG002  diskcache's
        """The value of a row; empty when it is not text, or stands in a file."""
        is_text = mode == diskcache.core.MODE_RAW and filename is None and type(value) is str
        return str(value) if is_text else ""

    def remove(self, file_path: object) -> None:
        """Do nothing: no row of ours is in a file, and one that names a file is not obeyed."""


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
        msg = f"it has settings that summarizer does not write ({names})"
        raise DamagedError(msg)


def _counts(sql: object) -> bool:
    return _COUNTING.fullmatch(" ".join(str(sql).split())) is not None


def _is_ours(key: object, value: object) -> bool:
    if key in _COUNTERS:
        return type(value) is int
    ours = _SETTINGS.get(str(key))
    # Numbers may be those of another version: they are overwritten, and can do no harm.
    return type(value) is int if type(ours) is int else ours is not None and value == ours
