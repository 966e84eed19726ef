"""Scores reports against hand-made gold, compares two runs, and checks a run against floors."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import Field, ValidationError

from summarizer.contract.errors import CallError, ReportError
from summarizer.contract.frozen import Frozen
from summarizer.contract.version import __version__
from summarizer.evaluation.calibration import Calibration, calibrate
from summarizer.evaluation.gold import parse_gold
from summarizer.evaluation.labelled import parse_labelled
from summarizer.evaluation.rate import Rate
from summarizer.evaluation.scoring import ArticleScore, Scores, score_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from summarizer.contract.report import Report
    from summarizer.evaluation.gold import Gold

METRICS: tuple[str, ...] = tuple(Scores.model_fields)


class Evaluation(Frozen):
    """How good a run's reports are: the totals, and for each article what was wrong.

    `without_report` names gold articles that have no report; all their statements count as missed. `without_gold`
    counts reports that have no gold; they are not scored.
    """

    schema_version: Literal["1"] = "1"
    summarizer_version: str = __version__
    scores: Scores
    calibration: Calibration = Calibration()
    articles: tuple[ArticleScore, ...]
    without_report: tuple[str, ...] = ()
    without_gold: int = 0


class Change(Frozen):
    """One measure in two runs, as shares from 0 to 1; null when there was nothing to measure."""

    metric: str
    before: float | None
    after: float | None


class Comparison(Frozen):
    """What differs between two runs over the same gold."""

    changes: tuple[Change, ...]
    lost: tuple[str, ...] = Field(default=(), description="statements found before and not now")
    won: tuple[str, ...] = Field(default=(), description="statements found now and not before")


class Unmet(Frozen):
    """A measure that is below its floor."""

    metric: str
    floor: float
    value: float


class EvalResult(NamedTuple):
    """An evaluation, how it compares with an earlier one, and the measures that are below their floors."""

    evaluation: Evaluation
    comparison: Comparison | None
    unmet: tuple[Unmet, ...]


def run_eval(
    gold: Path, reports: Iterable[Report], floors: Iterable[str] = (), baseline: Path | None = None
) -> EvalResult:
    """Score reports against gold files.

    `gold` is a .json or .jsonl file or a folder of them. `baseline` is the JSON of an earlier evaluation. Raises
    CallError when a floor or the gold is malformed, and ReportError when the baseline is not valid.
    """
    shares = parse_floors(floors)
    earlier = read_evaluation(baseline) if baseline else None
    evaluation = evaluate(read_gold(gold), reports)
    comparison = compare(evaluation, earlier) if earlier else None
    return EvalResult(evaluation, comparison, unmet(evaluation, shares))


def evaluate(gold: Iterable[Gold], reports: Iterable[Report]) -> Evaluation:
    """Score reports against gold. A report belongs to the gold record that names its article's id or file.

    Raises CallError when no report has gold, when two reports have the same gold, or when the gold does not fit the
    article's text.
    """
    gold_by_name = _by_name(gold)
    reports_by_name: dict[str, Report] = {}
    without_gold = 0
    for report in reports:
        name = next((name for name in _names(report) if name in gold_by_name), None)
        if name is None:
            without_gold += 1
            continue
        if name in reports_by_name:
            raise CallError(f"there are two reports of the article {name!r}", hint="score one run at a time")
        reports_by_name[name] = report
    if not reports_by_name:
        hint = "gold names an article by its id or its file's name"
        raise CallError(_why_nothing_is_scored(gold_by_name, without_gold), hint=hint)
    articles = tuple(
        score_report(record, reports_by_name[name]) if name in reports_by_name else _score_without_report(record)
        for name, record in gold_by_name.items()
    )
    return Evaluation(
        scores=sum((article.scores for article in articles), Scores()),
        calibration=calibrate(judged for article in articles for judged in article.judged),
        articles=articles,
        without_report=tuple(name for name in gold_by_name if name not in reports_by_name),
        without_gold=without_gold,
    )


def _by_name(gold: Iterable[Gold]) -> dict[str, Gold]:
    by_name: dict[str, Gold] = {}
    for record in gold:
        if record.article in by_name:
            message = f"there are two gold records of the article {record.article!r}"
            raise CallError(message, hint="keep one of them")
        by_name[record.article] = record
    return by_name


def _names(report: Report) -> tuple[str, ...]:
    """The names by which gold may refer to a report's article."""
    if report.article.path is None:
        return (report.article.id,)
    path = PurePath(report.article.path)
    return (report.article.id, path.name, path.stem)


