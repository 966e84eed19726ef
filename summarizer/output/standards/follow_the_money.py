"""Claims as FollowTheMoney entities, a line each, as Aleph and its tools read them.

https://followthemoney.tech : an Article, an entity for each source, and between them a Documentation for each claim,
whose role is the stance, whose summary is the claim, and whose description is the article's own words.
"""

from __future__ import annotations

from hashlib import sha1
from typing import TYPE_CHECKING, Any

from summarizer.output.standards.names import as_line, day, web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.draft import SourceKind
    from summarizer.contract.report import Claim, Report

_SCHEMAS: dict[SourceKind, str] = {
    "person": "Person",
    "witness": "Person",
    "anonymous": "LegalEntity",
    "organization": "Organization",
    "government": "PublicBody",
    "military": "PublicBody",
    "armed_group": "Organization",
    "media": "Organization",
    "outlet": "Organization",
    "document": "Document",
}
# An organization's name is the same one's in every article; two persons may share a name.
_ONE_OVER_ARTICLES = frozenset({"Organization", "PublicBody"})
# ISO 639-1 to 639-3, which the entities need, for the languages that are recognized.
_LANGUAGES = {
    "en": "eng", "fr": "fra", "de": "deu", "es": "spa", "pt": "por", "it": "ita", "nl": "nld", "sv": "swe", "da": "dan",
    "no": "nor", "pl": "pol", "tr": "tur", "id": "ind", "ro": "ron", "cs": "ces", "fi": "fin", "hu": "hun", "vi": "vie",
    "ru": "rus", "uk": "ukr", "ar": "ara", "fa": "fas", "he": "heb", "zh": "zho", "ja": "jpn", "ko": "kor", "el": "ell",
    "hi": "hin",
}  # fmt: skip
_UNNAMED = "unnamed source"


def entities_text(report: Report) -> str:
    """A report's entities as lines of JSON."""
    return "".join(map(as_line, entities(report)))


def entities(report: Report) -> Iterator[dict[str, Any]]:
    """The article, its sources, each once, and a Documentation for each claim."""
    document = _id("article", report.article.sha256)
    yield _entity(document, "Article", _article(report))
    seen: set[str] = set()
    for number, claim in enumerate(report.claims, start=1):
        schema, name = _SCHEMAS[claim.source.kind], _source_name(report, claim)
        scope = "" if schema in _ONE_OVER_ARTICLES and claim.source.name else report.article.sha256
        source = _id("source", schema, name, scope)
        if source not in seen:
            seen.add(source)
            yield _entity(source, schema, _source(claim, schema, name))
        edge = _id("claim", document, claim.id, str(number), claim.text)
        yield _entity(edge, "Documentation", _claim(report, claim, document, source))


def _article(report: Report) -> dict[str, list[str | None]]:
    article, summary = report.article, report.summary
    return {
        "title": [article.title or summary.headline or article.id],
        "summary": [summary.abstract],
        "bodyText": [article.text],
        "author": [article.author],
        "publisher": [article.outlet],
        "publishedAt": [day(article.published)],
        "sourceUrl": [web_address(article)],
        "language": [_LANGUAGES.get(article.language)],
    }


def _source(claim: Claim, schema: str, name: str) -> dict[str, list[str | None]]:
    if schema == "Document":
        return {"title": [name], "fileName": [name]}
    return {"name": [name], "position" if schema == "Person" else "description": [claim.source.role]}


def _claim(report: Report, claim: Claim, document: str, source: str) -> dict[str, list[str | None]]:
    return {
        "document": [document],
        "entity": [source],
        "role": [claim.stance],
        "summary": [claim.text],
        "description": [piece.quote for piece in claim.evidence],
        "recordId": [claim.id],
        "date": [day(report.article.published)],
        "publisher": [report.article.outlet],
        "sourceUrl": [web_address(report.article)],
        "namesMentioned": list(claim.via),
        "status": ["to be checked: " + ", ".join(check.code for check in claim.checks) if claim.checks else None],
    }


def _source_name(report: Report, claim: Claim) -> str:
    if claim.source.name:
        return claim.source.name
    return report.article.outlet or "the article itself" if claim.source.kind == "outlet" else _UNNAMED


def _entity(name: str, schema: str, properties: dict[str, list[str | None]]) -> dict[str, Any]:
    present = {key: [value for value in values if value] for key, values in properties.items()}
    return {"id": name, "schema": schema, "properties": {key: values for key, values in present.items() if values}}


def _id(*parts: str) -> str:
    return sha1(chr(0).join(parts).encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()
