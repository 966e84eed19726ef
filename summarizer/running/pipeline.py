"""From an article to its report: cache, engine, grounding. One article's path, which a batch runs many times."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.contract.article import Article
from summarizer.contract.errors import EngineError, SummarizerError
from summarizer.contract.failure import Failure
from summarizer.contract.report import Usage
from summarizer.contract.tally import CallTally, RunTally, current_call
from summarizer.reading.inputs import FailedInput, article_from_text, read_file
from summarizer.running.logs import get_logger

if TYPE_CHECKING:
    import asyncio

    from summarizer.contract.answer import Answer
    from summarizer.contract.report import Report
    from summarizer.running.cache import ResultCache
    from summarizer.running.cache_keys import RequestKey
    from summarizer.running.model_calls import ModelCalls
    from summarizer.running.settings import EngineChoice, Settings

Source = str | Path | Article | FailedInput
_HEAD_START = 0.05  # seconds; enough for the first request to be sent
_log = get_logger("pipeline")


class Pipeline:
    """Reports on single articles with one engine and one cache, and counts what happens in `tally`.

    A fatal error is remembered: what comes after it fails with the same error, without a request, unless it is cached.
    """

    def __init__(self, settings: Settings, choice: EngineChoice, tally: RunTally) -> None:
        self._settings = settings
        self._is_local = choice.engine == "extractive"
        self._tally = tally
        self._fatal: SummarizerError | None = None
        self._cache = None if self._is_local else _open_cache(settings)
        self._calls: ModelCalls | None = None
        self._loading: asyncio.Task[None] | None = None
        self._identity = {} if self._is_local else self._model_calls().engine.identity()

    def read(self, source: Source) -> Article:
        """The article that a source is. Raises SummarizerError."""
        return read_source(source)

    def report_now(self, article: Article) -> Report | None:
        """The report of an article that needs no waiting for: by rules or from the cache. None when it does."""
        if self._is_local:
            from summarizer.engines.rules.engine import ExtractiveEngine  # noqa: PLC0415  a model's answers do without it
            from summarizer.grounding.ground import ground  # noqa: PLC0415  a cached report does without it

            return ground(article, ExtractiveEngine().answer_now(article), origin="rules")
        if self._cache is None:
            return None
        key, place = self._keys(article)
        report = self._cache.get_report(place, article)
        if report is None:
            answer = self._cache.get_answer(key)
            if answer is None:
                return None
            report = self._finish(article, answer, place)
        self._tally.cached += 1
        return report

    async def report(self, article: Article) -> Report:
        """The report of an article. Raises SummarizerError when there is none."""
        found = self.report_now(article)
        if found is not None:
            return found
        if self._fatal is not None:
            raise self._fatal
        call = current_call.get()
        if call is None or not call.is_of_batch:  # the caller's task may have asked about another article before
            call = CallTally(article_id=article.id)
            current_call.set(call)
        return await self._ask(article, call)

    async def _ask(self, article: Article, call: CallTally) -> Report:
        answer = await self._calls_here().engine.answer(article)
        answer = answer.model_copy(update={"attempts": call.attempts, "usage": usage_of(call)})
        key, place = self._keys(article)
        if self._cache is not None:
            self._cache.put_answer(key, answer)
        from summarizer.running.batch import stepped_aside  # noqa: PLC0415  asyncio, which rules do without

        async with stepped_aside():
            return self._finish(article, answer, place)

    def result_now(self, source: Source) -> Report | Failure | None:
        """`report_now` with every failure as a value, counted."""
        try:
            article = read_source(source)
        except SummarizerError as error:
            return self._failure(error, source)
        try:
            report = self.report_now(article)
        except Exception as error:  # noqa: BLE001  one article's surprise must not end the batch
            return self._failure(_told(error), article)
        if report is not None:
            self._tally.done += 1
        return report

    async def result(self, source: Source) -> Report | Failure:
        """`report` with every failure as a value, counted."""
        try:
            article = read_source(source)
        except SummarizerError as error:
            return self._failure(error, source)
        call = CallTally(article_id=article.id, is_of_batch=True)
        current_call.set(call)
        try:
            report = await self.report(article)
        except Exception as error:  # noqa: BLE001  one article's surprise must not end the batch
            return self._failure(_told(error), article, attempts=call.attempts)
        self._tally.done += 1
        return report

    def close(self) -> None:
        """Close the cache."""
        if self._cache is not None:
            self._cache.close()

    async def aclose(self) -> None:
        """Close the connections; in the event loop that used them."""
        if self._loading is None or self._calls is None:
            return
        import asyncio  # noqa: PLC0415  rules do without it

        if self._loading.get_loop() is not asyncio.get_running_loop():
            return  # they ended with their loop
        self._loading.cancel()
        await asyncio.wait([self._loading])
        await self._calls.aclose()

    def _finish(self, article: Article, answer: Answer, place: str) -> Report:
        from summarizer.grounding.ground import ground  # noqa: PLC0415  a cached report does without it

        report = ground(article, answer, origin="model")
        if self._settings.complete:
            from summarizer.engines.rules.complete import complete_report  # noqa: PLC0415  the rules, for it alone

            report = complete_report(report)
        if self._cache is not None:
            self._cache.put_report(place, report)
        return report

    def _keys(self, article: Article) -> tuple[RequestKey, str]:
        from summarizer.running.cache_keys import report_key, request_key  # noqa: PLC0415  only where there is a cache

        key = request_key(self._identity, article)
        return key, report_key(key, article, complete=self._settings.complete)

    def _failure(self, error: SummarizerError, source: Source, *, attempts: int = 0) -> Failure:
        if error.fatal and self._fatal is None:
            self._fatal = error
        self._tally.failed += 1
        self._tally.failures[type(error).__name__] += 1
        return Failure.of(error, source, attempts=attempts)

    def _calls_here(self) -> ModelCalls:
        """The calls of the running event loop: connections cannot go from one loop to another."""
        import asyncio  # noqa: PLC0415  rules do without it

        loop = asyncio.get_running_loop()
        if self._loading is None:
            self._loading = loop.create_task(_load_grounding())
        elif self._loading.get_loop() is not loop:
            self._loading = loop.create_task(_load_grounding())
            self._calls = None
        return self._model_calls()

    def _model_calls(self) -> ModelCalls:
        if self._calls is None:
            from summarizer.running.model_calls import ModelCalls  # noqa: PLC0415  rules do without it

            self._calls = ModelCalls(self._settings, self._tally, self._cache.notes if self._cache else None)
        return self._calls


async def _load_grounding() -> None:
    """Import what answers need while the first of them is awaited, so that it keeps nobody waiting."""
    import asyncio  # noqa: PLC0415  rules do without it

    await asyncio.sleep(_HEAD_START)
    import summarizer.grounding.ground  # noqa: F401, PLC0415  as it says


def read_source(source: Source) -> Article:
    """The article that a source is: a text, the file at a path, or itself. Raises SummarizerError."""
    if isinstance(source, Article):
        return source
    if isinstance(source, FailedInput):
        raise source.error
    return read_file(source) if isinstance(source, Path) else article_from_text(source)


def usage_of(call: CallTally) -> Usage:
    """What the calls for one article took, failed attempts included; cost in US dollars, None when unpriced."""
    cost = None if call.cost is None else round(call.cost, 8)
    return Usage(prompt_tokens=call.prompt_tokens, completion_tokens=call.completion_tokens, cost=cost)


def _told(error: Exception) -> SummarizerError:
    while isinstance(error, ExceptionGroup):  # of windows that were asked about together
        error = error.exceptions[0]
    if isinstance(error, SummarizerError):
        return error
    _log.error("unexpected error", exc_info=error)
    return EngineError(f"unexpected {type(error).__name__}: {error}", hint="please report this")


def _open_cache(settings: Settings) -> ResultCache | None:
    if not settings.cache:
        return None
    from summarizer.running.cache import ResultCache  # noqa: PLC0415  brings in diskcache

    return ResultCache(settings.cache_dir or default_cache_dir())


def default_cache_dir() -> Path:
    """The user's cache folder for this package."""
    from platformdirs import user_cache_path  # noqa: PLC0415  only where no folder is named

    return user_cache_path("summarizer")
