"""Saved reports are read from whatever a run has written, and what is none of them is named."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.errors import CallError, ReportError
from summarizer.output.documents import open_document
from summarizer.output.formats import choose_format, format_of_name
from summarizer.reading.saved_reports import SavedReport, find_reports, read_reports
from tests.reports import quoted, report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from summarizer.contract.report import Report
    from tests.conftest import Outcome

TEXT = "The dyke held, warden Ada Kroon said.\n"


def _report(name: str) -> Report:
    return report(TEXT, [quoted(TEXT, "The dyke held", "Ada Kroon", id="c1")], id=name)


def _line(name: str) -> str:
    return _report(name).model_dump_json(by_alias=True) + "\n"


def _ids(*inputs: object) -> list[str]:
    return [found.article.id for found in read_reports([str(item) for item in inputs])]


@pytest.mark.parametrize("form", ["reports/", "reports.jsonl", "reports.json", "one.json"])
def test_what_a_run_writes_is_read_back(
    cli: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["a"] if form == "one.json" else ["a", "b", "c"]
    for name in names:
        (tmp_path / f"{name}.txt").write_text(f"Dyke {name} held, warden Ada Kroon said on Monday.\n")
    assert cli("run", *(f"{name}.txt" for name in names), "-o", form, "-q").code == 0
    assert _ids(form) == names


def test_a_folder_gives_the_reports_of_its_subfolders_and_no_other_file_of_ours(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "b.json").write_text(_line("b"))
    (tmp_path / "deep" / "a.jsonl").write_text(_line("a1") + "\n" + _line("a2"))
    (tmp_path / ".hidden.json").write_text("{}")
    (tmp_path / "manifest.json").write_text("{}")
    (tmp_path / "failures.jsonl").write_text("{}\n")
    (tmp_path / "comparison.json").write_text(json.dumps({"schema_version": "1", "facts": [], "origins": []}))
    (tmp_path / "article.txt").write_text("No report.")
    for name in ("x.label-studio.json", "x.ftm.json"):
        document = open_document(choose_format(format_of_name(name) or "", several=True), is_file=True)
        (tmp_path / name).write_bytes(document.add(_report("x")) + b"".join(document.end()))
    assert _ids(tmp_path) == ["b", "a1", "a2"]


def test_a_glob_gives_its_files_in_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.json").write_text(_line(name))
    assert _ids(tmp_path / "*.json") == ["a", "b"]


def test_standard_input_holds_one_report_indented_or_many_lines() -> None:
    indented = io.BytesIO(_report("a").model_dump_json(by_alias=True, indent=2).encode())
    lines = io.BytesIO((_line("b") + _line("c")).encode())
    assert [found.article.id for found in read_reports(["-"], stdin=indented)] == ["a"]
    assert [found.article.id for found in read_reports(["-"], stdin=lines)] == ["b", "c"]


def test_a_byte_order_mark_and_half_of_a_surrogate_pair_are_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(
        b"\xef\xbb\xbf" + _line("a").replace('"name":"Ada Kroon"', '"name":"Ada \\ud800"').encode()
    )
    assert [found.claims[0].source.name for found in read_reports([tmp_path / "a.json"])] == ["Ada \ud800"]


def test_a_row_that_is_no_report_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    tampered = _line("t").replace('"start":0', '"start":1')
    failure = json.dumps({"id": "f", "error": "E", "message": "m", "retryable": False}) + "\n"
    path.write_text(_line("a") + "{broken\n" + tampered + failure + '{"text": "An article."}\n' + _line("z"))
    found = list(find_reports([path]))
    assert [one.where for one in found] == [f"{path}, line {number}" for number in range(1, 7)]
    assert [type(one) is SavedReport for one in found] == [True, False, False, False, False, True]
    said = [one.message for one in found if isinstance(one, ReportError)]
    assert "Invalid JSON" in said[0]
    assert "claims" in said[1]
    assert said[2] == "it is a failed article, not a report"
    assert said[3] == "it is an article, and has no report yet"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("my story.txt", "The dyke held."),
        ("story.html", "<p>The dyke held.</p>"),
        ("stories.jsonl", '{"text": "The dyke held."}\n{"text": "It broke."}\n'),
        ("story.json", '{\n"title": "Dyke",\n"content": "It held."\n}'),
    ],
)
def test_an_article_is_refused_with_the_command_that_makes_its_report(tmp_path: Path, name: str, data: str) -> None:
    (tmp_path / name).write_text(data)
    with pytest.raises(CallError) as caught:
        list(find_reports([tmp_path / name]))
    assert str(caught.value).startswith(f"{tmp_path / name}: it is an article, and has no report yet")
    place = str(tmp_path / name)
    assert f"summarizer run {repr(place) if ' ' in place else place} -o reports.jsonl" in caught.value.hint


def test_a_folder_of_articles_is_refused_with_the_command_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The dyke held.")
    with pytest.raises(CallError, match="holds no reports") as caught:
        list(find_reports([tmp_path]))
    assert f"summarizer run {tmp_path} -o" in caught.value.hint


@pytest.mark.parametrize("name", ["none.json", "none-*.json", "", "a\0b"])
def test_a_name_that_leads_nowhere_is_a_wrong_call(name: str) -> None:
    with pytest.raises(CallError):
        list(find_reports([name]))


def test_one_name_instead_of_several_is_told() -> None:
    with pytest.raises(CallError, match="one name where several"):
        find_reports("reports/")


def test_a_foreign_file_says_what_is_wrong_in_it(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"schema_version": "2"}')
    with pytest.raises(ReportError, match="not a report: "):
        list(read_reports([tmp_path]))


def test_lines_are_read_as_they_are_needed(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text(_line("a") + "{broken\n")
    reports = read_reports([path])
    assert next(reports).article.id == "a"
    with pytest.raises(ReportError):
        next(reports)
