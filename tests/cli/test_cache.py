"""`summarizer cache`."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]


def test_a_cache_is_not_cleared_when_nobody_can_be_asked(python: list[str], tmp_path: Path) -> None:
    command = [*python, "-m", "summarizer", "cache", "clear", "--cache-dir", str(tmp_path)]
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1].startswith(b"summarizer: nobody could be asked")
    assert b"(add --yes)" in ended.stderr
