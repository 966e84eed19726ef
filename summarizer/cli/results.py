"""Takes the results of `summarizer run` as they come: reports to their destination, failures to failures.jsonl."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Self

from summarizer.cli.console import complain
from summarizer.contract import errors
from summarizer.contract.failure import Failure
from summarizer.output.destinations import FolderDestination
from summarizer.output.failures import FailureLog, read_failed
from summarizer.output.rendering import Rendering
from summarizer.output.replacement import why_left
from summarizer.reading.inputs import FailedInput

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from summarizer.cli.options import RunOptions
    from summarizer.contract.manifest import Status
    from summarizer.contract.tally import RunTally
    from summarizer.output.destinations import Destination
    from summarizer.output.rendering import Rendered
    from summarizer.output.retry_failed import Selection
    from summarizer.output.run_record import RunRecord
    from summarizer.reading.inputs import FoundArticle


class ResultTaker:
    """Takes results as they come: reports to the destination, failures to failures.jsonl and standard error."""

    def __init__(self, destination: Destination, options: RunOptions, record: RunRecord) -> None:
        self._options = options
        self._record = record
        self._destination = destination
        self._failures = FailureLog.beside(destination)
        self._selection: Selection | None = None
        self._fatal: Counter[tuple[str, str]] = Counter()
        self._is_finished = False

    @property
    def rendering(self) -> Rendering:
        """How each report becomes what `take` takes."""
        return Rendering(self._destination.form, self._options.explain)

    def choose(self, sources: Iterable[FoundArticle | FailedInput]) -> Iterable[FoundArticle | FailedInput]:
        """The sources to run: all, or with --retry-failed those that failed before. Raises CallError."""
        if isinstance(self._destination, FolderDestination):
            sources = (_unless_taken(source, self._destination) for source in sources)
        if not self._options.retry_failed:
            return sources
        from summarizer.output.retry_failed import Selection  # noqa: PLC0415  for --retry-failed alone

        failed = read_failed(self._destination.place)
        self._selection = Selection(failed, self._destination, Path(self._options.out or ""))
        return self._selection.choose(sources)

    def take(self, result: Rendered | Failure) -> None:
        """Put one result where it belongs."""
        if self._selection:
            self._selection.put_earlier(None if isinstance(result, Failure) else result.id)
        if isinstance(result, Failure):
            self._take_failure(result)
            return
        self._destination.write(result)
        self._record.note(result.provenance)
        for line in result.notes:
            complain(line)

    def finish(self, tally: RunTally, status: Status) -> None:
        """Make the results count, unless those of an earlier run are better. Raises OutputError."""
        if self._selection and status != "interrupted":
            self._selection.put_rest()
        reason = why_left(self._destination, tally, status, is_shard=self._options.shard is not None)
        if reason:
            self._record.out = "left"
            complain(reason)
        if status == "interrupted":
            return  # what there is stays under its partial name
        if reason:
            self._destination.abandon()
        else:
            self._destination.commit()
        self._is_finished = True
        self._failures.commit()

    def say_repeated(self) -> None:
        """Say how many articles failed for the reasons that were said once."""
        for (error, message), count in self._fatal.items():
            if count > 1:
                complain(f"{count - 1} more failed for the same reason: {error}: {message}")

    def _take_failure(self, failure: Failure) -> None:
        if isinstance(self._destination, FolderDestination):
            earlier = self._destination.earlier_report(failure.id)
            if earlier is not None:
                failure = failure.model_copy(update={"earlier_report": earlier})
                self._record.note_earlier_report()
        self._failures.write(failure)
        self._say(failure)

    def _say(self, failure: Failure) -> None:
        if issubclass(_class_of(failure), errors.UnreachableError) or _class_of(failure).fatal:
            # Every article after it fails in the same way: a line for each would bury the first.
            self._fatal[failure.error, failure.message] += 1
            if self._fatal[failure.error, failure.message] > 1:
                return
        hint = f" ({failure.hint})" if failure.hint else ""
        complain(f"{_place(failure)}: {failure.message}{hint}")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._is_finished:
            self._is_finished = True
            self._failures.abandon()
            self._destination.abandon()


def _unless_taken(source: FoundArticle | FailedInput, destination: FolderDestination) -> FoundArticle | FailedInput:
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
    is_named_by_path = not failure.id or Path(failure.path).stem == failure.id
    # An input without an article has an id that the user has never seen.
    return (
        failure.path
        if is_named_by_path or issubclass(_class_of(failure), errors.InputError)
        else f"{failure.path}, {failure.id}"
    )
