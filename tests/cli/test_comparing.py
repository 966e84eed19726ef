"""Saved reports in, one comparison out."""

from __future__ import annotations

import json
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.comparison import Comparison
from tests.cli.commands import model_options
from tests.comparison.asked import grouping
from tests.comparison.asked import reports as strike_reports
from tests.fault_server import Fault, FaultServer, Plan
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


@pytest.fixture
def strike(tmp_path: Path) -> Path:
    folder = tmp_path / "strike"
    folder.mkdir()
    for one in strike_reports("tram-strike"):
        (folder / f"{one.article.id}.json").write_text(one.model_dump_json(by_alias=True), encoding="utf-8")
    return folder


def test_with_a_model_it_is_said_who_is_asked(cli: Cli, strike: Path) -> None:
    with FaultServer(Plan(answer=grouping)) as server:
        ended = cli("compare", strike, *model_options(server))
        quiet = cli("compare", strike, "-q", *model_options(server))
    assert ended.code == 0
    assert ended.err == "summarizer: engine llm for what the rules leave open: model fault-model\n"
    assert "what did the city offer?" in ended.out
    assert (quiet.err, quiet.out) == ("", ended.out)
    assert server.seen.requests == 1


def test_what_the_model_did_not_answer_is_said_and_the_rules_comparison_written(
    cli: Cli, strike: Path, tmp_path: Path
) -> None:
    out = tmp_path / "c.md"
    with FaultServer(Plan(faults=(Fault("401", 1.0),))) as server:
        ended = cli("compare", strike, "-o", out, *model_options(server))
    assert ended.code == 1
    assert "1 sheet of passages was not answered by the model, and compared by the rules alone: " in ended.err
    assert "OPENAI_API_KEY" in ended.err
    written = out.read_text(encoding="utf-8")
    assert "## Conflicts" in written
    assert "passages were not compared by the model" in written


def test_the_first_interrupt_writes_what_there_is(python: list[str], strike: Path, tmp_path: Path) -> None:
    out = tmp_path / "c.json"
    with FaultServer(Plan(answer=grouping, latency=0.5)) as server:
        small = ("--context", "1300", "--concurrency", "1")
        command = [*python, "-m", "summarizer", "compare", str(strike), "-o", str(out), *small, *model_options(server)]
        process = subprocess.Popen(command, stderr=subprocess.PIPE)
        assert server.wait_for_requests(1)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 130
    assert "not asked about, and compared by the rules alone" in said
    made = Comparison.model_validate_json(out.read_text(encoding="utf-8"))
    assert made.facts
    assert any(one.reason == "it was not asked" for one in made.rejected)
