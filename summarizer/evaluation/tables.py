"""Shows an evaluation as plain text: the totals as a table, and what was wrong in each article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.evaluation.evaluate import METRICS
from summarizer.evaluation.scoring import Scores

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.evaluation.calibration import Calibration
    from summarizer.evaluation.evaluate import Comparison, Evaluation
    from summarizer.evaluation.rate import Rate


def table(evaluation: Evaluation, comparison: Comparison | None = None) -> str:
    """The totals, one line for each measure; with a comparison also the differences, and what was lost and won."""
    earlier = {change.metric: change.before for change in comparison.changes} if comparison else {}
    lines = [
        _line(name, getattr(evaluation.scores, name), earlier.get(name), compared=bool(earlier)) for name in METRICS
    ]
    lines += calibration_lines(evaluation.calibration)
    count = len(evaluation.articles)
    lines.append(f"{count} article{'' if count == 1 else 's'}")
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


def calibration_lines(calibration: Calibration) -> list[str]:
    """What was stated and what was measured, in each bin; nothing without claims."""
    if calibration.largest_gap is None:
        return []
    bins = ", ".join(f"{one.stated:.2f}: {one.measured:.2f} of {one.claims}" for one in calibration.bins)
    sure, doubted = calibration.sure, calibration.doubted
    return [
        f"confidence of .9 and above: {_percent(sure.value)} right ({sure.right}/{sure.of}); largest gap in "
        f"{len(calibration.bins)} bins: {calibration.largest_gap:.2f}; wrong claims with a check: "
        f"{_percent(doubted.value)} ({doubted.right}/{doubted.of})",
        f"stated: right (source and content)  {bins}",
    ]


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}%"


def details(evaluation: Evaluation, articles: Sequence[str] = ()) -> str:
    """What was wrong in each article, or only in the named articles."""
    lines: list[str] = []
    for article in evaluation.articles:
        if articles and article.article not in articles:
            continue
        problems = [
            *(f"  missed: {words}" for words in article.missed),
            *(f"  source: {item.report!r} is not {item.gold!r}: {item.statement}" for item in article.wrong_sources),
            *(f"  unfounded: {words}" for words in article.unfounded),
            *(f"  furniture or repeat: {words}" for words in article.unclean),
            *(f"  said twice: {words}" for words in article.doubled),
        ]
        if problems:
            lines += [article.article, *problems]
    return "\n".join(lines) + "\n" if lines else ""
