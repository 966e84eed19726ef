"""`summarizer show` from the outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.reports import quoted, report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

TEXT = "“The dyke will hold,” Anna Reil said."


def test_a_report_is_shown_in_plain_words(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    one = report(TEXT, [quoted(TEXT, "“The dyke will hold,”", "Anna Reil")])
    (tmp_path / "dyke.json").write_text(one.model_dump_json(by_alias=True), encoding="utf-8")
    ended = cli("show", tmp_path / "dyke.json")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Dyke holds\n")
    assert "1 Anna Reil says  in the reporter’s words, 90% sure\n    “The dyke will hold,”\n" in ended.out
    assert "\x1b" not in ended.out


def test_what_is_no_report_is_said(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    assert cli("show", tmp_path / "x.json").code == 2
