"""How the command line ends: wrong calls, bugs, closed streams."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--engine", "magic"], "'magic' is not one of"),
        (["--concurrency", "0"], "--concurrency: "),
        (["--concurrency", "many"], "Invalid value for '--concurrency'"),
        (
            ["--base-url", "ftp://x/v1", "--model", "m"],
            "--base-url (or SUMMARIZER_BASE_URL) is not an http or https address",
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


def test_a_missing_input_and_an_unknown_command_are_one_line(cli: Cli) -> None:
    assert cli("run") == (2, "", "summarizer: Missing argument 'INPUT'. (see `summarizer run --help`)\n")
    assert cli("runn").err == "summarizer: No such command 'runn'. Did you mean 'run'? (see `summarizer --help`)\n"


def test_an_input_without_a_command_is_run(cli: Cli, articles: Path) -> None:
    assert cli(articles / "dyke1.txt", "-q") == cli("run", articles / "dyke1.txt", "-q")


def test_a_bug_shows_its_traceback(monkeypatch: pytest.MonkeyPatch, articles: Path) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("summarizer.cli.running.find_articles", broken)
    from summarizer.cli import main  # noqa: PLC0415  beside what is broken

    with pytest.raises(ZeroDivisionError):
        main(["run", str(articles)])


def test_a_full_disk_is_one_line(python: list[str], articles: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123  a device
        command = [*python, "-m", "summarizer", "run", str(articles), "-q"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith(b"summarizer: standard output: cannot write: No space left on device (")
    assert ended.stderr.count(b"\n") == 1


def test_a_reader_that_closes_the_pipe_causes_no_error_line(python: list[str], articles: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [*python, "-m", "summarizer", "run", str(articles), "-q"]
    ended = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (ended.returncode, ended.stderr) == (1, b"")


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        ('"$0" -m summarizer run - <&-', 1, "standard input: there is nothing in it"),
        ('"$0" -m summarizer run "$1" >&-', 2, "standard output is closed"),
        ('"$0" -m summarizer run "$1" -o "$2" >&-', 0, "1 report"),
        ('"$0" -m summarizer run "$1" 2>&-', 0, ""),
    ],
)
def test_a_closed_standard_stream_is_handled(
    articles: Path, tmp_path: Path, command: str, code: int, told: str
) -> None:
    line = ["sh", "-c", command, sys.executable, articles / "dyke1.txt", tmp_path / "out.json"]
    ended = subprocess.run(line, check=False, capture_output=True, text=True, timeout=60)
    assert ended.returncode == code
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr
    if told == "1 report":
        assert Report.model_validate_json((tmp_path / "out.json").read_text(encoding="utf-8"))
