"""Completes a model's report by rules: what `--complete` adds."""

from __future__ import annotations

from summarizer.contract.report import Claim, Report
from summarizer.engines.rules.engine import draft_claims
from summarizer.grounding.coverage import measure_coverage, missing_statements
from summarizer.grounding.ground import ground_claim


def complete_report(report: Report) -> Report:
    """Add every attributed statement that no claim covers as a claim of origin "rules"."""
    article, claims = report.article, report.claims
    for proposal in draft_claims(article, missing_statements(article, claims)):
        claim = ground_claim(article, proposal, claim_id=f"c{len(claims) + 1}", origin="rules")
        if isinstance(claim, Claim):
            claims += (claim,)
    return Report(
        article=article,
        summary=report.summary,
        claims=claims,
        rejected=report.rejected,
        coverage=measure_coverage(article, claims),
        provenance=report.provenance,
    )
