"""A report on the terminal: coloured by stance where there are colours, and nothing in it that a terminal obeys."""

from __future__ import annotations

import re
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summarizer.output.controls import without_commands
from summarizer.output.plain_words import CHECKS, MODES, STANCES, TONES, made_by, speaker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from summarizer.contract.report import Claim, Report

_TRAILING = re.compile(r" +$", re.MULTILINE)  # which fills the width
_COLORS = {"says": "cyan", "against": "red", "for": "green", "wants": "magenta", "warns": "yellow", "other": "blue"}
_INDENT = 4


def terminal_text(report: Report, width: int, *, is_colored: bool = False) -> str:
    """Headline, abstract, claims with their words and doubts, what was missed and refused; ends in a newline."""
    stream = StringIO()
    console = Console(file=stream, width=width, force_terminal=is_colored, no_color=not is_colored, highlight=False)
    for part in _parts(report):
        console.print(part)
    return _TRAILING.sub("", stream.getvalue())


def _parts(report: Report) -> Iterator[RenderableType]:
    article, summary, coverage = report.article, report.summary, report.coverage
    yield _plain(summary.headline or article.title or article.id, "bold")
    known = [value for value in (article.outlet, article.published, article.url) if value]
    if known:
        yield _plain(" · ".join(known), "dim")
    for check in article.checks:
        yield _plain(f"Doubt about this text: {CHECKS[check.code]} ({check.detail})", "yellow")
    if summary.abstract:
        yield Padding(_plain(summary.abstract), (1, 0))
    for number, claim in enumerate(report.claims, 1):
        yield from _claim(claim, number)
    if coverage.missed:
        yield Padding(_plain(f"Missed: {len(coverage.missed)} of {coverage.statements}", "bold"), (1, 0, 0, 0))
        for span in coverage.missed:
            yield Padding(_plain(f"{_one_line(span.text)} ({span.reason})"), (0, 0, 0, _INDENT))
    if report.rejected:
        yield Padding(_plain(f"Refused or left out: {len(report.rejected)}", "bold"), (1, 0, 0, 0))
        for item in report.rejected:
            yield Padding(_plain(f"{_one_line(item.text)} ({item.reason})"), (0, 0, 0, _INDENT))
    yield Padding(_plain(made_by(report.provenance), "dim"), (1, 0, 0, 0))


def _claim(claim: Claim, number: int) -> Iterator[RenderableType]:
    color = _COLORS[TONES[claim.stance]]
    role = f", {claim.source.role}" if claim.source.role else ""
    via = f", as passed on by {', '.join(claim.via)}" if claim.via else ""
    line = Table.grid(padding=(0, 1, 0, 0))  # so that a long line goes on below the speaker, not below the number
    line.add_column(width=_INDENT - 1, justify="right", no_wrap=True)
    line.add_column()
    said = Text.assemble(
        _plain(speaker(claim), "bold"),
        _plain(f"{role}{via}{',' if role or via else ''} ", "dim"),
        (STANCES[claim.stance], color),
        (f"  {MODES[claim.mode]}, {claim.confidence:.0%} sure", "dim"),
    )
    line.add_row(Text(str(number), "dim"), said)
    yield line
    for piece in claim.evidence:
        yield Padding(_plain(_one_line(piece.quote), color), (0, 0, 0, _INDENT))
    for check in claim.checks:
        yield Padding(_plain(f"Doubt: {CHECKS[check.code]} ({check.detail})", "yellow"), (0, 0, 0, _INDENT))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str, style: str = "") -> Text:
    """A text as it stands: no markup in it is read, and no control reaches the terminal."""
    return Text(without_commands(text), style)
