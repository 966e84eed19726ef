"""A run never writes its results over its own inputs."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]

TEXT = "Sluice open\n\nThe sluice at Marn is open again, warden Ines Dahl said on Monday.\n"


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    return path


def _refused(ended: Outcome, path: Path, before: str) -> None:
    assert ended.code == 2
    assert "name another -o" in ended.err.splitlines()[-1]
    assert path.read_text(encoding="utf-8") == before
    assert not list(path.parent.glob("*.partial"))


def test_an_output_that_is_an_input_is_refused(cli: Cli, records: Path) -> None:
    before = records.read_text(encoding="utf-8")
    _refused(cli("run", records, "-o", records), records, before)


@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_an_output_that_is_an_input_under_another_name_is_refused(
    cli: Cli, records: Path, link: Callable[[Path, Path], None]
) -> None:
    before = records.read_text(encoding="utf-8")
    link(records, records.with_name("other.jsonl"))
    _refused(cli("run", records, "-o", records.with_name("other.jsonl")), records, before)


def test_failures_and_manifest_that_are_inputs_are_refused(cli: Cli, records: Path) -> None:
    failures = records.rename(records.with_name("failures.jsonl"))
    before = failures.read_text(encoding="utf-8")
    _refused(cli("run", failures, "-o", failures.with_name("out.jsonl")), failures, before)
    _refused(cli("run", failures, "--manifest", failures), failures, before)


@pytest.mark.parametrize("given", ["", "a.md", "*.md"])
def test_reports_of_the_articles_suffix_go_to_another_folder(cli: Cli, tmp_path: Path, given: str) -> None:
    article = tmp_path / "a.md"
    article.write_text(TEXT, encoding="utf-8")
    _refused(cli("run", f"{tmp_path}/{given}", "-o", f"{tmp_path}/", "--format", "markdown"), article, TEXT)


def test_reports_of_another_suffix_may_lie_beside_the_articles(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT, encoding="utf-8")
    for _ in range(2):
        assert cli("run", tmp_path, "-o", f"{tmp_path}/").code == 0
    assert (tmp_path / "a.json").exists()
    assert cli("run", tmp_path / "a.md", "-o", tmp_path / "all.jsonl").code == 0


@pytest.mark.parametrize("name", ["out.jsonl", "out.md", "out.html"])
def test_a_folder_that_holds_the_results_gives_only_its_articles(cli: Cli, tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    ends = [cli("run", tmp_path, "-o", tmp_path / name, "-q") for _ in range(3)]
    assert [ended.code for ended in ends] == [1, 1, 1]
    assert ends[0].err == ends[1].err == ends[2].err
    assert ends[0].err.count("\n") == 1
    assert (tmp_path / name).read_text(encoding="utf-8").count("The sluice at Marn is open again") >= 1
    assert (tmp_path / "failures.jsonl").read_text().count("\n") == 1


def test_a_pattern_that_matches_the_results_gives_only_articles(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT}) + "\n", encoding="utf-8")
    for _ in range(2):
        assert cli("run", f"{tmp_path}/*.jsonl", "-o", tmp_path / "out.jsonl").code == 0
    assert (tmp_path / "out.jsonl").read_text().count("\n") == 1


@pytest.mark.parametrize("name", ["articles.jsonl", "articles.md", "failures.jsonl"])
def test_an_article_in_a_folder_is_not_replaced_by_the_results(cli: Cli, tmp_path: Path, name: str) -> None:
    article = tmp_path / name
    before = TEXT if name.endswith(".md") else json.dumps({"text": TEXT})
    article.write_text(before, encoding="utf-8")
    out = "out.jsonl" if name.startswith("failures") else name
    _refused(cli("run", tmp_path, "-o", tmp_path / out), article, before)
