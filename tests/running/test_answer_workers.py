"""What other processes do about a model's answers, and when."""

from __future__ import annotations

import os
from concurrent.futures import Future
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from summarizer.contract.answer import Answer
from summarizer.contract.article import Article
from summarizer.contract.draft import Draft, DraftClaim
from summarizer.contract.tally import RunTally
from summarizer.engines.model.claims import ClaimsTask
from summarizer.engines.model.steps import Step
from summarizer.engines.model.task import LlmOptions
from summarizer.running.answer_workers import AnswerWorkers
from summarizer.running.settings import Settings
from summarizer.running.worker_process import Grounding, Reading, ReadingAhead
from summarizer.running.workers import WorkerPool

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLE = Article(id="dyke", text="“The dyke held all night,” warden Ada Kroon said on Monday. Nobody was hurt.")
TASK = ClaimsTask(LlmOptions())


class Pool(NamedTuple):
    """Stands for a pool whose processes are never started, or cannot be."""

    beginning: Future[bool]
    jobs: list[object]
    is_ready: bool = False
    count: int = 1

    @property
    def is_started(self) -> bool:
        return "start" in self.jobs

    def start(self) -> None:
        self.jobs.append("start")

    def submit(self, job: object) -> Future[Any]:
        self.jobs.append(type(job))
        done: Future[Any] = Future()
        done.set_result("done elsewhere")
        return done


def process_number(_task: object, article: Article) -> tuple[int, str]:
    return os.getpid(), article.id


def of(pool: Any) -> AnswerWorkers:
    return AnswerWorkers(pool)


@pytest.fixture
def real() -> Iterator[WorkerPool]:
    pool = WorkerPool(Settings(model="m"), 1, RunTally(), pays_after=1.0)
    yield pool
    pool.close()


async def test_few_articles_start_no_process() -> None:
    pool = Pool(Future(), [])
    workers = of(pool)
    for _ in range(7):
        workers.expect()
    assert await workers.do_step(TASK, Step(process_number, ARTICLE, ())) == (os.getpid(), "dyke")
    assert not workers.are_used
    assert pool.jobs == []


async def test_many_articles_start_them_before_an_answer_comes() -> None:
    pool = Pool(Future(), [])
    workers = of(pool)
    for _ in range(8):
        workers.expect()
    pool.beginning.set_result(True)
    assert await workers.do_step(TASK, Step(process_number, ARTICLE, ())) == "done elsewhere"
    assert pool.jobs == ["start", Reading]


async def test_where_none_can_be_started_the_work_is_done_here() -> None:
    pool = Pool(Future(), ["start"])
    pool.beginning.set_result(False)
    assert await of(pool).do_step(TASK, Step(process_number, ARTICLE, ())) == (os.getpid(), "dyke")


async def test_a_pool_that_was_asked_for_starts_with_the_first_article() -> None:
    pool = Pool(Future(), [], is_ready=True)
    of(pool).expect()
    assert pool.jobs == ["start"]
    assert of(pool).are_used


def test_an_article_is_read_ahead_where_the_one_process_is_there_for_it() -> None:
    idle, ready = Pool(Future(), []), Pool(Future(), [], is_ready=True)
    several = ready._replace(jobs=[], count=2)  # any of which may get the answer
    for pool in (idle, ready, several):
        with of(pool).reading_ahead(ARTICLE):
            pass
    assert (idle.jobs, ready.jobs, several.jobs) == ([], [ReadingAhead], [])


def test_no_more_articles_are_read_ahead_of_their_answers_than_a_process_keeps() -> None:
    pool = Pool(Future(), [], is_ready=True)
    workers = of(pool)
    with ExitStack() as answers:
        for _ in range(200):
            answers.enter_context(workers.reading_ahead(ARTICLE))
        awaited = len(pool.jobs)
    assert 8 <= awaited <= 64
    with workers.reading_ahead(ARTICLE):
        assert len(pool.jobs) == awaited + 1


async def test_what_was_read_ahead_changes_no_report(real: WorkerPool) -> None:
    workers = of(real)
    claim = DraftClaim(
        sentence=1,
        quotes=("The dyke held all night",),
        source="Ada Kroon",
        mention="warden Ada Kroon",
        kind="person",
        role="warden",
        stance="asserts",
        text="The dyke held all night.",
    )
    answer = Answer(draft=Draft(headline="", abstract="", key_points=(), claims=(claim,)), engine="llm")
    before = await workers.ground(ARTICLE, answer)
    with workers.reading_ahead(ARTICLE):
        assert await workers.ground(ARTICLE, answer) == before
    assert [one.source.name for one in before.claims] == ["Ada Kroon"]


async def test_a_report_is_proved_elsewhere() -> None:
    pool = Pool(Future(), [], is_ready=True)
    answer = Answer(draft=Draft(headline="", abstract="", key_points=(), claims=()), engine="llm")
    assert await of(pool).ground(ARTICLE, answer) == "done elsewhere"
    assert pool.jobs == [Grounding]


async def test_a_step_is_done_in_another_process(real: WorkerPool) -> None:
    workers = of(real)
    for _ in range(8):
        workers.expect()
    number, name = await workers.do_step(TASK, Step(process_number, ARTICLE, ()))
    assert (number == os.getpid(), name) == (False, "dyke")
    assert workers.are_used
