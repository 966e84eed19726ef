"""Claims as a Parquet file, a row group at a time, so that a long run needs no memory for it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from summarizer.output.tables.columns import CLAIMS, storable
from summarizer.output.tables.libraries import library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.contract.report import Report
    from summarizer.output.tables.columns import Row, Table

_GROUP = 20_000  # rows that are kept until they are written


def arrow_schema(pyarrow: Any, table: Table) -> Any:
    """The Arrow schema of a table: strings, 64-bit integers and doubles."""
    kinds = {"text": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.float64()}
    return pyarrow.schema(
        [pyarrow.field(column.name, kinds[column.kind], nullable=column.is_optional) for column in table.columns]
    )


def arrow_table(pyarrow: Any, schema: Any, rows: Iterable[Row]) -> Any:
    """Rows as an Arrow table of this schema."""
    columns: Sequence[Any] = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pyarrow.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    return pyarrow.Table.from_arrays(arrays, schema=schema)


class ParquetDocument:
    """The bytes of a Parquet file of claims, report by report. Raises CallError when pyarrow is not installed."""

    is_missing = False

    def __init__(self) -> None:
        self._pyarrow, parquet = library("pyarrow"), library("pyarrow.parquet")
        self._schema = arrow_schema(self._pyarrow, CLAIMS)
        self._sink = _Drain()
        self._writer = parquet.ParquetWriter(self._sink, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, report: Report) -> bytes:
        """Take a report; returns the bytes that are ready, often none."""
        self._rows += map(storable, CLAIMS.rows(report))
        if len(self._rows) >= _GROUP:
            self._write_group()
        return self._sink.drain()

    def end(self) -> Iterator[bytes]:
        """The bytes that remain after the last report."""
        if self._rows:
            self._write_group()
        self._writer.close()
        yield self._sink.drain()

    def _write_group(self) -> None:
        self._writer.write_table(arrow_table(self._pyarrow, self._schema, self._rows))
        self._rows = []


class _Drain(BytesIO):
    """A file that is written from the front and emptied at the back; what was emptied counts in its position."""

    def __init__(self) -> None:
        super().__init__()
        self._gone = 0

    def tell(self) -> int:
        return self._gone + super().tell()

    def drain(self) -> bytes:
        """The bytes that were written since the last time."""
        data = self.getvalue()
        self._gone += len(data)
        self.seek(0)
        self.truncate()
        return data
