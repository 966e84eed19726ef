"""Many articles: the rows of the index, and the articles themselves, packed so that they are unpacked when opened."""

from __future__ import annotations

import base64
import re
import unicodedata
import zlib
from typing import TYPE_CHECKING

from summarizer.contract.report import is_doubted
from summarizer.output.page.article import article_section, day_of, headline_of
from summarizer.output.page.escaping import article_key, escaped
from summarizer.output.plain_words import is_weak, speaker

if TYPE_CHECKING:
    from summarizer.contract.report import Report

_UNSAID = re.compile("[<\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def packed_article(report: Report) -> str:
    """A row of the index of one page that holds many articles, with the article in it."""
    key = article_key(report.article)
    # Raw deflate: what a browser's DecompressionStream("deflate-raw") takes.
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    section = article_section(report, "#").encode("utf-8", "backslashreplace")
    packed = base64.b64encode(squeeze.compress(section) + squeeze.flush()).decode()
    return f'{index_row(report, f"#{key}")}\n<script type="text/plain" id="{key}-z">{packed}</script>'


def index_row(report: Report, address: str) -> str:
    """A row of the index: title, outlet, date, and how many claims, doubts and missed statements there are."""
    doubts = sum(is_doubted(claim) or is_weak(claim) for claim in report.claims)
    numbers = (len(report.claims), doubts, len(report.coverage.missed))
    words = f"{article_key(report.article)}-words"
    return (
        f'<tr data-words="{words}"><th scope="row" dir="auto"><a href="{escaped(address)}">'
        f"{escaped(headline_of(report))}</a></th>"
        f'<td dir="auto">{escaped(report.article.outlet or "")}</td><td>{escaped(day_of(report))}</td>'
        + "".join(f"<td>{number}</td>" for number in numbers)
        + f'</tr>\n<script type="text/plain" id="{words}">{_words(report)}</script>'
    )


def _words(report: Report) -> str:
    """What the index is searched by: titles, outlet, and who says what, without case and accents, as page.js seeks it.

    It stands in a script that does not run, where nothing can be escaped: without "<" no text can end it.
    """
    article = report.article
    known = (headline_of(report), article.title, article.outlet or "", day_of(report))
    said = (f"{speaker(claim)} {claim.text}" for claim in report.claims)
    text = unicodedata.normalize("NFKD", " ".join((*known, *said)))
    letters = (
        text if text.isascii() else "".join(char for char in text if not unicodedata.category(char).startswith("M"))
    )
    return " ".join(_UNSAID.sub(" ", letters.lower()).split())
