"""A run opens no more connections than the system lets it, and says so before anything is paid."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from benchmarks.batch_corpus import write
from summarizer.running.open_files import connections_for
from tests.fault_server import FaultServer, Plan

if TYPE_CHECKING:
    from pathlib import Path


def test_where_there_is_room_it_is_taken() -> None:
    assert connections_for(4) == 4


def limited(python: list[str], number: int, code: str) -> subprocess.CompletedProcess[bytes]:
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_NOFILE, ({number}, {number}))\n"
    return subprocess.run([*python, "-c", limit + code], capture_output=True, check=False)


def test_a_limit_that_cannot_be_raised_lowers_the_number(python: list[str]) -> None:
    code = "from summarizer.running.open_files import connections_for; print(connections_for(64))"
    told = limited(python, 64, code)
    assert 0 < int(told.stdout) < 64
    refused = limited(python, 26, code)
    assert b"too few for a connection" in refused.stderr


def test_a_limit_that_can_be_raised_is_raised(python: list[str]) -> None:
    resource = pytest.importorskip("resource")
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    code = f"""
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (64, {hard}))
from summarizer.running.open_files import connections_for
print(connections_for(64))
"""
    told = subprocess.run([*python, "-c", code], capture_output=True, check=True)
    assert int(told.stdout) == 64


def test_a_run_with_few_files_and_many_connections_comes_to_its_end(python: list[str], tmp_path: Path) -> None:
    corpus = write(80, tmp_path / "corpus.jsonl")
    with FaultServer(Plan(latency=0.05)) as server:
        arguments = ["run", str(corpus), "-o", str(tmp_path / "out.jsonl"), "--model", "m", "--concurrency", "64"]
        arguments += ["--base-url", server.base_url, "--cache-dir", str(tmp_path / "cache")]
        told = limited(python, 64, f"from summarizer.cli import main; main({arguments!r})")
        assert told.returncode == 0, told.stderr
        assert b"connections and not 64: the system lets this process open 64 files (ulimit -n)" in told.stderr
        assert server.seen.requests == 80
    assert len([json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]) == 80
