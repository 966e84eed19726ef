"""What a reader sees first: the summary, each sentence with a way to the words it rests on, and who the sources are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summarizer.output.page.escaping import escaped
from summarizer.output.page.marked_text import LINE
from summarizer.output.plain_words import CHECKS, KINDS, STANCES, speaker

if TYPE_CHECKING:
    from summarizer.contract.report import Claim, Report, SummaryLine
    from summarizer.output.page.marked_text import MarkedText

_SHOWN_SOURCES = 5  # the others come when they are asked for: claims should be on the first screen, too


def summary_part(report: Report, key: str, marked: MarkedText) -> str:
    """The abstract and the key points; a report of an older version has no sentences with their proof."""
    summary = report.summary
    lines = [(number, line) for number, line in enumerate(summary.lines, 1)]
    told = " ".join(_line(line, number, key, marked) for number, line in lines if line.part == "abstract")
    points = [_line(line, number, key, marked) for number, line in lines if line.part == "key_point"]
    if not lines:
        told, points = escaped(summary.abstract), [escaped(point.text) for point in summary.key_points]
    shown = f'<p class="abstract" dir="auto">{told}</p>\n' if told else ""
    language = escaped(report.article.language)
    items = "".join(f'<li dir="auto">{point}</li>' for point in points)
    more = f"<details><summary>Key points ({len(points)})</summary><ul>{items}</ul></details>\n" if points else ""
    return f'<div class="short" lang="{language}">{shown}{more}</div>\n'


def _line(line: SummaryLine, number: int, key: str, marked: MarkedText) -> str:
    home = marked.homes.get((LINE, number))
    words = escaped(line.text)
    if home is not None:
        words = f'<a class="line" href="#{key}-p{home}" {LINE}="{number}">{words}</a>'
    return words + "".join(
        f' <span class="doubt" lang="en">[{CHECKS[check.code]}: {escaped(check.detail)}]</span>'
        for check in line.checks
    )


def sources_part(report: Report) -> str:
    """The table of sources: how many claims each makes, and how."""
    by_name: dict[str, list[Claim]] = {}
    for claim in report.claims:
        by_name.setdefault(speaker(claim), []).append(claim)
    if not by_name:
        return ""
    rows = sorted(by_name.items(), key=lambda item: -len(item[1]))
    cells = "".join(
        _source_row(name, claims, is_shown=place < _SHOWN_SOURCES) for place, (name, claims) in enumerate(rows)
    )
    return (
        '<table class="sources"><thead><tr><th scope="col">Source</th><th scope="col">Claims</th>'
        f'<th scope="col">How</th></tr></thead><tbody>{cells}</tbody></table>\n'
    )


def _source_row(name: str, claims: list[Claim], *, is_shown: bool) -> str:
    first = claims[0].source
    about = first.role or (KINDS[first.kind] if first.name else "")
    role = f' <span class="meta" dir="auto">{escaped(about)}</span>' if about else ""
    stances = Counter(STANCES[claim.stance] for claim in claims)
    how = ", ".join(f"{stance} {count}" for stance, count in stances.most_common())
    row = "<tr>" if is_shown else '<tr class="rest">'
    return (
        f'{row}<th scope="row"><button type="button" class="source" '
        f'data-v="{escaped(name)}" dir="auto">{escaped(name)}</button>{role}</th>'
        f"<td>{len(claims)}</td><td>{how}</td></tr>"
    )