def _why_nothing_is_scored(gold_by_name: Mapping[str, Gold], without_gold: int) -> str:
    if not gold_by_name:
        return "there is no gold"
    if not without_gold:
        return "there are no reports"
    return f"none of the {without_gold} reports is of an article with gold ({', '.join(list(gold_by_name)[:3])} …)"


def _score_without_report(gold: Gold) -> ArticleScore:
    required = [item for item in gold.statements if not item.optional]
    none = Rate(right=0, of=len(required))
    return ArticleScore(
        article=gold.article,
        scores=Scores(recall=none, attributed=none),
        missed=tuple(" … ".join(item.content) for item in required),
    )


def compare(after: Evaluation, before: Evaluation) -> Comparison:
    """What changed from one run to the next, and which statements were lost and won."""
    missed_before = {(article.article, words) for article in before.articles for words in article.missed}
    missed_after = {(article.article, words) for article in after.articles for words in article.missed}
    both = {article.article for article in before.articles} & {article.article for article in after.articles}
    return Comparison(
        changes=tuple(
            Change(metric=name, before=getattr(before.scores, name).value, after=getattr(after.scores, name).value)
            for name in METRICS
        ),
        lost=tuple(f"{name}: {words}" for name, words in sorted(missed_after - missed_before) if name in both),
        won=tuple(f"{name}: {words}" for name, words in sorted(missed_before - missed_after) if name in both),
    )


def parse_floors(floors: Iterable[str]) -> dict[str, float]:
    """Read floors such as "recall=0.8" or "sources=90%". Raises CallError for an unknown measure or share."""
    shares: dict[str, float] = {}
    for floor in floors:
        name, _, share = floor.partition("=")
        name = name.strip()
        if name not in METRICS:
            raise CallError(f"{name!r} is not a measure", where="--floor", hint=f"use one of: {', '.join(METRICS)}")
        shares[name] = _share(share.strip(), floor)
    return shares


def _share(words: str, floor: str) -> float:
    try:
        value = float(words.removesuffix("%")) / (100 if words.endswith("%") else 1)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise CallError(
            f"{floor!r} is not a floor", where="--floor", hint="write a share from 0 to 1, as in recall=0.8"
        )
    return value


def unmet(evaluation: Evaluation, floors: Mapping[str, float]) -> tuple[Unmet, ...]:
    """The measures below their floors; one that had nothing to measure is not below any."""
    rates = {name: getattr(evaluation.scores, name).value for name in floors}
    return tuple(
        Unmet(metric=name, floor=floor, value=value)
        for name, floor in floors.items()
        if (value := rates[name]) is not None and value < floor
    )


def read_gold(path: Path) -> Iterator[Gold]:
    """Yield the gold of a .json or .jsonl file, or of all such files of a folder. Raises CallError."""
    for file in _files(path):
        data = _read(file)
        labelled = parse_labelled(data, str(file))
        yield from parse_gold(data, str(file)) if labelled is None else labelled


def read_evaluation(path: Path) -> Evaluation:
    """Read the JSON of an evaluation. Raises CallError for a missing file, ReportError for a file that is not one."""
    try:
        return Evaluation.model_validate_json(_read(path))
    except ValidationError as error:
        detail = error.errors(include_url=False, include_input=False)[0]["msg"]
        raise ReportError(
            f"not an evaluation: {detail}", where=str(path), hint="write one with `summarizer eval -o`"
        ) from None


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(file for file in path.iterdir() if file.suffix in (".json", ".jsonl"))
    if not files:
        hint = "name a .json or .jsonl file, or a folder of them"
        raise CallError("the folder holds no gold", where=str(path), hint=hint)
    return files


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise CallError(f"cannot read the file: {reason}", where=str(file), hint="name another file") from None
