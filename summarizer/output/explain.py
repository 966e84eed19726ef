"""Says which rule found each claim's words in the article, and by which cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.report import Claim, Report
    from summarizer.contract.statement import Statement


def explain(report: Report) -> Iterator[str]:
    """One line a claim: its id, rule, cue with its place, the source's words and confidence; then the missed ones."""
    from summarizer.attribution.statements import article_statements  # noqa: PLC0415  the rules are not needed by an idle command

    article = report.article
    statements = article_statements(article)
    for claim in report.claims:
        found = closest_statement(claim, statements)
        rule = _described(article.text, found) if found else "no rule finds it"
        yield f"{article.id} {claim.id}: {rule}, confidence {claim.confidence:.2f}"
    for span in report.coverage.missed:
        yield f"{article.id} missed {span.start}-{span.end}: {_shortened(span.text)} ({span.reason})"


def closest_statement(claim: Claim, statements: tuple[Statement, ...]) -> Statement | None:
    """The statement whose words are most nearly the claim's evidence; None when none shares any."""
    best, most = None, 0.0
    for statement in statements:
        shared = sum(
            max(0, min(piece.end, end) - max(piece.start, start))
            for piece in claim.evidence
            for start, end in statement.content
        )
        length = sum(end - start for start, end in statement.content)
        claimed = sum(piece.end - piece.start for piece in claim.evidence)
        likeness = shared / (length + claimed - shared) if shared else 0.0
        if likeness > most:
            best, most = statement, likeness
    return best


def _described(text: str, statement: Statement) -> str:
    cue = f"cue {_shortened(text[slice(*statement.cue)])!r} at {statement.cue[0]}" if statement.cue else "no cue"
    who = f"source {_shortened(text[slice(*statement.mention)])!r}" if statement.mention else "no source named"
    return f"rule {statement.rule}, {cue}, {who}, {statement.stance}, {statement.certainty}"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:79] + "…"
