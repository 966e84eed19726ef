"""Reports reach a stream, a file or a folder, and an earlier file is replaced only when the run is over."""

from __future__ import annotations

import errno
import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.errors import CallError, OutputError
from summarizer.output.open_destination import open_destination
from tests.reports import quoted, report

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.output.destinations import Destination


ONE = report("The dyke held.", [quoted("The dyke held.", "The dyke held", "Ada", id="c1")], id="one")
TWO = report("The dyke broke.", [quoted("The dyke broke.", "The dyke broke", "Bo", id="c1")], id="two")


def open_at(out: Path | str | None, name: str | None = None, *, several: bool = True) -> Destination:
    return open_destination(None if out is None else str(out), name, several=several, stdout=io.BytesIO())


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_reports_of_one_id_get_a_file_each(tmp_path: Path) -> None:
    for _ in range(2):  # the names are the same in every run
        destination = open_at(f"{tmp_path}/")
        for id_ in ("weir", "weir", "Weir"):
            destination.write(report("The dyke held.", [], id=id_))
        assert len(list(tmp_path.iterdir())) == 3


def test_a_single_report_that_failed_leaves_standard_output_empty() -> None:
    stream = io.BytesIO()
    open_destination(None, None, several=False, stdout=stream).commit()
    assert stream.getvalue() == b""


@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x.csv", "x.md", "x.html"])
def test_a_file_gets_its_name_when_it_is_complete(tmp_path: Path, name: str) -> None:
    destination = open_at(tmp_path / name)
    destination.write(ONE)
    destination.write(TWO)
    assert names_in(tmp_path) == [f"{name}.partial"]
    destination.commit()
    assert names_in(tmp_path) == [name]
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert 0 < text.index("held") < text.index("broke")


def test_an_abandoned_file_leaves_the_earlier_file_unchanged(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("earlier\n")
    destination = open_at(tmp_path / "x.jsonl")
    destination.write(ONE)
    destination.abandon()
    assert (tmp_path / "x.jsonl").read_text() == "earlier\n"


def test_a_partial_file_left_by_a_killed_run_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl.partial").write_text('{"torn')
    destination = open_at(tmp_path / "x.jsonl")
    destination.write(ONE)
    destination.commit()
    lines = (tmp_path / "x.jsonl").read_text().splitlines()
    assert [json.loads(line)["article"]["id"] for line in lines] == ["one"]


def test_a_run_without_reports_writes_complete_documents(tmp_path: Path) -> None:
    for name in ("x.json", "x.jsonl", "x.csv", "x.html"):
        open_at(tmp_path / name).commit()
    assert json.loads((tmp_path / "x.json").read_text()) == []
    assert (tmp_path / "x.jsonl").read_text() == ""
    assert (tmp_path / "x.html").read_text().rstrip().endswith("</html>")


def test_a_folder_gets_one_file_per_article(tmp_path: Path) -> None:
    destination = open_at(f"{tmp_path}/deep/out/")
    destination.write(ONE)
    destination.write(TWO)
    assert names_in(tmp_path / "deep" / "out") == ["one.json", "two.json"]
    assert destination.place == tmp_path / "deep" / "out"


def test_a_symbolic_link_is_followed_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.jsonl").write_text("earlier\n")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    destination = open_at(tmp_path / "link.jsonl")
    destination.write(ONE)
    destination.commit()
    assert (tmp_path / "link.jsonl").is_symlink()
    assert "one" in (tmp_path / "real.jsonl").read_text()


def test_a_full_disk_is_an_output_error() -> None:
    destination = open_at("/dev/full")
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


@pytest.mark.parametrize(("name", "start"), [("sqlite", b"SQLite format 3\0"), ("parquet", b"PAR1")])
def test_what_a_broken_off_run_leaves_of_a_table_can_be_read(tmp_path: Path, name: str, start: bytes) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    destination = open_at(tmp_path / f"out.{name}")
    destination.write(report("The dyke held.\n"))
    destination.abandon()
    assert not (tmp_path / f"out.{name}").exists()
    assert (tmp_path / f"out.{name}.partial").read_bytes().startswith(start)


def test_a_table_whose_library_is_missing_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(CallError, match="pyarrow is not installed"):
        open_at(tmp_path / "new" / "claims.parquet")
    assert names_in(tmp_path) == []
