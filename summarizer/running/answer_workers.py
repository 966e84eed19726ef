"""Has other processes do what only takes the CPU about a model's answers: read them, judge them, prove the report."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from summarizer.running.worker_process import Grounding, Reading, ReadingAhead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.answer import Answer
    from summarizer.contract.article import Article
    from summarizer.contract.report import Report
    from summarizer.engines.model.steps import Step
    from summarizer.engines.model.task import Task
    from summarizer.running.workers import WorkerPool

_MOST_AHEAD = 32  # articles: half of what a process keeps
_PAY_FROM = 8  # articles that are asked about: fewer are read before a process has begun


class AnswerWorkers:
    """Gives the processes of a pool what is to be done about answers, from the time on that they pay.

    While this process waits for the service and talks to it, they work. When none can be started, this one does it all,
    unless the pool was asked for.
    """

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool
        self._expected = 0
        self._ahead = 0

    @property
    def are_used(self) -> bool:
        """Whether the processes are given the work."""
        return self._pool.is_ready

    def expect(self) -> None:
        """Say that an answer is about to be asked for; the processes start, if they pay."""
        self._expected += 1
        if self._pool.is_ready or self._expected >= _PAY_FROM:
            self._pool.start()

    @contextmanager
    def reading_ahead(self, article: Article) -> Iterator[None]:
        """Have an article read while its answer is awaited, where the process that gets the answer is there for it.

        Answers come in bursts, between which the process has nothing to do. It keeps what it has read of so many
        articles, so that no more of them are read before their answers.
        """
        is_ahead = self._pool.is_ready and self._pool.count == 1 and self._ahead < _MOST_AHEAD
        if is_ahead:
            self._pool.submit(ReadingAhead(article))
        self._ahead += is_ahead
        try:
            yield
        finally:
            self._ahead -= is_ahead

    async def do_step(self, task: Task[Any, Any], step: Step) -> Any:
        """What comes of a step. Raises AnswerError."""
        if self._pool.is_started and await asyncio.shield(asyncio.wrap_future(self._pool.beginning)):
            return await self._done(Reading(task, step))
        return step.done_by(task)

    async def ground(self, article: Article, answer: Answer) -> Report:
        """The report that an answer proves."""
        report: Report = await self._done(Grounding(article, answer))
        return report

    async def _done(self, job: Reading | Grounding) -> Any:
        return await asyncio.wrap_future(self._pool.submit(job))
