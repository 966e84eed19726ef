"""Turns a draft into a report: the only place that writes an offset.

What an engine says is taken only when the article's own characters prove it. All else is listed as rejected.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from pydantic import TypeAdapter

from summarizer.attribution.sources import read_cast
from summarizer.attribution.statements import article_statements, knows_language, mentions_by_content, source_names
from summarizer.contract.report import (
    Check,
    Claim,
    KeyPoint,
    Provenance,
    Rejected,
    Report,
    Span,
    Summary,
)
from summarizer.contract.version import __version__
from summarizer.grounding.checks.claim_checks import check_claim, evidence_figures, examine_claim
from summarizer.grounding.checks.names import same_name
from summarizer.grounding.checks.source import read_evidence
from summarizer.grounding.coverage import measure_coverage
from summarizer.grounding.foreign_links import strip_foreign_urls
from summarizer.grounding.locate import Clues, QuotePlace, find_quote
from summarizer.reading.layout.layout import sentences_of
from summarizer.reading.layout.quotation import quotation_mode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarizer.contract.answer import Answer
    from summarizer.contract.article import Article
    from summarizer.contract.draft import Draft, DraftClaim, SourceKind
    from summarizer.contract.report import Origin
    from summarizer.contract.statement import Offsets
    from summarizer.grounding.checks.source import Reading

# How far from the evidence a mention is looked for, in characters: first beside it, then some paragraphs away.
_REACHES = (200, 2000)
_MAX_HINTS = 200  # a source that is mentioned more often than that tells nothing about a place


class _PlacedSource(NamedTuple):
    """A source with the place of the mention that attributes the claim."""

    name: str
    kind: SourceKind
    role: str | None
    span: Offsets | None


# One validation of all parts at once, without what surrounds it, takes a third of the time of one for each.
_make_claim: Callable[[object], Claim] = TypeAdapter(Claim).validator.validate_python


class _Grounded(NamedTuple):
    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]
    ids: dict[int, str]  # position in the draft, from 1, to the claim's id


def ground(article: Article, answer: Answer, *, origin: Origin) -> Report:
    """Build the report of one article from an engine's answer.

    Nothing of the draft is dropped in silence: what the article does not prove, and what says the same twice, goes to
    `rejected`.
    """
    grounded = _ground_claims(article, answer.draft, origin)
    return Report(
        article=article,
        summary=_ground_summary(article, answer.draft, grounded.ids),
        claims=grounded.claims,
        rejected=answer.refused + grounded.rejected,
        coverage=measure_coverage(article, grounded.claims),
        provenance=_provenance(answer),
    )


def _ground_claims(article: Article, draft: Draft, origin: Origin) -> _Grounded:
    claims: list[Claim] = []
    rejected: list[Rejected] = []
    ids: dict[int, str] = {}
    seen: dict[tuple[object, ...], str] = {}
    for position, proposal in enumerate(draft.claims, start=1):
        result = ground_claim(article, proposal, claim_id=f"c{len(claims) + 1}", origin=origin)
        if isinstance(result, Rejected):
            rejected.append(result)
            continue
        key = _identity(result)
        if key in seen:
            ids[position] = seen[key]
            rejected.append(_reject(proposal, f"the same words and source as claim {seen[key]}"))
            continue
        seen[key] = ids[position] = result.id
        claims.append(result)
    return _Grounded(tuple(claims), tuple(rejected), ids)


def _identity(claim: Claim) -> tuple[object, ...]:
    return (claim.source.name.casefold(), *((piece.start, piece.end) for piece in claim.evidence))


def ground_claim(article: Article, proposal: DraftClaim, *, claim_id: str, origin: Origin) -> Claim | Rejected:
    """Ground one claim of a draft, or say why it cannot be."""
    evidence = _place_quotes(article, proposal, origin)
    if isinstance(evidence, Rejected):
        return evidence
    source = _place_source(article, proposal, evidence, origin)
    spans = [(piece.start, piece.end) for piece in evidence]
    claim = _make_claim(
        {
            "id": claim_id,
            "text": strip_foreign_urls(proposal.text.strip(), article.text) or evidence[0].quote,
            "stance": proposal.stance,
            "mode": "none" if source.kind == "outlet" else quotation_mode(article, spans),
            "source": _source_fields(article.text, source),
            "via": _via(article, proposal, source, spans),
            "evidence": [_evidence_fields(piece) for piece in evidence],
            "figures": evidence_figures(article, spans) if origin == "rules" else (),
            "origin": origin,
        }
    )
    if origin == "rules":
        checks = check_claim(article, claim) + _check_language(article)
        return claim.model_copy(update={"checks": checks}) if checks else claim
    reading = read_evidence(article, claim)
    claim = _point_at_speaker(article, claim, reading)
    examined = examine_claim(article, claim, reading)
    return claim.model_copy(update=examined._asdict()) if any(examined) else claim


def _evidence_fields(piece: QuotePlace) -> dict[str, object]:
    quote, start, end, match, occurrence = piece
    return {"quote": quote, "start": start, "end": end, "match": match, "occurrence": occurrence}


def _source_fields(text: str, source: _PlacedSource) -> dict[str, object]:
    name, kind, role, span = source
    if span is None:
        return {"name": name, "kind": kind, "role": role}
    start, end = span
    return {"name": name, "kind": kind, "role": role, "span": {"start": start, "end": end, "text": text[start:end]}}


def _check_language(article: Article) -> tuple[Check, ...]:
    if knows_language(article):
        return ()
    detail = f"the rules of attribution do not know the language {article.language!r}: the source is not looked for"
    return (Check(code="language_not_supported", detail=detail),)


def _reject(proposal: DraftClaim, reason: str, quote: str | None = None) -> Rejected:
    shown = quote if quote is not None else " … ".join(proposal.quotes)
    return Rejected(text=proposal.text, source=proposal.source, quote=shown, reason=reason)


def _place_quotes(article: Article, proposal: DraftClaim, origin: Origin) -> Sequence[QuotePlace] | Rejected:
    placed: list[QuotePlace] = []
    after: int | None = None
    for quote in proposal.quotes:
        found = find_quote(article, quote, proposal.sentence, after=after)
        # Rules name the sentence that they have read; a model may miscount.
        if found is not None and (found.occurrence or (origin == "model" and _is_elsewhere(article, proposal, found))):
            spoken = _spoken(article, proposal) if origin == "model" else ()
            clues = Clues(_hints(article, proposal), spoken)
            found = find_quote(article, quote, proposal.sentence, after=after, clues=clues)
        if found is None:
            reason = "the article's title and body do not hold this quote" if quote.strip() else "the quote is empty"
            return _reject(proposal, reason, quote)
        placed.append(found)
        after = found.end
    begins_with_word = bool(placed) and placed[0].quote[:1].isalnum()  # as most do
    if not begins_with_word and not any(map(str.isalnum, "".join([piece.quote for piece in placed]))):
        return _reject(proposal, "the quote holds no word")
    return placed if len(placed) == 1 else sorted(set(placed), key=lambda piece: (piece.start, piece.end))


def _is_elsewhere(article: Article, proposal: DraftClaim, place: QuotePlace) -> bool:
    """Whether the first quote of a claim stands, exactly, in another sentence than the one named."""
    number, sentences = proposal.sentence, sentences_of(article)
    if len(proposal.quotes) > 1 or place.match != "exact":
        return False
    return not 1 <= number <= len(sentences) or not (
        sentences[number - 1].start <= place.start < sentences[number - 1].end
    )


def _hints(article: Article, proposal: DraftClaim) -> tuple[int, ...]:
    """Where the article mentions the source: it decides between two places of one quote."""
    surname = proposal.source.rpartition(" ")[2]
    words = dict.fromkeys((proposal.mention.strip(), proposal.source.strip(), surname if len(surname) > 3 else ""))
    found = (at for one in words if one for at in _places(article.text, one))
    return tuple(sorted(islice(found, _MAX_HINTS)))


_ARTICLE = re.compile(r"(?:the|an?|another) ", re.IGNORECASE)


def _spoken(article: Article, proposal: DraftClaim) -> tuple[Offsets, ...]:
    """What the rules read as the words of a claim's source: it decides between two places of one quote."""
    names = source_names(article)
    told = {_ARTICLE.sub("", one.strip(), count=1).casefold() for one in (proposal.source, proposal.mention)} - {""}
    found: list[Offsets] = []
    for statement in article_statements(article):
        if statement.mention is None:
            continue
        name, words = names[statement.mention].name, article.text[slice(*statement.mention)]
        if same_name(proposal.source, name) or not told.isdisjoint(
            _ARTICLE.sub("", one, count=1).casefold() for one in (name, words)
        ):
            found += statement.content
    return tuple(found)


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _place_source(
    article: Article, proposal: DraftClaim, evidence: Sequence[QuotePlace], origin: Origin
) -> _PlacedSource:
    name = proposal.source.strip()
    if proposal.kind == "outlet" and not name:
        return _PlacedSource(article.outlet or "the article itself", "outlet", None, None)
    words = proposal.mention.strip()
    # Rules know which "he" they mean; a model's is the one nearest to the evidence.
    mention = _read_mention(article, words, evidence[0].start) if origin == "rules" else None
    mention = mention or _find_mention(article, words, evidence)
    role = proposal.role.strip()
    if origin == "model" and name:
        # Rules give the fullest name already; a model gives whatever it likes.
        cast = read_cast(article)
        known = cast.fullest(name)
        mention = mention or cast.find(name, evidence[0].start)
        if known is not None:
            name, role = known.name, role or known.role
        name = strip_foreign_urls(name, article.text)
    return _PlacedSource(name or "unnamed source", proposal.kind, role or None, mention)


