"""`summarizer run --batch` and `summarizer batch`: interrupted, killed, looked at, cancelled, gone on with."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from benchmarks.batch_corpus import write
from tests.batch_server import BatchPlan, BatchServer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]

COUNT = 6


def arguments(server: BatchServer, folder: Path) -> list[str]:
    return [
        "run", str(folder / "corpus.jsonl"), "-o", str(folder / "out.jsonl"), "--batch",
        "--model", "m", "--base-url", server.base_url, "--cache-dir", str(folder / "cache"),
    ]  # fmt: skip


def wait_for(condition: Callable[[], object], seconds: float = 60.0) -> bool:
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(0.02)
    return bool(condition())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_ended_while_its_batch_goes_on_is_gone_on_with(
    number: signal.Signals, tmp_path: Path, cli: Cli
) -> None:
    write(COUNT, tmp_path / "corpus.jsonl")
    cache = ("--cache-dir", tmp_path / "cache")
    with BatchServer(BatchPlan(seconds=1000)) as server:
        command = [sys.executable, "-m", "summarizer", *arguments(server, tmp_path)]
        process = subprocess.Popen(command, env=os.environ, stderr=subprocess.PIPE)
        assert wait_for(lambda: server.batches)
        process.send_signal(number)
        said = process.communicate(timeout=60)[1].decode()
        if number == signal.SIGINT:
            assert process.returncode == 130
            assert "batches go on at the service: run the same command again" in said
        looked = cli("batch", "status", *cache)
        assert looked.code == 0
        assert "batch_0  validating  0 of 6 answered, 0 failed  m  since " in looked.out
        server.batch_plan.seconds = 0.0
        ended = cli(*arguments(server, tmp_path))
        assert (ended.code, len((tmp_path / "out.jsonl").read_text().splitlines())) == (0, COUNT)
        assert (len(server.batches), set(server.paid.values())) == (1, {1})
        assert "batch_0  completed, fetched  6 of 6 answered" in cli("batch", "status", *cache).out


def test_what_cannot_be_done_about_batches_is_said(tmp_path: Path, cli: Cli) -> None:
    nothing = cli("batch", "status", "--cache-dir", tmp_path)
    assert (nothing.code, "there is no cache, and so no batch" in nothing.err) == (2, True)
    write(1, tmp_path / "corpus.jsonl")
    assert cli("run", tmp_path / "corpus.jsonl", "--engine", "extractive", "--cache-dir", tmp_path).code == 0
    with BatchServer() as server:
        assert cli(*arguments(server, tmp_path)).code == 0
    cache = ("--cache-dir", tmp_path / "cache")
    assert "no batch that is not fetched yet" in cli("batch", "fetch", *cache).err
    assert "no batch that is not fetched yet" in cli("batch", "cancel", *cache).err
