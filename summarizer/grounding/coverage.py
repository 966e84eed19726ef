"""Measures which of an article's attributed statements the claims cover, and names those that they miss."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from summarizer.attribution.confidence import confidences
from summarizer.attribution.statements import article_statements, article_traces, source_names
from summarizer.contract.report import Coverage, Missed
from summarizer.text.occurrences import merge_spans, shared_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.traces import Trace
    from summarizer.contract.article import Article
    from summarizer.contract.report import Claim
    from summarizer.contract.statement import Offsets, Statement

# A statement is covered when the claims' evidence holds at least this share of its content: half lets a model quote the
# main clause only, and is too much for a quotation of three words that happens to lie inside a long statement.
_ENOUGH = 0.5
_AROUND_TITLE = "“”\"',. "
_SHORTEST_PART = 12  # characters: "he" is not what is said


def measure_coverage(article: Article, claims: Sequence[Claim], min_confidence: float = 0.0) -> Coverage:
    """How many of the article's attributed statements the claims cover, with the span of each that none does.

    A missed statement's span runs from where its content begins to where it ends, the cue in the middle included.
    """
    statements, traces = article_statements(article), article_traces(article)
    evidence = merge_spans(sorted((piece.start, piece.end) for claim in claims for piece in claim.evidence))
    missed = [_missed(article, one, min_confidence) for one in missing_statements(article, claims)]
    media = {name for claim in claims for name in claim.via}
    missed += [
        _unread(article, one) for one in traces if not _is_quoted(one, evidence) and _marked(article, one) not in media
    ]
    return Coverage(
        statements=len(statements) + len(traces),
        covered=len(statements) + len(traces) - len(missed),
        missed=tuple(sorted(missed, key=lambda one: (one.start, one.end))),
    )


def _missed(article: Article, statement: Statement, min_confidence: float) -> Missed:
    start, end = statement.content[0][0], statement.content[-1][1]
    confidence = confidences(article)[statement]
    reason = (
        f"doubtful: left out at confidence {confidence:.2f}" if confidence < min_confidence else "no claim quotes it"
    )
    return Missed(start=start, end=end, text=article.text[start:end], reason=reason)


def _marked(article: Article, trace: Trace) -> str:
    """What a trace marks, without quotation marks and a full stop: the title of a programme that passes a claim on."""
    return article.text[slice(*trace.mark)].strip(_AROUND_TITLE)


def _unread(article: Article, trace: Trace) -> Missed:
    start, end = trace.start, trace.end
    return Missed(start=start, end=end, text=article.text[start:end], reason=trace.reason)


def _is_quoted(trace: Trace, evidence: Sequence[Offsets]) -> bool:
    """Whether claims quote what a trace marks, or what stands before the word of saying or after it."""
    start, end = trace.mark
    near = evidence[max(0, bisect_right(evidence, (trace.start,)) - 1) : bisect_left(evidence, (trace.end,))]
    if not near:
        return False
    parts = [trace.mark, (trace.start, start), (end, trace.end)]
    return any(_is_covered([part], near) for part in parts if part[1] - part[0] > _SHORTEST_PART)


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
