"""Places the quotes of a claim: each becomes evidence at its offsets, or the claim is rejected."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.attribution.statements import article_statements, source_names
from summarizer.contract.report import Rejected
from summarizer.grounding.checks.names import same_name
from summarizer.grounding.locate import Clues, begins_in, locate, sentence_span
from summarizer.text.occurrences import find_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim
    from summarizer.contract.report import Evidence, Origin
    from summarizer.contract.statement import Offsets

_MAX_HINTS = 200  # mentions of a source that is named more often say nothing about a place
_ARTICLE = re.compile(r"(?:the|an?|another) ", re.IGNORECASE)


def place_evidence(article: Article, proposal: DraftClaim, origin: Origin) -> Sequence[Evidence] | Rejected:
    """The evidence of a claim in text order; the rejected claim where the article lacks one of its quotes."""
    placed: list[Evidence] = []
    for quote in proposal.quotes:
        after = placed[-1].end if placed else None
        piece = locate(article, quote, proposal.sentence, after=after)
        if piece is not None and _is_doubtful(article, proposal, piece, origin):
            clues = Clues(_mentions(article, proposal), _spoken(article, proposal) if origin == "model" else ())
            piece = locate(article, quote, proposal.sentence, after=after, clues=clues)
        if piece is None:
            reason = "the article's title and body do not hold this quote" if quote.strip() else "the quote is empty"
            return reject(proposal, reason, quote)
        placed.append(piece)
    if not any(char.isalnum() for piece in placed for char in piece.quote):
        return reject(proposal, "the quote holds no word")
    return placed if len(placed) == 1 else sorted(dict.fromkeys(placed), key=lambda piece: (piece.start, piece.end))


def reject(proposal: DraftClaim, reason: str, quote: str | None = None) -> Rejected:
    """A claim that is not taken, with one quote of it or all."""
    shown = quote if quote is not None else " … ".join(proposal.quotes)
    return Rejected(text=proposal.text, source=proposal.source, quote=shown, reason=reason)


def _is_doubtful(article: Article, proposal: DraftClaim, piece: Evidence, origin: Origin) -> bool:
    """Whether a quote may be meant to stand elsewhere: it stands more than once, or in another sentence than named."""
    if piece.occurrence is not None:
        return True
    # Rules name the sentence that they have read; a model may miscount.
    if origin == "rules" or len(proposal.quotes) > 1 or piece.match != "exact":
        return False
    return not begins_in(sentence_span(article, proposal.sentence), piece.start)


def _mentions(article: Article, proposal: DraftClaim) -> tuple[int, ...]:
    """Where the article mentions the source of a claim, by its mention, its name or its surname."""
    surname = proposal.source.rpartition(" ")[2]
    names = dict.fromkeys((proposal.mention.strip(), proposal.source.strip(), surname if len(surname) > 3 else ""))
    places = (at for name in names if name for at in find_all(article.text, name))
    return tuple(sorted(islice(places, _MAX_HINTS)))


def _spoken(article: Article, proposal: DraftClaim) -> tuple[Offsets, ...]:
    """What the rules read as the words of a claim's source."""
    sources = source_names(article)
    wanted = {_without_article(proposal.source), _without_article(proposal.mention)} - {""}
    spoken: list[Offsets] = []
    for statement in article_statements(article):
        if statement.mention is None:
            continue
        name, mention = sources[statement.mention].name, article.text[slice(*statement.mention)]
        is_named = not wanted.isdisjoint((_without_article(name), _without_article(mention)))
        if is_named or same_name(proposal.source, name):
            spoken += statement.content
    return tuple(spoken)


def _without_article(name: str) -> str:
    return _ARTICLE.sub("", name.strip(), count=1).casefold()
