"""Says who makes a claim: by the fullest name, with the mention that attributes the evidence and who passed it on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import read_cast
from summarizer.attribution.statements import mentions_by_content
from summarizer.contract.report import Source, Span
from summarizer.grounding.checks.names import same_name
from summarizer.grounding.foreign_links import strip_foreign_urls, without_links
from summarizer.text.language import SPEECH_FOLDERS, rules_language
from summarizer.text.occurrences import find_all, holds_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.sources import SourceName
    from summarizer.attribution.sources.cast import Cast
    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim, SourceKind
    from summarizer.contract.report import Claim, Evidence, Origin
    from summarizer.contract.statement import Offsets
    from summarizer.grounding.checks.source import Reading

# How far from the evidence a mention is looked for, in characters: first beside it, then some paragraphs away.
_REACHES = (200, 2000)
_AROUND = 40  # characters beside a relay in which the rest of its name may stand
_ARTICLE = re.compile(r"\A(?:the|an?)\s+", re.IGNORECASE)


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
        known = cast.fullest(name) or _by_surname(article, name, proposal.kind)
        mention = mention or cast.find(name, evidence[0].start)
        if known is not None:
            name, role = _fuller(article, name, known, proposal.kind), role or known.role
        name = strip_foreign_urls(name, article.text)
    span = _span(article, mention) if mention is not None else None
    role = without_links(role, article.text)
    return Source(name=name or "unnamed source", kind=proposal.kind, role=role or None, span=span)


def find_via(article: Article, proposal: DraftClaim, source: Source, spans: Sequence[Offsets]) -> tuple[str, ...]:
    """Who passed a claim on: those that the engine names, and those that stand beside the evidence, at these spans."""
    cast = read_cast(article)
    # English words for it, and English forms of names, are found in English alone.
    is_english = rules_language(article.language) not in SPEECH_FOLDERS
    place = (source.span.start, source.span.end) if source.span else None
    relays = cast.relays(spans, place) if is_english else ()
    if not relays and not proposal.via and source.kind != "outlet":
        return ()
    proposed = [_known_as(cast, name) if is_english else name for name in map(str.strip, proposal.via) if name]
    read = [(relay, cast.relay(relay).name) for relay in relays]
    beside = [_proposed_there(article, relay, name, proposed) for relay, name in read]
    # What stands beside the evidence is in the order of the text; an engine's may not be.
    names = [name for name in proposed if not any(_letters(name) in _letters(one) for one in beside)] + beside
    if source.kind == "outlet" and cast.credit:
        names.append(cast.credit)  # what the article says itself reached it by the agency that it credits
    clean = (strip_foreign_urls(name, article.text) for name in names)
    return tuple(dict.fromkeys(name for name in clean if name and name != source.name))


def _by_surname(article: Article, name: str, kind: SourceKind) -> SourceName | None:
    """The person whom the article calls by the surname alone in which an engine's name ends."""
    *first, surname = name.split()
    if kind != "person" or not first or any(one in article.text for one in first):
        return None
    known = read_cast(article).fullest(surname)
    return known if known is not None and known.kind == "person" and known.name == surname else None


def _fuller(article: Article, name: str, known: SourceName, kind: SourceKind) -> str:
    """The article's fullest name for a source, unless the engine gave a fuller one of a body that the article has."""
    bare = _ARTICLE.sub("", name)
    is_body = "person" not in (kind, known.kind) or kind in ("media", "document")  # "If Ana Moll Wins" is no person
    is_part = is_body and f" {known.name} " in f" {bare} " and bare[:1].isupper()
    return bare if is_part and holds_whole(article.text, bare) else known.name


def _known_as(cast: Cast, name: str) -> str:
    """A relay by the article's fullest name for it; in the engine's words where that is no form of them."""
    known = cast.fullest(name)
    return known.name if known is not None and same_name(known.name, name) else name


def _proposed_there(article: Article, relay: Offsets, read: str, proposed: Sequence[str]) -> str:
    """The name that an engine gave for a relay that stands at a place of the article; else as it was read there.

    "Ostby Wire" may be read as "Ostby", and a "wire channel" be what the engine calls "wire".
    """
    start, end = relay
    near = _letters(article.text[max(0, start - _AROUND) : end + _AROUND])
    for name in proposed:
        letters = _letters(name)
        if letters in _letters(read) and all(word[0].isupper() for word in read.split()):
            return read  # the fuller name
        if letters and (_letters(read) in letters or letters in _letters(read)) and letters in near:
            return name
    return read


def _letters(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


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
