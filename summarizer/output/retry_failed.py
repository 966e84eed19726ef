"""`--retry-failed`: runs only the articles that failed in an earlier run, and adds their reports to its results."""

from __future__ import annotations

import json
from collections import deque
from typing import TYPE_CHECKING

from summarizer.contract.errors import CallError
from summarizer.output.destinations import FileDestination

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from summarizer.output.destinations import Destination
    from summarizer.output.failures import EarlierFailures
    from summarizer.reading.inputs import FailedInput, FoundArticle


class Selection:
    """Chooses the articles to run again, and writes the earlier reports between the new ones, in input order.

    `old` is the file of the earlier reports; only a .jsonl file can be added to. A folder needs no merging.
    """

    def __init__(self, failed: EarlierFailures, destination: Destination, old: Path) -> None:
        self._failed = failed
        self._merge: FileDestination | None = None
        if isinstance(destination, FileDestination):
            if old.suffix not in {".jsonl", ".ndjson"}:
                message = "--retry-failed can add only to a folder or a .jsonl file"
                raise CallError(message, where=str(old), hint="run without --retry-failed")
            self._merge = destination
        # Read twice, side by side: the input runs ahead of the results by as much as is in flight.
        self._lines = _read_lines(old) if self._merge else iter(())
        self._ids = map(_article_id, _read_lines(old)) if self._merge else iter(())
        self._counts_before: deque[int] = deque([0])  # of earlier reports, before each retried article
        self._has_earlier: deque[bool] = deque()  # whether a retried article has one itself
        self._replaced: set[str] = set()

    def choose(self, articles: Iterable[FoundArticle | FailedInput]) -> Iterator[FoundArticle | FailedInput]:
        """The articles to run again. May be advanced by another thread than the one that writes."""
        expected = next(self._ids, None)
        for article in articles:
            has_earlier = article.id == expected
            if has_earlier:
                expected = next(self._ids, None)
            if self._failed.holds(article):
                self._has_earlier.append(has_earlier)
                self._counts_before.append(0)
                yield article
            elif has_earlier:
                self._counts_before[-1] += 1

    def put_earlier(self, replaced_by: str | None) -> None:
        """Write the earlier reports that come before the next result; `replaced_by` is its id if it is a report.

        An article that failed has an earlier report when it failed only in a run that did not replace the file. It is
        written again unless there is a new one.
        """
        if replaced_by is not None:
            self._replaced.add(replaced_by)
        for _ in range(self._counts_before.popleft() + self._has_earlier.popleft()):
            self._put(next(self._lines, None))

    def put_rest(self) -> None:
        """Write the earlier reports that come after the last result."""
        for line in self._lines:
            self._put(line)

    def _put(self, line: bytes | None) -> None:
        if line is not None and self._merge is not None and _article_id(line) not in self._replaced:
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
        return ""  # not one of our reports: it is kept, at the end
