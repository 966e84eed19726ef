"""What a part of a run must be to be joined; tests/cli/test_join.py joins whole ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summarizer.contract.errors import CallError
from summarizer.output.joining import join_shards

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_is_joined_to_nothing(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="no parts"):
        join_shards([], tmp_path / "out.jsonl")


def test_a_part_without_a_manifest_is_refused(tmp_path: Path) -> None:
    (tmp_path / "reports.jsonl").write_text("")
    with pytest.raises(CallError, match="what was run is not told"):
        join_shards([str(tmp_path / "reports.jsonl")], tmp_path / "joined" / "out.jsonl")
    with pytest.raises(CallError, match="a part is the"):
        join_shards([str(tmp_path / "reports.csv")], tmp_path / "joined" / "out.jsonl")
