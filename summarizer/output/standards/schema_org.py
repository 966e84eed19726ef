"""Claims as schema.org markup: an article, and each Claim that appears in it, with who makes it and the words.

https://schema.org/Claim . No ClaimReview is made: that is a verdict on a claim's truth, which a report does not give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.output.standards.names import TOOL, article_address, as_json, claim_name, web_address

if TYPE_CHECKING:
    from summarizer.contract.draft import SourceKind
    from summarizer.contract.report import Claim, Report

OPENING = '{\n"@context": "https://schema.org",\n"@graph": [\n'
CLOSING = "\n]\n}\n"
_TYPES: dict[SourceKind, str] = {
    "person": "Person",
    "witness": "Person",
    "anonymous": "Person",
    "organization": "Organization",
    "armed_group": "Organization",
    "military": "GovernmentOrganization",
    "government": "GovernmentOrganization",
    "media": "NewsMediaOrganization",
    "outlet": "NewsMediaOrganization",
}


def graph_text(report: Report) -> str:
    """A report's nodes of the graph, in JSON, with commas between them."""
    return ",\n".join(as_json(node) for node in (_article(report), *(_claim(report, one) for one in report.claims)))


def _article(report: Report) -> dict[str, Any]:
    article = report.article
    known = {
        "name": article.title or None,
        "headline": report.summary.headline or article.title or None,
        "abstract": report.summary.abstract or None,
        "url": web_address(article),
        "datePublished": article.published,
        "inLanguage": article.language,
        "author": {"@type": "Person", "name": article.author} if article.author else None,
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet else None,
    }
    return {"@type": "NewsArticle", "@id": article_address(article), **_present(known)}


def _claim(report: Report, claim: Claim) -> dict[str, Any]:
    appears = {"@id": article_address(report.article)}
    relays = [{"@type": "Organization", "name": name} for name in claim.via]
    quotes = [{"@type": "Quotation", "text": piece.quote, "isPartOf": appears} for piece in claim.evidence]
    source = claim.source
    is_document = source.kind == "document" and bool(source.name)
    known = {
        "author": _author(claim) if source.name and not is_document else None,
        "isBasedOn": {"@type": "CreativeWork", "name": source.name} if is_document else None,
        "contributor": relays or None,
        "dateCreated": report.article.published,
    }
    return {
        "@type": "Claim",
        "@id": claim_name(report, claim),
        "text": claim.text,
        **_present(known),
        "keywords": claim.stance,
        "inLanguage": report.article.language,
        "appearance": appears,
        "citation": quotes,
        "sdPublisher": {"@type": "Organization", "name": TOOL["name"]},
    }


def _author(claim: Claim) -> dict[str, str]:
    source = claim.source
    kind = _TYPES[source.kind]
    return {
        "@type": kind,
        "name": source.name,
        **({"jobTitle" if kind == "Person" else "description": source.role} if source.role else {}),
    }


def _present(known: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in known.items() if value is not None}
