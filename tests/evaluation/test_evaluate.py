"""Reports are matched with gold, compared with an earlier run and held to floors."""

import json
from pathlib import Path

import pytest

from summarizer.contract.errors import CallError, ReportError
from summarizer.contract.report import Report
from summarizer.evaluation.evaluate import (
    Evaluation,
    compare,
    evaluate,
    parse_floors,
    read_evaluation,
    run_eval,
    unmet,
)
from summarizer.evaluation.gold import Gold
from summarizer.reading.saved_reports import read_reports
from tests.evaluation.dyke import GOLD, LIND, MAYOR, REIL, TEXT
from tests.reports import report


def _score(*claims: object, **more: object) -> Evaluation:
    return evaluate([GOLD], [report(TEXT, claims, **more)])  # type: ignore[arg-type]


@pytest.mark.parametrize("known_as", [{"id": "x", "path": "out/dyke.txt"}, {"id": "x", "path": "dyke"}, {"id": "dyke"}])
def test_gold_names_an_article_by_id_or_file(known_as: dict[str, str]) -> None:
    assert evaluate([GOLD], [report(TEXT, [REIL], **known_as)]).scores.recall.right == 1


def test_an_article_without_a_report_is_missed_and_named() -> None:
    other = GOLD.model_copy(update={"article": "harbour"})
    evaluation = evaluate([GOLD, other], [report(TEXT, [REIL, MAYOR, LIND]), report(TEXT, id="unknown")])
    assert (evaluation.scores.recall.right, evaluation.scores.recall.of) == (3, 6)
    assert evaluation.without_report == ("harbour",)
    assert evaluation.without_gold == 1


@pytest.mark.parametrize(
    ("gold", "reports", "message"),
    [
        ([], [report(TEXT)], "no gold"),
        ([GOLD], [], "no reports"),
        ([GOLD], [report(TEXT, id="sluice")], "none of the 1 reports"),
        ([GOLD, GOLD], [report(TEXT)], "there are two gold records"),
        ([GOLD], [report(TEXT), report(TEXT)], "there are two reports"),
        ([GOLD], [report("Another text.")], "does not hold"),
    ],
)
def test_reports_that_cannot_be_scored_are_an_error(gold: list[Gold], reports: list[Report], message: str) -> None:
    with pytest.raises(CallError, match=message):
        evaluate(gold, reports)


def test_a_comparison_lists_statements_won_and_lost() -> None:
    before, after = _score(REIL, MAYOR), _score(MAYOR, LIND)
    comparison = compare(after, before)
    assert comparison.lost == ("dyke: “The western dyke will hold,”",)
    assert comparison.won == ("dyke: the pumps had failed",)
    recall = next(change for change in comparison.changes if change.metric == "recall")
    assert recall.before == recall.after == pytest.approx(2 / 3)


def test_measures_below_their_floors_are_unmet() -> None:
    floors = parse_floors(["recall=0.8", "sources = 100%", "honest=1"])
    assert floors == {"recall": 0.8, "sources": 1.0, "honest": 1.0}
    missed = unmet(_score(REIL, MAYOR), floors)
    assert [(item.metric, item.floor) for item in missed] == [("recall", 0.8), ("honest", 1.0)]
    assert unmet(_score(REIL, MAYOR, LIND), floors) == ()


@pytest.mark.parametrize("floor", ["recall", "recall=", "recall=80", "recall=-1", "recall=nan", "style=0.5", ""])
def test_a_malformed_floor_is_an_error(floor: str) -> None:
    with pytest.raises(CallError):
        parse_floors([floor])


def test_gold_reports_and_baseline_are_read_from_files(tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    runs.mkdir()
    (runs / "dyke.json").write_text(report(TEXT, [REIL, MAYOR]).model_dump_json(by_alias=True), encoding="utf-8")
    (runs / "manifest.json").write_text("{}")
    (tmp_path / "gold.jsonl").write_text(GOLD.model_dump_json() + "\n", encoding="utf-8")
    first = run_eval(tmp_path / "gold.jsonl", read_reports([runs]))
    earlier = tmp_path / "earlier.json"
    earlier.write_text(first.evaluation.model_dump_json(), encoding="utf-8")
    lines = report(TEXT, [REIL]).model_dump_json(by_alias=True) + "\n"
    (tmp_path / "run.jsonl").write_text(lines, encoding="utf-8")
    second = run_eval(tmp_path / "gold.jsonl", read_reports([tmp_path / "run.jsonl"]), ["recall=0.5"], earlier)
    assert second.comparison is not None
    assert second.comparison.lost == ("dyke: At least 40 farms are under water",)
    assert [item.metric for item in second.unmet] == ["recall"]
    assert read_evaluation(earlier) == first.evaluation


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("no.json", None, CallError),
        ("empty.json", "", ReportError),
        ("bad.jsonl", '{"schema_version": "1"}\n', ReportError),
        ("latin.json", "é", CallError),
        ("manifest-only", None, CallError),
    ],
)
def test_a_file_that_is_not_a_report_is_an_error(
    tmp_path: Path, name: str, data: str | None, error: type[Exception]
) -> None:
    gold = tmp_path / "gold.json"
    gold.write_text(GOLD.model_dump_json(), encoding="utf-8")
    path = tmp_path / name
    if name == "manifest-only":
        path.mkdir()
        (path / "manifest.json").write_text("{}")
    if data is not None:
        path.write_bytes(data.encode("latin-1"))
    with pytest.raises(error) as caught:
        run_eval(gold, read_reports([path]))
    assert name in str(caught.value)


def test_a_tampered_report_is_refused(tmp_path: Path) -> None:
    data = json.loads(report(TEXT, [REIL]).model_dump_json(by_alias=True))
    data["claims"][0]["evidence"][0]["start"] += 1
    data["claims"][0]["evidence"][0]["end"] += 1
    (tmp_path / "r.json").write_text(json.dumps(data), encoding="utf-8")
    (tmp_path / "g.json").write_text(GOLD.model_dump_json(), encoding="utf-8")
    with pytest.raises(ReportError, match="does not hold the quote"):
        run_eval(tmp_path / "g.json", read_reports([tmp_path / "r.json"]))


def test_the_json_keeps_only_what_is_needed_to_compare() -> None:
    data = json.loads(_score(REIL).model_dump_json())
    assert data["scores"]["recall"] == {"right": 1, "of": 3}
    assert Evaluation.model_validate(data) == _score(REIL)
