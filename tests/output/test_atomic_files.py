"""A file is complete or not there."""

from __future__ import annotations

import os
import stat
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.errors import CallError, OutputError
from summarizer.output.atomic_files import PartialFile, clear_left_over, to_bytes, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable


def test_write_whole_leaves_nothing_behind_when_it_fails(tmp_path: Path) -> None:
    (tmp_path / "x.json").mkdir()
    with pytest.raises(OutputError):
        write_whole(tmp_path / "x.json", b"{}")
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]


def test_a_committed_file_replaces_the_earlier_one_in_one_step(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("earlier\n")
    file = PartialFile(path)
    file.write(b"new\n")
    assert path.read_text() == "earlier\n"
    file.commit()
    assert (path.read_text(), list(tmp_path.iterdir())) == ("new\n", [path])


@pytest.mark.parametrize(("written", "kept"), [(b"half", ["x.jsonl", "x.jsonl.partial"]), (b"", ["x.jsonl"])])
def test_an_abandoned_file_is_kept_under_its_partial_name(tmp_path: Path, written: bytes, kept: list[str]) -> None:
    (tmp_path / "x.jsonl").write_text("earlier\n")
    file = PartialFile(tmp_path / "x.jsonl")
    file.write(written)
    file.abandon()
    assert sorted(path.name for path in tmp_path.iterdir()) == kept
    assert (tmp_path / "x.jsonl").read_text() == "earlier\n"


def test_a_discarded_file_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("earlier")
    file = PartialFile(tmp_path / "x.jsonl")
    file.write(b"half")
    file.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_partial_file_of_an_earlier_run_is_kept_until_something_is_written(tmp_path: Path) -> None:
    partial = tmp_path / "x.jsonl.partial"
    partial.write_bytes(b"half of an earlier run")
    PartialFile(tmp_path / "x.jsonl").abandon()
    assert partial.read_bytes() == b"half of an earlier run"
    file = PartialFile(tmp_path / "x.jsonl")
    file.write(b"new")
    file.abandon()
    assert partial.read_bytes() == b"new"


@pytest.mark.parametrize("plant", [Path.symlink_to, Path.hardlink_to])
def test_a_link_planted_under_the_partial_name_is_not_written_through(
    tmp_path: Path, plant: Callable[[Path, Path], None]
) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_bytes(b"mine")
    plant(tmp_path / "x.jsonl.partial", victim)
    plant(tmp_path / f".y.json.{os.getpid()}.partial", victim)
    file = PartialFile(tmp_path / "x.jsonl")
    file.write(b"new")
    file.commit()
    write_whole(tmp_path / "y.json", b"{}")
    assert victim.read_bytes() == b"mine"
    assert (tmp_path / "x.jsonl").read_bytes() == b"new"
    assert (tmp_path / "y.json").read_bytes() == b"{}"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["victim.txt", "x.jsonl", "y.json"]


def test_a_pipe_under_the_partial_name_is_an_error_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.jsonl.partial")
    with pytest.raises(OutputError, match="cannot write"):
        PartialFile(tmp_path / "x.jsonl")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_keeps_the_mode_of_the_one_that_it_replaces(tmp_path: Path, mode: int) -> None:
    for name in ("x.jsonl", "y.json"):
        (tmp_path / name).write_bytes(b"earlier")
        (tmp_path / name).chmod(mode)
    file = PartialFile(tmp_path / "x.jsonl")
    file.write(b"new")
    file.commit()
    write_whole(tmp_path / "y.json", b"{}")
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("x.jsonl", "y.json")}
    assert modes == {mode}


def test_what_is_written_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def note_sync(number: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(number).st_mode) else "file")
        sync(number)

    def note_replace(self: Path, target: Path) -> Path:
        steps.append("name")
        return replace(self, target)

    monkeypatch.setattr(os, "fsync", note_sync)
    monkeypatch.setattr(Path, "replace", note_replace)
    file = PartialFile(tmp_path / "x.jsonl")
    file.write(b"new")
    file.commit()
    write_whole(tmp_path / "y.json", b"{}")
    assert steps == ["file", "name", "folder", "file", "name"]


def test_the_next_run_clears_what_killed_runs_left_and_not_what_is_being_written(
    tmp_path: Path, python: list[str]
) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from summarizer.output import atomic_files\n"
        "os.fsync = lambda number: os.kill(os.getpid(), signal.SIGKILL)\n"
        "atomic_files.write_whole(Path(sys.argv[1]), b'half')"
    )
    ended = subprocess.run([*python, "-c", code, str(tmp_path / "x.json")], check=False)
    assert ended.returncode == -9
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".x.json.")
    live = PartialFile(tmp_path / "y.json", partial_name=".y.json.1.partial")
    live.write(b"live")
    (tmp_path / ".mine.partial").write_bytes(b"not of this kind")
    clear_left_over(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".mine.partial", ".y.json.1.partial"]
    live.commit()


def test_a_file_that_another_run_is_writing_is_a_call_error(tmp_path: Path) -> None:
    first = PartialFile(tmp_path / "x.jsonl")
    with pytest.raises(CallError, match="another run is writing this file"):
        PartialFile(tmp_path / "x.jsonl")
    first.abandon()


def test_a_lone_surrogate_is_written_as_an_escape() -> None:
    assert to_bytes("é\udc80") == b"\xc3\xa9\\udc80"


def test_a_killed_run_leaves_no_lock(tmp_path: Path, python: list[str]) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from summarizer.output.atomic_files import PartialFile\n"
        "PartialFile(Path(sys.argv[1])).write(b'half'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    ended = subprocess.run([*python, "-c", code, str(tmp_path / "x.jsonl")], check=False)
    assert ended.returncode == -9
    file = PartialFile(tmp_path / "x.jsonl")
    file.write(b"whole\n")
    file.commit()
    assert (tmp_path / "x.jsonl").read_bytes() == b"whole\n"
