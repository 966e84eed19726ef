"""Shards are joined to what one run would have written, and nothing less."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.manifest import Manifest
from tests.cli.commands import article_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Cli = Callable[..., Outcome]


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    lines = [json.dumps({"text": article_text(number)}) for number in range(9)]
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join([*lines[:4], "no JSON", *lines[4:]]))
    return path


def run(cli: Cli, rows: Path, out: Path, *more: str) -> Outcome:
    return cli("run", rows, "-o", out, "-q", "--engine", "extractive", *more)


@pytest.fixture
def parts(cli: Cli, rows: Path, tmp_path: Path) -> list[Path]:
    """The reports of three shards."""
    outs = [tmp_path / f"part{number}" / "reports.jsonl" for number in (1, 2, 3)]
    for number, out in enumerate(outs, start=1):
        run(cli, rows, out, "--shard", f"{number}/3")
    return outs


def test_the_whole_has_the_bytes_of_one_run(cli: Cli, rows: Path, parts: list[Path], tmp_path: Path) -> None:
    joined, alone = tmp_path / "joined" / "reports.jsonl", tmp_path / "alone" / "reports.jsonl"
    ended = cli("join", *reversed(parts), "-o", joined)
    assert (ended.code, ended.err) == (1, "summarizer: 9 reports, 1 failures\n")
    run(cli, rows, alone)
    for name in ("reports.jsonl", "failures.jsonl"):
        assert joined.with_name(name).read_bytes() == alone.with_name(name).read_bytes()
    manifests = [Manifest.model_validate_json(one.with_name("manifest.json").read_bytes()) for one in (joined, alone)]
    assert manifests[0].outcomes == manifests[1].outcomes
    assert manifests[0].calls == manifests[1].calls
    assert manifests[0].shard is None


def test_the_whole_is_no_table(cli: Cli, parts: list[Path], tmp_path: Path) -> None:
    ended = cli("join", *parts, "-o", tmp_path / "joined" / "reports.csv")
    assert ended.code == 2
    assert "the whole is a .jsonl file" in ended.err
    assert not (tmp_path / "joined").exists()


def test_a_shard_of_fewer_rows_than_shards_is_empty_and_joins(cli: Cli, tmp_path: Path) -> None:
    rows, alone = tmp_path / "rows.jsonl", tmp_path / "alone" / "reports.jsonl"
    rows.write_text("\n".join(json.dumps({"text": article_text(number)}) for number in range(2)))
    outs = [tmp_path / f"part{number}" / "reports.jsonl" for number in range(1, 6)]
    for number, out in enumerate(outs, start=1):
        assert run(cli, rows, out, "--shard", f"{number}/5").code == 0
    assert sorted(out.read_text().count("\n") for out in outs) == [0, 0, 0, 1, 1]
    assert cli("join", *outs, "-o", tmp_path / "joined" / "reports.jsonl").code == 0
    run(cli, rows, alone)
    assert (tmp_path / "joined" / "reports.jsonl").read_bytes() == alone.read_bytes()


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((0, 2), "shard 2/3 is missing"),
        ((0, 1, 2, 2), "there is a shard twice"),
        ((0, 1), "shard 3/3 is missing"),
    ],
)
def test_shards_that_are_not_the_whole_are_refused(
    cli: Cli, parts: list[Path], tmp_path: Path, names: tuple[int, ...], said: str
) -> None:
    ended = cli("join", *(parts[one] for one in names), "-o", tmp_path / "joined" / "reports.jsonl")
    assert ended.code == 2
    assert said in ended.err
    assert not (tmp_path / "joined").exists()


def test_a_shard_of_another_run_or_none_is_refused(cli: Cli, rows: Path, parts: list[Path], tmp_path: Path) -> None:
    out = tmp_path / "joined" / "reports.jsonl"
    other = tmp_path / "other.jsonl"
    other.write_bytes(rows.read_bytes())
    run(cli, other, parts[1], "--shard", "2/3")
    assert "shard 2/3 is of other inputs" in cli("join", *parts, "-o", out).err
    run(cli, rows, parts[1])
    assert "it is of no shard" in cli("join", *parts, "-o", out).err
    assert "each in its own folder" not in cli("join", tmp_path / "none.jsonl", "-o", out).err


def test_a_shard_is_not_written_over(cli: Cli, parts: list[Path]) -> None:
    before = parts[0].read_bytes()
    ended = cli("join", *parts, "-o", parts[0])
    assert ended.code == 2
    assert parts[0].read_bytes() == before
