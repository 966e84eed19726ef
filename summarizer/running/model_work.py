"""What needs a language model, reports and custom schemas: answers come through `ModelCalls` and are kept."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import BaseModel

from summarizer.contract.answer import Answer
from summarizer.contract.errors import CacheError, EngineError
from summarizer.contract.report import Report, Usage
from summarizer.contract.tally import CallTally, RunTally, current_call
from summarizer.engines.model.steps import done_here
from summarizer.engines.model.task_choice import draft_task
from summarizer.running.answer_workers import AnswerWorkers
from summarizer.running.cache import open_cache
from summarizer.running.fallback import ModelChain
from summarizer.running.in_flight import InFlight
from summarizer.running.leases import Leases
from summarizer.running.model_calls import DEFAULT_ATTEMPTS
from summarizer.running.work_cache import WorkCache

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from summarizer.contract.article import Article
    from summarizer.contract.extraction import ExtractionAnswer
    from summarizer.contract.grouping import Grouping
    from summarizer.running.batch_desk import BatchDesk
    from summarizer.running.model_calls import MakeTask
    from summarizer.running.settings import Settings
    from summarizer.running.work import Wait
    from summarizer.running.workers import WorkerPool

_BATCH_SECONDS = 90_000.0  # 24 hours and the way there and back
_NAP = 0.2  # seconds between two looks whether another run has got an answer
A = TypeVar("A", "Answer", "ExtractionAnswer", "Grouping")
R = TypeVar("R", bound=BaseModel)


class ModelWork(Generic[A, R]):
    """Asks a model by way of the running event loop's calls: connections cannot go from one loop to another.

    `build` makes a result of an answer; `result_type` is given where finished results are kept too. `make_task` makes
    what the model is asked, by its name and the options. `workers` read the answers in other processes.
    """

    def __init__(
        self,
        settings: Settings,
        tally: RunTally,
        build: Callable[[Article, A], R | Wait],
        answer_type: type[A],
        result_type: type[R] | None = None,
        make_task: MakeTask = draft_task,
        workers: AnswerWorkers | None = None,
    ) -> None:
        self._settings = settings
        self._workers = workers
        self._tally = tally
        self._make_task = make_task
        self._store = open_cache(settings)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._desk: BatchDesk | None = None
        self._calls = self._connect()
        self.build: Callable[[Article, A], R | Wait] = build
        self.cache: WorkCache[A, R] | None = None
        self._leases: Leases | None = None
        self._in_flight: InFlight[A] = InFlight()
        if self._store is not None:
            # As long as one request with all its retries may take, and the waits between them.
            attempts = settings.max_attempts or DEFAULT_ATTEMPTS
            longest = _BATCH_SECONDS if settings.batch else settings.timeout
            self._leases = Leases(self._store, longest * attempts + settings.max_wait)
            identities = self._calls.identities()
            built_with = (settings.complete, settings.min_confidence)
            self.cache = WorkCache.of_chain(self._store, identities, answer_type, result_type, built_with)

    def ask(self, article: Article, call: CallTally) -> Wait:
        """How to wait for the model's answer."""
        return partial(self._answer, article, call)

    def close(self) -> None:
        """Close the cache."""
        if self._store is not None:
            self._store.close()

    async def aclose(self) -> None:
        """Close the connections, unless they are another loop's, with which they ended."""
        if self._loop is asyncio.get_running_loop():
            await self._calls.aclose()

    async def _answer(self, article: Article, call: CallTally) -> A:
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            if self._loop is not None:
                self._calls = self._connect()
            self._loop, self._in_flight = loop, InFlight()
        # Two articles of one text are one question, whatever else is known about them.
        question = (article.sha256, article.title, article.language)
        answer = await self._in_flight.once(question, partial(self._ask_once, article, call))
        if call.is_of_batch:
            from summarizer.running.batch import step_aside  # noqa: PLC0415  cached answers do without it

            await step_aside()
        return answer

    async def _ask_once(self, article: Article, call: CallTally) -> A:
        """The answer that another run is getting, or else the model's."""
        if self.cache is None or self._leases is None:
            return await self._ask(article, call)
        lease = self.cache.lease_key(article)
        unusable = self.cache.answer(article)  # what is kept already was not good enough, or there is nothing
        while not self._leases.take(lease):
            await self._wait_for_others(call)
        try:
            kept = self.cache.answer(article)
            if kept is not None and kept != unusable:
                self._leases.give_back(lease)
                return kept
            answer = await self._ask(article, call)
        except BaseException:
            self._leases.give_back(lease)
            raise
        if self._keep(self.cache, article, answer, lease) and self._desk is not None:
            self._desk.forget(call)
        return answer

    async def _wait_for_others(self, call: CallTally) -> None:
        from summarizer.running.batch import let_others_begin  # noqa: PLC0415  most runs are alone

        if self._tally.is_stopping and call.is_of_batch:
            raise asyncio.CancelledError
        let_others_begin()
        await asyncio.sleep(_NAP)

    async def _ask(self, article: Article, call: CallTally) -> A:
        current_call.set(call)
        with self._reading_ahead(article), nullcontext() if self._desk is None else self._desk.present(call):
            try:
                answer: A = (await self._calls.answer(article)).counted(call.attempts, _usage(call))
            except EngineError as error:
                if self._desk is not None and not error.fatal:
                    self._desk.forget(call)  # the next run asks anew
                raise
        return answer

    def _reading_ahead(self, article: Article) -> AbstractContextManager[None]:
        if self._workers is None:
            return nullcontext()
        self._workers.expect()
        # The answers of a batch come long after what was read of their articles is forgotten.
        return self._workers.reading_ahead(article) if self._desk is None else nullcontext()

    def _keep(self, cache: WorkCache[A, R], article: Article, answer: A, lease: str) -> bool:
        """Keep an answer before anything goes wrong with it: it was paid for. It is used even if it cannot be kept.

        What lacks parts of the article is used, too, but the next run asks again: it may get all of them.
        """
        if not answer.is_whole:
            if self._leases is not None:
                self._leases.give_back(lease)
            return False
        try:
            cache.keep_answer(article, answer, lease=lease)
        except CacheError as error:
            self._tally.unremembered += 1
            self._tally.unremembered_because = error.message
            if self._leases is not None:
                self._leases.give_back(lease)
            return False
        return True

    def _connect(self) -> ModelChain:
        notes = self._store.notes if self._store else None
        if self._settings.batch:
            from summarizer.running.batch_desk import BatchDesk  # noqa: PLC0415  for --batch alone

            self._desk = BatchDesk.opened(self._store, self._tally)
        do_step = done_here if self._workers is None else self._workers.do_step
        return ModelChain(
            self._settings, self._tally, notes, make_task=self._make_task, desk=self._desk, do_step=do_step
        )


def reports_by_model(settings: Settings, tally: RunTally, pool: WorkerPool | None = None) -> ModelWork[Answer, Report]:
    """The work of making reports, the rules' part of it by `pool`. Raises CallError when no usable service is named."""
    workers = None if pool is None else AnswerWorkers(pool)

    def build(article: Article, answer: Answer) -> Report | Wait:
        if workers is not None and workers.are_used:
            return partial(workers.ground, article, answer)
        from summarizer.running.model_reports import report_of_answer  # noqa: PLC0415  the rules; a cached report does without

        return report_of_answer(settings, article, answer)

    return ModelWork(settings, tally, build, Answer, Report, workers=workers)


def _usage(call: CallTally) -> Usage:
    """What the calls for one article took, failed attempts included; cost in US dollars, None when unpriced."""
    cost = None if call.cost is None else round(call.cost, 8)
    return Usage(prompt_tokens=call.prompt_tokens, completion_tokens=call.completion_tokens, cost=cost)
