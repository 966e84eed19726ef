"""Ten tasks that ask for one article are one request."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from summarizer import Summarizer
from summarizer.running.in_flight import InFlight
from tests.fault_server import FaultServer, Plan

if TYPE_CHECKING:
    from pathlib import Path


class Asked:
    """Counts how often it is asked, and answers when it is told to."""

    def __init__(self, error: Exception | None = None) -> None:
        self.count = 0
        self.go = asyncio.Event()
        self._error = error

    async def __call__(self) -> int:
        self.count += 1
        await self.go.wait()
        if self._error is not None:
            raise self._error
        return self.count


async def begun(flight: InFlight[int], asked: Asked, keys: str) -> list[asyncio.Task[int]]:
    tasks = [asyncio.create_task(flight.once(key, asked)) for key in keys]
    await asyncio.sleep(0)
    return tasks


async def test_who_asks_for_the_same_gets_the_same_answer() -> None:
    flight, asked = InFlight[int](), Asked()
    tasks = await begun(flight, asked, "aaab")
    asked.go.set()
    await asyncio.gather(*tasks)
    assert asked.count == 2
    assert await flight.once("a", asked) == 3  # nobody asks for it any more


async def test_an_error_is_everybodys() -> None:
    flight, asked = InFlight[int](), Asked(ValueError("none"))
    tasks = await begun(flight, asked, "aaa")
    asked.go.set()
    found = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(error) for error in found] == [ValueError] * 3
    assert asked.count == 1


async def test_another_asks_when_who_asked_is_cancelled() -> None:
    flight, asked = InFlight[int](), Asked()
    first, second, third = await begun(flight, asked, "aaa")
    first.cancel()
    third.cancel()
    asked.go.set()
    assert await second == 2
    for task in (first, third):
        with pytest.raises(asyncio.CancelledError):
            await task


@pytest.mark.parametrize("cache", [True, False])
def test_ten_tasks_for_one_article_are_one_request(tmp_path: Path, cache: bool) -> None:
    async def ten() -> set[str]:
        async with Summarizer(model="m", base_url=server.base_url, cache=cache, cache_dir=tmp_path / "cache") as one:
            text = "Gate stuck\n\nThe gate is stuck, keeper Ode Lunt said on Friday."
            reports = await asyncio.gather(*(one.asummarize(text) for _ in range(10)))
            return {report.model_dump_json() for report in reports}

    with FaultServer(Plan(latency=0.05)) as server:
        assert len(asyncio.run(ten())) == 1
        assert server.seen.requests == 1
