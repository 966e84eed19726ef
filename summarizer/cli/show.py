"""`summarizer show`."""

import os
import shutil
import sys
from typing import Annotated

import typer

_WIDTH = 100  # columns, where there is no terminal to ask
_WIDEST = 120  # longer lines are hard to read


def show_reports(
    reports: Annotated[
        list[str],
        typer.Argument(metavar="REPORT...", help="Reports: .json or .jsonl files, folders, or - for standard input."),
    ],
) -> None:
    """Show reports on the terminal: the headline, and each claim with who makes it, its words, and its doubts.

    Exit code: 0 done, 1 a report is none, 2 the call is wrong.

    Examples:
      summarizer show reports/bridge-closure.json
      summarizer run article.txt -q | summarizer show -
    """
    from summarizer.cli.saved_reports import SavedReports  # noqa: PLC0415  --help does without them
    from summarizer.output.terminal import terminal_text  # noqa: PLC0415

    saved = SavedReports(reports)
    is_colored = sys.stdout is not None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    width = min(shutil.get_terminal_size((_WIDTH, 24)).columns, _WIDEST)
    for number, report in enumerate(saved):
        typer.echo(("\n" if number else "") + terminal_text(report, width, is_colored=is_colored), nl=False)
    raise typer.Exit(1 if saved.failed else 0)
