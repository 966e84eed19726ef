"""`summarizer compare` as a person calls it."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from tests.conftest import Outcome


def test_help_has_examples(cli: Callable[..., Outcome]) -> None:
    said = cli("compare", "--help").out
    assert "summarizer compare reports/ -o comparison.md" in said
    assert "--format" in said


def test_reports_of_a_pipe_are_compared(cli: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    reports = cli("run", "examples/border-clash-valley-tribune.html", "examples/border-clash-meridian-daily.txt", "-q")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(reports.out.encode())))
    ended = cli("compare", "-")
    assert ended.code == 0
    assert len(json.loads(ended.out)["articles"]) == 2
