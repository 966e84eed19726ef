"""Saved reports become any format."""

from __future__ import annotations

import csv
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from summarizer.cli.viewing import view_saved
from summarizer.contract.errors import CallError
from tests.output.tables.stories import dyke_report
from tests.reports import report

pd, duckdb, openpyxl = map(pytest.importorskip, ("pandas", "duckdb", "openpyxl"))
pq, arrow_csv = map(pytest.importorskip, ("pyarrow.parquet", "pyarrow.csv"))

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.json").write_text(dyke_report(name).model_dump_json(by_alias=True), encoding="utf-8")
    return folder


WORDS = ["“The dyke held,”", "'=SUM(A1) costs 2.5 marks […] “no”"] * 2
NAMES = ["Ada Kroon", "the ministry"] * 2


def test_a_csv_file_is_read_by_all_that_users_have(cli: Cli, reports: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    assert cli("view", reports, "-o", path).code == 0
    frame = pd.read_csv(path)
    assert (list(frame["quote"]), list(frame["source"])) == (WORDS, NAMES)
    assert next(iter(frame.columns)) == "article_id"  # without the mark
    assert frame["start"].dtype == "int64"
    found = duckdb.sql(f"SELECT quote, source FROM '{path}'").fetchall()  # noqa: S608  our file
    assert found == list(zip(WORDS, NAMES, strict=True))
    assert arrow_csv.read_csv(path)["source"].to_pylist() == NAMES
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [row["source"] for row in csv.DictReader(file)] == NAMES


def test_no_cell_of_a_csv_file_becomes_a_formula_in_a_workbook(cli: Cli, reports: Path, tmp_path: Path) -> None:
    cli("view", reports, "-o", tmp_path / "claims.csv")
    book = openpyxl.Workbook()
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            book.active.append(row)
    book.save(tmp_path / "claims.xlsx")
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "claims.xlsx").active for cell in row]
    assert len(cells) > 100
    assert not [cell.value for cell in cells if cell.data_type == "f"]


def test_parquet_and_a_database_hold_the_same_claims(cli: Cli, reports: Path, tmp_path: Path) -> None:
    assert cli("view", reports, "-o", tmp_path / "claims.parquet").code == 0
    assert pq.read_table(tmp_path / "claims.parquet")["source"].to_pylist() == NAMES
    assert cli("view", reports, "-o", tmp_path / "claims.db").code == 0
    with closing(sqlite3.connect(tmp_path / "claims.db")) as connection:
        assert [name for (name,) in connection.execute("SELECT source FROM claims ORDER BY report, claim_id")] == NAMES


def test_run_writes_a_table_as_view_does(cli: Cli, articles: Path, tmp_path: Path) -> None:
    assert cli("run", articles, "-o", tmp_path / "run.parquet", "-q").code == 0
    cli("run", articles, "-o", tmp_path / "run.jsonl", "-q")
    cli("view", tmp_path / "run.jsonl", "-o", tmp_path / "view.parquet")
    found = pq.read_table(tmp_path / "run.parquet")
    assert found.num_rows >= 3
    assert found == pq.read_table(tmp_path / "view.parquet")


@pytest.mark.parametrize(
    ("name", "start"), [("p.html", "<!doctype"), ("p.md", "# "), ("p.json", "["), ("p.jsonl", "{")]
)
def test_other_formats_are_those_of_run(cli: Cli, reports: Path, tmp_path: Path, name: str, start: str) -> None:
    assert cli("view", reports, "-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(start)


def test_a_folder_gets_pages(cli: Cli, reports: Path, tmp_path: Path) -> None:
    assert cli("view", reports, "-o", f"{tmp_path}/pages/").code == 0
    assert {"a.html", "b.html"} <= {path.name for path in (tmp_path / "pages" / "articles").iterdir()}


def test_standard_output_gets_the_format_that_is_asked_for(cli: Cli, reports: Path) -> None:
    assert cli("view", reports, "--format", "csv").out.startswith("article_id,")
    ended = cli("view", reports)
    assert (ended.code, ended.out) == (2, "")
    assert "-o" in ended.err


def test_a_row_that_is_no_report_is_named_and_the_rest_written(cli: Cli, reports: Path, tmp_path: Path) -> None:
    (reports / "c.jsonl").write_text("{broken\n")
    ended = cli("view", reports, "-o", tmp_path / "claims.csv")
    assert ended.code == 1
    assert f"{reports / 'c.jsonl'}, line 1" in ended.err
    assert len(pd.read_csv(tmp_path / "claims.csv")) == 4


def test_nothing_is_written_when_there_is_no_report(cli: Cli, articles: Path, tmp_path: Path) -> None:
    ended = cli("view", articles, "-o", tmp_path / "claims.csv")
    assert ended.code == 2
    assert "summarizer run" in ended.err
    assert not (tmp_path / "claims.csv").exists()


def test_an_input_that_leads_nowhere_leaves_an_earlier_page_alone(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(report("It rained.").model_dump_json(by_alias=True), encoding="utf-8")
    (tmp_path / "b.json").write_text(report("It snowed.").model_dump_json(by_alias=True), encoding="utf-8")
    (tmp_path / "all.html").write_text("earlier")
    inputs = [str(tmp_path / name) for name in ("a.json", "b.json", "missing.json")]
    with pytest.raises(CallError, match=r"missing\.json"):
        view_saved(inputs, str(tmp_path / "all.html"), None)
    assert (tmp_path / "all.html").read_text() == "earlier"


def test_the_exit_code_says_whether_all_were_reports(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(report("It rained.").model_dump_json(by_alias=True), encoding="utf-8")
    assert view_saved([str(tmp_path / "a.json")], str(tmp_path / "a.html"), None) == 0
    (tmp_path / "b.json").write_text("{}", encoding="utf-8")
    assert view_saved([str(tmp_path / "a.json"), str(tmp_path / "b.json")], str(tmp_path / "a.html"), None) == 1
