"""Turns a draft into a report: the only place that writes an offset.

What an engine says is taken only when the article's own characters prove it. All else is listed as rejected. A claim's
quotes are placed by evidence.py, its source by claim_source.py; checks/ says what to doubt in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.statements import knows_language
from summarizer.contract.report import Check, Claim, Provenance, Rejected, Report
from summarizer.contract.version import __version__
from summarizer.grounding.checks.claim_checks import check_claim, examine_claim
from summarizer.grounding.checks.line_checks import evidence_figures
from summarizer.grounding.checks.source import read_evidence
from summarizer.grounding.claim_source import find_via, place_source, point_at_speaker
from summarizer.grounding.coverage import measure_coverage
from summarizer.grounding.evidence import place_evidence, reject
from summarizer.grounding.foreign_links import strip_foreign_urls
from summarizer.grounding.summary import ground_summary
from summarizer.reading.layout.quotation import quotation_mode

if TYPE_CHECKING:
    from summarizer.contract.answer import Answer
    from summarizer.contract.article import Article
    from summarizer.contract.draft import Draft, DraftClaim
    from summarizer.contract.report import Origin


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
        summary=ground_summary(
            article,
            answer.draft,
            grounded.claims,
            grounded.ids,
            origin=origin,
            is_translated=answer.parameters.get("language") is not None,
        ),
        claims=grounded.claims,
        rejected=answer.refused + grounded.rejected,
        coverage=measure_coverage(article, grounded.claims),
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
        key = (result.source.name.casefold(), *((piece.start, piece.end) for piece in result.evidence))
        if key in seen:
            ids[position] = seen[key]
            rejected.append(reject(proposal, f"the same words and source as claim {seen[key]}"))
            continue
        seen[key] = ids[position] = result.id
        claims.append(result)
    return _Grounded(tuple(claims), tuple(rejected), ids)


def ground_claim(article: Article, proposal: DraftClaim, *, claim_id: str, origin: Origin) -> Claim | Rejected:
    """Ground one claim of a draft, or say why it cannot be."""
    evidence = place_evidence(article, proposal, origin)
    if isinstance(evidence, Rejected):
        return evidence
    source = place_source(article, proposal, evidence, origin)
    spans = [(piece.start, piece.end) for piece in evidence]
    claim = Claim(
        id=claim_id,
        text=strip_foreign_urls(proposal.text.strip(), article.text) or evidence[0].quote,
        stance=proposal.stance,
        mode="none" if source.kind == "outlet" else quotation_mode(article, spans),
        source=source,
        via=find_via(article, proposal, source, spans),
        evidence=tuple(evidence),
        figures=evidence_figures(article, spans) if origin == "rules" else (),
        origin=origin,
    )
    if origin == "rules":
        checks = check_claim(article, claim) + _check_language(article)
        return claim.model_copy(update={"checks": checks}) if checks else claim
    reading = read_evidence(article, claim)
    claim = point_at_speaker(article, claim, reading)
    return examine_claim(article, claim, reading)


def _check_language(article: Article) -> tuple[Check, ...]:
    if knows_language(article):
        return ()
    detail = f"the rules of attribution do not know the language {article.language!r}: the source is not looked for"
    return (Check(code="language_not_supported", detail=detail),)
