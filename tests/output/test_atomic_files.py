"""A file is complete or not there."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.errors import CallError, OutputError
from summarizer.output.atomic_files import PartialFile, to_bytes, write_whole

if TYPE_CHECKING:
    from pathlib import Path


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
    file = PartialFile(tmp_path / "x.jsonl")
    file.write(b"half")
    file.discard()
    assert list(tmp_path.iterdir()) == []


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
