"""Builds small reports for tests of what reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from summarizer.contract.article import Article
from summarizer.contract.report import (
    Claim,
    Coverage,
    Evidence,
    Figure,
    KeyPoint,
    Missed,
    Provenance,
    Rejected,
    Report,
    Source,
    Summary,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.draft import SourceKind, Stance


def quoted(article: str, words: str, source: str, **more: object) -> Claim:
    """A claim that quotes `words` where they first stand in `article`."""
    start = article.index(words)
    return Claim(
        id=cast("str", more.get("id", f"c{start}-{source}")),
        text=cast("str", more.get("text", words)),
        stance=cast("Stance", more.get("stance", "asserts")),
        mode="indirect",
        confidence=0.9,
        source=Source(name=source, kind=cast("SourceKind", more.get("kind", "person"))),
        via=cast("tuple[str, ...]", more.get("via", ())),
        evidence=(Evidence(quote=words, start=start, end=start + len(words)),),
        figures=tuple(
            Figure(value=value, qualifier="exactly", text=str(value))
            for value in cast("list[float]", more.get("figures", []))
        ),
        origin="rules",
    )


def report(text: str, claims: Sequence[Claim] = (), **more: object) -> Report:
    """A report on `text`; `missed` holds words that its coverage lists."""
    missed = [
        Missed(start=text.index(words), end=text.index(words) + len(words), text=words, reason="no claim quotes it")
        for words in cast("list[str]", more.get("missed", []))
    ]
    return Report(
        article=Article(id=cast("str", more.get("id", "dyke")), text=text, path=cast("str | None", more.get("path"))),
        summary=Summary(
            headline=cast("str", more.get("headline", "Dyke holds")),
            abstract=cast("str", more.get("abstract", "It holds.")),
            key_points=tuple(KeyPoint(text=point) for point in cast("list[str]", more.get("key_points", []))),
        ),
        claims=tuple(claims),
        rejected=tuple(
            Rejected(text=words, source="", quote=words, reason="not there")
            for words in cast("list[str]", more.get("rejected", []))
        ),
        coverage=Coverage(statements=len(missed), covered=0, missed=tuple(missed)),
        provenance=Provenance(engine="extractive", summarizer_version="0"),
    )
