"""Puts a damaged cache in order: what is whole of its rows goes into a new database, which takes its place."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, NamedTuple

from summarizer.running.cache_rows import DATABASE_FILES, open_rows
from summarizer.running.cache_salvage import salvage
from summarizer.running.cache_seals import seal

if TYPE_CHECKING:
    from pathlib import Path

    import diskcache

_NEW_FOLDER, _REPAIRED, _DAMAGED = ".repair", "cache.db.repaired", "cache.db.damaged"
REPAIR_FILES = (_REPAIRED, _DAMAGED)
_LARGEST_CHECKED = 512 * 2**20  # bytes, about two seconds; a larger one is examined when it is repaired


class Repaired(NamedTuple):
    """What was kept of a damaged cache; the old database stays as `damaged` until the next repair."""

    answers: int
    reports: int
    damaged: Path


def repair(folder: Path) -> Repaired:
    """Build the database of a folder anew from its whole rows. The caller has the folder for itself.

    Interrupted at any moment, it leaves the old database or the new one. Raises what SQLite and the disk raise.
    """
    database = folder / DATABASE_FILES[0]
    new = folder / _NEW_FOLDER
    shutil.rmtree(new, ignore_errors=True)
    with closing(open_rows(new)) as rows:
        counts = _copy(database, folder / DATABASE_FILES[1], rows)
    (new / DATABASE_FILES[0]).replace(folder / _REPAIRED)
    shutil.rmtree(new, ignore_errors=True)
    finish_repair(folder)
    return Repaired(counts["answer"], counts["report"], folder / _DAMAGED)


def is_half_repaired(folder: Path) -> bool:
    """Whether a repair was interrupted before the new database was in its place."""
    return (folder / _REPAIRED).exists()


def finish_repair(folder: Path) -> None:
    """Put the new database of a repair that was interrupted into its place, if there is one."""
    repaired, database, damaged = folder / _REPAIRED, folder / DATABASE_FILES[0], folder / _DAMAGED
    if not is_half_repaired(folder):
        return
    with suppress(OSError):  # a file system without links keeps no copy
        damaged.unlink(missing_ok=True)
        os.link(database, damaged)
    for name in DATABASE_FILES[1:]:  # an old log would be played into the new database
        (folder / name).unlink(missing_ok=True)
    repaired.replace(database)


def is_damaged(folder: Path) -> bool:
    """Whether SQLite finds the database inconsistent, as far as it is small enough to be looked through."""
    database = folder / DATABASE_FILES[0]
    if database.stat().st_size > _LARGEST_CHECKED:
        return False
    try:
        with closing(sqlite3.connect(database, isolation_level=None)) as opened:
            return bool(opened.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)])
    except sqlite3.OperationalError:
        return False  # locked, or read-only
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return True


def _copy(database: Path, log: Path, rows: diskcache.Cache) -> dict[str, int]:
    times: dict[str, float] = {}
    with rows.transact():
        for row in salvage(database, log):
            if row.key not in times or row.time >= times[row.key]:
                times[row.key] = row.time
                rows.set(row.key, seal(row.key, row.text), tag=row.tag)
    kinds = [key.partition("/")[0] for key in times]
    return {kind: kinds.count(kind) for kind in ("answer", "report")}
