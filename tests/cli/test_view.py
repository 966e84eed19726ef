"""`summarizer view` from the outside."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from tests.reports import quoted, report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

TEXT = "“The dyke will hold,” Anna Reil said."


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A folder of two reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in ("dyke", "pump"):
        one = report(TEXT, [quoted(TEXT, "“The dyke will hold,”", "Anna Reil")], id=name, headline=f"The {name}")
        (folder / f"{name}.json").write_text(one.model_dump_json(by_alias=True), encoding="utf-8")
    return folder


def test_one_report_becomes_a_page(cli: Callable[..., Outcome], saved: Path, tmp_path: Path) -> None:
    ended = cli("view", saved / "dyke.json", "-o", tmp_path / "dyke.html")
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    page = (tmp_path / "dyke.html").read_text("utf-8")
    assert page.count('<article class="report"') == 1
    assert str(tmp_path) not in page


def test_a_run_gives_the_same_page(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "dyke.txt").write_text(f"The dyke holds\n\n{TEXT}\n", encoding="utf-8")
    for name in ("saved.json", "run.html"):
        assert cli("run", tmp_path / "dyke.txt", "--engine", "extractive", "-q", "-o", tmp_path / name).code == 0
    assert cli("view", tmp_path / "saved.json", "-o", tmp_path / "view.html").code == 0
    assert (tmp_path / "view.html").read_bytes() == (tmp_path / "run.html").read_bytes()


def test_several_become_one_page_with_an_index(cli: Callable[..., Outcome], saved: Path, tmp_path: Path) -> None:
    assert cli("view", saved, "-o", tmp_path / "all.html").code == 0
    page = (tmp_path / "all.html").read_text("utf-8")
    assert "The dyke</a>" in page
    assert "The pump</a>" in page


@pytest.mark.parametrize("out", ["reading/", "reading"])
def test_several_become_a_folder_of_pages(cli: Callable[..., Outcome], saved: Path, tmp_path: Path, out: str) -> None:
    assert cli("view", saved, "-o", f"{tmp_path}/{out}").code == 0
    assert sorted(path.name for path in (tmp_path / "reading").rglob("*.html")) == [
        "dyke.html",
        "index.html",
        "pump.html",
    ]


def test_saved_reports_become_a_table(cli: Callable[..., Outcome], saved: Path, tmp_path: Path) -> None:
    assert cli("view", saved, "-o", tmp_path / "claims.csv").code == 0
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["article_id"] for row in csv.DictReader(file)] == ["dyke", "pump"]


def test_an_unknown_ending_is_refused(cli: Callable[..., Outcome], saved: Path, tmp_path: Path) -> None:
    ended = cli("view", saved, "-o", tmp_path / "claims.xyz")
    assert ended.code == 2
    assert "cannot tell the format from the name" in ended.err


def test_a_report_is_not_replaced_by_its_page(cli: Callable[..., Outcome], saved: Path) -> None:
    before = (saved / "dyke.json").read_bytes()
    ended = cli("view", saved / "dyke.json", "-o", saved / "dyke.json")
    assert ended.code == 2
    assert (saved / "dyke.json").read_bytes() == before


def test_what_is_no_report_is_said_and_the_rest_is_shown(
    cli: Callable[..., Outcome], saved: Path, tmp_path: Path
) -> None:
    (saved / "other.json").write_text('{"a": 1}')
    ended = cli("view", saved, "-o", tmp_path / "all.html")
    assert ended.code == 1
    assert "other.json" in ended.err
    assert "The pump" in (tmp_path / "all.html").read_text("utf-8")


def test_an_article_is_told_from_a_report(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "dyke.txt").write_text(TEXT, encoding="utf-8")
    ended = cli("view", tmp_path / "dyke.txt", "-o", tmp_path / "x.html")
    assert ended.code == 2
    assert "summarizer run" in ended.err


def test_help_has_examples(cli: Callable[..., Outcome]) -> None:
    said = cli("view", "--help").out
    assert "summarizer view reports/ -o page.html" in said
    assert "parquet" in said
