"""Makes the HTML page: each article's text with its evidence marked, beside the claims; it loads and runs nothing.

page.html is the page around the articles, page.css its style, page_article.html the section of one article.
"""

from __future__ import annotations

import re
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import pairwise
from string import Template
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.report import Claim, Report

# Controls that a browser would drop, and direction overrides that would show quotes in another order than they are.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def _read(name: str) -> str:
    return files("summarizer.output").joinpath(name).read_text(encoding="utf-8")


_ARTICLE = Template(_read("page_article.html").rstrip("\n"))
# What comes before the first article's section, and after the last one.
OPENING, CLOSING = Template(_read("page.html")).substitute(style=_read("page.css"), articles="\0").split("\0")


class _Piece(NamedTuple):
    """A piece of the text that looks the same throughout.

    `claims` are the numbers of the claims whose evidence covers it, `begins` those of them whose evidence begins here;
    `missed` says why no claim covers it, where none does.
    """

    start: int
    end: int
    claims: tuple[int, ...]
    begins: tuple[int, ...]
    missed: str


def article_section(report: Report) -> str:
    """One report as an HTML section. All its text is escaped; all its element ids are unique to the article."""
    article, summary = report.article, report.summary
    key = "a" + sha256(f"{article.id} {article.sha256}".encode("utf-8", "surrogatepass")).hexdigest()[:10]
    points = "".join(
        f"<li>{_escaped(point.text)}{_cited(report, point.claims, key)}</li>" for point in summary.key_points
    )
    return _ARTICLE.substitute(
        key=key,
        language=_escaped(article.language),
        byline=_byline(report),
        headline=_escaped(summary.headline or article.title or article.id),
        abstract=_escaped(summary.abstract),
        points=points,
        text=_marked_text(report, key),
        claims="".join(_claim_items(report, key)),
        coverage=_coverage(report),
        rejected=_rejected(report),
    )


def _escaped(text: str) -> str:
    return escape(_UNSEEN.sub(lambda m: f"[U+{ord(m[0]):04X}]", text))


def _byline(report: Report) -> str:
    article = report.article
    title = article.title if article.title != report.summary.headline else ""
    known = [article.outlet, article.published, title, article.url or article.path or article.id]
    return " · ".join(_escaped(value) for value in known if value)


def _cited(report: Report, names: tuple[str, ...], key: str) -> str:
    numbers = {claim.id: number for number, claim in enumerate(report.claims, 1)}
    return "".join(_claim_link(numbers[name], key) for name in names)


def _claim_link(number: int, key: str) -> str:
    return f'<sup><a href="#{key}-c{number}">{number}</a></sup>'


def _marked_text(report: Report, key: str) -> str:
    text = report.article.text
    ends: dict[int, list[int]] = {}
    for number, claim in enumerate(report.claims, 1):
        ends.setdefault(claim.evidence[-1].end, []).append(number)
    parts: list[str] = []
    for piece in _pieces(report):
        words = _escaped(text[piece.start : piece.end])
        if piece.missed:
            words = f'<span class="missed" title="{_escaped(piece.missed)}">{words}</span>'
        if piece.claims:
            anchor = f' id="{key}-e{piece.begins[0]}"' if piece.begins else ""
            words = f"<mark{anchor}>{words}</mark>"
        parts.append(words)
        parts += [_claim_link(number, key) for number in ends.get(piece.end, ()) if number in piece.claims]
    return "".join(parts)


def _pieces(report: Report) -> Iterator[_Piece]:
    """The whole article text, cut wherever evidence or a missed statement begins or ends."""
    length = len(report.article.text)
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for number, claim in enumerate(report.claims, 1):
        for piece in claim.evidence:
            opens.setdefault(piece.start, []).append(number)
            closes.setdefault(piece.end, []).append(number)
    for number, span in enumerate(report.coverage.missed, 1):  # below zero, so that no claim has the number
        opens.setdefault(span.start, []).append(-number)
        closes.setdefault(span.end, []).append(-number)
    cuts = sorted({0, length, *opens, *closes})
    active: list[int] = []
    begun: set[int] = set()
    for start, end in pairwise(cuts):
        for number in closes.get(start, ()):
            active.remove(number)
        active += opens.get(start, ())
        claims = tuple(sorted(number for number in active if number > 0))
        reasons = [report.coverage.missed[-number - 1].reason for number in active if number < 0]
        begins = tuple(number for number in claims if number not in begun)
        begun.update(begins)
        yield _Piece(start, end, claims, begins, reasons[0] if reasons else "")


def _claim_items(report: Report, key: str) -> Iterator[str]:
    # Claims that begin at the same place share a mark, which is named after the first of them.
    homes = {number: piece.begins[0] for piece in _pieces(report) for number in piece.begins}
    for number, claim in enumerate(report.claims, 1):
        yield f'<li id="{key}-c{number}" dir="auto">{_claim(claim, number, f"{key}-e{homes[number]}")}</li>'


def _claim(claim: Claim, number: int, home: str) -> str:
    source = claim.source
    role = f", {_escaped(source.role)}" if source.role else ""
    via = f", via {', '.join(_escaped(name) for name in claim.via)}" if claim.via else ""
    quotes = "".join(
        f'<blockquote><a href="#{home}">{_escaped(piece.quote)}</a></blockquote>' for piece in claim.evidence
    )
    figures = "; ".join(_escaped(figure.text) for figure in claim.figures)
    checks = "".join(f'<div class="check">{check.code}: {_escaped(check.detail)}</div>' for check in claim.checks)
    details = f"{source.kind} · {claim.mode} · confidence {claim.confidence:.2f} · from {claim.origin}" + (
        f" · figures: {figures}" if figures else ""
    )
    return (
        f"<div><b>{number}. {_escaped(source.name) or source.kind}</b>{role}{via} <i>{claim.stance}</i>: "
        f"{_escaped(claim.text)}</div>"
        f'{quotes}<div class="meta">{details}</div>{checks}'
    )


def _coverage(report: Report) -> str:
    coverage = report.coverage
    if not coverage.statements:
        return ""
    return f'<p class="meta">{coverage.covered} of {coverage.statements} attributed statements covered.</p>'


def _rejected(report: Report) -> str:
    if not report.rejected:
        return ""
    items = "".join(f"<li>{_escaped(item.text)}: {_escaped(item.reason)}</li>" for item in report.rejected)
    return f'<h2>Refused or left out</h2><ul class="meta">{items}</ul>'
