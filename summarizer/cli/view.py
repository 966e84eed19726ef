"""`summarizer view`; viewing.py does the work."""

from typing import Annotated

import typer

from summarizer.cli.options import FormatName, SavedInputs


def view(
    reports: SavedInputs,
    out: Annotated[
        str | None,
        typer.Option("-o", "--out", metavar="OUT", help="A file, or a folder of pages with their index (ending in /)."),
    ] = None,
    form: Annotated[
        FormatName | None,
        typer.Option("--format", help="If OUT's name does not tell it."),
    ] = None,
) -> None:
    """Turn saved reports into a page to read with, a table, a database, or another format.

    A page is one file that loads nothing: article and claims side by side, and of several articles an index. OUT's
    ending says which: .html, .csv, .parquet, .sqlite, .md, .json or .jsonl. docs/tables.md lists the tables and
    their columns. Exit code: 0 done, 1 a report is none, 2 the call is wrong.

    Examples:
      summarizer view reports/ -o page.html
      summarizer view reports/ -o pages/
      summarizer view monday.jsonl tuesday.jsonl -o claims.parquet
      summarizer view reports/ -o reports.sqlite
      summarizer view reports.jsonl --format csv | head
    """
    from summarizer.cli.viewing import view_saved  # noqa: PLC0415  --help does without it

    raise typer.Exit(view_saved(reports, out, form))
