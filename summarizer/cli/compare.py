"""`summarizer compare`; comparing.py does the work."""

from typing import Annotated, Literal

import typer

from summarizer.cli.options import SavedInputs


def compare(
    reports: SavedInputs,
    out: Annotated[
        str | None,
        typer.Option("-o", "--out", metavar="OUT", help="A .json, .md, .html or .csv file; else standard output."),
    ] = None,
    form: Annotated[
        Literal["json", "markdown", "html", "csv", "table"] | None,
        typer.Option(
            "--format", help="If OUT's name does not tell it; else a table on a terminal, and JSON in a pipe."
        ),
    ] = None,
) -> None:
    """Compare the reports of several articles: who says what, where they agree, and how many really know it.

    Conflicts come first, with each side's words, speaker and outlet; sources are counted by origin, so that three
    outlets which quote one ministry are one. docs/compare.md says what is compared and how. Exit code: 0 done, 1 a
    report is none, 2 the call is wrong.

    Examples:
      summarizer compare reports/
      summarizer compare reports/ -o comparison.md
      summarizer compare monday.jsonl tuesday.jsonl -o comparison.html
      summarizer run articles/ -q | summarizer compare - --format csv > mentions.csv
    """

    from summarizer.cli.comparing import compare_saved  # noqa: PLC0415  --help does without it

    raise typer.Exit(compare_saved(reports, out, form))