def _read_mention(article: Article, words: str, content_start: int) -> Offsets | None:
    """The mention of these words that attributes what begins at an offset, as the rules have read it."""
    for start, end in mentions_by_content(article).get(content_start, ()):
        if article.text[start:end] == words:
            return start, end
    return None


def _point_at_speaker(article: Article, claim: Claim, reading: Reading | None) -> Claim:
    """Move the source's span to the mention that attributes the evidence, where the rules read the same source."""
    if reading is None or reading.statement.mention is None or claim.source.name != reading.source:
        return claim
    start, end = reading.statement.mention
    span = Span(start=start, end=end, text=article.text[start:end])
    return claim.model_copy(update={"source": claim.source.model_copy(update={"span": span})})


def _find_mention(article: Article, words: str, evidence: Sequence[QuotePlace]) -> Offsets | None:
    """The place of the source's words nearest to the evidence and outside of it."""
    if not words:
        return None
    for reach in _REACHES:
        low, high = max(0, evidence[0].start - reach), evidence[-1].end + reach
        places: list[tuple[int, int, int]] = []
        at = article.text.find(words, low, high)
        while at >= 0:
            end = at + len(words)
            if _is_whole(article.text, at, end):
                inside = any(piece.start <= at and end <= piece.end for piece in evidence)
                distance = min(min(abs(piece.start - end), abs(at - piece.end)) for piece in evidence)
                if not inside:
                    places.append((distance, at, end))
            at = article.text.find(words, at + 1, high)
        if places:
            return min(places)[1:]
    return None


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum() and text[start].islower()) and not after.isalnum()


