"""`summarizer show`."""

from typing import Annotated

import typer


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
    from summarizer.cli.console import printing  # noqa: PLC0415  --help does without them
    from summarizer.cli.saved_reports import SavedReports  # noqa: PLC0415
    from summarizer.output.terminal import report_text  # noqa: PLC0415

    saved = SavedReports(reports)
    console = printing()
    for number, report in enumerate(saved):
        if number:
            console.print()
        console.print(report_text(report))
    raise typer.Exit(1 if saved.failed else 0)
