"""`summarizer stats`."""

from typing import Annotated, Literal

import typer

from summarizer.cli.options import SavedInputs


def stats(
    reports: SavedInputs,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")] = "text",
) -> None:
    """Count what saved reports hold: articles, claims, sources, stances, doubts, coverage, confidence and cost.

    Exit code: 0 done, 1 a report is none, 2 the call is wrong.

    Examples:
      summarizer stats reports/
      summarizer stats monday.jsonl tuesday.jsonl --format json
    """
    from summarizer.cli.console import show  # noqa: PLC0415  --help does without them
    from summarizer.cli.saved_reports import SavedReports  # noqa: PLC0415
    from summarizer.output.statistics import Statistics, count_reports  # noqa: PLC0415

    saved = SavedReports(reports)
    counted: Statistics = count_reports(saved)
    show(counted.model_dump_json(indent=2) if form == "json" else counted.text(), nl=form == "json")
    raise typer.Exit(1 if saved.failed else 0)
