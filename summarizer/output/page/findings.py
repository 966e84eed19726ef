"""What was found in an article, as list items: its claims, what is said and no claim covers, and what was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.contract.report import is_doubted
from summarizer.output.page.escaping import escaped
from summarizer.output.page.marked_text import MISSED, WORDS
from summarizer.output.plain_words import CHECKS, KINDS, MODES, STANCES, TONES, is_weak, speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.check import Check
    from summarizer.contract.report import Claim, Report
    from summarizer.output.page.marked_text import MarkedText

_MARKS = str.maketrans("", "", "“”„«»\"'‘’.,;:!?… \u00a0\n\t")


def claim_items(report: Report, key: str, marked: MarkedText) -> Iterator[str]:
    """Every claim with who makes it, its words, and what to doubt in it; its attributes are what the chips show."""
    language = escaped(report.article.language)
    found_by = "model" if report.provenance.engine == "llm" else "rules"
    for number, claim in enumerate(report.claims, 1):
        told = {
            "source": speaker(claim),
            "stance": STANCES[claim.stance],
            "kind": KINDS[claim.source.kind],
            "mode": MODES[claim.mode],
        }
        facts = "".join(f' data-{name}="{escaped(value)}"' for name, value in told.items())
        state = " ".join(name for name, holds in (("doubted", is_doubted(claim)), ("unsure", is_weak(claim))) if holds)
        added = f" · added by {claim.origin}" if claim.origin != found_by else ""
        yield (
            f'<li class="item t-{TONES[claim.stance]}" id="{key}-c{number}" tabindex="-1" {WORDS}="{number}"{facts}'
            f' data-state="{state}">{_who(claim, number, key)}'
            f"{_said(claim, f'{key}-p{marked.homes[WORDS, number]}', language)}{_facts(claim, added)}</li>"
        )


def _who(claim: Claim, number: int, key: str) -> str:
    source = claim.source
    role = f', <span dir="auto">{escaped(source.role)}</span>' if source.role else ""
    via = f", as passed on by {', '.join(escaped(name) for name in claim.via)}" if claim.via else ""
    return (
        f'<p class="who"><a class="no" href="#{key}-c{number}" title="Link to this claim">{number}</a> '
        f'<b dir="auto">{escaped(speaker(claim))}</b><span class="role">{role}{via}</span> '
        f'<span class="stance">{STANCES[claim.stance]}</span></p>'
    )


def _said(claim: Claim, home: str, language: str) -> str:
    quotes = "".join(_quote(piece.quote, home, language) for piece in claim.evidence)
    proof = "".join(piece.quote for piece in claim.evidence)
    said, shown = claim.text.translate(_MARKS).casefold(), proof.translate(_MARKS).casefold()
    if said in shown and len(said) > 0.8 * len(shown):  # but for "that": nothing would be said twice
        return quotes
    return f'<p class="says" dir="auto" lang="{language}">{escaped(claim.text)}</p>{quotes}'


def _facts(claim: Claim, added: str) -> str:
    figures = "; ".join(escaped(figure.text) for figure in claim.figures)
    shown = f" · figures: {figures}" if figures else ""
    kind = "" if claim.mode == "none" else f"{KINDS[claim.source.kind]} · "
    doubts = "".join(f'<p class="doubt"><b>Doubt:</b> {_doubt(check)}</p>' for check in claim.checks)
    return f'<p class="meta">{kind}{MODES[claim.mode]} · {claim.confidence:.0%} sure{added}{shown}</p>{doubts}'


def _doubt(check: Check) -> str:
    if check.code == "weak_attribution":  # its detail is the confidence, which stands above
        return CHECKS[check.code]
    return f'{CHECKS[check.code]} <span dir="auto">({escaped(check.detail)})</span>'


def missed_part(report: Report, key: str, marked: MarkedText) -> str:
    """What somebody says in the article and no claim covers, with the reason."""
    missed = report.coverage.missed
    if not missed:
        return ""
    language = escaped(report.article.language)
    items = "".join(
        f'<li class="item" id="{key}-x{number}" tabindex="-1" {MISSED}="{number}" data-state="missed">'
        f"{_quote(span.text, f'{key}-p{marked.homes[MISSED, number]}', language)}"
        f'<p class="meta">{escaped(_sentence(span.reason))}</p></li>'
        for number, span in enumerate(missed, 1)
    )
    return _part("Missed", f"{len(missed)} said here that no claim has", items)


def rejected_part(report: Report) -> str:
    """What an engine said and was refused, with the reason."""
    if not report.rejected:
        return ""
    items = "".join(
        f'<li class="item" tabindex="-1" data-state="rejected"><p class="who"><b dir="auto">'
        f'{escaped(item.source) or "nobody named"}</b></p><p class="says" dir="auto">{escaped(item.text)}</p>'
        + (f'<blockquote dir="auto">{escaped(item.quote)}</blockquote>' if item.quote != item.text else "")
        + f'<p class="doubt">{escaped(_sentence(item.reason))}</p></li>'
        for item in report.rejected
    )
    return _part("Rejected", f"{len(report.rejected)} refused or left out", items)


def _part(name: str, count: str, items: str) -> str:
    return f'<h2>{name} <span class="count">{count}</span></h2>\n<ol class="items">{items}</ol>\n'


def _quote(words: str, home: str, language: str) -> str:
    return f'<blockquote dir="auto" lang="{language}"><a href="#{home}">{escaped(words)}</a></blockquote>'


def _sentence(reason: str) -> str:
    return reason[:1].upper() + reason[1:]
