"""A comparison as a notebook shows it: no larger than a screen, and all that comes from articles is escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.output.comparison.wording import VERDICT_ORDER, VERDICTS, Wording, by_verdict, count, shortened, tally
from summarizer.output.page.escaping import escaped

if TYPE_CHECKING:
    from summarizer.contract.comparison import Comparison, Fact

_MOST_FACTS = 12
_CELL = "text-align:left;vertical-align:top"


def notebook_html(comparison: Comparison) -> str:
    """How many facts there are, and those of several articles, conflicts first, as HTML without a script."""
    facts, wording = by_verdict(comparison), Wording(comparison)
    several = [one for verdict in VERDICT_ORDER if verdict != "single_source" for one in facts[verdict]]
    rows = "".join(_row(one, wording) for one in several[:_MOST_FACTS])
    heads = "".join(f'<th style="{_CELL}">{name}</th>' for name in ("", "fact", "answers", "who knows"))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
    hidden = len(several) - _MOST_FACTS
    more = f"<p>and {hidden} more in <code>.facts</code></p>" if hidden > 0 else ""
    head = f"<p><b>{count(len(comparison.articles), 'article')} compared</b>: {tally(comparison)}</p>"
    return f"<div>{head}{table}{more}</div>"


def _row(fact: Fact, wording: Wording) -> str:
    answers = "<br>".join(
        f"<b>{escaped(shortened(side.position, 90))}</b> "
        f"<small>{escaped(shortened('; '.join(wording.tellers(side)), 120))}</small>"
        for side in fact.sides
    )
    return (
        f'<tr><td style="{_CELL}">{VERDICTS[fact.verdict]}</td>'
        f'<td dir="auto" style="{_CELL}">{escaped(shortened(fact.text))}</td>'
        f'<td dir="auto" style="{_CELL}">{answers}</td>'
        f'<td dir="auto" style="{_CELL}">{escaped(shortened(wording.independence(fact)))}</td></tr>'
    )
