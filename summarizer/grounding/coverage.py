"""Measures which of an article's attributed statements the claims cover, and names those that they miss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.confidence import confidences
from summarizer.attribution.statements import article_statements, source_names
from summarizer.contract.report import Coverage, Missed
from summarizer.text.occurrences import merge_spans, shared_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.report import Claim
    from summarizer.contract.statement import Offsets, Statement

# A statement is covered when the claims' evidence holds at least this share of its content: half lets a model quote the
# main clause only, and is too much for a quotation of three words that happens to lie inside a long statement.
_ENOUGH = 0.5


def measure_coverage(article: Article, claims: Sequence[Claim], min_confidence: float = 0.0) -> Coverage:
    """How many of the article's attributed statements the claims cover, with the span of each that none does.

    A missed statement's span runs from where its content begins to where it ends, the cue in the middle included.
    """
    statements = article_statements(article)
    missed = missing_statements(article, claims)
    return Coverage(
        statements=len(statements),
        covered=len(statements) - len(missed),
        missed=tuple(_missed(article, one, min_confidence) for one in missed),
    )


def _missed(article: Article, statement: Statement, min_confidence: float) -> Missed:
    start, end = statement.content[0][0], statement.content[-1][1]
    confidence = confidences(article)[statement]
    reason = (
        f"doubtful: left out at confidence {confidence:.2f}" if confidence < min_confidence else "no claim quotes it"
    )
    return Missed(start=start, end=end, text=article.text[start:end], reason=reason)


def missing_statements(article: Article, claims: Sequence[Claim]) -> tuple[Statement, ...]:
    """The attributed statements that no claim covers, in text order.

    What a claim quotes of somebody covers it wherever else the article prints the same words of the same source.
    """
    pieces = {(piece.start, piece.end) for claim in claims for piece in claim.evidence}
    evidence = merge_spans(sorted(pieces))
    missing = [
        one
        for one in article_statements(article)
        if not pieces.issuperset(one.content) and not _is_covered(one.content, evidence)
    ]
    if not missing:
        return ()
    said = {(claim.source.name, tuple([piece.quote for piece in claim.evidence])) for claim in claims}
    return tuple([one for one in missing if _in_words(article, one) not in said])


def _in_words(article: Article, statement: Statement) -> tuple[str, tuple[str, ...]]:
    who = source_names(article).get(statement.mention) if statement.mention else None
    return who.name if who else "", tuple([article.text[start:end] for start, end in statement.content])


def _is_covered(content: Sequence[Offsets], evidence: Sequence[Offsets]) -> bool:
    return shared_length(content, evidence) >= _ENOUGH * sum(end - start for start, end in content)
