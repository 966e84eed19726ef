"""Where reports go, and that a file is whole or not there."""

from __future__ import annotations

import errno
import io
import json
import os
import stat
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.contract.errors import CallError, OutputError
from summarizer.contract.failure import Failure
from summarizer.output.destinations import FailureLog, PartialFile, file_name, open_destination, write_whole
from tests.reports import quoted, report

if TYPE_CHECKING:
    from summarizer.output.destinations import Destination

ONE = report("The dyke held.", [quoted("The dyke held.", "The dyke held", "Ada", id="c1")], id="one")
TWO = report("The dyke broke.", [quoted("The dyke broke.", "The dyke broke", "Bo", id="c1")], id="two")


def _open(out: Path | str | None, name: str | None = None, *, several: bool = True) -> Destination:
    return open_destination(None if out is None else str(out), name, several=several, stdout=io.BytesIO())


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("name", "several", "begin"),
    [
        (None, False, b'{\n  "schema'),
        (None, True, b'{"schema'),
        ("json", True, b'[\n{\n  "schema'),
        ("csv", True, b"article_id,"),
    ],
)
def test_standard_output_is_json_for_one_and_jsonl_for_several(name: str | None, several: bool, begin: bytes) -> None:
    stream = io.BytesIO()
    destination = open_destination(None, name, several=several, stdout=stream)
    destination.write(ONE)
    destination.commit()
    assert stream.getvalue().startswith(begin)
    assert stream.getvalue().endswith(b"\n")
    assert destination.place is None


def test_a_single_report_that_failed_leaves_standard_output_empty() -> None:
    stream = io.BytesIO()
    open_destination(None, None, several=False, stdout=stream).commit()
    assert stream.getvalue() == b""


@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x.csv", "x.md", "x.html"])
def test_a_file_gets_its_name_when_it_is_complete(tmp_path: Path, name: str) -> None:
    destination = _open(tmp_path / name)
    destination.write(ONE)
    destination.write(TWO)
    assert _names(tmp_path) == [f"{name}.partial"]
    destination.commit()
    assert _names(tmp_path) == [name]
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert 0 < text.index("held") < text.index("broke")


def test_an_abandoned_file_leaves_the_earlier_file_unchanged(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("earlier\n")
    destination = _open(tmp_path / "x.jsonl")
    destination.write(ONE)
    destination.abandon()
    assert (tmp_path / "x.jsonl").read_text() == "earlier\n"


def test_a_partial_file_left_by_a_killed_run_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl.partial").write_text('{"torn')
    destination = _open(tmp_path / "x.jsonl")
    destination.write(ONE)
    destination.commit()
    lines = (tmp_path / "x.jsonl").read_text().splitlines()
    assert [json.loads(line)["article"]["id"] for line in lines] == ["one"]


def test_a_run_without_reports_writes_complete_documents(tmp_path: Path) -> None:
    for name in ("x.json", "x.jsonl", "x.csv", "x.html"):
        _open(tmp_path / name).commit()
    assert json.loads((tmp_path / "x.json").read_text()) == []
    assert (tmp_path / "x.jsonl").read_text() == ""
    assert (tmp_path / "x.html").read_text().rstrip().endswith("</html>")


def test_a_single_report_that_failed_leaves_no_json_file(tmp_path: Path) -> None:
    _open(tmp_path / "x.json", several=False).commit()
    assert _names(tmp_path) == []


def test_a_folder_gets_one_file_per_article(tmp_path: Path) -> None:
    destination = _open(f"{tmp_path}/deep/out/")
    destination.write(ONE)
    destination.write(TWO)
    assert _names(tmp_path / "deep" / "out") == ["one.json", "two.json"]
    assert destination.place == tmp_path / "deep" / "out"


@pytest.mark.parametrize(
    ("name", "suffix"), [("markdown", ".md"), ("html", ".html"), ("csv", ".csv"), ("jsonl", ".jsonl")]
)
def test_a_folder_takes_any_format(tmp_path: Path, name: str, suffix: str) -> None:
    _open(tmp_path, name).write(ONE)
    assert _names(tmp_path) == [f"one{suffix}"]


def test_two_runs_into_one_file_are_refused(tmp_path: Path) -> None:
    first = _open(tmp_path / "x.jsonl")
    first.write(ONE)
    with pytest.raises(CallError, match="another run is writing it"):
        _open(tmp_path / "x.jsonl")
    first.commit()
    assert (tmp_path / "x.jsonl").read_text().count("\n") == 1


def test_a_symbolic_link_is_followed_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_text("earlier\n")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    destination = _open(tmp_path / "link.jsonl")
    destination.write(ONE)
    destination.commit()
    assert (tmp_path / "link.jsonl").is_symlink()
    assert "one" in (tmp_path / "real.jsonl").read_text()


def test_a_device_is_written_to_directly() -> None:
    destination = _open("/dev/null")
    destination.write(ONE)
    destination.commit()
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_full_disk_is_an_output_error() -> None:
    destination = _open("/dev/full")
    with pytest.raises(OutputError, match="No space left on device") as raised:
        destination.write(ONE)
    assert "free some space" in raised.value.hint
    destination.abandon()


def test_a_broken_pipe_is_raised_unchanged() -> None:
    class Gone(io.BytesIO):
        def write(self, data: object) -> int:  # noqa: ARG002  a stream's signature
            raise BrokenPipeError(errno.EPIPE, "gone")

    destination = open_destination(None, None, several=True, stdout=Gone())
    with pytest.raises(BrokenPipeError):
        destination.write(ONE)


@pytest.mark.parametrize("name", ["x", "x.txt", "x.tar.gz"])
def test_a_name_without_a_known_suffix_is_a_call_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(CallError, match="cannot tell the format"):
        _open(tmp_path / name)
    assert _names(tmp_path) == []


def test_the_format_can_be_given_apart_from_the_name(tmp_path: Path) -> None:
    destination = _open(tmp_path / "x.txt", "markdown")
    destination.write(ONE)
    destination.commit()
    assert (tmp_path / "x.txt").read_text().startswith("# Dyke holds")


def test_a_file_where_a_folder_should_be_is_a_call_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CallError, match="cannot make the folder"):
        _open(f"{tmp_path}/file/sub/")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_a_call_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CallError, match="cannot write into the folder"):
        _open(tmp_path / "x.jsonl")


