"""`summarizer run`: where reports go, and what is asked."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.manifest import Manifest
from summarizer.contract.report import Report
from tests.cli.commands import article_text, model_options
from tests.site import Page, Site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome
    from tests.fault_server import FaultServer

    Cli = Callable[..., Outcome]

ENGINE_LINE = "summarizer: engine extractive: no --model, SUMMARIZER_MODEL or OPENAI_API_KEY"


def test_one_article_is_one_indented_report_and_nothing_else(cli: Cli, articles: Path) -> None:
    ended = cli("run", articles / "dyke1.txt")
    assert ended.code == 0
    report = Report.model_validate_json(ended.out)
    assert report.claims[0].source.name == "Ada Kroon"
    assert ended.out.startswith('{\n  "schema_version"')
    first, last = ended.err.splitlines()
    assert first == ENGINE_LINE
    assert last.startswith("summarizer: 1 report, 0 failures, ")


def test_a_misspelt_variable_is_said(cli: Cli, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_MAXCOST", "1")
    line = "summarizer: SUMMARIZER_MAXCOST is no setting and is not read: did you mean SUMMARIZER_MAX_COST?"
    assert line in cli("run", articles / "dyke1.txt").err.splitlines()
    assert cli("run", articles / "dyke1.txt", "-q").err == ""
    assert "did you mean SUMMARIZER_MAX_COST?" in cli("doctor", "--offline").out


def test_options_that_the_rules_do_not_heed_are_named(cli: Cli, articles: Path) -> None:
    given = ("--language", "de", "--window", "3", "--min-confidence", "0.5")
    line = "summarizer: not used, because rules are asked and no model: --language, --window"
    assert line in cli("run", articles / "dyke1.txt", *given).err.splitlines()
    assert "not used" not in cli("run", articles / "dyke1.txt", "--min-confidence", "0.5").err


def test_several_articles_are_one_line_each_in_order(cli: Cli, articles: Path) -> None:
    ended = cli("run", articles, "--quiet")
    assert [json.loads(line)["article"]["id"] for line in ended.out.splitlines()] == ["dyke1", "dyke2", "dyke3"]
    assert ended.err == ""


def test_the_same_command_gives_the_same_bytes(cli: Cli, articles: Path) -> None:
    assert cli("run", articles).out == cli("run", articles).out


def test_standard_input_is_an_input(python: list[str]) -> None:
    ended = subprocess.run(
        [*python, "-m", "summarizer", "run", "-", "-q"], input=article_text(1).encode(), capture_output=True, check=True
    )
    assert json.loads(ended.stdout)["article"]["id"] == "stdin"


def test_output_is_utf8_whatever_the_locale(python: list[str], articles: Path) -> None:
    environ = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [*python, "-m", "summarizer", "run", str(articles / "dyke1.txt")]
    ended = subprocess.run(command, capture_output=True, check=True, env=environ)
    assert "“Dyke number 1" in ended.stdout.decode("utf-8")


@pytest.mark.parametrize("name", ["out.jsonl", "out.json", "out.csv", "out.md", "out.html"])
def test_a_file_takes_all_reports(cli: Cli, articles: Path, tmp_path: Path, name: str) -> None:
    ended = cli("run", articles, "-o", tmp_path / name)
    assert (ended.code, ended.out) == (0, "")
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.index("number 1 held") < text.index("number 2 held") < text.index("number 3 held")


def test_a_folder_gets_one_file_for_each_article(cli: Cli, articles: Path, tmp_path: Path) -> None:
    cli("run", articles, "-o", f"{tmp_path}/out/")
    names = sorted(path.name for path in (tmp_path / "out").glob("dyke*"))
    assert names == ["dyke1.json", "dyke2.json", "dyke3.json"]


def test_two_articles_of_one_name_both_come_out(cli: Cli, articles: Path, tmp_path: Path) -> None:
    (articles / "deep").mkdir()
    (articles / "deep" / "dyke1.txt").write_text(article_text(9))
    cli("run", articles, "-o", f"{tmp_path}/out/")
    assert len(list((tmp_path / "out").glob("dyke1*.json"))) == 2


def test_a_file_name_that_is_not_text_is_reported_like_any_other(cli: Cli, articles: Path, tmp_path: Path) -> None:
    odd = os.fsdecode(b"\xff\xfe.txt")
    (articles / odd).write_text(article_text(5))
    (articles / os.fsdecode(b"\xfe.txt")).write_text("")
    ended = cli("run", articles / odd, articles / os.fsdecode(b"\xfe.txt"), "-o", f"{tmp_path}/out/")
    assert ended.code == 1
    assert "Traceback" not in ended.err
    assert len(list((tmp_path / "out").glob("*xff*xfe*.json"))) == 1
    assert json.loads((tmp_path / "out" / "failures.jsonl").read_text())["error"] == "EmptyArticleError"
    assert (tmp_path / "out" / "manifest.json").exists()


def test_a_model_answers_and_a_second_run_asks_nothing(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer
) -> None:
    ended = cli("run", articles, "-o", tmp_path / "out.jsonl", *model_options(server))
    assert ended.code == 0
    assert ended.err.splitlines()[0] == "summarizer: engine llm: model fault-model"
    assert "3 requests" in ended.err.splitlines()[-1]
    assert "unpriced" in ended.err.splitlines()[-1]
    first = (tmp_path / "out.jsonl").read_bytes()
    again = cli("run", articles, "-o", tmp_path / "out.jsonl", *model_options(server))
    assert (tmp_path / "out.jsonl").read_bytes() == first
    assert "3 reports (3 cached), 0 failures" in again.err


def test_a_manifest_beside_the_output_says_what_ran(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer
) -> None:
    (articles / "empty.txt").write_bytes(b"")
    cli("run", articles, "-o", tmp_path / "out.jsonl", *model_options(server))
    manifest = Manifest.model_validate_json((tmp_path / "manifest.json").read_text())
    assert manifest.status == "complete"
    assert manifest.inputs == (str(articles),)
    assert manifest.outcomes.model_dump() == {
        "articles": 4, "reports": 3, "cached": 0, "failures": 1, "failures_by_error": {"EmptyArticleError": 1}
    }  # fmt: skip
    assert manifest.calls.attempts == 3
    assert (manifest.engine.engine, manifest.engine.model) == ("llm", "fault-model")
    report = json.loads((tmp_path / "out.jsonl").read_text().splitlines()[0])
    assert manifest.engine.prompts == (report["provenance"]["prompt"],)
    assert manifest.engine.schema_name == report["provenance"]["schema"]


def test_a_manifest_can_be_put_elsewhere_and_standard_output_has_none(
    cli: Cli, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (articles / "dyke1.txt").write_bytes(b"")
    cli("run", articles)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles"]
    cli("run", articles, "--fail-fast", "--manifest", tmp_path / "told.json")
    manifest = Manifest.model_validate_json((tmp_path / "told.json").read_text())
    assert (manifest.status, manifest.engine.engine) == ("stopped", "extractive")


@pytest.mark.parametrize("taken", ["failures.jsonl", "failures.jsonl.partial", "manifest.json"])
def test_a_folder_where_the_output_file_should_be_is_refused_before_any_request(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer, taken: str
) -> None:
    (tmp_path / "out" / taken).mkdir(parents=True)
    for out in (f"{tmp_path}/out/", f"{tmp_path}/out/all.jsonl"):
        ended = cli("run", articles, "-q", "-o", out, *model_options(server))
        assert ended.code == 2
        assert ended.err.count("\n") == 1
        assert f"out/{taken}: there is a folder where a file must be written" in ended.err
    assert server.seen.requests == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == [taken]


def test_a_manifest_that_cannot_be_written_is_refused_before_any_request(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer
) -> None:
    (tmp_path / "file").write_bytes(b"")
    out = tmp_path / "out.json"
    for manifest, said in [(tmp_path / "file" / "m.json", "cannot make"), (tmp_path, "a folder"), (out, "replace")]:
        ended = cli("run", articles, "-q", "-o", out, "--manifest", manifest, *model_options(server))
        assert ended.code == 2
        assert said in ended.err
        assert "name another --manifest" in ended.err
    assert server.seen.requests == 0


def test_addresses_are_fetched_and_kept(cli: Cli, tmp_path: Path) -> None:
    with Site({"/weir": Page()}) as site:
        inputs = [f"{site.url}/weir", f"{site.url}/gone"]
        ended = cli("run", *inputs, "--allow-private", "--save", tmp_path / "pages", "-o", tmp_path / "out")
        refused = cli("run", inputs[0], "-o", tmp_path / "none" / "r.json")
    assert ended.code == refused.code == 1
    assert f"{inputs[1]}: the server answers 404" in ended.err
    assert "private network" in refused.err
    report = Report.model_validate_json((tmp_path / "out" / "weir.json").read_text())
    assert (report.article.url, report.claims[0].source.name) == (inputs[0], "Ada Kroon")
    assert json.loads((tmp_path / "out" / "failures.jsonl").read_text())["id"] == "gone"
    assert [path.name for path in (tmp_path / "pages").iterdir()] == ["weir.html"]


def test_md_is_markdown(cli: Cli, articles: Path) -> None:
    assert cli("run", articles / "dyke1.txt", "-q", "--format", "md").out.startswith("# “Dyke number 1 held")
