"""failures.jsonl is written beside the results and read again by --retry-failed."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.errors import CallError, UnreadableInputError
from summarizer.contract.failure import Failure
from summarizer.output.failures import EarlierFailures, FailureLog, read_failed
from summarizer.output.open_destination import open_destination
from summarizer.reading.inputs import FailedInput
from tests.reports import report

if TYPE_CHECKING:
    from pathlib import Path


def failure(name: str) -> Failure:
    return Failure(id=name, error="EmptyAnswerError", message="the answer has no content", attempts=2)


def test_failures_are_rows_of_a_file_beside_the_output(tmp_path: Path) -> None:
    log = FailureLog.beside(open_destination(str(tmp_path), None, several=True, stdout=io.BytesIO()))
    log.write(failure("a"))
    log.write(failure("b"))
    log.commit()
    rows = [json.loads(line) for line in (tmp_path / "failures.jsonl").read_text().splitlines()]
    assert [row["id"] for row in rows] == ["a", "b"]
    assert rows[0]["error"] == "EmptyAnswerError"


def test_a_failure_with_a_lone_surrogate_can_be_written(tmp_path: Path) -> None:
    log = FailureLog(tmp_path)
    log.write(failure("a").model_copy(update={"path": "\udcff.txt"}))
    log.commit()
    assert json.loads((tmp_path / "failures.jsonl").read_text())["path"] == "\udcff.txt"


def test_a_run_without_failures_removes_the_failures_of_an_earlier_run(tmp_path: Path) -> None:
    (tmp_path / "failures.jsonl").write_text("{}\n")
    (tmp_path / "failures.jsonl.partial").write_text("{}\n")
    FailureLog(tmp_path).commit()
    assert list(tmp_path.iterdir()) == []


def test_an_abandoned_run_keeps_the_failures_of_an_earlier_run(tmp_path: Path) -> None:
    (tmp_path / "failures.jsonl").write_text("earlier\n")
    log = FailureLog(tmp_path)
    log.write(failure("a"))
    log.abandon()
    assert (tmp_path / "failures.jsonl").read_text() == "earlier\n"


def test_standard_output_has_no_failures_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    log = FailureLog.beside(open_destination(None, None, several=True, stdout=io.BytesIO()))
    log.write(failure("a"))
    log.commit()
    assert list(tmp_path.iterdir()) == []


def test_written_failures_are_read_again_by_id_or_place(tmp_path: Path) -> None:
    log = FailureLog(tmp_path)
    log.write(failure("a"))
    log.write(failure("").model_copy(update={"path": "x.jsonl:3"}))
    log.commit()
    earlier = read_failed(tmp_path)
    assert earlier == EarlierFailures(frozenset({"a"}), frozenset({"x.jsonl:3"}))
    assert earlier.holds(report("Dyke holds.", id="a").article)
    assert not earlier.holds(report("Dyke holds.", id="b").article)


def test_an_unreadable_input_is_recognised_by_its_place() -> None:
    failed = EarlierFailures(frozenset(), frozenset({"x.jsonl:3"}))
    error = UnreadableInputError("gone", where="x.jsonl:3")
    assert failed.holds(FailedInput("x-3", "x.jsonl:3", error))
    assert not failed.holds(FailedInput("x-4", "x.jsonl:4", error))


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (None, "there is nothing to retry"),
        ("not json\n", "cannot read the failures"),
        ('{"id": 1}\n', "cannot read the failures"),
    ],
)
def test_missing_or_malformed_failures_are_a_call_error(tmp_path: Path, rows: str | None, message: str) -> None:
    if rows is not None:
        (tmp_path / "failures.jsonl").write_text(rows)
    with pytest.raises(CallError, match=message) as caught:
        read_failed(tmp_path)
    assert caught.value.hint


def test_failures_of_standard_output_cannot_be_read() -> None:
    with pytest.raises(CallError, match="--retry-failed needs -o"):
        read_failed(None)
