"""Scores reports against hand-made gold, compares two runs, and holds a run to floors. No input or output here."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from summarizer.contract.errors import CallError
from summarizer.contract.frozen import Frozen
from summarizer.contract.version import __version__
from summarizer.evaluation.scoring import ArticleScore, Rate, Scores, score_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.contract.report import Report
    from summarizer.evaluation.gold import Gold

METRICS: tuple[str, ...] = tuple(Scores.model_fields)


class Evaluation(Frozen):
    """How good a run's reports are: the totals, and each article with what was wrong.

    `without_report` names gold articles of which there is no report; all their statements count as not found.
    `without_gold` counts reports that nobody has made gold for; they are not scored.
    """

    schema_version: Literal["1"] = "1"
    summarizer_version: str = __version__
    scores: Scores
    articles: tuple[ArticleScore, ...]
    without_report: tuple[str, ...] = ()
    without_gold: int = 0


class Change(Frozen):
    """One measure in two runs; shares from 0 to 1, null of nothing."""

    metric: str
    before: float | None
    after: float | None


class Comparison(Frozen):
    """What differs between two runs over the same gold."""

    changes: tuple[Change, ...]
    lost: tuple[str, ...] = Field(default=(), description="statements found before and not now")
    won: tuple[str, ...] = Field(default=(), description="statements found now and not before")


class Unmet(Frozen):
    """A measure that lies under its floor."""

    metric: str
    floor: float
    value: float


def evaluate(gold: Iterable[Gold], reports: Iterable[Report]) -> Evaluation:
    """Score reports against gold; a report belongs to the gold that names its article's id or file.

    Raises CallError when no report is of a gold article, when two are of one, or when gold does not fit its text.
    """
    wanted = _by_name(gold)
    found: dict[str, Report] = {}
    without_gold = 0
    for report in reports:
        name = next((name for name in _names(report) if name in wanted), None)
        if name is None:
            without_gold += 1
            continue
        if name in found:
            raise CallError(f"two reports are of the article {name!r}", hint="score one run at a time")
        found[name] = report
    if not found:
        raise CallError(
            _nothing_scored(wanted, without_gold), hint="gold names an article by its id or its file's name"
        )
    articles = tuple(
        score_report(item, found[name]) if name in found else _unanswered(item) for name, item in wanted.items()
    )
    return Evaluation(
        scores=sum((article.scores for article in articles), Scores()),
        articles=articles,
        without_report=tuple(name for name in wanted if name not in found),
        without_gold=without_gold,
    )


def _by_name(gold: Iterable[Gold]) -> dict[str, Gold]:
    wanted: dict[str, Gold] = {}
    for item in gold:
        if item.article in wanted:
            raise CallError(f"two gold records are of the article {item.article!r}")
        wanted[item.article] = item
    return wanted


def _names(report: Report) -> tuple[str, ...]:
    """What gold may call this report's article."""
    if report.article.path is None:
        return (report.article.id,)
    path = PurePath(report.article.path)
    return (report.article.id, path.name, path.stem)


def _nothing_scored(wanted: Mapping[str, Gold], without_gold: int) -> str:
    if not wanted:
        return "there is no gold"
    if not without_gold:
        return "there are no reports"
    return f"none of the {without_gold} reports is of a gold article ({', '.join(list(wanted)[:3])} …)"


def _unanswered(gold: Gold) -> ArticleScore:
    required = [item for item in gold.statements if not item.optional]
    none = Rate(right=0, of=len(required))
    return ArticleScore(
        article=gold.article,
        scores=Scores(recall=none, attributed=none),
        missed=tuple(" … ".join(item.content) for item in required),
    )


def compare(after: Evaluation, before: Evaluation) -> Comparison:
    """Say what changed from one run to the next, and which statements were lost and won."""
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
    """Read floors such as "recall=0.8" or "sources=90%". Raises CallError for an unknown measure or a bad share."""
    read: dict[str, float] = {}
    for floor in floors:
        name, _, share = floor.partition("=")
        name = name.strip()
        if name not in METRICS:
            raise CallError(f"{name!r} is no measure", where="--floor", hint=f"one of {', '.join(METRICS)}")
        read[name] = _share(share.strip(), floor)
    return read


def _share(words: str, floor: str) -> float:
    try:
        value = float(words.removesuffix("%")) / (100 if words.endswith("%") else 1)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise CallError(f"{floor!r} is no floor", where="--floor", hint="write a share from 0 to 1, as in recall=0.8")
    return value


def unmet(evaluation: Evaluation, floors: Mapping[str, float]) -> tuple[Unmet, ...]:
    """The measures under their floors; one that had nothing to measure is under none."""
    rates = {name: getattr(evaluation.scores, name).value for name in floors}
    return tuple(
        Unmet(metric=name, floor=floor, value=value)
        for name, floor in floors.items()
        if (value := rates[name]) is not None and value < floor
    )


def table(evaluation: Evaluation, comparison: Comparison | None = None) -> str:
    """The totals as plain text, a line a measure; with a comparison also the difference and what was lost and won."""
    earlier = {change.metric: change.before for change in comparison.changes} if comparison else {}
    lines = [
        _line(name, getattr(evaluation.scores, name), earlier.get(name), compared=bool(earlier)) for name in METRICS
    ]
    lines.append(f"{len(evaluation.articles)} articles")
    if evaluation.without_report:
        lines.append(f"no report of: {', '.join(evaluation.without_report)}")
    if evaluation.without_gold:
        lines.append(f"reports without gold, not scored: {evaluation.without_gold}")
    if comparison:
        lines += [f"lost: {words}" for words in comparison.lost] + [f"won:  {words}" for words in comparison.won]
    return "\n".join(lines) + "\n"


def _line(name: str, rate: Rate, before: float | None, *, compared: bool) -> str:
    value = _percent(rate.value)
    line = f"{name:<11}{value:>7}  {f'{rate.right}/{rate.of}':<11}"
    if compared:
        difference = "" if rate.value is None or before is None else f"{100 * (rate.value - before):+6.1f}"
        line += f"was {_percent(before):>6} {difference:>7}  "
    return f"{line}{Scores.model_fields[name].description}"


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}%"


def details(evaluation: Evaluation, articles: Sequence[str] = ()) -> str:
    """What was wrong, article by article, as plain text; of all articles, or of those named."""
    lines: list[str] = []
    for article in evaluation.articles:
        if articles and article.article not in articles:
            continue
        faults = [
            *(f"  missed: {words}" for words in article.missed),
            *(f"  source: {item.report!r} is not {item.gold!r}: {item.statement}" for item in article.wrong_sources),
            *(f"  unfounded: {words}" for words in article.unfounded),
            *(f"  furniture or repeat: {words}" for words in article.unclean),
            *(f"  said twice: {words}" for words in article.doubled),
        ]
        if faults:
            lines += [article.article, *faults]
    return "\n".join(lines) + "\n" if lines else ""
