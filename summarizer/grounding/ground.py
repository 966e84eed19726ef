"""Turns a draft into a report: the only place that writes an offset.

What an engine says is taken only when the article's own characters prove it. All else is listed as rejected. A claim's
quotes are placed by evidence.py, its source by claim_source.py; checks/ says what to doubt in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.statements import knows_language, source_names, spoken_behind_dashes
from summarizer.contract.article import ReadOnce
from summarizer.contract.check import Check
from summarizer.contract.report import Claim, Provenance, Rejected, Report
from summarizer.contract.version import __version__
from summarizer.grounding.checks.claim_checks import check_claim, examine_claim
from summarizer.grounding.checks.line_checks import evidence_figures
from summarizer.grounding.checks.source import read_evidence
from summarizer.grounding.claim_source import find_via, place_source, point_at_speaker
from summarizer.grounding.confidence import confidence_by_rules, with_confidence
from summarizer.grounding.coverage import measure_coverage
from summarizer.grounding.evidence import place_evidence, reject
from summarizer.grounding.foreign_links import strip_foreign_urls
from summarizer.grounding.summary import ground_summary
from summarizer.reading.layout.quotation import quotation_mode
from summarizer.reading.layout.unquoted import said_words

if TYPE_CHECKING:
    from summarizer.contract.answer import Answer
    from summarizer.contract.article import Article
    from summarizer.contract.draft import Draft, DraftClaim
    from summarizer.contract.report import Origin


class _Grounded(NamedTuple):
    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...]
    ids: dict[int, str]  # position in the draft, from 1, to the claim's id
    left_out: frozenset[int]  # the positions of those that were too weak


def read_for_grounding(article: Article) -> None:
    """Read from an article, which keeps it, what every answer about it is held against."""
    source_names(article)


def ground(article: Article, answer: Answer, *, origin: Origin, min_confidence: float = 0.0) -> Report:
    """Build the report of one article from an engine's answer.

    Nothing of the draft is dropped in silence: what the article does not prove, and what says the same twice, goes to
    `rejected`. So does a claim whose confidence is below `min_confidence`.
    """
    grounded = _ground_claims(article, answer.draft, origin, min_confidence)
    # No key point rests on what is left out alone.
    points = tuple(
        one for one in answer.draft.key_points if not one.claims or not grounded.left_out.issuperset(one.claims)
    )
    return Report(
        article=article,
        summary=ground_summary(
            article,
            answer.draft.model_copy(update={"key_points": points}),
            grounded.claims,
            grounded.ids,
            origin=origin,
            is_translated=answer.parameters.get("language") is not None,
        ),
        claims=grounded.claims,
        rejected=answer.refused + grounded.rejected,
        coverage=measure_coverage(article, grounded.claims, min_confidence),
        provenance=Provenance(
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
        ),
    )


def _ground_claims(article: Article, draft: Draft, origin: Origin, min_confidence: float) -> _Grounded:
    claims: list[Claim] = []
    rejected: list[Rejected] = []
    ids: dict[int, str] = {}
    left_out: set[int] = set()
    seen: dict[tuple[object, ...], str] = {}
    for position, proposal in enumerate(draft.claims, start=1):
        result = ground_claim(article, proposal, claim_id=f"c{len(claims) + 1}", origin=origin)
        if isinstance(result, Claim) and result.confidence < min_confidence:
            left_out.add(position)
            result = reject(proposal, too_weak(result.confidence, min_confidence))
        if isinstance(result, Rejected):
            rejected.append(result)
            continue
        key = (result.source.name.casefold(), *((piece.start, piece.end) for piece in result.evidence))
        if key in seen:
            ids[position] = seen[key]
            rejected.append(reject(proposal, f"the same words and source as claim {seen[key]}"))
            continue
        seen[key] = ids[position] = result.id
        claims.append(result)
    return _Grounded(tuple(claims), tuple(rejected), ids, frozenset(left_out))


def ground_claim(article: Article, proposal: DraftClaim, *, claim_id: str, origin: Origin) -> Claim | Rejected:
    """Ground one claim of a draft, or say why it cannot be.

    A model's claim is looked at when its answer comes and again for the report: what was found of it is kept.
    """
    if origin == "rules":
        return _ground_anew(article, proposal, claim_id, origin)
    known = _grounded(article)
    if proposal not in known:
        known[proposal] = _ground_anew(article, proposal, claim_id, origin)
    made = known[proposal]
    return made.model_copy(update={"id": claim_id}) if isinstance(made, Claim) and made.id != claim_id else made


@ReadOnce
def _grounded(article: Article) -> dict[DraftClaim, Claim | Rejected]:  # noqa: ARG001  kept on it
    """What was found of the claims that a model proposed about an article."""
    return {}


def _ground_anew(article: Article, proposal: DraftClaim, claim_id: str, origin: Origin) -> Claim | Rejected:
    evidence = place_evidence(article, proposal, origin)
    if isinstance(evidence, Rejected):
        return evidence
    source = place_source(article, proposal, evidence, origin)
    spans = [(piece.start, piece.end) for piece in evidence]
    is_ruled = origin == "rules"
    claim = Claim(
        id=claim_id,
        text=strip_foreign_urls(proposal.text.strip(), article.text) or said_words(one.quote for one in evidence),
        stance=proposal.stance,
        mode="none" if source.kind == "outlet" else quotation_mode(article, spans, spoken_behind_dashes(article)),
        source=source,
        via=find_via(article, proposal, source, spans),
        evidence=tuple(evidence),
        # a model's has one when its checks are known
        confidence=confidence_by_rules(article, proposal.stance, source, evidence) if is_ruled else 0.0,
        figures=evidence_figures(article, spans) if is_ruled else (),
        origin=origin,
    )
    if is_ruled:
        return with_confidence(claim, check_claim(article, claim) + _check_language(article))
    reading = read_evidence(article, claim)
    claim = point_at_speaker(article, claim, reading)
    claim = examine_claim(article, claim, reading)
    return with_confidence(claim, claim.checks, reading)


def too_weak(confidence: float, least: float) -> str:
    """Why a claim is left out whose confidence is below the least that is asked for."""
    return f"its confidence, {confidence:.2f}, is below {least:.2f}"


def _check_language(article: Article) -> tuple[Check, ...]:
    if knows_language(article):
        return ()
    detail = f"the rules of attribution do not know the language {article.language!r}: the source is not looked for"
    return (Check(code="language_not_supported", detail=detail),)
