"""`summarizer eval`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli.console import complain, show
from summarizer.cli.options import SavedInputs

if TYPE_CHECKING:
    from summarizer.cli.saved_reports import SavedReports


def evaluate_reports(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Hand-made gold: a .json or .jsonl file, or a folder of them.")
    ],
    reports: SavedInputs,
    floor: Annotated[
        list[str] | None,
        typer.Option("--floor", metavar="MEASURE=SHARE", help="Exit 1 when a measure is below it; may be repeated."),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar="FILE", help="An earlier evaluation to compare with.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="FILE", help="Keep the evaluation as JSON, for --baseline.")
    ] = None,
    form: Annotated[Literal["text", "json"], typer.Option("--format", help="What to print.")] = "text",
    details: Annotated[bool, typer.Option("--details", help="What was wrong, article by article.")] = False,
) -> None:
    """Score reports against gold made by hand: statements, sources, relays, figures, furniture, doubles.

    docs/gold.md says how gold is written and what is measured. What is no report is named, and the others are scored.
    Exit code: 0 done, 1 below a floor or a report is none, 2 the call or the gold is wrong.

    Examples:
      summarizer eval tests/gold out/
      summarizer eval tests/gold out/ --details
      summarizer eval tests/gold out/ -o before.json
      summarizer eval tests/gold out/ --baseline before.json --floor recall=0.8 --floor sources=85%
      summarizer eval summaries/ out/        where each file says what a summary must and must not say
    """
    from summarizer.cli.saved_reports import SavedReports  # noqa: PLC0415
    from summarizer.evaluation.evaluate import run_eval  # noqa: PLC0415  --help does without them
    from summarizer.evaluation.summaries import is_summary_gold  # noqa: PLC0415
    from summarizer.evaluation.tables import details as details_of  # noqa: PLC0415
    from summarizer.evaluation.tables import table  # noqa: PLC0415
    from summarizer.output.atomic_files import write_whole  # noqa: PLC0415

    saved = SavedReports(reports)
    if is_summary_gold(gold):
        _evaluate_summaries(gold, saved, out, as_json=form == "json", with_details=details)
        raise typer.Exit(1 if saved.failed else 0)
    result = run_eval(gold, saved, floor or (), baseline)
    data = result.evaluation.model_dump_json(indent=2) + "\n"
    if out is not None:
        write_whole(out, data.encode())
    if form == "json":
        show(data, nl=False)
    else:
        show(table(result.evaluation, result.comparison), nl=False)
        if details:
            show(f"\n{details_of(result.evaluation)}", nl=False)
    for item in result.unmet:
        complain(f"{item.metric} is {item.value:.3f}, below its floor of {item.floor:g}")
    raise typer.Exit(1 if result.unmet or saved.failed else 0)


def _evaluate_summaries(
    gold: Path, reports: "SavedReports", out: Path | None, *, as_json: bool, with_details: bool
) -> None:
    """Score summaries against lists of what they must and must not say."""
    from summarizer.evaluation.summaries import (  # noqa: PLC0415  --help does without them
        evaluate_summaries,
        read_summary_gold,
        summary_table,
    )
    from summarizer.output.atomic_files import write_whole  # noqa: PLC0415

    found = evaluate_summaries(read_summary_gold(gold), reports)
    data = found.model_dump_json(indent=2) + "\n"
    if out is not None:
        write_whole(out, data.encode())
    typer.echo(data if as_json else summary_table(found, details=with_details), nl=False)
