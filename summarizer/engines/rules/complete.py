"""Completes a model's report by rules: what `--complete` adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.contract.report import Claim, Report
from summarizer.engines.rules.engine import draft_claims
from summarizer.grounding.checks.names import same_name
from summarizer.grounding.coverage import measure_coverage, missing_statements
from summarizer.grounding.evidence import reject
from summarizer.grounding.ground import ground_claim, too_weak
from summarizer.text.overlap import measure_overlap, stems
from summarizer.text.words import read_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAID = 0.75  # of a statement's weighted content words that a claim of its source holds: it says the same


def complete_report(report: Report, min_confidence: float = 0.0) -> Report:
    """Add the attributed statements that no claim covers as claims of origin "rules".

    Of those whose confidence is below `min_confidence`, or too low to be of use, each goes to `rejected`. What a claim
    of the same source already says in other words is left out: it stays among the missed.
    """
    article, claims, rejected = report.article, report.claims, report.rejected
    least = max(min_confidence, read_words("confidence")["completing"])
    for proposal in draft_claims(article, missing_statements(article, claims)):
        claim = ground_claim(article, proposal, claim_id=f"c{len(claims) + 1}", origin="rules")
        if isinstance(claim, Claim) and claim.confidence < least:
            claim = reject(proposal, too_weak(claim.confidence, least))
        if not isinstance(claim, Claim):
            rejected += (claim,)
        elif not _is_said(claim, report.claims):
            claims += (claim,)
    return Report(
        article=article,
        summary=report.summary,
        claims=claims,
        rejected=rejected,
        coverage=measure_coverage(article, claims, least),
        provenance=report.provenance,
    )


def _is_said(new: Claim, claims: Sequence[Claim]) -> bool:
    """Whether one of some claims, of the same source, says what a new one says."""
    for claim in claims:
        if not same_name(claim.source.name, new.source.name):
            continue
        told = stems(" ".join((claim.text, *(piece.quote for piece in claim.evidence))))
        if measure_overlap(new.text, told).share >= _SAID:
            return True
    return False
