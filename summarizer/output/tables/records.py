"""Reports as records, data frames and Arrow tables, for Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.contract.errors import CallError
from summarizer.output.tables.columns import TABLES, storable
from summarizer.output.tables.libraries import library
from summarizer.output.tables.parquet import arrow_schema, arrow_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas
    import pyarrow

    from summarizer.contract.report import Report
    from summarizer.output.tables.columns import Cell, Row, Table


def to_records(reports: Iterable[Report] | Report, table: str = "claims") -> list[dict[str, Cell]]:
    """The rows of one table of some reports, as dicts; docs/tables.md lists the tables and their columns.

    Raises CallError for an unknown table.
    """
    chosen = _table(table)
    names = [column.name for column in chosen.columns]
    return [dict(zip(names, row, strict=True)) for row in _rows(reports, chosen)]


def to_arrow(reports: Iterable[Report] | Report, table: str = "claims") -> pyarrow.Table:
    """One table of some reports as an Arrow table. Raises CallError without pyarrow, or for an unknown table."""
    chosen = _table(table)
    return arrow_table(library("pyarrow"), arrow_schema(library("pyarrow"), chosen), _rows(reports, chosen))


def to_pandas(reports: Iterable[Report] | Report, table: str = "claims") -> pandas.DataFrame:
    """One table of some reports as a DataFrame: integers that may be missing are pandas' own Int64.

    Raises CallError without pandas, or for an unknown table.
    """
    chosen = _table(table)
    frame = library("pandas").DataFrame(_rows(reports, chosen), columns=[column.name for column in chosen.columns])
    kinds = {"text": "object", "integer": "int64", "number": "float64"}
    types = {
        column.name: "Int64" if column.kind == "integer" and column.is_optional else kinds[column.kind]
        for column in chosen.columns
    }
    return frame.astype(types)


def _table(name: str) -> Table:
    if name not in TABLES:
        raise CallError(f"there is no table {name!r}", hint=f"use one of: {', '.join(TABLES)}")
    return TABLES[name]


def _rows(reports: Iterable[Report] | Report, table: Table) -> list[Row]:
    from summarizer.contract.report import Report as OneReport  # noqa: PLC0415  only to tell one from several

    several = (reports,) if isinstance(reports, OneReport) else reports
    return [storable(row) for report in several for row in table.rows(report)]
