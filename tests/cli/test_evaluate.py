"""`summarizer eval` from the outside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.reports import quoted, report

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

TEXT = "“The dyke will hold,” Anna Reil said. Bo Lind denied that the pumps had failed."
GOLD = {
    "article": "dyke",
    "statements": [
        {"content": "“The dyke will hold,”", "source": "Anna Reil"},
        {"content": "the pumps had failed", "source": "Bo Lind"},
    ],
}


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Gold, and a report that finds half of it."""
    gold, reports = tmp_path / "gold.json", tmp_path / "out"
    gold.write_text(json.dumps(GOLD), encoding="utf-8")
    reports.mkdir()
    claims = [quoted(TEXT, "“The dyke will hold,”", "Reil")]
    (reports / "dyke.json").write_text(report(TEXT, claims).model_dump_json(by_alias=True), encoding="utf-8")
    return gold, reports


def test_eval_prints_a_table_and_nothing_else(cli: Callable[..., Outcome], files: tuple[Path, Path]) -> None:
    ended = cli("eval", *files)
    assert ended.code == 0
    assert ended.err == ""
    assert [line.split()[:3] for line in ended.out.splitlines()[:3]] == [
        ["recall", "50.0%", "1/2"],
        ["precision", "100.0%", "1/1"],
        ["attributed", "0.0%", "0/2"],
    ]


def test_details_say_what_was_wrong(cli: Callable[..., Outcome], files: tuple[Path, Path]) -> None:
    out = cli("eval", *files, "--details").out
    assert "missed: the pumps had failed" in out
    assert "source: 'Reil' is not 'Anna Reil'" in out


def test_eval_fails_below_a_floor_and_names_it(cli: Callable[..., Outcome], files: tuple[Path, Path]) -> None:
    ended = cli("eval", *files, "--floor", "recall=0.4", "--floor", "sources=85%")
    assert ended.code == 1
    assert ended.err == "summarizer: sources is 0.000, below its floor of 0.85\n"


def test_eval_compares_with_a_baseline(cli: Callable[..., Outcome], files: tuple[Path, Path], tmp_path: Path) -> None:
    earlier = tmp_path / "earlier.json"
    assert cli("eval", *files, "-o", earlier).code == 0
    claims = [quoted(TEXT, "the pumps had failed", "Bo Lind")]
    (files[1] / "dyke.json").write_text(report(TEXT, claims).model_dump_json(by_alias=True), encoding="utf-8")
    out = cli("eval", *files, "--baseline", earlier).out
    assert "lost: dyke: “The dyke will hold,”" in out
    assert "won:  dyke: the pumps had failed" in out
    assert "+100.0" in out


def test_out_keeps_the_evaluation_as_json(
    cli: Callable[..., Outcome], files: tuple[Path, Path], tmp_path: Path
) -> None:
    kept = tmp_path / "kept.json"
    ended = cli("eval", *files, "--format", "json", "-o", kept)
    assert json.loads(ended.out) == json.loads(kept.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("eval",), 2, "Missing argument"),
        (("eval", "no-gold.json", "x"), 2, "no-gold.json"),
        (("eval", "GOLD", "REPORTS", "--floor", "style=1"), 2, "not a measure"),
        (("eval", "GOLD", "REPORTS", "--baseline", "GOLD"), 1, "not an evaluation"),
    ],
)
def test_a_wrong_call_of_eval_is_one_line(
    cli: Callable[..., Outcome], files: tuple[Path, Path], arguments: tuple[str, ...], code: int, said: str
) -> None:
    places = {"GOLD": files[0], "REPORTS": files[1]}
    ended = cli(*(places.get(argument, argument) for argument in arguments))
    assert ended.code == code
    assert said in ended.err
    assert ended.err.count("\n") == 1
    assert ended.out == ""


def test_what_is_no_report_is_named_and_the_others_are_scored(
    cli: Callable[..., Outcome], files: tuple[Path, Path]
) -> None:
    (files[1] / "cut.json").write_text('{"schema_version": "', encoding="utf-8")
    ended = cli("eval", *files)
    assert ended.code == 1
    assert "cut.json" in ended.err
    assert ended.out.splitlines()[0].split()[:3] == ["recall", "50.0%", "1/2"]


def test_no_report_at_all_is_a_wrong_call(cli: Callable[..., Outcome], files: tuple[Path, Path]) -> None:
    ended = cli("eval", files[0], files[0])
    assert ended.code == 2
    assert "there is no report in it" in ended.err
    assert ended.out == ""
