"""How often claims like one were right on annotated news.

A claim of the rules has the rate of the statement that it puts. A model's claim has a rate by what the rules read of
the same words, by how its quote was found, and by what the checks doubt. english/confidence.toml has the rates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summarizer.attribution.confidence import confidences, statements_by_start
from summarizer.attribution.statements import article_statements, source_names
from summarizer.contract.check import Check
from summarizer.grounding.checks.names import same_name
from summarizer.text.words import read_words

Agreement = Literal["rules_agree", "rules_differ", "rules_are_silent"]
ABOUT_SOURCE = frozenset({"source_differs", "source_far_from_evidence"})

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import Stance
    from summarizer.contract.report import Claim, Evidence, Source
    from summarizer.contract.statement import Statement
    from summarizer.grounding.checks.source import Reading


def with_confidence(claim: Claim, checks: tuple[Check, ...], reading: Reading | None = None) -> Claim:
    """The claim with its checks and its confidence, and with the check `weak_attribution` where that is low.

    A claim of the rules is made with its confidence; `reading` is what they read where a model's has its evidence.
    """
    confidence = claim.confidence if claim.origin == "rules" else _confidence_of_model(claim, checks, reading)
    if confidence < read_words("confidence")["weak"]:
        detail = f"of claims like this one, {confidence:.0%} were right on annotated news"
        checks = (*checks, Check(code="weak_attribution", detail=detail))
    if claim.origin == "rules" and not checks:
        return claim
    return claim.model_copy(update={"confidence": confidence, "checks": checks})


def statements_behind(
    article: Article, stance: Stance, source: Source, evidence: Sequence[Evidence]
) -> list[Statement]:
    """The statements that a claim of the rules puts: two rules may have read one."""
    names = source_names(article)
    start, end = evidence[0].start, evidence[-1].end

    def is_behind(one: Statement) -> bool:
        if one.stance != stance or one.content[-1][1] < end:
            return False
        return one.mention is None or names[one.mention].name == source.name

    found = [one for one in statements_by_start(article).get(start, ()) if is_behind(one)]
    # The page's furniture may cut off where a statement begins.
    return found or [one for one in article_statements(article) if one.content[0][0] <= start and is_behind(one)]


def confidence_by_rules(article: Article, stance: Stance, source: Source, evidence: Sequence[Evidence]) -> float:
    """How often statements like those that a claim of the rules puts were right."""
    rates = confidences(article)
    return max([rates[one] for one in statements_behind(article, stance, source, evidence)], default=0.0)


def _confidence_of_model(claim: Claim, checks: Sequence[Check], reading: Reading | None) -> float:
    rates = read_words("confidence")["models"]
    confidence: float = rates[agreement(claim, checks, reading)]
    if any(piece.match != "exact" for piece in claim.evidence):
        confidence *= rates["normalized"]
    if any(check.code not in ABOUT_SOURCE for check in checks):
        confidence *= rates["doubted"]
    return round(confidence, 2)


def agreement(claim: Claim, checks: Sequence[Check], reading: Reading | None) -> Agreement:
    """What the rules say of the source of a model's claim: a key of the table `models`."""
    if any(check.code in ABOUT_SOURCE for check in checks):
        return "rules_differ"
    if reading is not None and reading.source is not None and same_name(claim.source.name, reading.source):
        return "rules_agree"
    return "rules_are_silent"
