"""After `kill -9` at any moment, the same command completes the batch and repeats few requests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from benchmarks.batch_corpus import write
from tests.fault_server import FaultServer, Plan

if TYPE_CHECKING:
    from pathlib import Path

COUNT = 60
CONCURRENCY = 8


def command(server: FaultServer, folder: Path) -> list[str]:
    return [
        sys.executable, "-m", "summarizer", "run", str(folder / "corpus.jsonl"), "-o", str(folder / "out.jsonl"),
        "--model", "m", "--base-url", server.base_url, "--concurrency", str(CONCURRENCY), "--quiet",
        "--cache-dir", str(folder / "cache"),
    ]  # fmt: skip


@pytest.mark.parametrize("moment", [1, 17, 42])
def test_a_killed_run_is_completed_by_the_same_command(moment: int, tmp_path: Path) -> None:
    write(COUNT, tmp_path / "corpus.jsonl")
    environ = {**os.environ, "OPENAI_API_KEY": "none"}
    with FaultServer(Plan(latency=0.05, jitter=0.05)) as server:
        with subprocess.Popen(command(server, tmp_path), env=environ) as process:
            assert server.wait_for_requests(moment)
            assert process.poll() is None, "the run ended before it was killed"
            process.kill()
        again = subprocess.run(command(server, tmp_path), env=environ, check=True, capture_output=True)
        requests = server.seen.requests
    ids = [json.loads(line)["article"]["id"] for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert ids == [f"a{number:05d}" for number in range(COUNT)]
    assert COUNT <= requests <= COUNT + CONCURRENCY
    assert again.stdout == b""
