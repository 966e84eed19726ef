"""A report as a notebook shows it: no larger than a screen, and all that comes from an article is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.output.page.article import day_of, headline_of
from summarizer.output.page.escaping import escaped, web_address
from summarizer.output.plain_words import CHECKS, STANCES, speaker

if TYPE_CHECKING:
    from summarizer.contract.report import Claim, Report

_MOST_CLAIMS = 12
_LONGEST = 240  # characters of a claim's words
_CELL = "text-align:left;vertical-align:top"


def notebook_html(report: Report) -> str:
    """Headline, abstract and the first claims, as HTML without a script: a notebook may take scripts away."""
    article, coverage = report.article, report.coverage
    facts = [escaped(value) for value in (article.outlet, day_of(report)) if value]
    if link := web_address(article.url):
        facts.append(f'<a href="{escaped(link)}" rel="noopener noreferrer">the article where it came out</a>')
    facts.append(f"{len(report.claims)} claims")
    if coverage.missed:
        facts.append(f"{len(coverage.missed)} of {coverage.statements} statements missed")
    if report.rejected:
        facts.append(f"{len(report.rejected)} refused")
    rows = "".join(_row(claim, number) for number, claim in enumerate(report.claims[:_MOST_CLAIMS], 1))
    rest = len(report.claims) - _MOST_CLAIMS
    more = f"<p>and {rest} more in <code>.claims</code></p>" if rest > 0 else ""
    heads = "".join(f'<th style="{_CELL}">{name}</th>' for name in ("", "who", "how", "words", "sure"))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
    headline = escaped(_shortened(headline_of(report)))
    abstract = escaped(_shortened(report.summary.abstract, 3 * _LONGEST))
    return (
        f'<div><p><b dir="auto">{headline}</b><br><small>{" · ".join(facts)}</small></p>'
        f'<p dir="auto">{abstract}</p>{table}{more}</div>'
    )


def _row(claim: Claim, number: int) -> str:
    words = " […] ".join(piece.quote for piece in claim.evidence)
    via = f" <small>via {escaped(', '.join(claim.via))}</small>" if claim.via else ""
    doubts = "; ".join(CHECKS[check.code] for check in claim.checks)
    return (
        f'<tr><td>{number}</td><td dir="auto" style="{_CELL}">{escaped(_shortened(speaker(claim), 80))}{via}</td>'
        f'<td style="{_CELL}">{STANCES[claim.stance]}</td><td dir="auto" style="{_CELL}">{escaped(_shortened(words))}'
        + (f"<br><small>doubt: {doubts}</small>" if doubts else "")
        + f"</td><td>{claim.confidence:.0%}</td></tr>"
    )


def _shortened(text: str, longest: int = _LONGEST) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
