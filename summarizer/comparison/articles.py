"""Which articles are compared: one for each text, each by an id of its own, whatever reports there are of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.contract.report import Report


def choose_reports(reports: Iterable[Report]) -> list[tuple[str, Report]]:
    """One report for each text, by sha256, with the id of its article, in the order of these ids.

    Of several reports of one text a model's is taken, then the one with most claims. Two texts that bear one id are
    told apart by the beginning of their sha256.
    """
    chosen: dict[str, Report] = {}
    for report in reports:
        other = chosen.get(report.article.sha256)
        if other is None or _rank(report) > _rank(other):
            chosen[report.article.sha256] = report
    by_id: dict[str, list[Report]] = {}
    for report in chosen.values():
        by_id.setdefault(report.article.id, []).append(report)
    named = [
        (name if len(bearers) == 1 else f"{name}@{report.article.sha256[:12]}", report)
        for name, bearers in by_id.items()
        for report in bearers
    ]
    return sorted(named, key=lambda one: (one[0], one[1].article.sha256))


def _rank(report: Report) -> tuple[bool, int, str, str]:
    """How well a report serves; the last two only make the choice the same in any order."""
    made = report.provenance.created or ""
    return report.provenance.engine == "llm", len(report.claims), made, report.model_dump_json()
