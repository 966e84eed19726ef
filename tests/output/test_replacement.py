"""The file of an earlier run is replaced only by results that are whole."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.failure import Failure
from summarizer.contract.manifest import Manifest
from summarizer.output.failures import FailureLog
from tests.cli.commands import article_text, model_options, report_ids
from tests.fault_server import Fault, FaultServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]

NAMES = ["out.jsonl", "out.json", "out.csv", "out.md", "out.html"]


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"dyke{number}.txt").write_text(article_text(number))
    return folder


def manifest_in(folder: Path) -> Manifest:
    return Manifest.model_validate_json((folder / "manifest.json").read_text())


def fails(server: FaultServer, kind: str, rate: float = 1.0) -> None:
    server.plan.faults = (Fault(kind, rate),)


@pytest.mark.parametrize("name", NAMES)
def test_a_run_without_reports_leaves_what_an_earlier_run_wrote(
    cli: Cli, articles: Path, tmp_path: Path, name: str
) -> None:
    out = tmp_path / name
    assert cli("run", articles, "-o", out).code == 0
    before = out.read_bytes()
    (tmp_path / "empty.jsonl").write_bytes(b"")
    for wrong in (tmp_path / "artciles", tmp_path / "empty.jsonl"):
        ended = cli("run", wrong, "-o", out, "-q")
        assert ended.code == 1
        assert f"{out}: it is left as it was, because this run has no report" in ended.err
        assert out.read_bytes() == before
        assert manifest_in(tmp_path).out == "left"
    assert not out.with_name(f"{name}.partial").exists()


@pytest.mark.parametrize("name", NAMES)
def test_a_run_that_is_cut_short_leaves_what_an_earlier_run_wrote(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer, name: str
) -> None:
    out = tmp_path / name
    options = ("-o", out, "--no-cache", "--concurrency", "1", *model_options(server))
    assert cli("run", articles, *options).code == 0
    before = out.read_bytes()
    (articles / "dyke2.txt").write_bytes(b"")
    said = cli("run", articles / "dyke1.txt", "--no-cache", "--max-tokens", "1", *model_options(server)).err
    enough_for_one = int(said.partition("may take ")[2].split()[0]) + 10
    for limit in (("--fail-fast",), ("--max-tokens", enough_for_one)):
        ended = cli("run", articles, *options, *limit)
        assert ended.code == 1
        assert "it is left as it was, because this run did not come to its end; what there is lies in " in ended.err
        assert out.read_bytes() == before
        assert "Dyke 1 holds" in out.with_name(f"{name}.partial").read_text(encoding="utf-8")
        assert (manifest_in(tmp_path).status, manifest_in(tmp_path).out) == ("stopped", "left")
    (articles / "dyke2.txt").write_text(article_text(2))
    assert cli("run", articles, *options).code == 0
    assert not out.with_name(f"{name}.partial").exists()
    assert manifest_in(tmp_path).out == "written"


@pytest.mark.parametrize("kind", ["401", "404", "not-json", "refusal"])
def test_a_service_that_gives_nothing_leaves_what_an_earlier_run_wrote(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer, kind: str
) -> None:
    out = tmp_path / "out.jsonl"
    options = ("-o", out, "--no-cache", *model_options(server))
    assert cli("run", articles, *options).code == 0
    fails(server, kind)
    ended = cli("run", articles, *options)
    assert ended.code == 1
    assert "left as it was" in ended.err
    assert report_ids(out) == ["dyke1", "dyke2", "dyke3"]
    assert len((tmp_path / "failures.jsonl").read_text().splitlines()) == 3


def test_a_service_that_is_down_leaves_what_an_earlier_run_wrote(cli: Cli, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert cli("run", articles, "-o", out).code == 0
    ended = cli(
        "run", articles, "-o", out, "--model", "m", "--base-url", "http://127.0.0.1:9/v1", "--max-attempts", "1"
    )
    assert ended.code == 1
    assert report_ids(out) == ["dyke1", "dyke2", "dyke3"]
    assert manifest_in(tmp_path).status == "stopped"


def test_a_few_reports_do_not_replace_many_when_the_engine_failed(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer
) -> None:
    out = tmp_path / "out.jsonl"
    assert cli("run", articles, "-o", out, *model_options(server)).code == 0
    fails(server, "refusal")
    (articles / "dyke2.txt").write_text(article_text(20))
    (articles / "dyke3.txt").write_text(article_text(30))
    ended = cli("run", articles, "-o", out, *model_options(server))
    assert "because 2 of this run's articles failed and only 1 came out" in ended.err
    assert report_ids(out) == ["dyke1", "dyke2", "dyke3"]
    assert report_ids(tmp_path / "out.jsonl.partial") == ["dyke1"]


def test_articles_that_cannot_be_read_do_not_hold_up_a_new_file(cli: Cli, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    for number in (2, 3):
        (articles / f"dyke{number}.txt").write_bytes(b"")
    for text in (article_text(1), article_text(7)):
        (articles / "dyke1.txt").write_text(text)
        assert cli("run", articles, "-o", out).code == 1
        assert text.partition("\n")[0] in out.read_text()


def test_failures_that_left_the_file_can_be_retried_into_it(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer
) -> None:
    out = tmp_path / "out.jsonl"
    options = ("-o", out, "--no-cache", *model_options(server))
    assert cli("run", articles, *options).code == 0
    before = out.read_bytes()
    fails(server, "not-json")
    assert cli("run", articles, *options).code == 1
    server.plan.faults = ()
    assert cli("run", articles, *options, "--retry-failed").code == 0
    assert report_ids(out) == ["dyke1", "dyke2", "dyke3"]
    fails(server, "not-json")
    assert cli("run", articles, *options).code == 1
    assert cli("run", articles, *options, "--retry-failed").code == 1
    assert report_ids(out) == ["dyke1", "dyke2", "dyke3"]
    assert len(out.read_bytes()) == len(before)


def test_a_partial_file_that_is_an_input_is_not_destroyed(cli: Cli, tmp_path: Path) -> None:
    partial = tmp_path / "x.jsonl.partial"
    before = json.dumps({"text": article_text(1)}) + "\n"
    partial.write_text(before)
    ended = cli("run", partial, "-o", tmp_path / "x.jsonl")
    assert ended.code == 2
    assert "it is an input, and would be replaced by the results" in ended.err
    assert partial.read_text() == before


def test_the_mode_of_the_file_stays_what_it_was(cli: Cli, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"")
    out.chmod(0o600)
    assert cli("run", articles, "-o", out).code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_in_a_folder_the_failures_name_the_reports_of_an_earlier_run(cli: Cli, articles: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    cli("run", articles, "-o", f"{folder}/")
    (articles / "dyke2.txt").write_bytes(b"")
    (articles / "other.txt").write_bytes(b"")
    assert cli("run", articles, "-o", f"{folder}/").code == 1
    rows = [json.loads(line) for line in (folder / "failures.jsonl").read_text().splitlines()]
    assert [(row["id"], row["earlier_report"]) for row in rows] == [("dyke2", "dyke2.json"), ("other", None)]
    assert manifest_in(folder).earlier_reports == 1
    assert manifest_in(folder).outcomes.failures == 2


def test_two_runs_into_one_folder_both_write_their_failures(articles: Path) -> None:
    first, second = FailureLog(articles), FailureLog(articles)
    for log, name in ((first, "one"), (second, "two")):
        log.write(Failure(id=name, error="EngineError", message="none"))
    FailureLog(articles).commit()  # a third, without failures, removes nothing of theirs
    for log, name in ((first, "one"), (second, "two")):
        log.commit()
        assert json.loads((articles / "failures.jsonl").read_text())["id"] == name
