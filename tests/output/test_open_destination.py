"""Where results go follows from -o, --format and the number of articles, and is checked before anything is paid for."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.errors import CallError
from summarizer.output.open_destination import check_side_files, open_destination
from tests.reports import quoted, report

if TYPE_CHECKING:
    from summarizer.output.destinations import Destination


ONE = report("The dyke held.", [quoted("The dyke held.", "The dyke held", "Ada", id="c1")], id="one")
TWO = report("The dyke broke.", [quoted("The dyke broke.", "The dyke broke", "Bo", id="c1")], id="two")


def open_at(out: Path | str | None, name: str | None = None, *, several: bool = True) -> Destination:
    return open_destination(None if out is None else str(out), name, several=several, stdout=io.BytesIO())


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(("name", "several"), [("x.txt", False), ("x.txt", True), ("x.tar.gz", True)])
def test_a_name_without_a_known_suffix_is_a_call_error(tmp_path: Path, name: str, several: bool) -> None:
    with pytest.raises(CallError, match="cannot tell the format"):
        open_at(tmp_path / name, several=several)
    assert names_in(tmp_path) == []


@pytest.mark.parametrize("several", [True, False])
def test_a_new_name_without_a_suffix_is_a_folder(tmp_path: Path, several: bool) -> None:
    open_at(tmp_path / "x", several=several).write(ONE)
    assert names_in(tmp_path / "x") == ["one.json"]
    (tmp_path / "file").write_text("mine")
    with pytest.raises(CallError, match="cannot tell the format"):
        open_at(tmp_path / "file")


@pytest.mark.parametrize("name", ["new/in/", "new/in/x.jsonl"])
def test_folders_that_were_made_for_nothing_do_not_stay(tmp_path: Path, name: str) -> None:
    open_at(f"{tmp_path}/{name}").abandon()
    assert names_in(tmp_path) == []
    (tmp_path / "new").mkdir()
    open_at(f"{tmp_path}/{name}").abandon()
    assert names_in(tmp_path) == ["new"]


def test_the_format_can_be_given_apart_from_the_name(tmp_path: Path) -> None:
    destination = open_at(tmp_path / "x.txt", "markdown")
    destination.write(ONE)
    destination.commit()
    assert (tmp_path / "x.txt").read_text().startswith("# Dyke holds")


def test_a_file_where_a_folder_should_be_is_a_call_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CallError, match="cannot make the folder"):
        open_at(f"{tmp_path}/file/sub/")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_a_call_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CallError, match="cannot write into the folder"):
        open_at(tmp_path / "x.jsonl")


@pytest.mark.parametrize("out", ["", "x" * 300 + ".json", "x" * 300 + "/"])
def test_an_impossible_file_name_is_a_call_error(tmp_path, monkeypatch, out):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(CallError) as caught:
        open_destination(out, None, several=False, stdout=io.BytesIO())
    assert caught.value.hint
    assert not list(tmp_path.iterdir())


def test_a_device_is_written_to_directly() -> None:
    destination = open_at("/dev/null")
    destination.write(ONE)
    destination.commit()
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


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


def test_two_runs_into_one_file_are_refused(tmp_path: Path) -> None:
    first = open_at(tmp_path / "x.jsonl")
    first.write(ONE)
    with pytest.raises(CallError, match="another run is writing this file"):
        open_at(tmp_path / "x.jsonl")
    first.commit()
    assert (tmp_path / "x.jsonl").read_text().count("\n") == 1


@pytest.mark.parametrize(
    ("name", "suffix"), [("markdown", ".md"), ("html", ".html"), ("csv", ".csv"), ("jsonl", ".jsonl")]
)
def test_a_folder_takes_any_format(tmp_path: Path, name: str, suffix: str) -> None:
    open_at(tmp_path, name).write(ONE)
    assert names_in(tmp_path) == [f"one{suffix}"]


@pytest.mark.parametrize(
    ("folder", "manifest", "message"),
    [
        ("failures.jsonl", None, "a folder where a file must be written"),
        ("manifest.json", None, "a folder where a file must be written"),
        ("other.json", "other.json", "a folder where a file must be written"),
        (None, "out.jsonl", "would replace the results"),
        (None, "failures.jsonl", "would replace the results"),
    ],
)
def test_side_files_that_cannot_be_written_are_a_call_error(
    tmp_path: Path, folder: str | None, manifest: str | None, message: str
) -> None:
    if folder is not None:
        (tmp_path / folder).mkdir()
    path = tmp_path / manifest if manifest is not None else None
    with pytest.raises(CallError, match=message) as caught:
        check_side_files(tmp_path, str(tmp_path / "out.jsonl"), path)
    assert caught.value.hint


def test_side_files_that_can_be_written_pass(tmp_path: Path) -> None:
    check_side_files(tmp_path, str(tmp_path / "out.jsonl"), tmp_path / "deep" / "manifest.json")
    check_side_files(None, None, None)
    assert [path.name for path in tmp_path.iterdir()] == ["deep"]
