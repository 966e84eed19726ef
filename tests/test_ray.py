"""Reports on a Ray of two processors: the rows, the shards, what a kill costs, and the limits of a model."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.commands import article_text
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("ray", reason="the extra `ray` is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ray")
    rows = [{"id": f"dyke{number:02}", "text": article_text(number), "published": "2031-05-02"} for number in range(40)]
    # JSON may hold a line separator as it is, and a line may hold a byte that is no UTF-8: both are one line.
    rows[3]["text"] += "\n\nThe dyke\u2028at Orrin held."
    lines = [*(json.dumps(row, ensure_ascii=False).encode() for row in rows[:20]), b"no JSON"]
    lines += [json.dumps(row).encode().replace(b"dyke21", b"dyke21 in Orl\xe9") for row in rows[20:]]
    (folder / "in.jsonl").write_bytes(b"\n".join(lines))
    (folder / "pages").mkdir()
    (folder / "pages" / "dyke.html").write_text(f"<html><title>Dyke</title><p>{article_text(1) * 5}</p></html>")
    (folder / "pages" / "dyke.txt").write_text(article_text(2))
    return folder


@pytest.fixture(scope="module")
def found(folder: Path) -> dict[str, Any]:
    """What ray_script.py found: a Ray takes ten seconds to start."""
    environment = {**os.environ, "RAY_USAGE_STATS_ENABLED": "0", "SUMMARIZER_TEST_MARK": str(folder / "killed")}
    command = [sys.executable, "-m", "tests.ray_script", str(folder)]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr[-3000:]
    result: dict[str, Any] = json.loads((folder / "found.json").read_text())
    return result


@pytest.fixture(scope="module")
def by_command(folder: Path) -> list[str]:
    """The lines that `summarizer run` writes for the same file."""
    out = folder / "out.jsonl"
    command = [
        sys.executable,
        "-m",
        "summarizer",
        "run",
        folder / "in.jsonl",
        "-o",
        out,
        "-q",
        "--engine",
        "extractive",
    ]
    subprocess.run(command, check=False)
    return out.read_text().splitlines()


def test_each_report_is_the_line_that_the_command_writes(found: dict[str, Any], by_command: list[str]) -> None:
    assert [row["report"] for row in found["rows"] if row["report"]] == by_command
    assert len(by_command) == 40
    (failed,) = [row for row in found["rows"] if row["failure"]]
    told = json.loads(failed["failure"])
    assert told["error"] == "RecordError"
    assert told["path"].endswith("in.jsonl:21")
    assert failed["id"] == told["id"] != ""


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_shards_hold_the_same_rows_and_a_second_run_makes_only_what_is_missing(
    found: dict[str, Any], form: str
) -> None:
    assert found[form] == found[f"{form} again"] == found["rows"]
    assert found[f"{form} same names"]
    manifest = found[f"{form} manifest"]
    assert (manifest["reports"], manifest["failures"], manifest["others"]) == (40, 1, [])
    assert len(manifest["shards"]) >= 2
    assert [one["is_of_earlier_run"] for one in manifest["shards"]].count(False) == 1


def test_a_killed_process_loses_and_doubles_nothing(found: dict[str, Any]) -> None:
    assert found["was killed"]
    assert found["killed"] == found["rows"]


def test_files_and_records_are_read_too(found: dict[str, Any]) -> None:
    assert [(row["id"], row["report"] is None) for row in found["pages"]] == [("dyke", False), ("dyke", False)]
    assert found["paths"] == found["pages"]
    own, failed = found["records"]
    assert json.loads(own["report"])["article"]["outlet"] == "Post"
    assert json.loads(failed["failure"])["error"] == "RecordError"


def test_the_limits_of_a_model_hold_for_the_whole_run(found: dict[str, Any]) -> None:
    causes = [json.loads(row["failure"])["error"] for row in found["model"] if row["failure"]]
    assert set(causes) == {"BudgetError", "RecordError"}
    assert 0 < found["requests"] < 40
    assert len([row for row in found["model"] if row["report"]]) == found["requests"]
    assert found["most"] <= 16


def test_an_option_that_is_misspelt_is_told() -> None:
    with pytest.raises(TypeError, match="'override_num_block'"):
        importlib.import_module("summarizer.ray").read_jsonl("rows.jsonl", override_num_block=4)


def test_without_ray_the_import_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "summarizer.ray", raising=False)
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(ImportError, match=r"pip install 'summarizer\[ray\]'"):
        importlib.import_module("summarizer.ray")
