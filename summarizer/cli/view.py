"""`summarizer view`; viewing.py does the work."""

from typing import Annotated, Literal

import typer


def view(
    reports: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORTS...", help="Reports: .json or .jsonl files, folders, globs, or - for standard input."
        ),
    ],
    out: Annotated[
        str, typer.Option("-o", "--out", metavar="OUT", help="A page (.html), a folder of pages, or any other format.")
    ],
    form: Annotated[
        Literal["json", "jsonl", "csv", "markdown", "html"] | None,
        typer.Option("--format", help="If OUT's name does not tell it."),
    ] = None,
) -> None:
    """Make a page of saved reports to read with: article and claims side by side; of several, with an index.

    The page is one file that loads nothing. A folder gets a page for each article, and index.html. Saved reports become
    any other format, too: OUT's ending decides. Exit code: 0 done, 1 a report is none, 2 the call is wrong.

    Examples:
      summarizer view report.json -o report.html
      summarizer view reports/ -o reading/
      summarizer view reports.jsonl -o all.html
      summarizer view reports/ -o claims.csv
    """
    from summarizer.cli.viewing import view_saved  # noqa: PLC0415  --help does without it

    raise typer.Exit(view_saved(reports, out, form))
