"""Runs coroutines from plain code, inside a running event loop (as in Jupyter) too."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine

T = TypeVar("T")


class SyncLoop:
    """One event loop for many calls, so that connections stay open between them. Close it with `close`."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()

    def call(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine to its end and return its result."""
        if not _is_loop_running():
            return self._loop.run_until_complete(coroutine)
        # This thread's loop cannot be entered twice; ours is run by another thread while this one waits.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(self._loop.run_until_complete, coroutine).result()

    def close(self) -> None:
        """Close the loop."""
        if self._loop.is_closed():
            return
        self.call(self._loop.shutdown_asyncgens())
        self._loop.close()


def _is_loop_running() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
