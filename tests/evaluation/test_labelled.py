"""Tasks that were corrected in Label Studio come back as gold."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.errors import CallError
from summarizer.evaluation.evaluate import evaluate, read_gold
from summarizer.evaluation.gold import place_gold
from summarizer.evaluation.labelled import parse_labelled
from summarizer.output.standards.label_studio import task
from tests.output.tables.stories import TEXT, dyke_report

if TYPE_CHECKING:
    from pathlib import Path


def _submitted(**more: object) -> dict[str, Any]:
    """The task of a report whose prediction a person has submitted as it is."""
    made = task(dyke_report())
    return {**made, "annotations": [{"id": 1, "result": made["predictions"][0]["result"], **more}]}


def _parse(*tasks: dict[str, Any]) -> Any:
    return parse_labelled(json.dumps(tasks), "export.json")


def test_what_is_submitted_unchanged_is_gold_that_the_report_meets() -> None:
    (gold,) = _parse(_submitted())
    assert [item.source for item in gold.statements] == ["Ada Kroon", "the ministry"]
    assert [item.kind for item in gold.statements] == ["person", "government"]
    assert gold.statements[1].via == ("Polder Echo",)
    placed = place_gold(gold, TEXT)
    spans = [tuple((piece.start, piece.end) for piece in claim.evidence) for claim in dyke_report().claims]
    assert [item.spans for item in placed.statements] == spans
    scores = evaluate([gold], [dyke_report()]).scores
    assert scores.recall.value == scores.attributed.value == 1.0


def test_eval_reads_an_export(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text(json.dumps([_submitted()]), encoding="utf-8")
    assert [gold.article for gold in read_gold(path)] == ["dyke"]


def test_a_new_claim_may_name_its_source_by_relation_alone() -> None:
    task_ = _submitted()
    start, at = TEXT.index("“no”"), TEXT.index("the ministry")
    task_["annotations"][0]["result"] = [
        {"id": "x", "type": "labels", "from_name": "part", "to_name": "text",
         "value": {"start": start, "end": start + 4, "text": "“no”", "labels": ["Claim"]}},
        {"id": "y", "type": "labels", "from_name": "part", "to_name": "text",
         "value": {"start": at, "end": at + 12, "text": "the ministry", "labels": ["Source"]}},
        {"type": "relation", "from_id": "y", "to_id": "x", "direction": "left"},
    ]  # fmt: skip
    (gold,) = _parse(task_)
    assert (gold.statements[0].content, gold.statements[0].source) == (("“no”",), "the ministry")


def test_words_that_stand_twice_keep_their_place() -> None:
    made = task(dyke_report())
    made["data"]["text"] = "No. No. No, said Ada."
    region = {"start": 4, "end": 7, "text": "No.", "labels": ["Claim"]}
    result = [
        {"id": "x", "type": "labels", "from_name": "part", "to_name": "text", "value": region},
        {"id": "x", "type": "textarea", "from_name": "source", "to_name": "text", "value": {"text": ["Ada"]}},
    ]
    (gold,) = _parse({**made, "annotations": [{"result": result}]})
    assert gold.statements[0].occurrence == 2


def test_offsets_in_units_of_utf_16_are_understood() -> None:
    made = _submitted()
    made["data"]["text"] = "\U0001f30a\U0001f30a " + TEXT
    for one in made["annotations"][0]["result"]:
        if "value" in one:
            one["value"]["start"] += 5  # two waves are four units of UTF-16
            one["value"]["end"] += 5
    (gold,) = _parse(made)
    assert gold.statements[0].content == ("“The dyke held,”",)


def test_ground_truth_wins_then_the_latest_and_cancelled_ones_never() -> None:
    empty = {"id": 2, "result": [], "updated_at": "2031-01-02"}
    made = _submitted(updated_at="2031-01-01")
    full = made["annotations"][0]
    for given, count in (
        ([full, empty], 0),
        ([{**full, "ground_truth": True}, empty], 2),
        ([full, {**empty, "was_cancelled": True}], 2),
    ):
        (gold,) = _parse({**made, "annotations": given})
        assert len(gold.statements) == count


def test_predictions_are_never_gold() -> None:
    with pytest.raises(CallError, match="no task of it has been submitted"):
        _parse(task(dyke_report()))
    assert len(_parse(task(dyke_report()), _submitted())) == 1


def test_a_claim_of_nobody_and_words_that_are_not_there_are_told_with_their_task() -> None:
    nobody = deepcopy(_submitted())
    result = nobody["annotations"][0]["result"]
    nobody["annotations"][0]["result"] = [one for one in result if one["type"] == "labels"]
    with pytest.raises(CallError, match="nobody is named") as caught:
        _parse(nobody)
    assert "export.json, task 1" in str(caught.value)
    elsewhere = deepcopy(_submitted())
    elsewhere["annotations"][0]["result"][0]["value"]["start"] += 3
    with pytest.raises(CallError, match="does not hold"):
        _parse(elsewhere)


@pytest.mark.parametrize(
    "odd",
    [
        5,
        {"id": [], "type": "labels"},
        {"id": "x", "type": "labels", "from_name": "part"},
        {"id": "x", "type": "labels", "from_name": "part", "value": {"start": "0", "end": 3, "labels": ["Claim"]}},
        {"id": "x", "type": "labels", "from_name": "part", "value": {"start": 0, "end": 3, "labels": []}},
        {"id": "x", "type": "choices", "from_name": "kind", "value": [None]},
        {"id": "x", "type": "textarea", "from_name": "source", "value": {"text": [None]}},
        {"type": "relation", "from_id": "x"},
    ],
)
def test_what_label_studio_would_not_write_is_told_with_its_task(odd: object) -> None:
    changed = deepcopy(_submitted())
    changed["annotations"][0]["result"].append(odd)
    with pytest.raises(CallError, match="would not write") as caught:
        _parse(changed)
    assert "export.json, task 1" in str(caught.value)


@pytest.mark.parametrize("data", ["", "{}", "[]", "[1]", '[{"data": {}}]', '{"article": "a", "statements": []}'])
def test_what_is_no_export_is_left_to_others(data: str) -> None:
    assert parse_labelled(data, "x.json") is None
