"""The tables that reports become, and their columns: the same names, types and order in every format.

docs/tables.md lists them for users; a column may be added at a table's end, and none is renamed or moved.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from summarizer.contract.report import Claim, Report, Source

_HALF = re.compile("[\ud800-\udfff]")
Cell = str | int | float | None
Row = tuple[Cell, ...]
Kind = Literal["text", "integer", "number"]


class Column(NamedTuple):
    """A column: its name and what its cells hold; a cell may be None where `is_optional`."""

    name: str
    kind: Kind = "text"
    is_optional: bool = False


class Table(NamedTuple):
    """A table: its columns, which of them tell its rows apart, and its rows of a report."""

    name: str
    columns: tuple[Column, ...]
    keys: tuple[str, ...]
    rows: Callable[[Report], Iterable[Row]]


def _text(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _optional(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, is_optional=True) for name in names)


def _integers(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, "integer") for name in names)


ARTICLE_ID = Column("article_id")
_SPAN = _integers("start", "end")
_NUMBER = Column("number", "integer")


def _articles(report: Report) -> Iterator[Row]:
    article, summary, coverage, made = report.article, report.summary, report.coverage, report.provenance
    about = (article.id, article.title, article.outlet, article.author, article.published, article.url, article.path)
    text = (article.language, article.sha256, summary.headline, summary.abstract)
    counts = (len(report.claims), coverage.statements, coverage.covered, len(report.rejected))
    yield (*about, *text, *counts, made.engine, made.model, made.usage.cost, article.text)


def _claims(report: Report) -> Iterator[Row]:
    for claim in report.claims:
        yield (*_claim_head(report, claim), *_claim_source(claim), *_claim_evidence(claim))


def _claim_head(report: Report, claim: Claim) -> Row:
    article = report.article
    about = (article.id, article.title, article.outlet, article.published, article.url)
    return (*about, claim.id, claim.text, claim.stance, claim.confidence, claim.mode)


def _claim_source(claim: Claim) -> Row:
    source, span = claim.source, claim.source.span
    place = (span.start, span.end) if span is not None else (None, None)
    return (source.name, source.kind, source.role, *place, "; ".join(claim.via))


def _claim_evidence(claim: Claim) -> Row:
    pieces = claim.evidence
    spans = " ".join(f"{piece.start}-{piece.end}" for piece in pieces)
    match = next((piece.match for piece in pieces if piece.match != "exact"), "exact")
    first_to_last = (min(piece.start for piece in pieces), max(piece.end for piece in pieces))
    figures = "; ".join(figure.text for figure in claim.figures)
    checks = "; ".join(f"{check.code}: {check.detail}" for check in claim.checks)
    words = " […] ".join(piece.quote for piece in pieces)
    return (words, *first_to_last, len(pieces), spans, match, figures, checks, claim.origin)


def _evidence(report: Report) -> Iterator[Row]:
    for claim in report.claims:
        for number, piece in enumerate(claim.evidence, start=1):
            which, of = piece.occurrence or (1, 1)
            head = (report.article.id, claim.id, number)
            yield (*head, piece.quote, piece.start, piece.end, piece.match, which, of)


def _figures(report: Report) -> Iterator[Row]:
    for claim in report.claims:
        for number, figure in enumerate(claim.figures, start=1):
            head = (report.article.id, claim.id, number)
            yield (*head, figure.value, figure.qualifier, figure.unit, figure.text)


def _sources(report: Report) -> Iterator[Row]:
    found: dict[tuple[str, str], list[Source]] = {}
    for claim in report.claims:
        found.setdefault((claim.source.name, claim.source.kind), []).append(claim.source)
    for (name, kind), sources in found.items():
        role = next((source.role for source in sources if source.role), None)
        yield (report.article.id, name, kind, role, len(sources))


def _relays(report: Report) -> Iterator[Row]:
    for claim in report.claims:
        yield from ((report.article.id, claim.id, number, name) for number, name in enumerate(claim.via, start=1))


def _checks(report: Report) -> Iterator[Row]:
    for claim in report.claims:
        for number, check in enumerate(claim.checks, start=1):
            yield (report.article.id, claim.id, number, check.code, check.detail)


def _missed(report: Report) -> Iterator[Row]:
    for number, span in enumerate(report.coverage.missed, start=1):
        yield (report.article.id, number, span.start, span.end, span.text, span.reason)


def _rejected(report: Report) -> Iterator[Row]:
    for number, item in enumerate(report.rejected, start=1):
        yield (report.article.id, number, item.text, item.source, item.quote, item.reason)


CLAIMS = Table(
    "claims",
    (
        *_text("article_id", "article_title"),
        *_optional("outlet", "published", "url"),
        *_text("claim_id", "claim", "stance"),
        Column("confidence", "number"),
        *_text("mode", "source", "source_kind"),
        Column("source_role", is_optional=True),
        Column("source_start", "integer", is_optional=True),
        Column("source_end", "integer", is_optional=True),
        *_text("via", "quote"),
        *_integers("start", "end", "pieces"),
        *_text("spans", "match", "figures", "checks", "origin"),
    ),
    ("article_id", "claim_id"),
    _claims,
)
_OF_CLAIM = (*_text("article_id", "claim_id"), _NUMBER)
_OF_CLAIM_KEYS = ("article_id", "claim_id", "number")
_ALL = (
    Table(
        "articles",
        (
            *_text("article_id", "title"),
            *_optional("outlet", "author", "published", "url", "path"),
            *_text("language", "sha256", "headline", "abstract"),
            *_integers("claims", "statements", "covered", "rejected"),
            Column("engine"),
            Column("model", is_optional=True),
            Column("cost", "number", is_optional=True),
            Column("text"),
        ),
        ("article_id",),
        _articles,
    ),
    CLAIMS,
    Table(
        "evidence",
        (*_OF_CLAIM, Column("quote"), *_SPAN, Column("match"), *_integers("occurrence", "occurrences")),
        _OF_CLAIM_KEYS,
        _evidence,
    ),
    Table(
        "figures",
        (*_OF_CLAIM, Column("value", "number"), Column("qualifier"), Column("unit", is_optional=True), Column("text")),
        _OF_CLAIM_KEYS,
        _figures,
    ),
    Table(
        "sources",
        (*_text("article_id", "name", "kind"), Column("role", is_optional=True), Column("claims", "integer")),
        ("article_id", "name", "kind"),
        _sources,
    ),
    Table("relays", (*_OF_CLAIM, Column("name")), _OF_CLAIM_KEYS, _relays),
    Table("checks", (*_OF_CLAIM, *_text("code", "detail")), _OF_CLAIM_KEYS, _checks),
    Table(
        "missed",
        (ARTICLE_ID, _NUMBER, *_SPAN, *_text("text", "reason")),
        ("article_id", "number"),
        _missed,
    ),
    Table(
        "rejected",
        (ARTICLE_ID, _NUMBER, *_text("text", "source", "quote", "reason")),
        ("article_id", "number"),
        _rejected,
    ),
)
TABLES = {table.name: table for table in _ALL}


def storable(row: Row) -> Row:
    """A row that any store takes: half of a surrogate pair, which has no UTF-8, becomes U+FFFD; offsets stay."""
    return tuple(_HALF.sub("\ufffd", cell) if isinstance(cell, str) else cell for cell in row)
