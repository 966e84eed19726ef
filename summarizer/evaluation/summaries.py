"""Scores the summaries of reports against lists of what an abstract must say and must not say.

docs/gold.md explains the format. A list is written in an editor's words, so that what is measured is a share of content
words, and no more than a hint: whether a summary reads well only a reader can tell.
"""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from pydantic import ValidationError

from summarizer.contract.errors import CallError
from summarizer.contract.frozen import Frozen
from summarizer.evaluation.rate import Rate
from summarizer.text.overlap import measure_overlap, stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from summarizer.contract.report import Report

_TOLD = 0.6  # of an item's content words in the abstract: it is told
_ASIDE = re.compile(r"\([^()]*\)")  # other words for the same
_QUOTED = re.compile(r"[“\"]([^“”\"]{8,})[”\"]")


class SummaryGold(Frozen):
    """A right headline for an article, what an abstract must say, and what it must not say."""

    headline: str
    must: tuple[str, ...]
    must_not: tuple[str, ...] = ()


class SummaryScore(Frozen):
    """How one article's summary fares; `untold` are the items that the abstract lacks, `said` forbidden words in it."""

    article: str
    told: Rate
    headline: Rate
    untold: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


class SummaryEvaluation(Frozen):
    """How a run's summaries fare: `whole` counts those that tell every item, `doubted` the lines that bear a check."""

    articles: tuple[SummaryScore, ...]
    told: Rate
    whole: Rate
    clean: Rate
    headlines: Rate
    doubted: Rate


def is_summary_gold(path: Path) -> bool:
    """Whether a file, or the first of a folder, holds what a summary must say."""
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    try:
        value = json.loads(files[0].read_text(encoding="utf-8-sig")) if files else None
    except (OSError, ValueError):
        return False
    return isinstance(value, dict) and "must" in value


def read_summary_gold(path: Path) -> dict[str, SummaryGold]:
    """The gold of a file or folder by the names of its files, which are those of the articles. Raises CallError."""
    found = {}
    for file in sorted(path.glob("*.json")) if path.is_dir() else [path]:
        try:
            found[file.stem] = SummaryGold.model_validate_json(file.read_text(encoding="utf-8-sig"))
        except (OSError, ValidationError) as error:
            raise CallError(f"this is no gold of a summary: {error}", where=str(file)) from None
    return found


def evaluate_summaries(gold: dict[str, SummaryGold], reports: Iterable[Report]) -> SummaryEvaluation:
    """Score the summaries of reports. Raises CallError when no report is of an article with gold."""
    scores: list[SummaryScore] = []
    lines: list[bool] = []
    for report in reports:
        name = next((one for one in _names(report) if one in gold), None)
        if name is not None:
            scores.append(score_summary(name, gold[name], report))
            lines += [bool(line.checks) for line in report.summary.lines]
    if not scores:
        hint = "the gold's files are named after the articles' files or ids"
        raise CallError("none of the reports is of an article with gold", hint=hint)
    return SummaryEvaluation(
        articles=tuple(scores),
        told=sum((one.told for one in scores), Rate()),
        whole=_share([not one.untold for one in scores]),
        clean=_share([not one.said for one in scores]),
        headlines=_share([one.headline.right * 2 >= one.headline.of for one in scores]),
        doubted=_share(lines),
    )


def score_summary(name: str, gold: SummaryGold, report: Report) -> SummaryScore:
    """Score one summary: an item is told when the abstract has most of its content words."""
    held = stems(report.summary.abstract)
    untold = [item for item in gold.must if measure_overlap(_ASIDE.sub("", item), held).share < _TOLD]
    said = [words for item in gold.must_not for words in _QUOTED.findall(item) if words in report.summary.abstract]
    wanted = stems(gold.headline)
    return SummaryScore(
        article=name,
        told=Rate(right=len(gold.must) - len(untold), of=len(gold.must)),
        headline=Rate(right=len(wanted & stems(report.summary.headline)), of=len(wanted)),
        untold=tuple(untold),
        said=tuple(said),
    )


def summary_table(evaluation: SummaryEvaluation, *, details: bool = False) -> str:
    """The totals, one line for each measure; with details also what each abstract lacks or must not say."""
    rows = (
        ("told", evaluation.told, "of what abstracts must say, what they say by most of its words"),
        ("whole", evaluation.whole, "abstracts that say all that they must"),
        ("clean", evaluation.clean, "abstracts without words that they must not quote"),
        ("headlines", evaluation.headlines, "headlines with half of the content words of a right one"),
        ("doubted", evaluation.doubted, "lines of summaries that bear a check"),
    )
    lines = [
        f"{name:<11}{'-' if rate.value is None else f'{100 * rate.value:.1f}%':>7}  "
        f"{f'{rate.right}/{rate.of}':<11}{words}"
        for name, rate, words in rows
    ]
    count = len(evaluation.articles)
    lines.append(f"{count} article{'' if count == 1 else 's'}")
    for one in evaluation.articles if details else ():
        problems = [*(f"  untold: {item}" for item in one.untold), *(f"  said: {words}" for words in one.said)]
        lines += [one.article, *problems] if problems else []
    return "\n".join(lines) + "\n"


def _share(values: Sequence[bool]) -> Rate:
    return Rate(right=sum(values), of=len(values))


def _names(report: Report) -> tuple[str, ...]:
    path = PurePath(report.article.path) if report.article.path else None
    return (report.article.id, path.name, path.stem) if path else (report.article.id,)
