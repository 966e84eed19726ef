"""`summarizer compare`; comparing.py does the work."""

from typing import Annotated, Literal

import typer

from summarizer.cli.options import NOTES, SavedInputs, with_options
from summarizer.running.settings import ABOUT, Settings

_OF_ARTICLES = frozenset({"asks", "window", "complete", "min_confidence", "allow_private", "workers"})


@with_options(*(name for name in ABOUT if name not in _OF_ARTICLES))
def compare(
    reports: SavedInputs,
    settings: Settings,
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
    quiet: Annotated[
        bool, typer.Option("-q", "--quiet", rich_help_panel=NOTES, help="Say nothing but errors.")
    ] = False,
) -> None:
    """Compare the reports of several articles: who says what, where they agree, and how many really know it.

    Conflicts come first, with each side's words, speaker and outlet; sources are counted by origin, so that three
    outlets which quote one ministry are one. With a model, it is asked about what the rules leave open, and they check
    its answers. docs/compare.md says what is compared and how. Exit code: 0 done, 1 a report is none or the model did
    not answer all, 2 the call is wrong, 130 interrupted.

    Examples:
      summarizer compare reports/
      summarizer compare reports/ -o comparison.md
      summarizer compare monday.jsonl tuesday.jsonl -o comparison.html
      summarizer compare reports/ -o comparison.md --model openai/gpt-5.4-mini --max-cost 1
      summarizer run articles/ -q | summarizer compare - --format csv > mentions.csv
    """

    from summarizer.cli.comparing import compare_saved  # noqa: PLC0415  --help does without it

    raise typer.Exit(compare_saved(reports, settings, out, form, quiet=quiet))
