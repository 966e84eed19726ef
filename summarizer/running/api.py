"""The Python interface: `summarize` one article, or many with a `Summarizer`."""

from __future__ import annotations

import atexit
import weakref
from functools import partial
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING, Self, TypedDict, Unpack

from summarizer.contract.errors import CallError
from summarizer.contract.tally import RunTally
from summarizer.running.settings import (
    AsksName,
    EngineChoice,
    EngineName,
    ModeName,
    Settings,
    choose_engine,
    read_settings,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from pydantic import SecretStr

    from summarizer.contract.article import Article
    from summarizer.contract.failure import Failure
    from summarizer.contract.report import Report
    from summarizer.running.batch import Batch
    from summarizer.running.pipeline import Pipeline, Source
    from summarizer.running.sync_loop import SyncLoop


class Options(TypedDict, total=False):
    """The settings of `Settings`, as keyword arguments."""

    engine: EngineName
    model: str | None
    base_url: str | None
    api_key: SecretStr | str | None
    mode: ModeName
    asks: AsksName
    max_reasks: int
    language: str | None
    context: int | None
    window: int | None
    complete: bool
    concurrency: int
    rpm: float | None
    tpm: float | None
    timeout: float
    max_attempts: int
    max_cost: float | None
    max_tokens: int | None
    max_output_tokens: int | None
    prices: Path | None
    cache: bool
    cache_dir: Path | str | None


class Summarizer:
    """Turns articles into reports, one or many, with one set of settings, connections and cache.

    Use it as a context manager, plain or async. Options are those of `Settings`; what is not given is read from
    SUMMARIZER_* variables. Raises CallError when an option is wrong.
    """

    def __init__(self, settings: Settings | None = None, /, **options: Unpack[Options]) -> None:
        if settings is not None and options:
            msg = "give either settings or options"
            raise CallError(msg)
        self.settings = read_settings(**options) if settings is None else settings
        self.choice: EngineChoice = choose_engine(self.settings)
        self.tally = RunTally()
        self._pipeline: Pipeline | None = None
        self._loop: SyncLoop | None = None
        self._runs: set[AsyncGenerator[Report | Failure]] = set()
        self._batch: Batch[Source, Report | Failure] | None = None
        self._is_stopping = False
        self._making = Lock()  # two threads must not make two of what is closed once

    def summarize(self, source: str | Path | Article) -> Report:
        """Report on one article. Raises SummarizerError when there is no report."""
        pipeline = self._open()
        article = pipeline.read(source)
        found = pipeline.report_now(article)
        return found if found is not None else self._sync().call(pipeline.report(article))

    async def asummarize(self, source: str | Path | Article) -> Report:
        """Report on one article. Raises SummarizerError when there is no report."""
        pipeline = self._open()
        article = pipeline.read(source)
        found = pipeline.report_now(article)
        return found if found is not None else await pipeline.report(article)

    def run(self, sources: Iterable[Source], *, max_failures: int | None = None) -> Iterator[Report | Failure]:
        """Report on many articles: yields each one's report or failure, in input order.

        Sources are taken as they are needed. A source that is an error, as `read` gives for an input that cannot be
        read, becomes its failure. After more than `max_failures` failures no new article is taken. Closing the
        iterator cancels what is in flight; `stop` lets it finish.
        """
        pipeline = self._open()
        inputs = iter(sources)
        first: list[Source] = []
        if max_failures is not None:  # counted from here: an earlier run's are not this one's
            max_failures += self.tally.failed
        for source in self._until_stopped(inputs, max_failures):
            result = pipeline.result_now(source)
            if result is None:
                first.append(source)
                break
            yield result
        if first:
            left = None if max_failures is None else max_failures - self.tally.failed
            yield from self._run_waiting(chain(first, inputs), left)

    async def arun(
        self, sources: Iterable[Source], *, max_failures: int | None = None
    ) -> AsyncGenerator[Report | Failure]:
        """`run` for async code."""
        from summarizer.running.batch import Batch  # noqa: PLC0415  asyncio takes longer to import than an article to read

        pipeline = self._open()
        failed_before = self.tally.failed
        # Some more articles than requests: the next ones stand ready when an answer comes.
        ready = max(2, self.settings.concurrency // 4)
        self._batch = Batch(pipeline.result, concurrency=self.settings.concurrency + ready)
        if self._is_stopping:
            self._batch.stop()
        results = self._batch.results(iter(sources))
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
        """Close connections and cache."""
        if self._pipeline is not None:
            if self._loop is not None:
                for results in tuple(self._runs):  # what is in flight ends before its connections do
                    self._loop.call(results.aclose())
                self._loop.call(self._pipeline.aclose())
            self._pipeline.close()
            self._pipeline = None
        if self._loop is not None:
            self._loop.close()
            self._loop = None
            atexit.unregister(self._at_exit)

    async def aclose(self) -> None:
        """`close` for async code."""
        if self._pipeline is not None:
            await self._pipeline.aclose()
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

    def _open(self) -> Pipeline:
        with self._making:
            if self._pipeline is None:
                from summarizer.running.pipeline import Pipeline  # noqa: PLC0415  brings in the engine

                self._pipeline = Pipeline(self.settings, self.choice, self.tally)
            return self._pipeline

    def _sync(self) -> SyncLoop:
        with self._making:
            if self._loop is None:
                from summarizer.running.sync_loop import SyncLoop  # noqa: PLC0415  asyncio; rules and cached answers do without

                self._loop = SyncLoop()
                self._at_exit = partial(_close_forgotten, weakref.ref(self))
                atexit.register(self._at_exit)
            return self._loop

    def _until_stopped(self, inputs: Iterator[Source], max_failures: int | None) -> Iterator[Source]:
        while not self._is_stopping and (max_failures is None or self.tally.failed <= max_failures):
            try:
                yield next(inputs)
            except StopIteration:
                return

    def _run_waiting(self, inputs: Iterator[Source], max_failures: int | None) -> Iterator[Report | Failure]:
        loop = self._sync()
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


def _close_forgotten(summarizer: weakref.ref[Summarizer]) -> None:
    """Close at the program's end what nobody has closed: asyncio and aiohttp complain of it on standard error."""
    open_still = summarizer()
    if open_still is not None:
        open_still.close()


def summarize(source: str | Path | Article, **options: Unpack[Options]) -> Report:
    """Report on one article: a text, a path to a file, or an Article. Raises SummarizerError."""
    with Summarizer(**options) as summarizer:
        return summarizer.summarize(source)


async def asummarize(source: str | Path | Article, **options: Unpack[Options]) -> Report:
    """Report on one article: a text, a path to a file, or an Article. Raises SummarizerError."""
    async with Summarizer(**options) as summarizer:
        return await summarizer.asummarize(source)
