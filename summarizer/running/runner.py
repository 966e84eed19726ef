"""The thin doors to the pipeline: one article or many, in plain code or asynchronous."""

from __future__ import annotations

import atexit
import weakref
from abc import ABC, abstractmethod
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar

from pydantic import BaseModel

from summarizer.contract.article import Article
from summarizer.contract.errors import CallError
from summarizer.contract.failure import Failure
from summarizer.contract.tally import RunTally
from summarizer.running.pipeline import Pipeline, finish
from summarizer.running.settings import EngineChoice, Settings, choose_engine, read_settings

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator, Iterable, Iterator
    from types import TracebackType
    from typing import Unpack

    from summarizer.running.batch import Batch
    from summarizer.running.options import Options
    from summarizer.running.pipeline import Input
    from summarizer.running.sync_loop import SyncLoop
    from summarizer.running.work import Work
    from summarizer.running.workers import WorkerPool

_IN_BATCHES = 10_000  # articles that wait at a time for what the Batch API answers; each takes memory
R = TypeVar("R", bound=BaseModel)
T = TypeVar("T")

_PAYS_AFTER = 1.5  # seconds of work: to start a process takes half a second of a core


def _unchanged(result: R) -> R:
    return result


def refuse_one(inputs: object) -> None:
    """Raise CallError when one input is given where several are expected: a text would be taken letter by letter."""
    if isinstance(inputs, str | bytes | Path | Article):
        message = f"one input where several are expected: {type(inputs).__name__}"
        raise CallError(message, hint="pass a list, or read_articles([...]); summarize takes one")


