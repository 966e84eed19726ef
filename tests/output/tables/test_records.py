"""Reports as records, frames and Arrow tables."""

from __future__ import annotations

import sys

import pytest

from summarizer import to_arrow, to_pandas, to_records
from summarizer.contract.errors import CallError
from summarizer.output.tables.columns import TABLES
from tests.output.tables.stories import dyke_report

openpyxl, _, _ = map(pytest.importorskip, ("openpyxl", "pandas", "pyarrow"))

BOTH = (dyke_report("a"), dyke_report("b"))


def test_records_are_dicts_of_the_claims() -> None:
    records = to_records(BOTH)
    assert [(one["article_id"], one["claim_id"]) for one in records] == [
        ("a", "c1"),
        ("a", "c2"),
        ("b", "c1"),
        ("b", "c2"),
    ]
    assert records[1]["quote"] == "=SUM(A1) costs 2.5 marks […] “no”"


def test_one_report_is_taken_as_it_is() -> None:
    assert to_records(dyke_report(), "figures")[0]["value"] == 2.5


@pytest.mark.parametrize("table", list(TABLES))
def test_frames_and_arrow_tables_hold_the_same_cells(table: str) -> None:
    records = to_records(BOTH, table)
    assert to_arrow(BOTH, table).to_pylist() == records
    frame = to_pandas(BOTH, table)
    assert list(frame.columns) == [column.name for column in TABLES[table].columns]
    again = [
        {name: None if frame[name].isna()[row] else frame[name][row] for name in frame} for row in range(len(frame))
    ]
    assert again == records


def test_integers_stay_integers_where_some_are_missing() -> None:
    assert str(to_pandas(BOTH)["source_start"].dtype) == "Int64"
    assert str(to_pandas(BOTH)["start"].dtype) == "int64"


def test_no_reports_are_an_empty_table_with_its_columns() -> None:
    assert to_records([]) == []
    assert to_pandas([]).shape == (0, len(TABLES["claims"].columns))
    assert to_arrow([]).num_rows == 0


def test_a_frame_can_be_written_as_a_workbook(tmp_path: object) -> None:
    path = f"{tmp_path}/claims.xlsx"
    to_pandas([BOTH[0]], "evidence").to_excel(path, index=False)
    rows = list(openpyxl.load_workbook(path).active.values)
    assert rows[0][:3] == ("article_id", "claim_id", "number")
    assert len(rows) == 4


def test_an_unknown_table_is_told_with_those_there_are() -> None:
    with pytest.raises(CallError, match="no table 'quotes'") as caught:
        to_records(BOTH, "quotes")
    assert "claims" in caught.value.hint


def test_a_missing_library_is_told_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(CallError, match="pandas is not installed") as caught:
        to_pandas(BOTH)
    assert "summarizer[tables]" in caught.value.hint
