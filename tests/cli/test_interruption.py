"""An interrupted or killed run: what is finished, what is said, and how to go on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.manifest import Manifest
from tests.cli.commands import article_text, model_options, report_ids, start, wait_for_words, wait_until
from tests.fault_server import FaultServer, Plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_the_first_signal_waits_for_what_is_in_flight(
    python: list[str], articles: Path, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("whoever started the tests has this signal ignored, and so has what they start")
    out = tmp_path / "out.jsonl"
    with FaultServer(Plan(latency=0.5)) as server:
        process = start(python, articles, "-o", out, "--concurrency", "1", *model_options(server))
        assert server.wait_for_requests(2)
        process.send_signal(number)
        said = process.communicate(timeout=30)[1].decode()
    assert process.returncode == code
    assert "stopping: waiting for what is in flight" in said
    assert "interrupted; run the same command again to go on" in said
    assert "summarizer: 2 reports, 0 failures, 2 requests, " in said
    assert not out.exists()
    assert (tmp_path / "out.jsonl.partial").read_text().count("\n") == 2
    manifest = Manifest.model_validate_json((tmp_path / "manifest.json").read_text())
    assert (manifest.status, manifest.out, manifest.calls.attempts) == ("interrupted", "left", 2)


def test_a_signal_that_is_ignored_stays_ignored(python: list[str], articles: Path, tmp_path: Path) -> None:
    with FaultServer(Plan(latency=0.3)) as server:
        options = ("-o", str(tmp_path / "out.jsonl"), "--concurrency", "1", *model_options(server))
        # As nohup does it.
        command = [
            "sh",
            "-c",
            'trap "" HUP; exec "$@"',
            "sh",
            *python,
            "-m",
            "summarizer",
            "run",
            str(articles),
            *options,
        ]
        process = subprocess.Popen(command, stderr=subprocess.PIPE)
        assert server.wait_for_requests(1)
        process.send_signal(signal.SIGHUP)
        process.communicate(timeout=30)
    assert process.returncode == 0
    assert report_ids(tmp_path / "out.jsonl") == ["dyke1", "dyke2", "dyke3"]


def test_a_terminal_that_is_closed_ends_the_run_as_a_signal_does(
    python: list[str], articles: Path, tmp_path: Path
) -> None:
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        pytest.skip("whoever started the tests has this signal ignored, and so has what they start")
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    with FaultServer(Plan(latency=0.5)) as server:
        options = ("-o", str(tmp_path / "out.jsonl"), "--concurrency", "1", *model_options(server))
        command = [*python, "-m", "summarizer", "run", str(articles), *options]
        process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        assert server.wait_for_requests(2)
        os.close(ours)
        process.send_signal(signal.SIGHUP)
        assert process.wait(30) == 129
    assert (tmp_path / "out.jsonl.partial").read_text().count("\n") == 2
    assert Manifest.model_validate_json((tmp_path / "manifest.json").read_text()).status == "interrupted"


def test_the_second_interrupt_does_not_wait(python: list[str], articles: Path, tmp_path: Path) -> None:
    with FaultServer(Plan(latency=60.0)) as server:
        process = start(python, articles, "-o", tmp_path / "out.jsonl", "-vv", *model_options(server))
        wait_until(lambda: server.seen.in_flight == 3, process)
        process.send_signal(signal.SIGINT)
        wait_for_words(process, b"press Ctrl-C again")
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[1].decode()
    assert process.returncode == 130
    assert "Traceback" not in said
    assert "interrupted; run the same command again to go on: what was answered is not asked for again" in said


def test_an_interrupted_run_without_a_cache_does_not_promise_kept_answers(
    python: list[str], articles: Path, tmp_path: Path
) -> None:
    with FaultServer(Plan(latency=0.5)) as server:
        options = ("--concurrency", "1", "--no-cache", *model_options(server))
        process = start(python, articles, "-o", tmp_path / "out.jsonl", *options)
        assert server.wait_for_requests(2)
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[1].decode()
    assert said.endswith("interrupted; run the same command again to go on\n")


def test_a_killed_run_is_completed_by_the_same_command(
    cli: Cli, python: list[str], articles: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.jsonl"
    with FaultServer(Plan(latency=0.5)) as server:
        process = start(python, articles, "-o", out, "--concurrency", "1", *model_options(server))
        assert server.wait_for_requests(2)
        process.kill()
        process.communicate(timeout=30)
        assert not out.exists()
        ended = cli("run", articles, "-o", out, *model_options(server))
    assert ended.code == 0
    assert report_ids(out) == ["dyke1", "dyke2", "dyke3"]
    assert "(1 cached)" in ended.err.splitlines()[-1]
    assert sorted(path.name for path in tmp_path.glob("out*")) == ["out.jsonl"]


def rows_by_rules(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    rows = [{"id": f"dyke{number}", "text": article_text(number) * 20} for number in range(3000)]
    path.write_text("\n".join(map(json.dumps, rows)))
    return path


def children(process: subprocess.Popen[bytes]) -> list[int]:
    threads = Path(f"/proc/{process.pid}/task").glob("*/children")
    return [int(number) for one in threads for number in one.read_text().split()]


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="a system that does not list a process's children")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_the_processes_end_with_the_run(python: list[str], tmp_path: Path, number: signal.Signals, code: int) -> None:
    out = tmp_path / "out.jsonl"
    process = start(python, rows_by_rules(tmp_path), "-o", out, "--engine", "extractive", "--workers", "2")
    partial = tmp_path / "out.jsonl.partial"
    wait_until(lambda: len(children(process)) == 2 and partial.exists() and partial.stat().st_size > 0, process)
    process.send_signal(number)
    said = process.communicate(timeout=60)[1].decode()  # it ends when no process holds standard error any more
    assert process.returncode == code
    assert not out.exists()
    if number == signal.SIGTERM:
        assert "Traceback" not in said
        manifest = Manifest.model_validate_json((tmp_path / "manifest.json").read_text())
        assert manifest.status == "interrupted"
        assert report_ids(partial) == [f"dyke{number}" for number in range(manifest.outcomes.reports)]
