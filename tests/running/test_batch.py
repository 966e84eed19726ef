"""One stream of articles: in order, lazily, bounded, and stopped cleanly."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.running.batch import Batch, step_aside

if TYPE_CHECKING:
    from collections.abc import Iterator


class Work:
    """Doubles numbers; each waits until it is let go, or not at all."""

    def __init__(self, *held: int) -> None:
        self.gates = {number: asyncio.Event() for number in held}
        self.started: list[int] = []
        self.cancelled: list[int] = []
        self.most = 0
        self._now = 0

    async def do(self, number: int) -> int:
        self.started.append(number)
        self._now += 1
        self.most = max(self.most, self._now)
        try:
            await asyncio.sleep(0)
            if number in self.gates:
                await self.gates[number].wait()
        except asyncio.CancelledError:
            self.cancelled.append(number)
            raise
        finally:
            self._now -= 1
        return 2 * number


async def settle() -> None:
    """Let everything run that can, the reader's thread too."""
    for _ in range(200):
        await asyncio.sleep(0.0005)


async def test_results_come_in_input_order_whatever_is_done_first() -> None:
    work = Work(0, 3)
    results = Batch(work.do, concurrency=4).results(iter(range(6)))
    first = asyncio.ensure_future(anext(results))
    await settle()
    assert work.started == [0, 1, 2, 3, 4, 5]
    assert not first.done()
    for gate in work.gates.values():
        gate.set()
    assert [await first, *[one async for one in results]] == [0, 2, 4, 6, 8, 10]


async def test_no_more_than_the_concurrency_are_worked_on() -> None:
    work = Work(*range(6))
    results = Batch(work.do, concurrency=3).results(iter(range(50)))
    first = asyncio.ensure_future(anext(results))
    await settle()
    assert work.started == [0, 1, 2]
    for gate in work.gates.values():
        gate.set()
    assert [await first, *[one async for one in results]] == [2 * number for number in range(50)]
    assert work.most == 3


async def test_inputs_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def inputs() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = Batch(Work().do, concurrency=2, window=10).results(inputs())
    assert await anext(results) == 0
    await settle()
    assert len(taken) <= 12
    await results.aclose()


async def test_one_slow_article_lets_only_the_window_run_ahead() -> None:
    work = Work(0)
    results = Batch(work.do, concurrency=2, window=8).results(iter(range(100)))
    first = asyncio.ensure_future(anext(results))
    await settle()
    assert work.started == list(range(8))
    work.gates[0].set()
    assert [await first, *[one async for one in results]] == [2 * number for number in range(100)]


async def test_a_slow_input_holds_up_nothing_that_is_under_way() -> None:
    more = threading.Event()

    def inputs() -> Iterator[int]:
        yield 1
        more.wait(10)
        yield 2

    results = Batch(Work().do, concurrency=4).results(inputs())
    assert await anext(results) == 2
    more.set()
    assert [one async for one in results] == [4]


async def test_stop_finishes_what_is_under_way_and_takes_no_more() -> None:
    work = Work(1)
    batch = Batch(work.do, concurrency=2)
    results = batch.results(iter(range(100)))
    assert await anext(results) == 0
    await settle()
    batch.stop()
    await settle()
    work.gates[1].set()
    rest = [one async for one in results]
    assert rest[0] == 2
    assert len(rest) < 99
    assert work.cancelled == []


async def test_work_that_gives_up_its_turn_has_no_result() -> None:
    async def work(number: int) -> int:
        if number % 2:
            raise asyncio.CancelledError
        return number

    batch = Batch(work, concurrency=2, window=3)
    assert [one async for one in batch.results(iter(range(20)))] == list(range(0, 20, 2))


async def test_stop_does_not_wait_for_an_input_that_never_comes() -> None:
    def inputs() -> Iterator[int]:
        yield 1
        threading.Event().wait(30)

    batch = Batch(Work().do, concurrency=2)
    results = batch.results(inputs())
    assert await anext(results) == 2
    batch.stop()
    assert [one async for one in results] == []


async def test_closing_cancels_what_is_under_way() -> None:
    work = Work(1, 2)
    results = Batch(work.do, concurrency=3).results(iter(range(10)))
    assert await anext(results) == 0
    await settle()
    await results.aclose()
    assert work.cancelled == [1, 2]
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_the_inputs_own_error_is_raised_after_the_results_before_it() -> None:
    def inputs() -> Iterator[int]:
        yield 1
        raise RuntimeError("the input broke")

    results = Batch(Work().do, concurrency=2).results(inputs())
    assert await anext(results) == 2
    with pytest.raises(RuntimeError, match="the input broke"):
        await anext(results)


async def test_no_input_gives_no_result() -> None:
    assert [one async for one in Batch(Work().do, concurrency=2).results(iter(()))] == []


@given(
    count=st.integers(0, 40),
    concurrency=st.integers(1, 9),
    window=st.integers(1, 20),
    naps=st.lists(st.integers(0, 5), min_size=40, max_size=40),
)
@settings(max_examples=30, deadline=None)
def test_nothing_is_lost_doubled_or_moved(count: int, concurrency: int, window: int, naps: list[int]) -> None:
    async def work(number: int) -> int:
        for _ in range(naps[number]):
            await asyncio.sleep(0)
        return number

    async def run() -> list[int]:
        batch = Batch(work, concurrency=concurrency, window=window)
        return [one async for one in batch.results(iter(range(count)))]

    assert asyncio.run(run()) == list(range(count))


async def test_stepping_aside_lets_the_next_begin() -> None:
    begun = [asyncio.Event() for _ in range(20)]

    async def work(number: int) -> int:
        begun[number].set()
        await step_aside()
        async with asyncio.timeout(10):
            await begun[min(number + 1, 19)].wait()  # the next one has the only place
        return number

    results = Batch(work, concurrency=1, window=4).results(iter(range(20)))
    assert [one async for one in results] == list(range(20))


async def test_stepping_aside_outside_a_batch_does_nothing() -> None:
    await step_aside()
