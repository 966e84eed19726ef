"""What the exchange formats share: addresses of articles and claims, the same whenever they are made, and JSON."""

from __future__ import annotations

import json
import re
from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from summarizer.contract.version import __version__
from summarizer.output.controls import escape_controls

if TYPE_CHECKING:
    from summarizer.contract.article import Article
    from summarizer.contract.report import Claim, Report

TOOL = {"name": "summarizer", "version": __version__}
_WEB_ADDRESS = re.compile(r"https?://[^\s\"'<>\\^`{|}]+", re.IGNORECASE)
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?=T|\s|$)")
_HALF = re.compile("[\ud800-\udfff]")


def article_address(article: Article) -> str:
    """Where an article is: its web address, or the address that RFC 6920 gives its text by SHA-256."""
    if article.url and _WEB_ADDRESS.fullmatch(article.url):
        return article.url
    digest = urlsafe_b64encode(bytes.fromhex(article.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def web_address(article: Article) -> str | None:
    """The article's web address, None where it has none."""
    return article.url if article.url and _WEB_ADDRESS.fullmatch(article.url) else None


def name_of(*parts: str) -> str:
    """A UUID of some words as a URN."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, _whole(chr(0).join(parts)))}"


def claim_name(report: Report, claim: Claim) -> str:
    """The URN of a claim: it changes with the article's text, the claim and its evidence."""
    pieces = (f"{piece.start}-{piece.end}" for piece in claim.evidence)
    return name_of(report.article.sha256, claim.id, claim.text, claim.source.name, *pieces)


def day(published: str | None) -> str | None:
    """The day, month or year of an ISO date; None for any other text."""
    found = _DAY.match(published or "")
    return found[0] if found else None


def as_json(value: object) -> str:
    """A value as indented JSON that any reader takes: half of a surrogate pair becomes U+FFFD, so that offsets stay."""
    return escape_controls(_whole(json.dumps(value, ensure_ascii=False, indent=2)))


def as_line(value: object) -> str:
    """A value as one line of such JSON, with its newline."""
    return escape_controls(_whole(json.dumps(value, ensure_ascii=False, separators=(",", ":")))) + "\n"


def _whole(text: str) -> str:
    return _HALF.sub("\ufffd", text)
