"""`summarizer stats` from the outside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.reports import quoted, report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

TEXT = "“The dyke will hold,” Anna Reil said."


def test_reports_are_counted_for_people_and_for_programs(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    one = report(TEXT, [quoted(TEXT, "“The dyke will hold,”", "Anna Reil")])
    (tmp_path / "all.jsonl").write_text(f"{one.model_dump_json(by_alias=True)}\n" * 2, encoding="utf-8")
    ended = cli("stats", tmp_path / "all.jsonl")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("articles    2\nclaims      2, 1.0 an article\n")
    counted = json.loads(cli("stats", tmp_path / "all.jsonl", "--format", "json").out)
    assert counted["sources"] == {"Anna Reil": 2}
