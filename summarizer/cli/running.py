"""Runs articles for `summarizer run`: results go to their destination, all else to standard error."""

from __future__ import annotations

import signal
import sys
import threading
from collections import Counter
from contextlib import closing, contextmanager, nullcontext
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, Self, cast

import typer

from summarizer.cli.console import complain
from summarizer.cli.logs import log_to
from summarizer.cli.manifest import RunRecord
from summarizer.cli.overwriting import earlier_results, refuse_overwriting
from summarizer.contract import errors
from summarizer.contract.failure import Failure
from summarizer.output.destinations import (
    MANIFEST_NAME,
    FailureLog,
    FolderDestination,
    check_side_files,
    open_destination,
    write_whole,
)
from summarizer.output.formats import dump_json
from summarizer.output.progress import closing_text, count_inputs, show_progress
from summarizer.reading.inputs import FailedInput, read_articles
from summarizer.running.settings import choose_engine

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from types import FrameType, TracebackType

    from summarizer.cli.manifest import Status
    from summarizer.contract.article import Article
    from summarizer.contract.manifest import Manifest
    from summarizer.contract.report import Report
    from summarizer.engines.model.custom_schema import OwnSchema
    from summarizer.output.destinations import Destination
    from summarizer.output.retry_failed import Selection
    from summarizer.running.api import Summarizer
    from summarizer.running.settings import Settings

_INTERRUPTED = 130


class RunOptions(NamedTuple):
    """What `summarizer run` is told besides the settings."""

    out: str | None = None
    form: str | None = None
    manifest: Path | None = None
    retry_failed: bool = False
    max_failures: int | None = None
    explain: bool = False
    quiet: bool = False
    verbosity: int = 0
    log_file: Path | None = None


def run_articles(inputs: list[str], summarizer: Summarizer, options: RunOptions) -> int:
    """Run the articles of some inputs and return the exit code. Raises SummarizerError when the run cannot go on."""
    settings = summarizer.settings
    with log_to(options.verbosity, options.log_file), summarizer:
        if settings.engine == "auto" and not options.quiet:
            complain(f"engine {summarizer.choice.engine}: {summarizer.choice.reason}")
        record = RunRecord(inputs, settings, summarizer.choice)
        sources = read_articles(inputs, skip=earlier_results(options.out, options.manifest))
        first = list(islice(sources, 2))
        destination = open_destination(options.out, options.form, several=len(first) > 1, stdout=_stdout(options))
        _refuse_overwriting(inputs, destination, options)
        is_shown = len(first) > 1 and not options.quiet
        progress = show_progress(summarizer.tally, count_inputs(inputs), sys.stderr) if is_shown else nullcontext()
        with _Taker(destination, options, record) as taker, _interruptible(summarizer) as interruption, progress:
            results = summarizer.run(taker.choose(chain(first, sources)), max_failures=options.max_failures)
            with closing(cast("Generator[Report | Failure]", results)):  # an error here must cancel what is in flight
                for result in results:
                    taker.take(result)
            if not interruption.is_set():
                taker.finish()
        taker.say_repeated()
        status = _status(summarizer, options, is_interrupted=interruption.is_set())
        _write_manifest(record.build(summarizer.tally, status), destination, options)
        if not options.quiet:
            complain(closing_text(summarizer.tally, record.seconds))
        if interruption.is_set():
            complain(_how_to_go_on(summarizer))
            return _INTERRUPTED
        return 1 if summarizer.tally.failed else 0


def show_forecast(inputs: list[str], settings: Settings, schema: OwnSchema[Any] | None = None) -> None:
    """Print what a run would send and cost, for reports or a schema of one's own. Raises SummarizerError."""
    choice = choose_engine(settings)
    if choice.engine == "extractive" and schema is None:
        typer.echo(f"nothing would be sent: the engine is extractive ({choice.reason})")
        return
    from summarizer.running.forecast import forecast  # noqa: PLC0415  brings in the llm engine

    for line in forecast(read_articles(inputs), settings, schema).lines():
        typer.echo(line)


def _status(summarizer: Summarizer, options: RunOptions, *, is_interrupted: bool) -> Status:
    if is_interrupted:
        return "interrupted"
    tally = summarizer.tally
    is_over = options.max_failures is not None and tally.failed > options.max_failures
    return "stopped" if is_over or any(getattr(errors, name).fatal for name in tally.failures) else "complete"


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
        write_whole(path, f"{dump_json(manifest, indent=2)}\n".encode("utf-8", "backslashreplace"))


