"""Where results and failures go, and what is said of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.manifest import Manifest
from summarizer.contract.report import Report
from tests.cli.commands import article_text, model_options, report_ids
from tests.fault_server import Fault, FaultServer, Plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]


def test_failures_are_rows_beside_the_output_and_a_line_each(cli: Cli, articles: Path, tmp_path: Path) -> None:
    (articles / "dyke2.txt").write_bytes(b"")
    ended = cli("run", articles, articles / "nowhere.txt", "-o", tmp_path / "out.jsonl")
    assert ended.code == 1
    assert report_ids(tmp_path / "out.jsonl") == ["dyke1", "dyke3"]
    rows = [json.loads(line) for line in (tmp_path / "failures.jsonl").read_text().splitlines()]
    assert [row["error"] for row in rows] == ["EmptyArticleError", "UnreadableInputError"]
    lines = ended.err.splitlines()
    assert lines[1].startswith(f"summarizer: {articles / 'dyke2.txt'}: there is nothing in it (")
    assert lines[2] == f"summarizer: {articles / 'nowhere.txt'}: there is no such file (check the name)"
    assert lines[3].startswith("summarizer: 2 reports, 2 failures, ")
    (articles / "dyke2.txt").write_text(article_text(2))
    assert cli("run", articles, "-o", tmp_path / "out.jsonl").code == 0
    assert not (tmp_path / "failures.jsonl").exists()


def test_fail_fast_takes_no_new_article(cli: Cli, articles: Path) -> None:
    (articles / "dyke1.txt").write_bytes(b"")
    ended = cli("run", articles, "--fail-fast", "-q")
    assert (ended.code, ended.out) == (1, "")
    ended = cli("run", articles, "--max-failures", "1", "-q")
    assert (ended.code, ended.out.count("\n")) == (1, 2)


def test_a_failure_of_every_article_is_said_once(cli: Cli, articles: Path) -> None:
    with FaultServer(Plan(faults=(Fault("401", 1.0),))) as server:
        ended = cli("run", articles, *model_options(server), "--concurrency", "1")
    assert ended.code == 1
    lines = [line for line in ended.err.splitlines() if "articles/s" not in line]  # progress, on a slow machine
    assert len(lines) == 4
    assert "set OPENAI_API_KEY" in lines[1]
    assert lines[2].startswith("summarizer: 2 more failed for the same reason: KeyRefusedError: ")


def test_retry_failed_runs_only_failed_articles_and_puts_reports_in_their_place(
    cli: Cli, articles: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    (articles / "dyke2.txt").write_bytes(b"")
    (articles / "dyke4.txt").write_bytes(b"")
    cli("run", articles, "-o", out)
    before = out.read_text().splitlines()
    (articles / "dyke2.txt").write_text(article_text(2))
    ended = cli("run", articles, "-o", out, "--retry-failed")
    assert ended.code == 1
    assert ended.err.splitlines()[-1].startswith("summarizer: 1 report, 1 failure, ")
    assert report_ids(out) == ["dyke1", "dyke2", "dyke3"]
    assert [line for line in out.read_text().splitlines() if "dyke2.txt" not in line] == before
    assert [json.loads(line)["path"] for line in (tmp_path / "failures.jsonl").read_text().splitlines()] == [
        str(articles / "dyke4.txt")
    ]


def test_retry_failed_in_a_folder_leaves_the_other_files_alone(cli: Cli, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (articles / "dyke2.txt").write_bytes(b"")
    cli("run", articles, "-o", f"{out}/")
    untouched = (out / "dyke1.json").stat().st_mtime_ns
    (articles / "dyke2.txt").write_text(article_text(2))
    assert cli("run", articles, "-o", f"{out}/", "--retry-failed").code == 0
    assert (out / "dyke2.json").exists()
    assert (out / "dyke1.json").stat().st_mtime_ns == untouched
    assert not (out / "failures.jsonl").exists()


@pytest.mark.parametrize("rows", ["not json\n", "{}\n", '{"id": 1}\n'])
def test_failures_that_cannot_be_read_are_a_wrong_call(cli: Cli, articles: Path, tmp_path: Path, rows: str) -> None:
    (tmp_path / "failures.jsonl").write_text(rows)
    ended = cli("run", articles, "-o", tmp_path / "out.jsonl", "--retry-failed", "-q")
    assert ended.code == 2
    assert ended.err.startswith(
        f"summarizer: {tmp_path / 'failures.jsonl'}: cannot read the failures of the earlier run ("
    )


def test_explain_names_the_rule_and_the_cue_of_each_claim(cli: Cli, articles: Path) -> None:
    ended = cli("run", articles / "dyke1.txt", "--explain")
    assert Report.model_validate_json(ended.out)
    line = next(line for line in ended.err.splitlines() if "dyke1 c1: rule " in line)
    assert "cue 'said' at " in line
    assert "source 'warden Ada Kroon'" in line or "source 'Ada Kroon'" in line


def test_a_folder_where_a_report_should_be_fails_that_article_alone(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer
) -> None:
    out = tmp_path / "out"
    (out / "dyke2.json").mkdir(parents=True)
    ended = cli("run", articles, "-o", out, *model_options(server))
    assert ended.code == 1
    assert sorted(path.name for path in out.glob("dyke*") if path.is_file()) == ["dyke1.json", "dyke3.json"]
    (row,) = (json.loads(line) for line in (out / "failures.jsonl").read_text().splitlines())
    assert (row["id"], row["error"]) == ("dyke2", "NameTakenError")
    assert "dyke2.json is a folder (rename the folder, or name another -o)" in ended.err
    assert server.seen.requests == 2
    assert Manifest.model_validate_json((out / "manifest.json").read_text()).status == "complete"
    (out / "dyke2.json").rmdir()
    assert cli("run", articles, "-o", out, "--retry-failed", *model_options(server)).code == 0
    assert (out / "dyke2.json").is_file()


def test_what_is_in_flight_is_kept_when_a_result_cannot_be_written(cli: Cli, articles: Path, tmp_path: Path) -> None:
    with FaultServer(Plan(latency=0.2)) as server:
        ended = cli("run", articles, "-o", "/dev/full", "-q", *model_options(server))
        assert ended.code == 1
        assert "No space left on device" in ended.err
        assert server.seen.requests == 3
        assert cli("run", articles, "-o", tmp_path / "out.jsonl", *model_options(server)).code == 0
        assert server.seen.requests == 3
