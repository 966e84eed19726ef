"""What a command says of the reports that it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.cli.saved_reports import SavedReports
from summarizer.contract.errors import CallError
from tests.reports import report

if TYPE_CHECKING:
    from pathlib import Path


def _line(name: str) -> str:
    return report("The dyke held.\n", id=name).model_dump_json(by_alias=True) + "\n"


def test_what_is_read_and_what_is_none_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(_line("a") + "{}\n" * 25 + _line("b"))
    saved = SavedReports([str(path)])
    assert [one.article.id for one in saved] == ["a", "b"]
    assert (saved.read, saved.failed) == (2, 25)
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 21
    assert said[-1] == "summarizer: 5 more are no reports either"


def test_one_article_twice_is_said_only_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "r.jsonl"
    other = report("The dyke broke.\n", id="c").model_dump_json(by_alias=True)
    path.write_text(_line("a") + _line("b") + other)
    assert len(list(SavedReports([str(path)]))) == 3
    assert capsys.readouterr().err == ""
    assert len(list(SavedReports([str(path)], tell_twice=True))) == 3
    said = capsys.readouterr().err
    assert f"{path}, line 2: the same article as in {path}, line 1" in said
    assert said.count("\n") == 1


def test_the_file_to_be_written_is_no_input(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(_line("a"))
    with pytest.raises(CallError, match="it is an input"):
        list(SavedReports([str(path)], out=str(tmp_path / "." / "r.jsonl")))


def test_no_report_at_all_is_a_wrong_call(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text("\n")
    with pytest.raises(CallError, match="no report in it"):
        list(SavedReports([str(path)]))
