"""Runs articles for `summarizer run`: results go to their destination, all else to standard error."""

from __future__ import annotations

import os
import sys
from contextlib import closing, nullcontext
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import typer

from summarizer.cli.console import complain, show
from summarizer.cli.interruption import how_to_go_on, interruptible
from summarizer.cli.logs import log_to
from summarizer.cli.overwriting import earlier_results, refuse_overwriting
from summarizer.cli.results import ResultTaker
from summarizer.contract import errors
from summarizer.output.atomic_files import to_bytes, write_whole
from summarizer.output.fetched_pages import FetchedPages
from summarizer.output.file_names import MANIFEST_NAME
from summarizer.output.formats import dump_json
from summarizer.output.open_destination import check_side_files, open_destination
from summarizer.output.progress import closing_text, count_meanwhile, show_progress, unremembered_text
from summarizer.output.run_record import RunRecord
from summarizer.reading.inputs import find_articles, read_articles
from summarizer.reading.shards import Shard
from summarizer.running.api import Summarizer
from summarizer.running.settings import unread_variables, unused_by_rules

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from summarizer.cli.options import RunOptions
    from summarizer.contract.failure import Failure
    from summarizer.contract.manifest import Manifest, Status
    from summarizer.output.destinations import Destination
    from summarizer.output.rendering import Rendered
    from summarizer.running.runner import Runner
    from summarizer.running.settings import Settings

_FOR_REPORTS = frozenset({"csv", "md", "markdown", "html", ".csv", ".md", ".markdown", ".html", ".htm"})


def open_runner(settings: Settings, options: RunOptions) -> Runner[Any]:
    """What `run` runs: a `Summarizer`, or with --schema an `Extractor`.

    Raises CallError, also for options that only reports know.
    """
    if options.schema is None:
        return Summarizer(settings)
    from summarizer.engines.model.custom_schema import load_model  # noqa: PLC0415  for --schema alone
    from summarizer.running.extractor import Extractor  # noqa: PLC0415  for --schema alone

    suffix = Path(options.out or "").suffix.lower()
    if _FOR_REPORTS & {options.form, suffix if options.form is None else None}:
        raise errors.CallError("a custom schema's results are JSON or JSONL", hint="use --format json or jsonl")
    if options.explain or settings.complete:
        name = "--explain" if options.explain else "--complete"
        raise errors.CallError(f"{name} is about claims, which --schema does not give", hint=f"leave {name} out")
    return Extractor(load_model(options.schema), options.prompt or "", settings)


def run_articles(inputs: list[str], runner: Runner[Any], options: RunOptions) -> int:
    """Run the articles of some inputs and return the exit code. Raises SummarizerError when the run cannot go on."""
    settings = runner.settings
    if settings.workers is None:
        runner.use_all_cores()
    with log_to(options.verbose, options.log_file), runner:
        if settings.engine == "auto" and not options.quiet:
            complain(f"engine {runner.choice.engine}: {runner.choice.reason}")
        unused = unused_by_rules(settings) if runner.choice.engine == "extractive" and not options.quiet else ()
        if unused:
            complain(f"not used, because rules are asked and no model: {', '.join(unused)}")
        for name, likely in () if options.quiet else unread_variables(os.environ):
            complain(f"{name} is no setting and is not read: did you mean {likely}?")
        shard = Shard.parse(options.shard) if options.shard else None
        record = RunRecord(inputs, settings, runner.choice, shard=str(shard) if shard else None)
        skip = earlier_results(options.out, options.manifest)
        articles = find_articles(
            inputs,
            skip=skip,
            on_left_out=None if options.quiet else complain,
            allow_private=settings.allow_private,
            on_fetched=FetchedPages(options.save).keep if options.save is not None else None,
            shard=shard,
        )
        first = list(islice(articles, 2))
        destination = open_destination(options.out, options.form, several=len(first) > 1, stdout=_stdout(options))
        _refuse_overwriting(inputs, destination, options)
        is_shown = len(first) > 1 and not options.quiet
        progress = show_progress(runner.tally, count_meanwhile(inputs), sys.stderr) if is_shown else nullcontext()
        with ResultTaker(destination, options, record) as taker, interruptible(runner) as interruption, progress:
            chosen = taker.choose(chain(first, articles))
            results = runner.run_each(chosen, taker.rendering, max_failures=options.most_failures)
            with closing(cast("Generator[Rendered | Failure]", results)):  # an error here must cancel what is in flight
                for result in results:
                    _take(result, taker, runner, results)
            status = _status(runner, options, is_interrupted=bool(interruption))
            taker.finish(runner.tally, status)
        taker.say_repeated()
        if runner.tally.unremembered:
            complain(unremembered_text(runner.tally))
        _write_manifest(record.build(runner.tally, status), destination, options)
        if not options.quiet:
            complain(closing_text(runner.tally, record.seconds))
        if interruption:
            complain(how_to_go_on(runner))
            return interruption.exit_code
        return 1 if runner.tally.failed else 0


def _take(
    result: Rendered | Failure, taker: ResultTaker, runner: Runner[Any], results: Iterable[Rendered | Failure]
) -> None:
    try:
        taker.take(result)
    except errors.OutputError:
        # What is in flight is paid for: it gets into the cache before the run ends.
        runner.stop()
        for _ in results:
            pass
        raise


def show_forecast(inputs: list[str], runner: Runner[Any]) -> None:
    """Print what a run would send and cost. Raises SummarizerError."""
    if runner.choice.engine == "extractive":
        typer.echo(f"nothing would be sent: the engine is extractive ({runner.choice.reason})")
        return
    from summarizer.running.forecast import forecast  # noqa: PLC0415  brings in the engine that asks a model

    articles = read_articles(inputs, allow_private=runner.settings.allow_private)
    for line in forecast(articles, runner.settings, getattr(runner, "schema", None)).lines():
        show(line)


def _status(runner: Runner[Any], options: RunOptions, *, is_interrupted: bool) -> Status:
    if is_interrupted:
        return "interrupted"
    tally = runner.tally
    is_over = options.most_failures is not None and tally.failed > options.most_failures
    return "stopped" if is_over or tally.ended_by else "complete"


def _stdout(options: RunOptions) -> BinaryIO:
    if sys.stdout is not None:
        return sys.stdout.buffer
    if options.out in {None, "-"}:
        raise errors.CallError("standard output is closed", hint="name a file or folder with -o")
    return BytesIO()  # nothing is written to it


def _refuse_overwriting(inputs: list[str], destination: Destination, options: RunOptions) -> None:
    try:
        check_side_files(destination.place, options.out, options.manifest)
        refuse_overwriting(inputs, destination, options.out, options.manifest)
    except errors.CallError:
        destination.abandon()
        raise


def _write_manifest(manifest: Manifest, destination: Destination, options: RunOptions) -> None:
    path = options.manifest or (destination.place / MANIFEST_NAME if destination.place else None)
    if path is not None:
        write_whole(path, to_bytes(f"{dump_json(manifest, indent=2)}\n"))
