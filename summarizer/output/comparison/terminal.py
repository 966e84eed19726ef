"""A comparison in short, for a terminal: its conflicts and what several articles tell, a line for each side."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from summarizer.output.comparison.wording import VERDICT_ORDER, VERDICTS, Wording, by_verdict, count, shortened, tally
from summarizer.output.controls import without_commands

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from summarizer.contract.comparison import Comparison, Fact

_MOST_ROWS = 40  # facts; more are a job for a file
_STYLES = {"conflict": "bold red", "uncertain": "yellow", "agree": "green"}


def terminal_text(comparison: Comparison, width: int, *, is_colored: bool = False) -> str:
    """The facts of several articles as a table of this width, and how many stand in one alone; ends in a newline."""
    from rich.console import Console  # noqa: PLC0415  for this alone

    stream = StringIO()
    console = Console(file=stream, width=width, force_terminal=is_colored, no_color=not is_colored, highlight=False)
    facts, wording = by_verdict(comparison), Wording(comparison)
    several = [one for verdict in VERDICT_ORDER if verdict != "single_source" for one in facts[verdict]]
    if several:
        console.print(_table(several[:_MOST_ROWS], wording))
    console.print(_closing(comparison, len(several)), markup=False)
    return stream.getvalue()


def _table(facts: list[Fact], wording: Wording) -> Table:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415  as above
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=True)
    table.add_column("verdict", no_wrap=True)
    for name, share in (("fact", 5), ("answer", 5), ("who says so", 7)):
        table.add_column(name, ratio=share, overflow="fold")
    table.add_column("origins", justify="right", no_wrap=True)
    for fact in facts:
        for number, side in enumerate(fact.sides):
            is_first = number == 0
            told = [f"{wording.teller(one)} ({wording.outlet(one.article)})" for one in side.mentions]
            table.add_row(
                _cell(VERDICTS[fact.verdict] if is_first else "", _STYLES[fact.verdict]),
                _cell(shortened(fact.text, 90) if is_first else ""),
                _cell(shortened(side.position, 90) if side.position != fact.text else "the same"),
                _cell(shortened("; ".join(dict.fromkeys(told)), 200)),
                _cell(str(fact.origins) if is_first else ""),
                end_section=number == len(fact.sides) - 1,
            )
    return table


def _cell(text: str, style: str = "") -> Text:
    """A text as it stands, without what a terminal would obey."""
    from rich.text import Text  # noqa: PLC0415  as above

    return Text(without_commands(" ".join(text.split())), style)


def _closing(comparison: Comparison, several: int) -> str:
    hidden = several - _MOST_ROWS
    more = f" {count(hidden, 'fact')} not shown: -o comparison.html shows all." if hidden > 0 else ""
    return f"{count(len(comparison.articles), 'article')} compared: {tally(comparison)}.{more}"
