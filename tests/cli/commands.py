"""Helpers for the tests of commands."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome
    from tests.fault_server import FaultServer

    Cli = Callable[..., Outcome]


def article_text(number: int) -> str:
    return f"Dyke {number} holds\n\n“Dyke number {number} held all night,” warden Ada Kroon said on Monday.\n"


def model_options(server: FaultServer) -> list[str]:
    return ["--model", "fault-model", "--base-url", server.base_url]


def report_ids(path: Path) -> list[str]:
    return [json.loads(line)["article"]["id"] for line in path.read_text(encoding="utf-8").splitlines()]


def start(python: list[str], *arguments: object) -> subprocess.Popen[bytes]:
    command = [*python, "-m", "summarizer", "run", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_until(condition: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    while not condition():
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.02)


def wait_for_words(process: subprocess.Popen[bytes], words: bytes) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        if words in line:
            return
    pytest.fail("it ended without saying so")
