"""One request for one article: who asks for what is being asked for already waits for that answer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

A = TypeVar("A")


class InFlight(Generic[A]):
    """What is being asked for in one event loop, by key."""

    def __init__(self) -> None:
        self._asked: dict[object, asyncio.Future[A]] = {}

    async def once(self, key: object, ask: Callable[[], Awaitable[A]]) -> A:
        """The answer of `ask`, or of whoever asks for the same at this moment. Raises what asking raises.

        When who asks is cancelled, one of those that wait asks in its place.
        """
        while (asked := self._asked.get(key)) is not None:
            try:
                return await asyncio.shield(asked)
            except asyncio.CancelledError:
                if not asked.cancelled() or is_being_cancelled():
                    raise  # not only the one that asks, but this one is cancelled
        future: asyncio.Future[A] = asyncio.get_running_loop().create_future()
        self._asked[key] = future
        try:
            answer = await ask()
        except asyncio.CancelledError:
            future.cancel()
            raise
        except BaseException as error:
            future.set_exception(error)
            future.exception()  # seen, also when nobody waits
            raise
        else:
            future.set_result(answer)
            return answer
        finally:
            del self._asked[key]


def is_being_cancelled() -> bool:
    """Whether the running task itself is to end, and not only what it waits for."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
