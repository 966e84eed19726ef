"""Reports as an SQLite database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from summarizer import to_records
from summarizer.output.tables.columns import TABLES
from summarizer.output.tables.database import DatabaseDocument
from tests.output.tables.stories import dyke_report

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.contract.report import Report

TWO = [dyke_report("a"), dyke_report("a")]  # two reports of one article


def _write(path: Path, reports: list[Report]) -> None:
    document = DatabaseDocument()
    assert not any(document.add(report) for report in reports)
    path.write_bytes(b"".join(document.end()))


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "reports.sqlite"
    _write(path, TWO)
    return path


def test_every_table_reads_back_as_it_is_in_python(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        for name in TABLES:
            rows = [dict(row) for row in connection.execute(f"SELECT * FROM {name} ORDER BY rowid")]  # noqa: S608  our names
            assert {row.pop("report") for row in rows} == {1, 2}
            assert rows == to_records(TWO, name)


def test_keys_hold_and_lead_from_table_to_table(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        joined = connection.execute(
            "SELECT substr(a.text, e.start + 1, e.end - e.start), e.quote FROM evidence e"
            " JOIN claims c USING (report, claim_id) JOIN articles a USING (report)"
        ).fetchall()
        assert len(joined) == 6
        assert all(words == quote for words, quote in joined)
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO checks VALUES (1, 'a', 'c2', 1, 'x', 'y')")


def test_what_is_asked_most_has_an_index(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        plan = connection.execute("EXPLAIN QUERY PLAN SELECT * FROM claims WHERE source = 'Ada Kroon'").fetchall()
        assert "claims_by_source" in plan[0][3]


def test_duckdb_opens_it(database: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    try:
        connection.execute("LOAD sqlite")
    except duckdb.Error:
        pytest.skip("DuckDB's sqlite extension is not installed here, and would be fetched")
    connection.execute(f"ATTACH '{database}' AS reports (TYPE sqlite)")
    assert connection.execute("SELECT count(*) FROM reports.claims").fetchall() == [(4,)]


def test_no_report_is_a_database_with_empty_tables(tmp_path: Path) -> None:
    _write(tmp_path / "none.db", [])
    with closing(sqlite3.connect(tmp_path / "none.db")) as connection:
        assert connection.execute("SELECT count(*) FROM claims").fetchone() == (0,)


def test_a_document_that_never_ends_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    document = DatabaseDocument()
    document.add(TWO[0])
    assert list(tmp_path.iterdir())
    del document
    assert not list(tmp_path.iterdir())