def _via(article: Article, proposal: DraftClaim, source: _PlacedSource, spans: Sequence[Offsets]) -> tuple[str, ...]:
    """Who passed the claim on: those that the engine names, and those that stand beside the evidence."""
    cast = read_cast(article)
    relays = cast.relays(spans, source.span)
    if not relays and not proposal.via and source.kind != "outlet":
        return ()
    named = [cast.fullest(relay) or relay for relay in map(str.strip, proposal.via) if relay]
    found = [cast.resolve(relay).name for relay in relays]
    # What stands beside the evidence is in the order of the text; an engine's may not be.
    names = [name for one in named if (name := one if isinstance(one, str) else one.name) not in found] + found
    if source.kind == "outlet" and cast.credit:
        names.append(cast.credit)  # what the article says itself reached it by the agency that it credits
    clean = (strip_foreign_urls(name, article.text) for name in names)
    return tuple(dict.fromkeys(name for name in clean if name and name != source.name))


def _ground_summary(article: Article, draft: Draft, ids: dict[int, str]) -> Summary:
    def clean(text: str) -> str:
        return strip_foreign_urls(text.strip(), article.text)

    points: list[KeyPoint] = []
    for point in draft.key_points:
        cited = tuple(dict.fromkeys(ids[number] for number in point.claims if number in ids))
        text = clean(point.text)
        if text and text not in {known.text for known in points}:
            points.append(KeyPoint(text=text, claims=cited))
    return Summary(headline=clean(draft.headline), abstract=clean(draft.abstract), key_points=tuple(points))


def _provenance(answer: Answer) -> Provenance:
    return Provenance(
        engine=answer.engine,
        model=answer.model,
        base_url_host=answer.base_url_host,
        prompt=answer.prompt,
        schema_=answer.schema_name,
        parameters=answer.parameters,
        attempts=answer.attempts,
        usage=answer.usage,
        summarizer_version=__version__,
        created=answer.created,
    )
