"""`summarizer run`; running.py does the work."""

from typing import Annotated

import typer

from summarizer.cli.options import RunOptions, with_options
from summarizer.contract.errors import CallError
from summarizer.running.settings import ABOUT, Settings


@with_options(*ABOUT)
def run(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Files, folders, globs, addresses (https://…), or - for standard input."),
    ],
    settings: Settings,
    options: RunOptions,
) -> None:
    """Summarize articles and list their claims, each with its source and the words that prove it.

    One article prints one indented report, several print one a line. Failed articles are rows of failures.jsonl
    beside OUT and a line each on standard error. Keys come from OPENAI_API_KEY or SUMMARIZER_API_KEY. Exit code: 0
    all done, 1 some articles failed, 2 the call is wrong, 130 interrupted.

    Examples:
      summarizer run article.txt
      summarizer run articles/ -o reports/
      summarizer run 'news/**/*.html' -o claims.csv --engine extractive
      summarizer run articles.jsonl -o reports.jsonl --model openai/gpt-5.4-mini --max-cost 5
      summarizer run articles/ -o found.jsonl --schema casualties.py:Casualties --prompt casualties.md
      summarizer run https://example.com/story --format md --save pages/
    """
    from summarizer.cli.running import open_runner, run_articles, show_forecast  # noqa: PLC0415  --help does without it

    if options.prompt is not None and options.schema is None:
        raise CallError("--prompt needs --schema", hint="the prompts for reports are fixed")
    runner = open_runner(settings, options)
    if options.dry_run:
        show_forecast(inputs, runner)
        return
    raise typer.Exit(run_articles(inputs, runner, options))