def test_write_whole_leaves_nothing_behind_when_it_fails(tmp_path: Path) -> None:
    (tmp_path / "x.json").mkdir()
    with pytest.raises(OutputError):
        write_whole(tmp_path / "x.json", b"{}")
    assert _names(tmp_path) == ["x.json"]


@given(st.text(min_size=1, max_size=300), st.text(min_size=1, max_size=300))
def test_different_ids_never_share_a_file_name(first: str, second: str) -> None:
    names = [file_name(one, ".json") for one in (first, second)]
    assert (names[0] == names[1]) == (first == second)
    for name in names:
        assert Path(name).name == name
        assert len(name.encode()) <= 240
        assert not name.startswith(".")


def test_an_id_cannot_be_chosen_to_get_the_file_name_of_another() -> None:
    assert file_name(file_name("a/b", ""), "") != file_name("a/b", "")


@pytest.mark.parametrize("taken", ["failures", "manifest", "Manifest"])
def test_a_report_never_gets_the_name_of_the_manifest_or_the_failures(taken: str) -> None:
    assert file_name(taken, ".json").casefold() not in {"failures.json", "manifest.json"}


def _failure(name: str) -> Failure:
    return Failure(id=name, error="EmptyAnswerError", message="the answer has no content", attempts=2)


def test_failures_are_rows_of_a_file_beside_the_output(tmp_path: Path) -> None:
    log = FailureLog.beside(_open(tmp_path))
    log.write(_failure("a"))
    log.write(_failure("b"))
    log.commit()
    rows = [json.loads(line) for line in (tmp_path / "failures.jsonl").read_text().splitlines()]
    assert [row["id"] for row in rows] == ["a", "b"]
    assert rows[0]["error"] == "EmptyAnswerError"


def test_a_failure_with_a_lone_surrogate_can_be_written(tmp_path: Path) -> None:
    log = FailureLog(tmp_path)
    log.write(_failure("a").model_copy(update={"path": "\udcff.txt"}))
    log.commit()
    assert json.loads((tmp_path / "failures.jsonl").read_text())["path"] == "\udcff.txt"


def test_a_run_without_failures_removes_the_failures_of_an_earlier_run(tmp_path: Path) -> None:
    (tmp_path / "failures.jsonl").write_text("{}\n")
    (tmp_path / "failures.jsonl.partial").write_text("{}\n")
    FailureLog(tmp_path).commit()
    assert _names(tmp_path) == []


def test_an_abandoned_run_keeps_the_failures_of_an_earlier_run(tmp_path: Path) -> None:
    (tmp_path / "failures.jsonl").write_text("earlier\n")
    log = FailureLog(tmp_path)
    log.write(_failure("a"))
    log.abandon()
    assert (tmp_path / "failures.jsonl").read_text() == "earlier\n"


def test_a_killed_run_leaves_no_lock(tmp_path: Path, python: list[str]) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from summarizer.output.destinations import PartialFile\n"
        "PartialFile(Path(sys.argv[1])).write(b'half'); os.kill(os.getpid(), signal.SIGKILL)"
    )
    ended = subprocess.run([*python, "-c", code, str(tmp_path / "x.jsonl")], check=False)
    assert ended.returncode == -9
    file = PartialFile(tmp_path / "x.jsonl")
    file.write(b"whole\n")
    file.commit()
    assert (tmp_path / "x.jsonl").read_bytes() == b"whole\n"


@pytest.mark.parametrize("out", ["", "x" * 300 + ".json", "x" * 300 + "/"])
def test_an_impossible_file_name_is_a_call_error(tmp_path, monkeypatch, out):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CallError) as caught:
        open_destination(out, None, several=False, stdout=io.BytesIO())
    assert caught.value.hint
    assert not list(tmp_path.iterdir())
