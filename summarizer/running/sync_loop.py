"""Runs coroutines from plain code, inside a running event loop (as in Jupyter) and from several threads too."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar, cast

from summarizer.contract.errors import CallError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Iterator

T = TypeVar("T")


class SyncLoop:
    """One event loop for many calls, so that connections stay open between them. Close it with `close`."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        # Only one thread at a time can run the loop. Garbage collection may come back to it in the same thread.
        self._turn = threading.RLock()

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be run any more."""
        return self._loop.is_closed()

    def call(self, waited: Awaitable[T]) -> T:
        """Run something that can be awaited to its end and return its result. Raises CallError when closed."""
        if self.is_closed:
            if isinstance(waited, Coroutine):
                waited.close()
            hint = "take every result before it is closed, inside the `with` block"
            raise CallError("the Summarizer was closed during the run", hint=hint)
        if not _is_loop_running():
            return self._run(waited)
        # This thread's loop cannot be entered twice; ours is run by another thread while this one waits.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(self._run, waited).result()

    def close(self) -> None:
        """Close the loop."""
        if self._loop.is_closed():
            return
        self.call(self._loop.shutdown_asyncgens())
        self._loop.close()

    def _run(self, waited: Awaitable[T]) -> T:
        with self._turn:
            task = self._loop.create_task(_wait_for(waited))
            try:
                return self._loop.run_until_complete(task)
            finally:
                if not task.done():  # interrupted by a signal: what the task holds is let go before anything else runs
                    task.cancel()
                    with suppress(asyncio.CancelledError):
                        self._loop.run_until_complete(task)


async def in_thread(results: Iterator[T]) -> AsyncGenerator[T]:
    """Advance a plain iterator in a thread of its own, while the loop goes on; it is closed when this is."""
    loop = asyncio.get_running_loop()
    end = object()
    with ThreadPoolExecutor(1) as thread:
        try:
            while (result := await loop.run_in_executor(thread, next, results, end)) is not end:
                yield cast("T", result)
        finally:
            await loop.run_in_executor(thread, getattr(results, "close", bool))


async def _wait_for(waited: Awaitable[T]) -> T:
    return await waited


def _is_loop_running() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