class _Taker:
    """Takes results as they come: reports to the destination, failures to failures.jsonl and standard error."""

    def __init__(self, destination: Destination, options: RunOptions, record: RunRecord) -> None:
        self._options = options
        self._record = record
        self._destination = destination
        self._failures = FailureLog.beside(destination)
        self._selection: Selection | None = None
        self._fatal: Counter[tuple[str, str]] = Counter()
        self._is_finished = False

    def choose(self, sources: Iterable[Article | FailedInput]) -> Iterable[Article | FailedInput]:
        """The sources to run: all, or with --retry-failed those that failed before. Raises CallError."""
        if isinstance(self._destination, FolderDestination):
            sources = (_unless_taken(source, self._destination) for source in sources)
        if not self._options.retry_failed:
            return sources
        from summarizer.output.retry_failed import Selection, read_failed  # noqa: PLC0415  for --retry-failed alone

        failed = read_failed(self._destination.place)
        self._selection = Selection(failed, self._destination, Path(self._options.out or ""))
        return self._selection.choose(sources)

    def take(self, result: Report | Failure) -> None:
        """Put one result where it belongs."""
        if self._selection:
            self._selection.put_earlier()
        if isinstance(result, Failure):
            self._failures.write(result)
            self._say(result)
            return
        self._destination.write(result)
        self._record.note(result.provenance)
        if self._options.explain:
            self._explain(result)

    def finish(self) -> None:
        """Make the results count."""
        if self._selection:
            self._selection.put_rest()
        self._destination.commit()
        self._failures.commit()
        self._is_finished = True

    def say_repeated(self) -> None:
        """Say how many articles failed for the reasons that were said once."""
        for (error, message), count in self._fatal.items():
            if count > 1:
                complain(f"{count - 1} more failed for the same reason: {error}: {message}")

    def _say(self, failure: Failure) -> None:
        if _class_of(failure).fatal:
            # Every article after it fails in the same way: a line for each would bury the first.
            self._fatal[failure.error, failure.message] += 1
            if self._fatal[failure.error, failure.message] > 1:
                return
        hint = f" ({failure.hint})" if failure.hint else ""
        complain(f"{_place(failure)}: {failure.message}{hint}")

    def _explain(self, report: Report) -> None:
        from summarizer.output.explain import explain  # noqa: PLC0415  for --explain alone

        for line in explain(report):
            complain(line)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._is_finished:
            self._destination.abandon()
            self._failures.abandon()


def _unless_taken(source: Article | FailedInput, destination: FolderDestination) -> Article | FailedInput:
    """An article, or why its report could not be written: known before anybody is asked, and paid."""
    path = destination.path_of(source.id)
    if isinstance(source, FailedInput) or not path.is_dir() or path.is_symlink():
        return source
    place = source.path or source.id
    return FailedInput(source.id, place, errors.NameTakenError(f"{path} is a folder", where=place))


def _class_of(failure: Failure) -> type[errors.SummarizerError]:
    kind = getattr(errors, failure.error)
    return kind if issubclass(kind, errors.SummarizerError) else errors.SummarizerError


def _place(failure: Failure) -> str:
    if not failure.path:
        return failure.id
    is_told = not failure.id or Path(failure.path).stem == failure.id
    # An input that is no article has no id that anybody would know.
    return (
        failure.path
        if is_told or issubclass(_class_of(failure), errors.InputError)
        else f"{failure.path}, {failure.id}"
    )


def _how_to_go_on(summarizer: Summarizer) -> str:
    is_kept = summarizer.choice.engine == "llm" and summarizer.settings.cache
    rest = ": what was answered is not asked for again" if is_kept else ""
    return f"interrupted; run the same command again to go on{rest}"


@contextmanager
def _interruptible(summarizer: Summarizer) -> Iterator[threading.Event]:
    """Let the first Ctrl-C finish what is in flight; the second ends the run at once. The event says that one came."""
    came = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield came  # only the main thread may handle signals
        return

    def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  the signal module's signature
        if came.is_set():
            complain(_how_to_go_on(summarizer))
            raise KeyboardInterrupt
        came.set()
        complain("stopping: waiting for what is in flight; press Ctrl-C again not to wait")
        summarizer.stop()

    earlier = signal.signal(signal.SIGINT, stop)
    try:
        yield came
    finally:
        signal.signal(signal.SIGINT, earlier)
