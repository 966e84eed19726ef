"""Claims as a Parquet file, read back with the tools that it is for."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from summarizer import to_records
from summarizer.contract.errors import CallError
from summarizer.output.tables.parquet import ParquetDocument
from tests.output.tables.stories import dyke_report

pd, duckdb, pq = map(pytest.importorskip, ("pandas", "duckdb", "pyarrow.parquet"))

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.contract.report import Report


def _bytes(reports: list[Report]) -> bytes:
    document = ParquetDocument()
    parts = [document.add(report) for report in reports]
    return b"".join([*parts, *document.end()])


BOTH = [dyke_report("a"), dyke_report("b")]


def test_pandas_pyarrow_and_duckdb_read_the_same_claims(tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    path.write_bytes(_bytes(BOTH))
    records = to_records(BOTH)
    assert pq.read_table(path).to_pylist() == records
    assert list(pd.read_parquet(path)["quote"]) == [one["quote"] for one in records]
    found = duckdb.sql(f"SELECT source, start, confidence FROM '{path}'").fetchall()  # noqa: S608  our file
    assert found == [(one["source"], one["start"], one["confidence"]) for one in records]


def test_no_report_is_a_table_without_rows() -> None:
    assert pq.read_table(io.BytesIO(_bytes([]))).num_rows == 0


def test_many_reports_are_written_in_groups_as_they_come() -> None:
    document = ParquetDocument()
    parts = [document.add(dyke_report(str(number))) for number in range(10_001)]
    assert sum(map(len, parts)) > 10_000
    whole = b"".join([*parts, *document.end()])
    file = pq.ParquetFile(io.BytesIO(whole))
    assert (file.metadata.num_rows, file.metadata.num_row_groups) == (20_002, 2)


def test_without_pyarrow_it_is_refused_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CallError, match="pyarrow is not installed"):
        ParquetDocument()
