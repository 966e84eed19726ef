"""failures.jsonl, beside a run's results: `FailureLog` writes a row for each failure, `read_failed` reads them."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, Self

from summarizer.contract.errors import CallError
from summarizer.contract.failure import FAILURES_NAME, Failure
from summarizer.output.atomic_files import PartialFile, to_bytes
from summarizer.output.formats import dump_json

if TYPE_CHECKING:
    from pathlib import Path

    from summarizer.output.destinations import Destination
    from summarizer.reading.inputs import FailedInput, FoundArticle


class FailureLog:
    """Writes the rows of failures.jsonl; a run without failures removes the file of an earlier run."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / FAILURES_NAME if folder is not None else None
        self._file: PartialFile | None = None

    @classmethod
    def beside(cls, destination: Destination) -> Self:
        """The log that belongs to a destination; for standard output it writes nothing."""
        return cls(destination.place)

    def write(self, failure: Failure) -> None:
        """Write the next row. Raises OutputError."""
        if self._path is None:
            return
        if self._file is None:
            self._file = _open_beside_others(self._path)
        self._file.write(to_bytes(dump_json(failure)) + b"\n")

    def commit(self) -> None:
        """Replace the rows of an earlier run by those of this run, if any. Raises OutputError."""
        if self._file is not None:
            self._file.commit()
        elif self._path is not None and self._path.parent.is_dir():
            with suppress(CallError):  # another run has rows to write, and they are not ours to remove
                PartialFile(self._path).discard()

    def abandon(self) -> None:
        """Keep the rows of an earlier run."""
        if self._file is not None:
            self._file.abandon()


def _open_beside_others(path: Path) -> PartialFile:
    """Open failures.jsonl; under another name for as long as another run into this folder is writing its own rows."""
    try:
        return PartialFile(path)
    except CallError:
        return PartialFile(path, partial_name=f".{path.name}.{os.getpid()}.partial")


class EarlierFailures(NamedTuple):
    """What failures.jsonl lists: articles by id, and inputs without an article by their place."""

    ids: frozenset[str]
    places: frozenset[str]

    def holds(self, article: FoundArticle | FailedInput) -> bool:
        """Whether an article or an input without one is listed."""
        place = getattr(article, "where", None)
        return article.id in self.ids or (place is not None and place in self.places)


def read_failed(folder: Path | None) -> EarlierFailures:
    """Read the rows that an earlier run left in a folder. Raises CallError when there are none or one is malformed."""
    if folder is None:
        raise CallError("--retry-failed needs -o", hint="name the folder or .jsonl file of the earlier run")
    path = folder / FAILURES_NAME
    ids: set[str] = set()
    places: set[str] = set()
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                row = Failure.model_validate_json(line)
                (ids if row.id else places).add(row.id or row.path or "")
    except FileNotFoundError:
        raise CallError("there is nothing to retry", where=str(path), hint="leave --retry-failed out") from None
    except (OSError, ValueError):
        message = "cannot read the failures of the earlier run"
        raise CallError(message, where=str(path), hint="run without --retry-failed") from None
    return EarlierFailures(frozenset(ids), frozenset(places))
