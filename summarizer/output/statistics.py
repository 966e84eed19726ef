"""What many reports hold, counted: for a first look at a corpus, and for a table of a run's results."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from pydantic import Field

from summarizer.contract.check import CheckCode
from summarizer.contract.draft import SourceKind, Stance
from summarizer.contract.frozen import Frozen
from summarizer.contract.report import Mode
from summarizer.output.plain_words import CHECKS, KINDS, MODES, STANCES, speaker

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from summarizer.contract.report import Report

_MOST_SOURCES = 10
# Breaks of lines, controls, and what turns the direction of the text: a name is one line of a table.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_Code = TypeVar("_Code", bound=str)


class Statistics(Frozen):
    """Counts over some reports; `confidence` is the mean over all claims, null without a claim.

    `sources` holds the names that make most claims, each with how many. A name in two articles is counted as one,
    though it may be two people.
    """

    articles: int = 0
    outlets: int = 0
    claims: int = 0
    doubted: int = Field(default=0, description="claims with at least one check")
    rejected: int = 0
    statements: int = Field(default=0, description="things that somebody says, as the rules count them")
    covered: int = 0
    names: int = Field(default=0, description="different sources")
    confidence: float | None = None
    cost: float | None = Field(default=None, description="US dollars; null when nothing was priced")
    prompt_tokens: int = 0
    completion_tokens: int = 0
    sources: dict[str, int] = Field(default_factory=dict)
    stances: dict[Stance, int] = Field(default_factory=dict)
    kinds: dict[SourceKind, int] = Field(default_factory=dict)
    modes: dict[Mode, int] = Field(default_factory=dict)
    checks: dict[CheckCode, int] = Field(default_factory=dict)

    def text(self) -> str:
        """The counts as lines for people."""
        lines = [
            f"articles    {self.articles:,}" + (f" of {self.outlets:,} outlets" if self.outlets else ""),
            f"claims      {self.claims:,}" + _per(self.claims, self.articles, "an article"),
            f"doubted     {self.doubted:,}{_share(self.doubted, self.claims)}",
            f"refused     {self.rejected:,}",
            f"covered     {self.covered:,} of {self.statements:,} statements{_share(self.covered, self.statements)}",
        ]
        if self.confidence is not None:
            lines.append(f"confidence  {self.confidence:.2f} on average")
        if self.prompt_tokens:
            cost = f", ${self.cost:.4f}" if self.cost is not None else ""
            lines.append(f"tokens      {self.prompt_tokens:,} read, {self.completion_tokens:,} written{cost}")
        lines += _table("stance", self.stances, STANCES, self.claims)
        lines += _table("words", self.modes, MODES, self.claims)
        lines += _table("source", self.kinds, KINDS, self.claims)
        lines += _table("doubt", self.checks, CHECKS, self.claims)
        if self.sources:
            shown = (
                "most claims first" if self.names <= len(self.sources) else f"the {len(self.sources)} with most claims"
            )
            lines += ["", f"{self.names:,} sources, {shown}"]
            lines += [f"  {count:>6,}  {_UNSHOWN.sub(' ', name)}" for name, count in self.sources.items()]
        return "\n".join(lines) + "\n"


def _per(count: int, of: int, what: str) -> str:
    return f", {count / of:.1f} {what}" if of else ""


def _share(count: int, of: int) -> str:
    return f" ({count / of:.0%})" if of else ""


def _table(name: str, counts: Mapping[_Code, int], words: Mapping[_Code, str], claims: int) -> list[str]:
    rows = [f"  {count:>6,}  {words[code]}{_share(count, claims)}" for code, count in counts.items()]
    return ["", name, *rows] if rows else []


def count_reports(reports: Iterable[Report]) -> Statistics:
    """Count what reports hold; one is looked at after the other, and none is kept."""
    totals: Counter[str] = Counter()
    tables: dict[str, Counter[str]] = {name: Counter() for name in ("sources", "stances", "kinds", "modes", "checks")}
    outlets: set[str] = set()
    sure, costs = 0.0, []
    for report in reports:
        usage, coverage = report.provenance.usage, report.coverage
        totals.update(
            articles=1,
            claims=len(report.claims),
            rejected=len(report.rejected),
            statements=coverage.statements,
            covered=coverage.covered,
            prompt_tokens=usage.prompt_tokens,
            completion_tokens=usage.completion_tokens,
        )
        costs += [usage.cost] if usage.cost is not None else []
        outlets |= {report.article.outlet} if report.article.outlet else set()
        for claim in report.claims:
            sure += claim.confidence
            totals["doubted"] += bool(claim.checks)
            tables["sources"][speaker(claim)] += 1
            tables["stances"][claim.stance] += 1
            tables["kinds"][claim.source.kind] += 1
            tables["modes"][claim.mode] += 1
            tables["checks"].update({check.code for check in claim.checks})
    ranked = {name: dict(sorted(table.items(), key=_most_first)) for name, table in tables.items()}
    names = len(ranked["sources"])
    ranked["sources"] = dict(list(ranked["sources"].items())[:_MOST_SOURCES])
    confidence = round(sure / totals["claims"], 4) if totals["claims"] else None
    return Statistics.model_validate(
        {
            **totals,
            **ranked,
            "outlets": len(outlets),
            "names": names,
            "confidence": confidence,
            "cost": sum(costs) if costs else None,
        }
    )


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
