"""Processes that use one cache know of each other."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from summarizer.running import cache_lock
from summarizer.running.cache_lock import SharedFolder, clear_dead_runs, clear_locks

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys; from pathlib import Path; from summarizer.running.cache_lock import SharedFolder
user = SharedFolder(Path(sys.argv[1])); user.announce(); print(user.run, flush=True); sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def _short_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_lock, "_WAIT", 0.05)


def test_nobody_is_alone_beside_another(tmp_path: Path) -> None:
    first = SharedFolder(tmp_path)
    with first.alone() as is_alone:
        assert is_alone
    second = SharedFolder(tmp_path)
    with first.alone() as is_alone:
        assert not is_alone
    second.close()
    with first.alone() as is_alone:
        assert is_alone
    first.close()


def test_a_killed_run_is_not_alive_and_its_file_goes(tmp_path: Path, python: list[str]) -> None:
    user = SharedFolder(tmp_path)
    with subprocess.Popen([*python, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        run = other.stdout.readline().decode().strip()
        clear_dead_runs(tmp_path, user)
        assert user.is_alive(run)
        with user.alone() as is_alone:
            assert not is_alone
        other.kill()
    assert not user.is_alive(run)
    assert [path.name for path in tmp_path.iterdir()] == ["cache.lock"]
    assert user.is_alive(user.run)
    assert not user.is_alive("../cache")
    user.close()


def test_a_run_that_has_ended_is_not_alive(tmp_path: Path) -> None:
    user, other = SharedFolder(tmp_path), SharedFolder(tmp_path)
    assert other.announce()
    assert user.is_alive(other.run)
    other.close()
    assert not user.is_alive(other.run)
    user.close()
    clear_locks(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_has_users_who_are_not_seen(tmp_path: Path) -> None:
    user = SharedFolder(tmp_path / "nowhere")
    assert not user.announce()
    with user.alone() as is_alone:
        assert not is_alone
    user.close()
