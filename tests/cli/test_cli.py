"""The command line: where results go, what is said, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.manifest import Manifest
from summarizer.contract.report import Report
from tests.fault_server import Fault, FaultServer, Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]

ENGINE_LINE = "summarizer: engine extractive: no --model, SUMMARIZER_MODEL or OPENAI_API_KEY"


def _article(number: int) -> str:
    return f"Dyke {number} holds\n\n“Dyke number {number} held all night,” warden Ada Kroon said on Monday.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(1, 4):
        (folder / f"dyke{number}.txt").write_text(_article(number), encoding="utf-8")
    return folder


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


def _model(server: FaultServer) -> list[str]:
    return ["--model", "fault-model", "--base-url", server.base_url]


def _ids(path: Path) -> list[str]:
    return [json.loads(line)["article"]["id"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_one_article_is_one_indented_report_and_nothing_else(cli: Cli, articles: Path) -> None:
    ended = cli("run", articles / "dyke1.txt")
    assert ended.code == 0
    report = Report.model_validate_json(ended.out)
    assert report.claims[0].source.name == "Ada Kroon"
    assert ended.out.startswith('{\n  "schema_version"')
    first, last = ended.err.splitlines()
    assert first == ENGINE_LINE
    assert last.startswith("summarizer: 1 report, 0 failures, ")


def test_several_articles_are_one_line_each_in_order(cli: Cli, articles: Path) -> None:
    ended = cli("run", articles, "--quiet")
    assert [json.loads(line)["article"]["id"] for line in ended.out.splitlines()] == ["dyke1", "dyke2", "dyke3"]
    assert ended.err == ""


def test_the_same_command_gives_the_same_bytes(cli: Cli, articles: Path) -> None:
    assert cli("run", articles).out == cli("run", articles).out


def test_standard_input_is_an_input(python: list[str]) -> None:
    ended = subprocess.run(
        [*python, "-m", "summarizer", "run", "-", "-q"], input=_article(1).encode(), capture_output=True, check=True
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


def test_a_folder_takes_a_file_an_article(cli: Cli, articles: Path, tmp_path: Path) -> None:
    cli("run", articles, "-o", f"{tmp_path}/out/")
    names = sorted(path.name for path in (tmp_path / "out").glob("dyke*"))
    assert names == ["dyke1.json", "dyke2.json", "dyke3.json"]


def test_failures_are_rows_beside_the_output_and_a_line_each(cli: Cli, articles: Path, tmp_path: Path) -> None:
    (articles / "dyke2.txt").write_bytes(b"")
    ended = cli("run", articles, articles / "nowhere.txt", "-o", tmp_path / "out.jsonl")
    assert ended.code == 1
    assert _ids(tmp_path / "out.jsonl") == ["dyke1", "dyke3"]
    rows = [json.loads(line) for line in (tmp_path / "failures.jsonl").read_text().splitlines()]
    assert [row["error"] for row in rows] == ["EmptyArticleError", "UnreadableInputError"]
    lines = ended.err.splitlines()
    assert lines[1].startswith(f"summarizer: {articles / 'dyke2.txt'}: there is nothing in it (")
    assert lines[2] == f"summarizer: {articles / 'nowhere.txt'}: there is no such file (check the name)"
    assert lines[3].startswith("summarizer: 2 reports, 2 failures, ")
    (articles / "dyke2.txt").write_text(_article(2))
    assert cli("run", articles, "-o", tmp_path / "out.jsonl").code == 0
    assert not (tmp_path / "failures.jsonl").exists()


def test_two_articles_of_one_name_both_come_out(cli: Cli, articles: Path, tmp_path: Path) -> None:
    (articles / "deep").mkdir()
    (articles / "deep" / "dyke1.txt").write_text(_article(9))
    cli("run", articles, "-o", f"{tmp_path}/out/")
    assert len(list((tmp_path / "out").glob("dyke1*.json"))) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--engine", "magic"], "'magic' is not one of"),
        (["--concurrency", "0"], "--concurrency: "),
        (["--concurrency", "many"], "Invalid value for '--concurrency'"),
        (
            ["--base-url", "ftp://x/v1", "--model", "m"],
            "--base-url (or SUMMARIZER_BASE_URL) is no http or https address",
        ),
        (["--base-url", "http://localhost:1/v1"], "--base-url (or SUMMARIZER_BASE_URL) is given, but no model"),
        (["--rpm", "inf"], "--rpm: input should be a finite number (leave it out for no limit)"),
        (["--max-cost", "nan"], "--max-cost: input should be a finite number (leave it out for no limit)"),
        (["--engine", "llm"], "the llm engine needs a model"),
        (["-o", "out.xyz"], "out.xyz: cannot tell the format from the name"),
        (["--retry-failed"], "--retry-failed needs -o"),
        (["--modell", "m"], "No such option: --modell"),
        (["--log-file", "/nowhere/log"], "/nowhere/log: the log cannot be written"),
    ],
)
def test_a_wrong_call_is_one_line_and_2(cli: Cli, articles: Path, arguments: list[str], said: str) -> None:
    ended = cli("run", articles / "dyke1.txt", "-q", *arguments)
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err.startswith("summarizer: ")
    assert said in ended.err
    assert ended.err.count("\n") == 1


def test_no_input_and_no_such_command_are_one_line(cli: Cli) -> None:
    assert cli("run") == (2, "", "summarizer: Missing argument 'INPUT'. (see `summarizer run --help`)\n")
    assert cli("runn").err == "summarizer: No such command 'runn'. Did you mean 'run'? (see `summarizer --help`)\n"


def test_a_bug_shows_its_traceback(monkeypatch: pytest.MonkeyPatch, articles: Path) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("summarizer.cli.running.read_articles", broken)
    from summarizer.cli import main  # noqa: PLC0415  beside what is broken

    with pytest.raises(ZeroDivisionError):
        main(["run", str(articles)])


def test_a_file_name_that_is_no_text_comes_out_like_any_other(cli: Cli, articles: Path, tmp_path: Path) -> None:
    odd = os.fsdecode(b"\xff\xfe.txt")
    (articles / odd).write_text(_article(5))
    (articles / os.fsdecode(b"\xfe.txt")).write_text("")
    ended = cli("run", articles / odd, articles / os.fsdecode(b"\xfe.txt"), "-o", f"{tmp_path}/out/")
    assert ended.code == 1
    assert "Traceback" not in ended.err
    assert len(list((tmp_path / "out").glob("*xff*xfe*.json"))) == 1
    assert json.loads((tmp_path / "out" / "failures.jsonl").read_text())["error"] == "EmptyArticleError"
    assert (tmp_path / "out" / "manifest.json").exists()


def test_fail_fast_takes_no_new_article(cli: Cli, articles: Path) -> None:
    (articles / "dyke1.txt").write_bytes(b"")
    ended = cli("run", articles, "--fail-fast", "-q")
    assert (ended.code, ended.out) == (1, "")
    ended = cli("run", articles, "--max-failures", "1", "-q")
    assert (ended.code, ended.out.count("\n")) == (1, 2)


def test_a_full_disk_is_one_line(python: list[str], articles: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123  a device
        command = [*python, "-m", "summarizer", "run", str(articles), "-q"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith(b"summarizer: standard output: cannot write: No space left on device (")
    assert ended.stderr.count(b"\n") == 1


def test_a_reader_that_goes_away_is_no_error_to_be_told(python: list[str], articles: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [*python, "-m", "summarizer", "run", str(articles), "-q"]
    ended = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (ended.returncode, ended.stderr) == (1, b"")


def test_a_model_answers_and_a_second_run_asks_nothing(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer
) -> None:
    ended = cli("run", articles, "-o", tmp_path / "out.jsonl", *_model(server))
    assert ended.code == 0
    assert ended.err.splitlines()[0] == "summarizer: engine llm: model fault-model"
    assert "3 requests" in ended.err.splitlines()[-1]
    assert "unpriced" in ended.err.splitlines()[-1]
    first = (tmp_path / "out.jsonl").read_bytes()
    again = cli("run", articles, "-o", tmp_path / "out.jsonl", *_model(server))
    assert (tmp_path / "out.jsonl").read_bytes() == first
    assert "3 reports (3 cached), 0 failures" in again.err


def test_a_manifest_beside_the_output_tells_what_ran(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer
) -> None:
    (articles / "empty.txt").write_bytes(b"")
    cli("run", articles, "-o", tmp_path / "out.jsonl", *_model(server))
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


def test_what_fails_for_everyone_is_said_once(cli: Cli, articles: Path) -> None:
    with FaultServer(Plan(faults=(Fault("401", 1.0),))) as server:
        ended = cli("run", articles, *_model(server), "--concurrency", "1")
    assert ended.code == 1
    lines = ended.err.splitlines()
    assert len(lines) == 4
    assert "set OPENAI_API_KEY" in lines[1]
    assert lines[2].startswith("summarizer: 2 more failed for the same reason: KeyRefusedError: ")


def test_retry_failed_runs_just_those_and_puts_them_in_their_place(cli: Cli, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    (articles / "dyke2.txt").write_bytes(b"")
    (articles / "dyke4.txt").write_bytes(b"")
    cli("run", articles, "-o", out)
    before = out.read_text().splitlines()
    (articles / "dyke2.txt").write_text(_article(2))
    ended = cli("run", articles, "-o", out, "--retry-failed")
    assert ended.code == 1
    assert ended.err.splitlines()[-1].startswith("summarizer: 1 report, 1 failure, ")
    assert _ids(out) == ["dyke1", "dyke2", "dyke3"]
    assert [line for line in out.read_text().splitlines() if "dyke2.txt" not in line] == before
    assert [json.loads(line)["path"] for line in (tmp_path / "failures.jsonl").read_text().splitlines()] == [
        str(articles / "dyke4.txt")
    ]


def test_retry_failed_in_a_folder_leaves_the_other_files_alone(cli: Cli, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (articles / "dyke2.txt").write_bytes(b"")
    cli("run", articles, "-o", f"{out}/")
    untouched = (out / "dyke1.json").stat().st_mtime_ns
    (articles / "dyke2.txt").write_text(_article(2))
    assert cli("run", articles, "-o", f"{out}/", "--retry-failed").code == 0
    assert (out / "dyke2.json").exists()
    assert (out / "dyke1.json").stat().st_mtime_ns == untouched
    assert not (out / "failures.jsonl").exists()


@pytest.mark.parametrize("rows", ["not json\n", "{}\n", '{"id": 1}\n'])
def test_failures_that_cannot_be_read_are_a_wrong_call(cli: Cli, articles: Path, tmp_path: Path, rows: str) -> None:
    (tmp_path / "failures.jsonl").write_text(rows)
    ended = cli("run", articles, "-o", tmp_path / "out.jsonl", "--retry-failed", "-q")
    assert ended.code == 2
    assert ended.err.startswith(f"summarizer: {tmp_path / 'failures.jsonl'}: it cannot be read (")


def test_explain_tells_the_rule_and_the_cue_of_each_claim(cli: Cli, articles: Path) -> None:
    ended = cli("run", articles / "dyke1.txt", "--explain")
    assert Report.model_validate_json(ended.out)
    line = next(line for line in ended.err.splitlines() if "dyke1 c1: rule " in line)
    assert "cue 'said' at " in line
    assert "source 'warden Ada Kroon'" in line or "source 'Ada Kroon'" in line


def test_a_log_file_tells_of_each_call_and_holds_no_article(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZER_API_KEY", "hidden" + "-words")
    cli("run", articles, "-o", tmp_path / "out.jsonl", "--log-file", tmp_path / "log", *_model(server))
    log = (tmp_path / "log").read_text()
    assert log.count("status=200") == 3
    assert "id=dyke1 attempt=1" in log
    assert "held all night" not in log
    assert "hidden" not in log


def test_verbose_says_a_line_a_call(cli: Cli, articles: Path, server: FaultServer) -> None:
    assert "status=200" not in cli("run", articles, "--no-cache", *_model(server)).err
    assert cli("run", articles, "--no-cache", "-v", *_model(server)).err.count("status=200") == 3


def _start(python: list[str], *arguments: object) -> subprocess.Popen[bytes]:
    command = [*python, "-m", "summarizer", "run", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _wait_until(condition: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    while not condition():
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.02)


def _say_until(process: subprocess.Popen[bytes], words: bytes) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        if words in line:
            return
    pytest.fail("it ended without saying so")


def test_the_first_interrupt_waits_for_what_is_in_flight(python: list[str], articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with FaultServer(Plan(latency=0.5)) as server:
        process = _start(python, articles, "-o", out, "--concurrency", "1", *_model(server))
        _wait_until(lambda: server.seen.requests == 2, process)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[1].decode()
    assert process.returncode == 130
    assert "stopping: waiting for what is in flight" in said
    assert "interrupted; run the same command again to go on" in said
    assert not out.exists()
    assert (tmp_path / "out.jsonl.partial").read_text().count("\n") == 2


def test_the_second_interrupt_does_not_wait(python: list[str], articles: Path, tmp_path: Path) -> None:
    with FaultServer(Plan(latency=60.0)) as server:
        process = _start(python, articles, "-o", tmp_path / "out.jsonl", "-vv", *_model(server))
        _wait_until(lambda: server.seen.in_flight == 3, process)
        process.send_signal(signal.SIGINT)
        _say_until(process, b"press Ctrl-C again")
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[1].decode()
    assert process.returncode == 130
    assert "Traceback" not in said
    assert "interrupted; run the same command again to go on: what was answered is not asked for again" in said


def test_an_interrupted_run_without_a_cache_promises_nothing(python: list[str], articles: Path, tmp_path: Path) -> None:
    with FaultServer(Plan(latency=0.5)) as server:
        options = ("--concurrency", "1", "--no-cache", *_model(server))
        process = _start(python, articles, "-o", tmp_path / "out.jsonl", *options)
        _wait_until(lambda: server.seen.requests == 2, process)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[1].decode()
    assert said.endswith("interrupted; run the same command again to go on\n")


def test_a_killed_run_is_completed_by_the_same_command(
    cli: Cli, python: list[str], articles: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    with FaultServer(Plan(latency=0.5)) as server:
        process = _start(python, articles, "-o", out, "--concurrency", "1", *_model(server))
        _wait_until(lambda: server.seen.requests == 2, process)
        process.kill()
        process.communicate(timeout=30)
        assert not out.exists()
        ended = cli("run", articles, "-o", out, *_model(server))
    assert ended.code == 0
    assert _ids(out) == ["dyke1", "dyke2", "dyke3"]
    assert "(1 cached)" in ended.err.splitlines()[-1]
    assert sorted(path.name for path in tmp_path.glob("out*")) == ["out.jsonl"]


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        ('"$0" -m summarizer run - <&-', 1, "standard input: there is nothing in it"),
        ('"$0" -m summarizer run "$1" >&-', 2, "standard output is closed"),
        ('"$0" -m summarizer run "$1" -o "$2" >&-', 0, "1 report"),
        ('"$0" -m summarizer run "$1" 2>&-', 0, ""),
    ],
)
def test_a_closed_stream_is_no_surprise(articles: Path, tmp_path: Path, command: str, code: int, told: str) -> None:
    line = ["sh", "-c", command, sys.executable, articles / "dyke1.txt", tmp_path / "out.json"]
    ended = subprocess.run(line, check=False, capture_output=True, text=True, timeout=60)
    assert ended.returncode == code
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr
    if told == "1 report":
        assert Report.model_validate_json((tmp_path / "out.json").read_text(encoding="utf-8"))


def test_a_wrong_variable_for_the_endpoint_is_named(cli: Cli, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_BASE_URL", "ftp://x/v1")
    ended = cli("run", articles / "dyke1.txt", "--model", "m")
    assert ended.code == 2
    assert "SUMMARIZER_BASE_URL" in ended.err


def test_a_cache_is_not_cleared_when_nobody_says_yes(python: list[str], tmp_path: Path) -> None:
    command = [*python, "-m", "summarizer", "cache", "clear", "--cache-dir", str(tmp_path)]
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1].startswith(b"summarizer: there was nobody to say yes")
    assert b"(add --yes)" in ended.stderr


@pytest.mark.parametrize(("asks", "told"), [("claims", False), ("speakers", True), ("auto", False)])
def test_what_a_model_is_asked_can_be_told(cli: Cli, articles: Path, asks: str, told: bool) -> None:
    ended = cli("prompt", articles / "dyke1.txt", "--model", "ollama/some-8b", "--asks", asks)
    default = cli("prompt", articles / "dyke1.txt", "--model", "ollama/some-1.5b")
    assert (ended.code, default.code) == (0, 0)
    assert (ended.out.replace("some-8b", "some-1.5b") == default.out) == told


@pytest.mark.parametrize("taken", ["failures.jsonl", "failures.jsonl.partial", "manifest.json"])
def test_a_folder_in_the_place_of_a_file_is_told_before_anything_is_asked(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer, taken: str
) -> None:
    (tmp_path / "out" / taken).mkdir(parents=True)
    for out in (f"{tmp_path}/out/", f"{tmp_path}/out/all.jsonl"):
        ended = cli("run", articles, "-q", "-o", out, *_model(server))
        assert ended.code == 2
        assert ended.err.count("\n") == 1
        assert f"out/{taken}: it is a folder" in ended.err
    assert server.seen.requests == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == [taken]


def test_a_manifest_that_cannot_be_written_is_told_before_anything_is_asked(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer
) -> None:
    (tmp_path / "file").write_bytes(b"")
    out = tmp_path / "out.json"
    for manifest, said in [(tmp_path / "file" / "m.json", "cannot make"), (tmp_path, "a folder"), (out, "replace")]:
        ended = cli("run", articles, "-q", "-o", out, "--manifest", manifest, *_model(server))
        assert ended.code == 2
        assert said in ended.err
        assert "name another --manifest" in ended.err
    assert server.seen.requests == 0


def test_a_folder_in_the_place_of_a_report_fails_that_article_alone(
    cli: Cli, articles: Path, tmp_path: Path, server: FaultServer
) -> None:
    out = tmp_path / "out"
    (out / "dyke2.json").mkdir(parents=True)
    ended = cli("run", articles, "-o", out, *_model(server))
    assert ended.code == 1
    assert sorted(path.name for path in out.glob("dyke*") if path.is_file()) == ["dyke1.json", "dyke3.json"]
    (row,) = (json.loads(line) for line in (out / "failures.jsonl").read_text().splitlines())
    assert (row["id"], row["error"]) == ("dyke2", "NameTakenError")
    assert "dyke2.json is a folder (rename the folder, or name another -o)" in ended.err
    assert server.seen.requests == 2
    assert Manifest.model_validate_json((out / "manifest.json").read_text()).status == "complete"
    (out / "dyke2.json").rmdir()
    assert cli("run", articles, "-o", out, "--retry-failed", *_model(server)).code == 0
    assert (out / "dyke2.json").is_file()
