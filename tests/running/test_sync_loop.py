"""Coroutines run from plain code, from a running loop, from threads and from one another, and end cleanly."""

from __future__ import annotations

import asyncio
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from summarizer.contract.errors import CallError
from summarizer.running.sync_loop import SyncLoop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


@pytest.fixture
def loop() -> Iterator[SyncLoop]:
    made = SyncLoop()
    yield made
    made.close()


async def double(number: int) -> int:
    await asyncio.sleep(0)
    return 2 * number


def test_a_result_and_an_error_come_back(loop: SyncLoop) -> None:
    async def fail() -> None:
        msg = "told"
        raise LookupError(msg)

    assert loop.call(double(3)) == 6
    with pytest.raises(LookupError, match="told"):
        loop.call(fail())
    assert loop.call(double(4)) == 8


def test_calls_share_one_loop(loop: SyncLoop) -> None:
    async def running() -> asyncio.AbstractEventLoop:
        return asyncio.get_running_loop()

    assert loop.call(running()) is loop.call(running())


async def test_it_works_inside_a_running_loop(loop: SyncLoop) -> None:
    assert loop.call(double(3)) == 6
    assert await double(4) == 8


def test_threads_take_turns(loop: SyncLoop) -> None:
    busy = 0

    async def alone(number: int) -> int:
        nonlocal busy
        busy += 1
        assert busy == 1
        await asyncio.sleep(0)
        busy -= 1
        return number

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda number: loop.call(alone(number)), range(20))) == list(range(20))


def test_any_awaitable_can_be_called(loop: SyncLoop) -> None:
    async def numbers() -> AsyncIterator[int]:
        yield 1
        yield 2

    stream = numbers()
    assert [loop.call(anext(stream)), loop.call(anext(stream))] == [1, 2]
    with pytest.raises(StopAsyncIteration):
        loop.call(anext(stream))


def test_an_interrupted_call_is_cleaned_up_before_the_next(loop: SyncLoop) -> None:
    steps: list[str] = []

    async def held() -> None:
        try:
            asyncio.get_running_loop().call_soon(signal.raise_signal, signal.SIGINT)
            await asyncio.Event().wait()
        finally:
            steps.append("let go")

    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have started us without it
    try:
        with pytest.raises(KeyboardInterrupt):
            loop.call(held())
    finally:
        signal.signal(signal.SIGINT, before)
    assert steps == ["let go"]
    assert loop.call(double(1)) == 2


def test_a_closed_loop_runs_nothing_and_leaves_no_coroutine_behind() -> None:
    made = SyncLoop()
    assert not made.is_closed
    made.close()
    made.close()
    assert made.is_closed
    waiting = double(1)
    with pytest.raises(CallError, match="closed during the run") as caught:
        made.call(waiting)  # a coroutine that was never awaited would be a warning, and so an error
    assert "with" in caught.value.hint
    assert waiting.cr_frame is None


def test_closing_ends_the_generators_that_are_open() -> None:
    ended = threading.Event()

    async def numbers() -> AsyncIterator[int]:
        try:
            yield 1
            yield 2
        finally:
            ended.set()

    async def first() -> int:
        return await anext(stream)

    made = SyncLoop()
    stream = numbers()
    assert made.call(first()) == 1
    made.close()
    assert ended.is_set()
