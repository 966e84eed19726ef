"""`summarizer cache`."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from tests.cli.commands import model_options

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome
    from tests.fault_server import FaultServer

    Cli = Callable[..., Outcome]


def test_a_cache_is_not_cleared_when_nobody_can_be_asked(python: list[str], tmp_path: Path) -> None:
    command = [*python, "-m", "summarizer", "cache", "clear", "--cache-dir", str(tmp_path)]
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1].startswith(b"summarizer: nobody could be asked")
    assert b"(add --yes)" in ended.stderr


def test_the_cache_is_counted_and_cleared(cli: Cli, articles: Path, tmp_path: Path, server: FaultServer) -> None:
    assert "answers  0" in cli("cache", "stats").out
    assert not (tmp_path / "cache").exists()
    cli("run", articles, *model_options(server))
    stats = cli("cache", "stats").out
    assert "answers  3" in stats
    assert "reports  3" in stats
    assert cli("cache", "clear", "--yes").code == 0
    assert "answers  0" in cli("cache", "stats").out
