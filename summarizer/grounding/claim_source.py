"""Says who makes a claim: by the fullest name, with the mention that attributes the evidence and who passed it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.sources import read_cast
from summarizer.attribution.statements import mentions_by_content
from summarizer.contract.report import Source, Span
from summarizer.grounding.foreign_links import strip_foreign_urls, without_links
from summarizer.text.occurrences import find_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim
    from summarizer.contract.report import Claim, Evidence, Origin
    from summarizer.contract.statement import Offsets
    from summarizer.grounding.checks.source import Reading

# How far from the evidence a mention is looked for, in characters: first beside it, then some paragraphs away.
_REACHES = (200, 2000)


def place_source(article: Article, proposal: DraftClaim, evidence: Sequence[Evidence], origin: Origin) -> Source:
    """Who makes a claim, with the place of the mention that attributes its evidence."""
    name, words, role = proposal.source.strip(), proposal.mention.strip(), proposal.role.strip()
    if proposal.kind == "outlet" and not name:
        return Source(name=article.outlet or "the article itself", kind="outlet")
    # Rules know which "he" they mean; a model's is the one nearest to the evidence.
    mention = _read_mention(article, words, evidence[0].start) if origin == "rules" else None
    mention = mention or _nearest_mention(article, words, evidence)
    if origin == "model" and name:
        # Rules give the fullest name already; a model gives whatever it likes.
        cast = read_cast(article)
        known = cast.fullest(name)
        mention = mention or cast.find(name, evidence[0].start)
        if known is not None:
            name, role = known.name, role or known.role
        name = strip_foreign_urls(name, article.text)
    span = _span(article, mention) if mention is not None else None
    role = without_links(role, article.text)
    return Source(name=name or "unnamed source", kind=proposal.kind, role=role or None, span=span)


def find_via(article: Article, proposal: DraftClaim, source: Source, spans: Sequence[Offsets]) -> tuple[str, ...]:
    """Who passed a claim on: those that the engine names, and those that stand beside the evidence, at these spans."""
    cast = read_cast(article)
    relays = cast.relays(spans, (source.span.start, source.span.end) if source.span else None)
    if not relays and not proposal.via and source.kind != "outlet":
        return ()
    beside = [cast.relay(relay).name for relay in relays]
    proposed = [known.name if (known := cast.fullest(name)) else name for name in map(str.strip, proposal.via) if name]
    # What stands beside the evidence is in the order of the text; an engine's may not be.
    names = [name for name in proposed if name not in beside] + beside
    if source.kind == "outlet" and cast.credit:
        names.append(cast.credit)  # what the article says itself reached it by the agency that it credits
    clean = (strip_foreign_urls(name, article.text) for name in names)
    return tuple(dict.fromkeys(name for name in clean if name and name != source.name))


def point_at_speaker(article: Article, claim: Claim, reading: Reading | None) -> Claim:
    """Move the source's span to the mention that attributes the evidence, where the rules read the same source."""
    if reading is None or reading.statement.mention is None or claim.source.name != reading.source:
        return claim
    span = _span(article, reading.statement.mention)
    return claim.model_copy(update={"source": claim.source.model_copy(update={"span": span})})


def _span(article: Article, mention: Offsets) -> Span:
    start, end = mention
    return Span(start=start, end=end, text=article.text[start:end])


def _read_mention(article: Article, words: str, content_start: int) -> Offsets | None:
    """The mention of these words that attributes what begins at an offset, as the rules have read it."""
    mentions = mentions_by_content(article).get(content_start, ())
    return next((mention for mention in mentions if article.text[slice(*mention)] == words), None)


def _nearest_mention(article: Article, words: str, evidence: Sequence[Evidence]) -> Offsets | None:
    """The place of the source's words nearest to the evidence and outside of it."""
    if not words:
        return None
    for reach in _REACHES:
        first, last = max(0, evidence[0].start - reach), evidence[-1].end + reach
        places: list[tuple[int, int, int]] = []
        for start in find_all(article.text, words, first, last):
            end = start + len(words)
            is_inside = any(piece.start <= start and end <= piece.end for piece in evidence)
            if _is_whole(article.text, start, end) and not is_inside:
                distance = min(min(abs(piece.start - end), abs(start - piece.end)) for piece in evidence)
                places.append((distance, start, end))
        if places:
            return min(places)[1:]
    return None


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum() and text[start].islower()) and not after.isalnum()
