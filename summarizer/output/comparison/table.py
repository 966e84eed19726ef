"""A comparison as CSV: a row for each mention, with its fact, side, speaker, outlet and offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.output.cells import csv_rows
from summarizer.output.comparison.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.comparison import Comparison, Fact, Mention, Side

CSV_COLUMNS = (
    "fact_id", "fact", "kind", "verdict", "reason", "when", "fact_origins", "side", "position", "side_origins",
    "article_id", "outlet", "title", "published", "url", "claim_id", "source_id", "source", "via", "text", "start",
    "end", "figures",
)  # fmt: skip


def csv_text(comparison: Comparison) -> str:
    """The mentions as CSV with a header; a cell that a spreadsheet would run gets an apostrophe in front."""
    wording = Wording(comparison)
    return ",".join(CSV_COLUMNS) + "\n" + csv_rows(_rows(comparison, wording))


def _rows(comparison: Comparison, wording: Wording) -> Iterator[tuple[str | int | None, ...]]:
    for fact in comparison.facts:
        for number, side in enumerate(fact.sides, start=1):
            for mention in side.mentions:
                yield (*_of_side(fact, number, side, wording), *_of_mention(mention, wording))


def _of_side(fact: Fact, number: int, side: Side, wording: Wording) -> tuple[str | int | None, ...]:
    about = (fact.id, fact.text, fact.kind, fact.verdict, fact.reason, fact.when, fact.origins)
    return (*about, number, side.position, "; ".join(map(wording.origin, side.origins)))


def _of_mention(mention: Mention, wording: Wording) -> tuple[str | int | None, ...]:
    article = wording.article(mention.article)
    where = (article.id, article.outlet, article.title, article.published, article.url)
    who = (mention.claim, mention.source, wording.source(mention), "; ".join(mention.via))
    figures = "; ".join(figure.text for figure in mention.figures)
    return (*where, *who, mention.text, mention.start, mention.end, figures)
