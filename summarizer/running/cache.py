"""The cache of answers and results, which is also the journal of a batch: what is in it is never asked for again."""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

import diskcache
from platformdirs import user_cache_path

from summarizer.contract.errors import CacheError
from summarizer.running.cache_rows import DATABASE_FILES, open_rows, why_refused

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.running.settings import Settings


class CacheStats(NamedTuple):
    """What a cache holds; `size` is that of its files, in bytes."""

    folder: Path
    answers: int
    reports: int
    size: int


class ResultCache:
    """Texts by key in one folder, safe for several threads and processes at once.

    Nothing is ever evicted: an answer was paid for, and its row is what a batch is resumed by. An answer and its
    report take about five times the article's size; `clear_cache` empties a folder. Every method raises CacheError
    when the database is corrupt, locked for ten seconds, full, read-only or tampered with.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with self._explained():
            self._rows = open_rows(folder)

    @property
    def notes(self) -> MutableMapping[str, str]:
        """Short texts that are kept beside the answers, such as an endpoint's mode."""
        return _Notes(self)

    def get(self, key: str) -> str | None:
        """The text kept under a key."""
        with self._explained():
            text: str | None = self._rows.get(key)
            return text

    def put(self, key: str, text: str, *, tag: str | None = None) -> None:
        """Keep a text, and beside it a `tag` that says what its key is made of."""
        with self._explained():
            self._rows.set(key, text, tag=tag)

    def keys(self, prefix: str) -> list[str]:
        """All keys that begin so."""
        with self._explained():
            return [key for key in self._rows.iterkeys() if key.startswith(prefix)]

    def parts(self, key: str) -> dict[str, Any]:
        """What an answer's key is made of; empty when that is not known."""
        with self._explained():
            _, tag = self._rows.get(key, default="", tag=True)
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

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Raise as CacheError what the database or the disk raises."""
        try:
            yield
        except diskcache.Timeout as error:
            raise _explain(why_refused(self.folder) or error, self.folder) from None
        except (sqlite3.Error, OSError) as error:
            raise _explain(error, self.folder) from None


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
        for name in DATABASE_FILES:
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise _explain(error, folder) from None
    return size


def _explain(error: Exception, folder: Path) -> CacheError:
    where, said = str(folder), str(error)
    if isinstance(error, diskcache.Timeout) or "locked" in said:
        hint = "wait for it, or name another folder with --cache-dir"
        return CacheError("another process keeps the cache locked", where=where, hint=hint)
    if "full" in said or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        hint = "free some space and run the same command again; what is in the cache is kept"
        return CacheError("the cache's disk is full", where=where, hint=hint)
    if "readonly" in said or "unable to open" in said or "disk I/O" in said or isinstance(error, OSError):
        return CacheError(f"the cache cannot be used: {said}", where=where, hint="name another folder with --cache-dir")
    return CacheError(f"the cache is damaged: {said}", where=where)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for name in DATABASE_FILES if (path := folder / name).exists())
