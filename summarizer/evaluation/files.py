"""Reads gold, reports and an earlier evaluation from files, and runs an evaluation over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic import ValidationError

from summarizer.contract.errors import CallError, ReportError
from summarizer.contract.report import Report
from summarizer.evaluation.evaluate import Comparison, Evaluation, Unmet, compare, evaluate, parse_floors, unmet
from summarizer.evaluation.gold import parse_gold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from summarizer.evaluation.gold import Gold

_BESIDE = ("manifest.json", "failures.jsonl")  # what a run writes beside its reports


class EvalResult(NamedTuple):
    """An evaluation, how it compares with an earlier one, and the floors that it misses."""

    evaluation: Evaluation
    comparison: Comparison | None
    unmet: tuple[Unmet, ...]


def run_eval(
    gold: Path, reports: Sequence[Path], floors: Iterable[str] = (), baseline: Path | None = None
) -> EvalResult:
    """Score report files against gold files.

    `gold` is a .json or .jsonl file or a folder of them, as is each of `reports`. `baseline` is the JSON of an earlier
    evaluation. Raises CallError when a floor or gold is wrong, and ReportError when a report or the baseline is none.
    """
    limits = parse_floors(floors)
    earlier = read_evaluation(baseline) if baseline else None
    evaluation = evaluate(read_gold(gold), (report for path in reports for report in read_reports(path)))
    comparison = compare(evaluation, earlier) if earlier else None
    return EvalResult(evaluation, comparison, unmet(evaluation, limits))


def read_gold(path: Path) -> Iterator[Gold]:
    """Yield the gold of a .json or .jsonl file, or of all such files of a folder. Raises CallError."""
    for file in _files(path, "gold"):
        yield from parse_gold(_read(file), str(file))


def read_reports(path: Path) -> Iterator[Report]:
    """Yield the reports of a .json or .jsonl file or of a folder of them. Raises CallError and ReportError."""
    for file in _files(path, "reports"):
        data = _read(file)
        if file.suffix == ".jsonl":
            for number, line in enumerate(data.split("\n"), start=1):
                if line.strip():
                    yield _report(line, f"{file}, line {number}")
        else:
            yield _report(data, str(file))


def read_evaluation(path: Path) -> Evaluation:
    """Read the JSON of an evaluation. Raises CallError when there is no such file, ReportError when it is none."""
    try:
        return Evaluation.model_validate_json(_read(path))
    except ValidationError as error:
        detail = error.errors(include_url=False, include_input=False)[0]["msg"]
        raise ReportError(f"not an evaluation: {detail}", where=str(path), hint="write one with eval -o") from None


def _files(path: Path, what: str) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.iterdir() if file.suffix in (".json", ".jsonl") and file.name not in _BESIDE)
    if not files:
        raise CallError(
            f"the folder holds no {what}", where=str(path), hint="name a .json or .jsonl file or their folder"
        )
    return files


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise CallError(f"cannot be read: {reason}", where=str(file)) from None


def _report(data: str, where: str) -> Report:
    try:
        return Report.model_validate_json(data)
    except ValidationError as error:
        detail = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in detail["loc"])
        message = f"not a report: {place + ': ' if place else ''}{detail['msg']}"
        raise ReportError(message, where=where, hint="make reports with summarizer run") from None