class Runner(ABC, Generic[R]):
    """Turns articles into results, one or many, with one set of settings, connections and cache.

    Use it as a context manager, plain or async. Options are those of `Settings`; what is not given is read from
    SUMMARIZER_* variables. Raises CallError when an option is wrong.
    """

    _has_work_for_others: ClassVar[bool] = True  # what only the CPU does, and other processes can

    def __init__(self, settings: Settings | None = None, /, **options: Unpack[Options]) -> None:
        if settings is not None and options:
            raise CallError("give either settings or options")
        self.settings = read_settings(**options) if settings is None else settings
        self.choice: EngineChoice = choose_engine(self.settings)
        self._begin()

    def _begin(self) -> None:
        self.tally = RunTally()
        self._work: Work[Any, R] | None = None
        self._pipeline: Pipeline[Any, R] | None = None
        self._loop: SyncLoop | None = None
        self._runs: set[AsyncGenerator[R | Failure]] = set()
        self._batch: Batch[Input, R | Failure] | None = None
        self._is_stopping = False
        self._making = Lock()  # two threads must not make two of what is closed once
        self._workers: WorkerPool | None = None
        if self.settings.workers is not None and self.settings.workers > 1:
            self._have_workers(self.settings.workers)

    def __getstate__(self) -> dict[str, object]:
        """What it was made with, for another process: connections, cache and counts are begun anew there."""
        return {name: value for name, value in vars(self).items() if not name.startswith("_") and name != "tally"}

    def __setstate__(self, state: dict[str, object]) -> None:
        vars(self).update(state)
        self._begin()

    def use_all_cores(self) -> None:
        """Let processes on all cores take over a run by rules, once it has lasted long enough for that to pay.

        With a model, one process reads the answers while this one talks to the service.
        """
        from summarizer.running.workers import usable_cores  # noqa: PLC0415  a short run does without processes

        if (count := usable_cores()) > 1:
            self._have_workers(count if self._is_by_rules else 2, pays_after=_PAYS_AFTER)

    def _have_workers(self, processes: int, *, pays_after: float = 0.0) -> None:
        """Have so many processes; with a model, this one, which asks it, counts."""
        from summarizer.running.workers import WorkerPool  # noqa: PLC0415  as above

        if not self._has_work_for_others:
            return
        count = processes if self._is_by_rules else processes - 1
        self._workers = WorkerPool(self.settings, count, self.tally, pays_after=pays_after)

    @property
    def _is_by_rules(self) -> bool:
        return self.choice.engine == "extractive"

    @abstractmethod
    def _open_work(self) -> Work[Any, R]:
        """The work that makes the results. Raises CallError when the settings do not do for it."""

    def summarize(self, article: Input) -> R:
        """The result for one article: a text, an address, a path to a file, or an Article. Raises SummarizerError."""
        steps = self._open().result(article)
        try:
            wait = next(steps)
        except StopIteration as end:  # nothing had to be waited for
            result: R = end.value
            return result
        return self._open_loop().call(finish(steps, wait))

    async def asummarize(self, article: Input) -> R:
        """`summarize` for async code."""
        return await finish(self._open().result(article))

    def run(self, inputs: Iterable[Input], *, max_failures: int | None = None) -> Iterator[R | Failure]:
        """The results for many articles: yields each one's result or failure, in input order.

        Inputs are taken as they are needed. An input that is an error, as `read_articles` gives for what cannot be
        read, becomes its failure. After more than `max_failures` failures no new article is taken. Closing the
        iterator cancels what is in flight; `stop` lets it finish.
        """
        return self.run_each(inputs, _unchanged, max_failures=max_failures)

    def run_each(
        self, inputs: Iterable[Input], then: Callable[[R], T], *, max_failures: int | None = None
    ) -> Iterator[T | Failure]:
        """`run`, with what `then` makes of each result in its place: made where the result is, in another process too.

        So `then` must be importable, and what it makes of a result is what comes from there.
        """
        refuse_one(inputs)
        pipeline = self._open()
        workers = self._workers if self._is_by_rules else None  # with a model, they work on its answers
        waiting = iter(inputs)
        if max_failures is not None:  # counted from here: an earlier run's are not this one's
            max_failures += self.tally.failed
        for given in self._until_stopped(waiting, max_failures):
            if workers is not None and workers.is_ready:
                yield from self._run_in_workers(workers, chain([given], waiting), then, max_failures)
                return
            begin = monotonic()
            steps = pipeline.outcome(given)
            try:
                next(steps)
            except StopIteration as end:
                yield end.value if isinstance(end.value, Failure) else then(end.value)
                if workers is not None:
                    workers.note(monotonic() - begin)
                continue
            # From here on there is something to wait for, so that several are worked on at a time.
            left = None if max_failures is None else max_failures - self.tally.failed
            with closing(self._run_waiting(chain([given], waiting), left)) as results:
                for result in results:
                    yield result if isinstance(result, Failure) else then(result)
            return

    async def arun(self, inputs: Iterable[Input], *, max_failures: int | None = None) -> AsyncGenerator[R | Failure]:
        """`run` for async code."""
        from summarizer.running.batch import Batch  # noqa: PLC0415  asyncio takes longer to import than an article to read

        refuse_one(inputs)
        if self._workers is not None and self._is_by_rules:
            from summarizer.running.sync_loop import in_thread  # noqa: PLC0415  asyncio, as above

            async for result in in_thread(self.run(inputs, max_failures=max_failures)):
                yield result
            return
        pipeline = self._open()
        failed_before = self.tally.failed

        async def work(given: Input) -> R | Failure:
            return await finish(pipeline.outcome(given))

        # Some more articles than requests: the next ones stand ready when an answer comes. None where another process
        # reads the answers: while it does, a kill would lose what the next ones had been sent for as well.
        ready = 0 if self._workers is not None else max(2, self.settings.concurrency // 4)
        most = _IN_BATCHES if self.settings.batch else self.settings.concurrency + ready
        self._batch = Batch(work, concurrency=most)
        if self._is_stopping:
            self._batch.stop()
        results = self._batch.results(iter(inputs))
        try:
            async for result in results:
                if max_failures is not None and self.tally.failed - failed_before > max_failures:
                    self._batch.stop()
                yield result
        finally:
            await results.aclose()
            self._batch = None

    def stop(self) -> None:
        """Take no new article; what is in flight is finished and comes out. For signal handlers and other threads."""
        self._is_stopping = self.tally.is_stopping = True
        batch = self._batch
        if batch is not None:
            batch.stop()

    def close(self) -> None:
        """Close connections and cache, and end the processes."""
        if self._workers is not None:
            self._workers.close()
        if self._work is not None:
            if self._loop is not None:
                for results in tuple(self._runs):  # what is in flight ends before its connections do
                    self._loop.call(results.aclose())
                self._loop.call(self._work.aclose())
            self._work.close()
            if self._pipeline is not None:
                self._pipeline.close()
            self._work = self._pipeline = None
        if self._loop is not None:
            self._loop.close()
            self._loop = None
            atexit.unregister(self._at_exit)

    async def aclose(self) -> None:
        """`close` for async code."""
        if self._work is not None:
            await self._work.aclose()
        self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def _open(self) -> Pipeline[Any, R]:
        with self._making:
            if self._work is None or self._pipeline is None:
                self._work = self._open_work()
                self._pipeline = Pipeline(self._work, self.tally, allow_private=self.settings.allow_private)
            return self._pipeline

    def _open_loop(self) -> SyncLoop:
        with self._making:
            if self._loop is None:
                from summarizer.running.sync_loop import SyncLoop  # noqa: PLC0415  asyncio; rules and cached answers do without

                self._loop = SyncLoop()
                self._at_exit = partial(_close_forgotten, weakref.ref(self))
                atexit.register(self._at_exit)
            return self._loop

    def _until_stopped(self, inputs: Iterator[Input], max_failures: int | None) -> Iterator[Input]:
        while not self._is_stopping and (max_failures is None or self.tally.failed <= max_failures):
            try:
                yield next(inputs)
            except StopIteration:
                return

    def _run_in_workers(
        self, workers: WorkerPool, inputs: Iterator[Input], then: Callable[[R], T], max_failures: int | None
    ) -> Iterator[T | Failure]:
        from summarizer.running.chunks import results_in_order  # noqa: PLC0415  as `use_all_cores`

        pipeline = self._open()
        taken = map(pipeline.sendable, self._until_stopped(inputs, max_failures))
        for result in results_in_order(workers, taken, then, lambda: self._is_stopping):
            pipeline.count(result)
            yield result

    def _run_waiting(self, inputs: Iterator[Input], max_failures: int | None) -> Generator[R | Failure]:
        loop = self._open_loop()
        results = self.arun(inputs, max_failures=max_failures)
        self._runs.add(results)
        try:
            while True:
                try:
                    yield loop.call(anext(results))
                except StopAsyncIteration:
                    return
        finally:
            self._runs.discard(results)
            if not loop.is_closed:  # what closes the loop ends the run too
                loop.call(results.aclose())


def _close_forgotten(runner: weakref.ref[Runner[Any]]) -> None:
    """Close at the program's end what was left open: asyncio and aiohttp would complain on standard error."""
    open_still = runner()
    if open_still is not None:
        open_still.close()
