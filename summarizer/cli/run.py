"""`summarizer run`: its options; running.py does the work."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from summarizer.cli import options as o
from summarizer.contract.errors import CallError


def run(  # noqa: PLR0913, PLR0917  one for each option
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Files, folders, globs, JSONL files, or - for standard input."),
    ],
    out: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--out",
            metavar="OUT",
            rich_help_panel=o.OUTPUT,
            help="A folder (ending in /), or a .json, .jsonl, .csv, .md or .html file; else standard output.",
        ),
    ] = None,
    form: Annotated[
        Literal["json", "jsonl", "csv", "markdown", "html"] | None,
        typer.Option("--format", rich_help_panel=o.OUTPUT, help="If OUT's name does not tell it."),
    ] = None,
    manifest: Annotated[
        Path | None,
        typer.Option(
            "--manifest", metavar="FILE", rich_help_panel=o.OUTPUT, help="What ran; else manifest.json beside OUT."
        ),
    ] = None,
    engine: o.Engine = None,
    model: o.Model = None,
    base_url: o.BaseUrl = None,
    mode: o.Mode = None,
    asks: o.Asks = None,
    max_reasks: o.MaxReasks = None,
    language: o.Language = None,
    context: o.Context = None,
    window: o.Window = None,
    max_output_tokens: o.MaxOutputTokens = None,
    complete: o.Complete = None,
    schema: o.OwnSchema = None,
    prompt: o.OwnPrompt = None,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", rich_help_panel=o.BATCH, help="Say what would be sent and what it may cost; send nothing."
        ),
    ] = False,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", rich_help_panel=o.BATCH, help="Run just those in failures.jsonl.")
    ] = False,
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast", rich_help_panel=o.BATCH, help="Take no new article after a failure.")
    ] = False,
    max_failures: Annotated[
        int | None,
        typer.Option(
            "--max-failures", metavar="N", min=0, rich_help_panel=o.BATCH, help="The same, after more than N."
        ),
    ] = None,
    concurrency: o.Concurrency = None,
    rpm: o.Rpm = None,
    tpm: o.Tpm = None,
    timeout: o.Timeout = None,
    max_attempts: o.MaxAttempts = None,
    max_cost: o.MaxCost = None,
    max_tokens: o.MaxTokens = None,
    prices: o.Prices = None,
    no_cache: o.NoCache = False,
    cache_dir: o.CacheDir = None,
    explain: Annotated[
        bool, typer.Option("--explain", rich_help_panel=o.NOTES, help="The rule and cue behind each claim.")
    ] = False,
    quiet: o.Quiet = False,
    verbose: o.Verbose = 0,
    log_file: o.LogFile = None,
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
      curl -s https://example.com/story | summarizer run - --format markdown
    """
    from summarizer.cli.running import RunOptions, run_articles, show_forecast  # noqa: PLC0415  --help does without it
    from summarizer.running.api import Summarizer  # noqa: PLC0415  --help does without it
    from summarizer.running.settings import read_settings  # noqa: PLC0415  as above

    settings = read_settings(
        engine=engine,
        model=model,
        base_url=base_url,
        mode=mode,
        asks=asks,
        max_reasks=max_reasks,
        language=language,
        context=context,
        window=window,
        max_output_tokens=max_output_tokens,
        complete=complete or None,
        concurrency=concurrency,
        rpm=rpm,
        tpm=tpm,
        timeout=timeout,
        max_attempts=max_attempts,
        max_cost=max_cost,
        max_tokens=max_tokens,
        prices=prices,
        cache=False if no_cache else None,
        cache_dir=cache_dir,
    )
    told = RunOptions(
        out=out,
        form=form,
        manifest=manifest,
        retry_failed=retry_failed,
        max_failures=0 if fail_fast else max_failures,
        explain=explain,
        quiet=quiet,
        verbosity=verbose,
        log_file=log_file,
    )
    if prompt is not None and schema is None:
        raise CallError("--prompt needs --schema", hint="the prompts for reports are fixed")
    if schema is None:
        if dry_run:
            show_forecast(inputs, settings)
            return
        raise typer.Exit(run_articles(inputs, Summarizer(settings), told))
    from summarizer.cli.extract import open_extractor  # noqa: PLC0415  for --schema alone

    extractor = open_extractor(schema, prompt, settings, told)
    if dry_run:
        show_forecast(inputs, settings, extractor.schema)
        return
    raise typer.Exit(run_articles(inputs, extractor, told))
