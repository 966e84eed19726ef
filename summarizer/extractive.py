"""The engine without a key: rules find the attributed statements, position and centrality choose the summary."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from summarizer.attribution import find_statements
from summarizer.draft import Draft, DraftClaim, DraftKeyPoint
from summarizer.engine import Answer
from summarizer.quotation import DOUBLE_MARKS
from summarizer.sources import read_cast
from summarizer.summary import outline

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.attribution.statement import Offsets, Statement
    from summarizer.report import Origin


class ExtractiveEngine:
    """Answers by rules: no key, no network, no model file, and the same answer every time."""

    origin: Origin = "rules"

    async def answer(self, article: Article) -> Answer:
        """Answer one article; any text gives an answer, if only its lead."""
        return self.answer_now(article)

    def answer_now(self, article: Article) -> Answer:
        """`answer` for callers without an event loop."""
        return Answer(draft=draft(article), engine="extractive")


def draft(article: Article) -> Draft:
    """Draft an article by rules alone."""
    claims = tuple(draft_claim(article, statement) for statement in find_statements(article))
    chosen = outline(article, claims)
    points = tuple(DraftKeyPoint(text=text, claims=cited) for text, cited in chosen.key_points)
    return Draft(claims=claims, headline=chosen.headline, abstract=chosen.abstract, key_points=points)


def draft_claim(article: Article, statement: Statement) -> DraftClaim:
    """Put an attributed statement as a draft claim, its quotes in the article's own words."""
    pieces = _usable_pieces(article, statement.content)
    who = read_cast(article).resolve(statement.mention) if statement.mention else None
    return DraftClaim(
        sentence=_sentence_at(article, pieces[0][0]),
        quotes=tuple(article.text[start:end] for start, end in pieces),
        source=who.name if who else "",
        mention=article.text[slice(*statement.mention)] if statement.mention else "",
        kind=who.kind if who else "outlet",
        role=who.role if who else "",
        via=tuple(read_cast(article).resolve(relay).name for relay in statement.relays),
        stance=statement.stance,
        text=_claim_text(article, pieces),
    )


def _usable_pieces(article: Article, content: tuple[Offsets, ...]) -> list[Offsets]:
    """The content cut at paragraph ends, so that no piece runs over furniture between two paragraphs."""
    blocks = article.layout.blocks
    pieces: list[Offsets] = []
    for start, end in content:
        index = max(0, bisect.bisect_right(blocks, start, key=lambda block: block.start) - 1)
        while index < len(blocks) and blocks[index].start < end:
            block = blocks[index]
            low, high = max(start, block.start), min(end, block.end)
            if low < high and block.kind in ("title", "body"):
                pieces.append((low, high))
            index += 1
    return pieces or [content[0]]


def _sentence_at(article: Article, offset: int) -> int:
    sentences = article.sentences
    index = bisect.bisect_right(sentences, offset, key=lambda one: one.start) - 1
    return sentences[index].number if index >= 0 else 0


def _claim_text(article: Article, pieces: list[Offsets]) -> str:
    text = " ".join(article.text[start:end].strip(DOUBLE_MARKS + " \t\r\n") for start, end in pieces)
    return " ".join(text.split())
