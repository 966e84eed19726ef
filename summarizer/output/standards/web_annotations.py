"""Claims as W3C Web Annotations: the article's words as the target, what is claimed and by whom as bodies.

https://www.w3.org/TR/annotation-model/ : a quote selector with what stands before and after the words, by which a page
that holds the article can be annotated (hypothes.is does so), and a position selector in code points of its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.output.standards.names import TOOL, article_address, as_json, claim_name, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.article import Article
    from summarizer.contract.report import Claim, Evidence, Report

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_BESIDE = 32  # characters before and after the words, as hypothes.is has


def annotations_text(report: Report) -> str:
    """A report's claims as an annotation collection in JSON-LD."""
    return as_json(annotation_collection(report))


def annotation_collection(report: Report) -> dict[str, Any]:
    """A report's claims as an annotation collection of one page."""
    article = report.article
    name = name_of("collection", article.sha256, *(claim_name(report, claim) for claim in report.claims))
    items = [_annotation(report, claim) for claim in report.claims]
    page = {"id": f"{name}#page", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": article.title or report.summary.headline or article.id,
        "generator": {"type": "Software", "name": " ".join(TOOL.values())},
        "total": len(items),
        "first": page,
    }


def _annotation(report: Report, claim: Claim) -> dict[str, Any]:
    targets = [_target(report.article, piece) for piece in claim.evidence]
    made = {"created": report.provenance.created} if report.provenance.created else {}
    return {
        "id": claim_name(report, claim),
        "type": "Annotation",
        "motivation": "describing",
        **made,
        "body": list(_bodies(report.article, claim)),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _bodies(article: Article, claim: Claim) -> Iterator[dict[str, Any]]:
    yield _body("describing", claim.text, language=article.language)
    if claim.source.name:
        yield _body("identifying", claim.source.name)
    yield _body("classifying", claim.stance)
    for relay in claim.via:
        yield _body("tagging", f"via {relay}")
    for check in claim.checks:
        yield _body("questioning", f"{check.code}: {check.detail}")


def _body(purpose: str, value: str, **more: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain", **more}


def _target(article: Article, piece: Evidence) -> dict[str, Any]:
    text = article.text
    quote = {
        "type": "TextQuoteSelector",
        "exact": piece.quote,
        "prefix": text[max(0, piece.start - _BESIDE) : piece.start],
        "suffix": text[piece.end : piece.end + _BESIDE],
    }
    position = {"type": "TextPositionSelector", "start": piece.start, "end": piece.end}
    return {"type": "SpecificResource", "source": article_address(article), "selector": [quote, position]}
