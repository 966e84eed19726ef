"""Completes a model's report by rules: what `--complete` adds."""

from __future__ import annotations

from summarizer.contract.report import Claim, Report
from summarizer.engines.rules.engine import draft_claims
from summarizer.grounding.coverage import measure_coverage, missing_statements
from summarizer.grounding.evidence import reject
from summarizer.grounding.ground import ground_claim, too_weak


def complete_report(report: Report, min_confidence: float = 0.0) -> Report:
    """Add every attributed statement that no claim covers as a claim of origin "rules".

    One whose confidence is below `min_confidence` goes to `rejected`.
    """
    article, claims, rejected = report.article, report.claims, report.rejected
    for proposal in draft_claims(article, missing_statements(article, claims)):
        claim = ground_claim(article, proposal, claim_id=f"c{len(claims) + 1}", origin="rules")
        if isinstance(claim, Claim) and claim.confidence < min_confidence:
            claim = reject(proposal, too_weak(claim.confidence, min_confidence))
        if isinstance(claim, Claim):
            claims += (claim,)
        else:
            rejected += (claim,)
    return Report(
        article=article,
        summary=report.summary,
        claims=claims,
        rejected=rejected,
        coverage=measure_coverage(article, claims, min_confidence),
        provenance=report.provenance,
    )
