"""Saved reports in, one comparison out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.comparison import Comparison
from tests.reports import quoted, report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]


def _save(folder: Path, name: str, text: str) -> None:
    made = report(text, [quoted(text, text.partition(",")[0], "Ada Kroon", id="c1")], id=name)
    (folder / f"{name}.json").write_text(made.model_dump_json(by_alias=True), encoding="utf-8")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    _save(folder, "post", "Four people died at the dyke on Monday, warden Ada Kroon said.\n")
    _save(folder, "echo", "Six people died at the dyke on Monday, warden Ada Kroon said.\n")
    return folder


@pytest.mark.parametrize("name", ["c.json", "c.md", "c.html", "c.csv"])
def test_the_format_is_told_by_the_files_name(cli: Cli, reports: Path, tmp_path: Path, name: str) -> None:
    out = tmp_path / "new" / name
    ended = cli("compare", reports, "-o", out)
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    starts = {
        "c.json": '{\n  "schema_version"',
        "c.md": "# 2 articles",
        "c.html": "<!doctype",
        "c.csv": "\ufefffact_id,",
    }
    assert out.read_text(encoding="utf-8").startswith(starts[name])


def test_without_out_a_pipe_gets_json_and_any_format_can_be_asked_for(cli: Cli, reports: Path) -> None:
    assert Comparison.model_validate_json(cli("compare", reports).out).schema_version == "1"
    assert "2 articles compared" in cli("compare", reports, "--format", "table").out
    assert cli("compare", reports, "-o", "-", "--format", "markdown").out.startswith("# 2 articles compared")


def test_the_order_of_the_reports_does_not_matter(cli: Cli, reports: Path) -> None:
    one = cli("compare", reports / "echo.json", reports / "post.json").out
    assert one == cli("compare", reports / "post.json", reports / "echo.json").out


def test_one_article_twice_is_said_and_counts_once(cli: Cli, reports: Path) -> None:
    ended = cli("compare", reports, reports / "echo.json")
    assert ended.code == 0
    assert "the same article as in" in ended.err
    assert len(json.loads(ended.out)["articles"]) == 2


def test_one_article_alone_is_said(cli: Cli, reports: Path) -> None:
    assert "there is one article" in cli("compare", reports / "echo.json").err


def test_a_row_that_is_no_report_is_named_and_the_rest_compared(cli: Cli, reports: Path) -> None:
    rows = reports / "rows.jsonl"
    rows.write_text((reports / "echo.json").read_text() + "\n{broken\n")
    ended = cli("compare", reports / "post.json", rows)
    assert ended.code == 1
    assert f"{rows}, line 2: not a report" in ended.err
    assert len(json.loads(ended.out)["articles"]) == 2


def test_an_article_is_refused_with_the_command_that_makes_its_report(cli: Cli, articles: Path) -> None:
    ended = cli("compare", articles / "dyke1.txt")
    assert (ended.code, ended.out) == (2, "")
    assert f"summarizer run {articles / 'dyke1.txt'} -o reports.jsonl" in ended.err


def test_an_earlier_comparison_in_the_folder_is_no_report_and_is_replaced(cli: Cli, reports: Path) -> None:
    out = reports / "comparison.json"
    assert cli("compare", reports, "-o", out).code == 0
    first = out.read_bytes()
    ended = cli("compare", reports, "-o", out)
    assert (ended.code, ended.err) == (0, "")
    assert out.read_bytes() == first


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("{reports}/echo.json", "it is an input"),
        ("{reports}/", "one file"),
        ("c.xls", "cannot tell the format"),
        ("", "one file"),
    ],
)
def test_a_wrong_out_is_refused_before_anything_is_written(cli: Cli, reports: Path, out: str, said: str) -> None:
    before = (reports / "echo.json").read_bytes()
    ended = cli("compare", reports, "-o", out.format(reports=reports))
    assert ended.code == 2
    assert said in ended.err
    assert (reports / "echo.json").read_bytes() == before
