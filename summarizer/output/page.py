"""Shows reports as one self-contained HTML page: each article's text with its evidence marked, beside the claims."""

from __future__ import annotations

import re
from hashlib import sha256
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.report import Claim, Report

# Controls that a browser would drop, and direction overrides that would show quotes in another order than they are.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

OPENING = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Summaries and claims</title>
<style>
:root { color-scheme: light dark; --line: #8884; --mark: #ffe58a; --on: #ffb84d; --soft: #666; --warn: #a33; }
@media (prefers-color-scheme: dark) { :root { --mark: #5b4a0c; --on: #8a5a00; --soft: #aaa; --warn: #f99; } }
body { font: 16px/1.55 system-ui, sans-serif; margin: 0 auto; max-width: 84rem; padding: 1rem 1.5rem; }
article { border-top: 3px solid var(--line); padding: 1rem 0 2rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .2rem 0; }
h2 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
.by, .meta { color: var(--soft); font-size: .86rem; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 2rem; }
@media (max-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr); } }
.text { white-space: pre-wrap; overflow-wrap: anywhere; font-family: Georgia, serif; }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
.missed { border-bottom: 2px dotted var(--warn); }
mark:target, li:target { background: var(--on); }
ol.claims { list-style: none; padding: 0; margin: 0; }
ol.claims > li { border-left: 3px solid var(--mark); padding: .1rem .8rem .3rem; margin: 0 0 .9rem; }
mark { scroll-margin: 30vh; }
blockquote { margin: .3rem 0; font-family: Georgia, serif; font-size: .95rem; }
a { color: inherit; text-decoration-color: var(--line); }
sup a { text-decoration: none; font: .7rem system-ui, sans-serif; color: var(--soft); padding: 0 .1em; }
.check { color: var(--warn); font-size: .86rem; }
</style>
</head>
<body>
"""

CLOSING = "\n</body>\n</html>\n"


class _Piece(NamedTuple):
    """A stretch of text of one look: the claims whose evidence covers it, and whether it is a missed statement."""

    start: int
    end: int
    claims: tuple[int, ...]
    missed: bool


def article_section(report: Report) -> str:
    """One report as an HTML section; every word of it escaped, every id in it unique to the article."""
    article, summary = report.article, report.summary
    key = "a" + sha256(article.id.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    language = _words(article.language)
    points = "".join(
        f"<li>{_words(point.text)}{_cited(report, point.claims, key)}</li>" for point in summary.key_points
    )
    return f"""<article id="{key}" lang="{language}">
<p class="by">{_byline(report)}</p>
<h1 dir="auto">{_words(summary.headline or article.title or article.id)}</h1>
<p dir="auto">{_words(summary.abstract)}</p>
<ul dir="auto">{points}</ul>
<div class="columns">
<section><h2>Article</h2><div class="text" dir="auto">{_marked_text(report, key)}</div></section>
<section><h2>Claims</h2><ol class="claims">{"".join(_claim_items(report, key))}</ol>
{_coverage(report)}{_rejected(report)}</section>
</div>
</article>"""


def _words(text: str) -> str:
    return escape(_UNSEEN.sub(lambda m: f"[U+{ord(m[0]):04X}]", text))


def _byline(report: Report) -> str:
    article = report.article
    title = article.title if article.title != report.summary.headline else ""
    known = [article.outlet, article.published, title, article.url or article.path or article.id]
    return " · ".join(_words(value) for value in known if value)


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
    placed: set[int] = set()
    parts: list[str] = []
    for piece in _pieces(report):
        words = _words(text[piece.start : piece.end])
        if piece.missed:
            words = f'<span class="missed" title="no claim covers this statement">{words}</span>'
        if piece.claims:
            words = f"<mark{_anchor(piece.claims, placed, key)}>{words}</mark>"
        parts.append(words)
        parts += [_claim_link(number, key) for number in ends.get(piece.end, ()) if number in piece.claims]
    return "".join(parts)


def _anchor(claims: tuple[int, ...], placed: set[int], key: str) -> str:
    """An id for the mark at which the first of its claims not placed yet begins; later claims share the mark."""
    new = [number for number in claims if number not in placed]
    placed.update(new)
    return f' id="{key}-e{new[0]}"' if new else ""


def _pieces(report: Report) -> Iterator[_Piece]:
    """The article's text from its start to its end, cut wherever evidence or a missed statement begins or ends."""
    length = len(report.article.text)
    opens: dict[int, list[int]] = {}
    closes: dict[int, list[int]] = {}
    for number, claim in enumerate(report.claims, 1):
        for piece in claim.evidence:
            opens.setdefault(piece.start, []).append(number)
            closes.setdefault(piece.end, []).append(number)
    for span in report.coverage.missed:
        opens.setdefault(span.start, []).append(0)
        closes.setdefault(span.end, []).append(0)
    cuts = sorted({0, length, *opens, *closes})
    active: list[int] = []
    for start, end in pairwise(cuts):
        for number in closes.get(start, ()):
            active.remove(number)
        active += opens.get(start, ())
        yield _Piece(start, end, tuple(sorted(set(active) - {0})), 0 in active)


def _first_places(report: Report) -> dict[int, int]:
    """Which claim's mark a claim's quote links to: its own, or that of the claim that begins at the same place."""
    homes: dict[int, int] = {}
    for piece in _pieces(report):
        new = [number for number in piece.claims if number not in homes]
        homes.update(dict.fromkeys(new, new[0] if new else 0))
    return homes


def _claim_items(report: Report, key: str) -> Iterator[str]:
    homes = _first_places(report)
    for number, claim in enumerate(report.claims, 1):
        yield f'<li id="{key}-c{number}" dir="auto">{_claim(claim, number, f"{key}-e{homes[number]}")}</li>'


def _claim(claim: Claim, number: int, home: str) -> str:
    source = claim.source
    role = f", {_words(source.role)}" if source.role else ""
    via = f", via {', '.join(_words(name) for name in claim.via)}" if claim.via else ""
    quotes = "".join(
        f'<blockquote><a href="#{home}">{_words(piece.quote)}</a></blockquote>' for piece in claim.evidence
    )
    figures = "; ".join(_words(figure.text) for figure in claim.figures)
    checks = "".join(f'<div class="check">{check.code}: {_words(check.detail)}</div>' for check in claim.checks)
    details = f"{source.kind} · {claim.mode} · from {claim.origin}" + (f" · figures: {figures}" if figures else "")
    return (
        f"<div><b>{number}. {_words(source.name) or source.kind}</b>{role}{via} <i>{claim.stance}</i>: "
        f"{_words(claim.text)}</div>"
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
    items = "".join(f"<li>{_words(item.text)}: {_words(item.reason)}</li>" for item in report.rejected)
    return f'<h2>Refused because the article does not prove it</h2><ul class="meta">{items}</ul>'
