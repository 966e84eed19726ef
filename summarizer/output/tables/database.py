"""Reports as an SQLite database: a table for each kind of thing, keys between them, and an index for what is asked."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.output.tables.columns import TABLES, storable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.report import Report
    from summarizer.output.tables.columns import Table

_CHUNK = 1 << 20  # bytes
_TYPES = {"text": "TEXT", "integer": "INTEGER", "number": "REAL"}
_OF_CLAIMS = ("evidence", "figures", "relays", "checks")
_INDEXES = (
    "CREATE INDEX articles_by_id ON articles (article_id)",
    "CREATE INDEX claims_by_source ON claims (source)",
    "CREATE INDEX claims_by_stance ON claims (stance)",
    "CREATE INDEX figures_by_value ON figures (value)",
    "CREATE INDEX sources_by_name ON sources (name)",
    "CREATE INDEX checks_by_code ON checks (code)",
)


class DatabaseDocument:
    """The bytes of an SQLite database, which is made in a temporary file and read from it at the end.

    `report` numbers the reports from 1 in every table: two of them may bear one article's id.
    """

    is_missing = False

    def __init__(self) -> None:
        folder = tempfile.mkdtemp(prefix="summarizer-")
        self._path = Path(folder) / "reports.sqlite"
        self._number = 0
        # Results may be taken by another thread than the one that opens their place.
        self._connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        self._discard = weakref.finalize(self, _discard, self._connection, folder)
        # Nobody else reads the temporary file, and it counts only when it is whole.
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute("BEGIN")
        for table in TABLES.values():
            self._connection.execute(_create(table))

    def add(self, report: Report) -> bytes:
        """Take a report; no byte is ready before the end."""
        self._number += 1
        for table in TABLES.values():
            marks = ", ".join("?" * (len(table.columns) + 1))
            rows = ((self._number, *storable(row)) for row in table.rows(report))
            self._connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)  # noqa: S608  our names
        return b""

    def end(self) -> Iterator[bytes]:
        """The whole database, in pieces."""
        for statement in _INDEXES:
            self._connection.execute(statement)
        self._connection.execute("COMMIT")
        self._connection.close()
        with self._path.open("rb") as file:
            while data := file.read(_CHUNK):
                yield data
        self._discard()


def _discard(connection: sqlite3.Connection, folder: str) -> None:
    connection.close()
    shutil.rmtree(folder, ignore_errors=True)


def _create(table: Table) -> str:
    columns = ["report INTEGER NOT NULL"]
    for column in table.columns:
        needed = "" if column.is_optional else " NOT NULL"
        columns.append(f'"{column.name}" {_TYPES[column.kind]}{needed}')
    keys = [f'"{key}"' for key in table.keys if key != "article_id"]
    if table.name == "articles":
        columns[0] = "report INTEGER PRIMARY KEY"
    else:
        columns += [f"PRIMARY KEY (report, {', '.join(keys)})", "FOREIGN KEY (report) REFERENCES articles (report)"]
    if table.name == "claims":
        columns.append('FOREIGN KEY (report, "source", "source_kind") REFERENCES sources (report, "name", "kind")')
    if table.name in _OF_CLAIMS:
        columns.append("FOREIGN KEY (report, claim_id) REFERENCES claims (report, claim_id)")
    return f"CREATE TABLE {table.name} ({', '.join(columns)})"
