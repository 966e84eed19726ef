"""Sends a stream of inputs to a run's processes, some at a time, and gives their results in the order of the inputs."""

from __future__ import annotations

import threading
import time
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

from summarizer.contract.article import Article
from summarizer.reading.inputs import FoundArticle
from summarizer.running.worker_process import Articles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future

    from summarizer.contract.failure import Failure
    from summarizer.running.pipeline import Input
    from summarizer.running.workers import WorkerPool

T = TypeVar("T")

_MOST = 8  # inputs in a chunk: sending them costs a hundredth of working on them
_LARGEST = 100_000  # characters in a chunk of several inputs
_SLOW = 0.005  # seconds: after an input that took longer, the chunk waits for no other
_AHEAD = 4  # chunks for each process that are sent, or done and wait for an earlier one
_POLL = 0.2  # seconds between two looks whether the run is to stop


def results_in_order(
    pool: WorkerPool, inputs: Iterator[Input], then: Callable[[Any], T], is_stopping: Callable[[], bool]
) -> Iterator[T | Failure]:
    """What the pool makes of each input. Another thread advances `inputs`, as fast as results are taken.

    When it is stopping, what was taken comes out; an input that is still waited for is given up. What the inputs'
    iterator raises, this raises in its place.
    """
    feeder = _Feeder(pool, inputs, then)
    try:
        while True:
            try:
                chunk = feeder.chunks.get(timeout=_POLL)
            except Empty:
                if is_stopping():
                    return
                continue
            if chunk is None:
                return
            if isinstance(chunk, BaseException):
                raise chunk
            yield from chunk.result()
            feeder.room.release()
    finally:
        feeder.stop()


class _Feeder:
    """Takes inputs in a thread of its own, so that an input that is slow to come holds up no result."""

    def __init__(self, pool: WorkerPool, inputs: Iterator[Input], then: Callable[[Any], Any]) -> None:
        self.chunks: SimpleQueue[Future[list[Any]] | BaseException | None] = SimpleQueue()
        self.room = threading.Semaphore(_AHEAD * pool.count)
        self._pool = pool
        self._inputs = inputs
        self._then = then
        self._is_stopped = False
        threading.Thread(target=self._feed, name="summarizer-feeder", daemon=True).start()

    def stop(self) -> None:
        """Take no further input."""
        self._is_stopped = True
        self.room.release()

    def _feed(self) -> None:
        try:
            while not self._is_stopped:
                self.room.acquire()
                inputs = self._chunk()
                if not inputs or self._is_stopped:
                    break
                self.chunks.put(self._pool.submit(Articles(inputs, self._then)))
        except BaseException as error:  # noqa: BLE001  raised where the results are taken
            self.chunks.put(error)
        else:
            self.chunks.put(None)

    def _chunk(self) -> tuple[Input, ...]:
        """The next inputs: several, unless a process has nothing to do, they are long, or slow to come."""
        chunk: list[Input] = []
        size = 0
        while len(chunk) < _MOST and size < _LARGEST and not self._is_stopped:
            begin = time.monotonic()
            try:
                given = next(self._inputs)
            except StopIteration:
                break
            chunk.append(given)
            size += _size(given)
            if self._pool.is_hungry or time.monotonic() - begin > _SLOW:
                break
        return tuple(chunk)


def _size(given: Input) -> int:
    if isinstance(given, FoundArticle):
        return len(given.content.text) + len(given.content.markup)
    if isinstance(given, Article):
        return len(given.text)
    return len(given) if isinstance(given, str) else 0
