"""What `view` writes is there whole, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.cli.viewing import view_saved
from summarizer.contract.errors import CallError
from tests.reports import report

if TYPE_CHECKING:
    from pathlib import Path


def test_an_input_that_leads_nowhere_leaves_an_earlier_page_alone(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(report("It rained.").model_dump_json(by_alias=True), encoding="utf-8")
    (tmp_path / "b.json").write_text(report("It snowed.").model_dump_json(by_alias=True), encoding="utf-8")
    (tmp_path / "all.html").write_text("earlier")
    inputs = [str(tmp_path / name) for name in ("a.json", "b.json", "missing.json")]
    with pytest.raises(CallError, match=r"missing\.json"):
        view_saved(inputs, str(tmp_path / "all.html"), None)
    assert (tmp_path / "all.html").read_text() == "earlier"


def test_the_exit_code_says_whether_all_were_reports(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(report("It rained.").model_dump_json(by_alias=True), encoding="utf-8")
    assert view_saved([str(tmp_path / "a.json")], str(tmp_path / "a.html"), None) == 0
    (tmp_path / "b.json").write_text("{}", encoding="utf-8")
    assert view_saved([str(tmp_path / "a.json"), str(tmp_path / "b.json")], str(tmp_path / "a.html"), None) == 1
