"""A stream of inputs goes through the processes: in order, as it comes, and never further ahead than there is room."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.article import Article
from summarizer.contract.failure import Failure
from summarizer.contract.tally import RunTally
from summarizer.running.chunks import results_in_order
from summarizer.running.settings import Settings
from summarizer.running.workers import WorkerPool

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.contract.report import Report

TEXT = "“The dyke held all night,” warden Ada Kroon said on Monday. Nobody was hurt."


@pytest.fixture
def pool() -> Iterator[WorkerPool]:
    pool = WorkerPool(Settings(engine="extractive"), 2, RunTally())
    yield pool
    pool.close()


def article(number: int) -> Article:
    # The first ones are long: what comes after them is done before them.
    return Article(id=f"a{number}", text=TEXT * (200 if number < 3 else 1))


def name(report: Report) -> str:
    return report.article.id


def ids(pool: WorkerPool, inputs: Iterable[Any]) -> list[str]:
    return [
        one.id if isinstance(one, Failure) else one for one in results_in_order(pool, iter(inputs), name, lambda: False)
    ]


def test_results_come_in_the_order_of_the_inputs(pool: WorkerPool) -> None:
    assert ids(pool, map(article, range(100))) == [f"a{number}" for number in range(100)]
    assert ids(pool, []) == []


def test_inputs_are_not_taken_far_ahead(pool: WorkerPool) -> None:
    taken = 0

    def inputs() -> Iterator[Article]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield article(10 + number)

    results = results_in_order(pool, inputs(), name, lambda: False)
    for _ in range(300):
        next(results)
    assert taken <= 300 + 2 * 4 * 8 + 8
    results.close()


def test_a_result_comes_while_the_next_input_is_waited_for(pool: WorkerPool) -> None:
    goes_on = threading.Event()

    def inputs() -> Iterator[Article]:
        yield article(5)
        goes_on.wait(60)
        yield article(6)

    results = results_in_order(pool, inputs(), name, lambda: False)
    assert next(results) == "a5"
    goes_on.set()
    assert list(results) == ["a6"]


def test_an_error_of_the_inputs_comes_after_the_results_before_it(pool: WorkerPool) -> None:
    def inputs() -> Iterator[Article]:
        yield article(5)
        raise LookupError("their own")

    results = results_in_order(pool, inputs(), name, lambda: False)
    assert next(results) == "a5"
    with pytest.raises(LookupError, match="their own"):
        next(results)


def test_stopping_gives_up_an_input_that_does_not_come(pool: WorkerPool) -> None:
    is_stopping, never = threading.Event(), threading.Event()

    def inputs() -> Iterator[Article]:
        yield article(5)
        never.wait(60)

    results = results_in_order(pool, inputs(), name, is_stopping.is_set)
    assert next(results) == "a5"
    is_stopping.set()
    assert list(results) == []
    never.set()
