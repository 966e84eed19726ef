"""`--retry-failed`: runs just the articles that an earlier run could not report on, beside what it wrote."""

from __future__ import annotations

import json
from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from summarizer.contract.errors import CallError
from summarizer.contract.failure import Failure
from summarizer.output.destinations import FAILURES_NAME, FileDestination

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from summarizer.contract.article import Article
    from summarizer.output.destinations import Destination
    from summarizer.reading.inputs import FailedInput


class FailedOnes(NamedTuple):
    """What failures.jsonl names: articles by id, and inputs that gave no article by place."""

    ids: frozenset[str]
    places: frozenset[str]

    def holds(self, source: Article | FailedInput) -> bool:
        """Whether an article or input is among them."""
        place = getattr(source, "where", None)
        return source.id in self.ids or (place is not None and place in self.places)


def read_failed(folder: Path | None) -> FailedOnes:
    """Read the rows that an earlier run left. Raises CallError when there are none or they cannot be read."""
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
        raise CallError("it cannot be read", where=str(path), hint="run without --retry-failed") from None
    return FailedOnes(frozenset(ids), frozenset(places))


class Selection:
    """Feeds just the failed ones to a run, and puts the earlier reports back in between, in input order."""

    def __init__(self, failed: FailedOnes, destination: Destination, old: Path) -> None:
        self._failed = failed
        self._merge: FileDestination | None = None
        if isinstance(destination, FileDestination):
            if old.suffix not in {".jsonl", ".ndjson"}:
                raise CallError("--retry-failed can add to a folder or a .jsonl file only", where=str(old))
            self._merge = destination
        # Read twice, side by side: the input runs ahead of the results by as much as is in flight.
        self._lines = _read_lines(old) if self._merge else iter(())
        self._ids = map(_article_id, _read_lines(old)) if self._merge else iter(())
        self._order: deque[int] = deque([0])  # how many earlier reports come before each retried one

    def choose(self, sources: Iterable[Article | FailedInput]) -> Iterator[Article | FailedInput]:
        """The sources to run again. May be advanced by another thread than the one that writes."""
        expected = next(self._ids, None)
        for source in sources:
            if self._failed.holds(source):
                self._order.append(0)
                yield source
            elif source.id == expected:
                self._order[-1] += 1
                expected = next(self._ids, None)

    def put_earlier(self) -> None:
        """Write the earlier reports that come before the next result."""
        for _ in range(self._order.popleft()):
            self._put(next(self._lines, None))

    def put_rest(self) -> None:
        """Write the earlier reports that come after the last result."""
        for line in self._lines:
            self._put(line)

    def _put(self, line: bytes | None) -> None:
        if line is not None and self._merge is not None:
            self._merge.write_line(line)


def _read_lines(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as lines:
            for line in lines:
                yield line if line.endswith(b"\n") else line + b"\n"
    except FileNotFoundError:
        return


def _article_id(line: bytes) -> str:
    try:
        return str(json.loads(line)["article"]["id"])
    except (ValueError, KeyError, TypeError):
        return ""  # no report of ours: it is kept, at the end
