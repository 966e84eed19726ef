"""Runs the single-article path over a stream of articles: bounded, in order, and with failures as values."""

from __future__ import annotations

import asyncio
import threading
from contextlib import suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from summarizer.contract.errors import SummarizerError
from summarizer.running.in_flight import is_being_cancelled

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator

T = TypeVar("T")
R = TypeVar("R")

# Turns of the event loop between two pieces of work that only the CPU does: as many as a request needs to be read,
# and the next one to be sent.
_BREATHS = 12


class Batch(Generic[T, R]):
    """One run: articles are taken from an iterator as they are needed, results come out in the same order.

    At most `concurrency` articles are worked on, and at most `window` are held: those that are being worked on, and
    those that wait for an earlier one. The iterator is advanced in one thread of its own, so that a slow input
    holds up nothing that is in flight.
    """

    def __init__(self, work: Callable[[T], Awaitable[R]], *, concurrency: int, window: int | None = None) -> None:
        self._work = work
        self._slots = asyncio.Semaphore(concurrency)
        self._room = asyncio.Semaphore(window or max(64, 8 * concurrency))
        self._loop = asyncio.get_running_loop()
        self._feeder: asyncio.Task[None] | None = None
        self._is_stopping = False
        self._aside = asyncio.Lock()

    @property
    def may_begin_more(self) -> bool:
        """Whether another article may begin before any of those that are worked on ends."""
        is_feeding = self._feeder is not None and not self._feeder.done()
        return is_feeding and not self._slots.locked() and not self._room.locked()

    def stop(self) -> None:
        """Take no new article; what is in flight is finished. May be called from any thread or signal handler.

        Work that finds nothing in flight for its article may end itself by CancelledError: it has no result.
        """
        self._is_stopping = True
        self._loop.call_soon_threadsafe(self._stop_feeding)

    def _stop_feeding(self) -> None:
        if self._feeder is not None:
            self._feeder.cancel()

    async def results(self, inputs: Iterator[T]) -> AsyncGenerator[R]:
        """Yield the result of each input, in input order. Closing this iterator cancels what is in flight."""
        queue: asyncio.Queue[asyncio.Task[R] | BaseException | None] = asyncio.Queue()
        self._feeder = asyncio.create_task(self._feed(inputs, queue))
        current: asyncio.Task[R] | None = None
        try:
            while (item := await queue.get()) is not None:
                if isinstance(item, BaseException):
                    raise item
                current = item
                try:
                    result = await current
                except asyncio.CancelledError:
                    if not current.cancelled() or is_being_cancelled():
                        raise
                    self._room.release()
                    continue  # it gave up its turn, for nothing had been sent for it
                self._room.release()
                yield result
        finally:
            self._feeder.cancel()
            await _cancel([task for task in (current, *_drain(queue)) if task is not None])

    async def _feed(self, inputs: Iterator[T], queue: asyncio.Queue[asyncio.Task[R] | BaseException | None]) -> None:
        end: BaseException | None = None
        reader = _Reader(inputs, self._loop)
        try:
            while not self._is_stopping:
                await self._room.acquire()
                await self._slots.acquire()
                item = await reader.next()
                queue.put_nowait(asyncio.create_task(self._run(item)))
                await _breathe()  # its request is sent before the next article is read
        except StopAsyncIteration:
            pass
        except asyncio.CancelledError:
            if not self._is_stopping:
                raise
        except BaseException as error:  # noqa: BLE001  the input iterator's own error is raised where results are read
            end = error
        finally:
            reader.close()
            queue.put_nowait(end)

    async def _run(self, item: T) -> R:
        place = _Place(self._slots, self._aside, lambda: self.may_begin_more)
        _place.set(place)
        try:
            return await self._work(item)
        finally:
            place.leave()


class _Place:
    """One article's place among those that are worked on."""

    def __init__(self, slots: asyncio.Semaphore, aside: asyncio.Lock, may_begin_more: Callable[[], bool]) -> None:
        self._slots = slots
        self._is_left = False
        self.aside = aside
        self.may_begin_more = may_begin_more

    def leave(self) -> None:
        """Let the next article have it."""
        if not self._is_left:
            self._is_left = True
            self._slots.release()


_place: ContextVar[_Place | None] = ContextVar("summarizer_place", default=None)


def let_others_begin() -> None:
    """Let the next article of the batch begin, because this one waits for what another run does."""
    place = _place.get()
    if place is not None:
        place.leave()


def more_to_come() -> Callable[[], bool]:
    """How to ask, now or later, whether another article may begin beside this one."""
    place = _place.get()
    return place.may_begin_more if place is not None else bool


async def step_aside() -> None:
    """Let the next article of the batch begin, and wait until nothing else is to be done.

    An answer that has come can wait for its grounding, which only the CPU does; requests that are not sent should not.
    """
    place = _place.get()
    if place is None:
        return
    place.leave()
    async with place.aside:
        await _breathe()


async def _breathe() -> None:
    for _ in range(_BREATHS):
        await asyncio.sleep(0)


def _drain(
    queue: asyncio.Queue[asyncio.Task[R] | BaseException | None],
) -> Iterator[asyncio.Task[R]]:
    while not queue.empty():
        item = queue.get_nowait()
        if isinstance(item, asyncio.Task):
            yield item


async def _cancel(tasks: list[asyncio.Task[R]]) -> None:
    for task in tasks:
        task.cancel()
    for task in tasks:
        with suppress(asyncio.CancelledError, SummarizerError):
            await task


class _Reader(Generic[T]):
    """Advances a plain iterator in a daemon thread: one step when asked, so that nothing is read ahead."""

    def __init__(self, inputs: Iterator[T], loop: asyncio.AbstractEventLoop) -> None:
        self._inputs = inputs
        self._loop = loop
        self._asked = threading.Semaphore(0)
        self._is_closed = False
        self._answer: asyncio.Future[T] | None = None
        threading.Thread(target=self._read, name="summarizer-reader", daemon=True).start()

    async def next(self) -> T:
        """The next input; StopAsyncIteration at the end, and whatever the iterator raises."""
        self._answer = self._loop.create_future()
        self._asked.release()
        return await self._answer

    def close(self) -> None:
        """Let the thread end; a read that hangs dies with the process."""
        self._is_closed = True
        self._asked.release()

    def _read(self) -> None:
        while True:
            self._asked.acquire()
            if self._is_closed:
                return
            try:
                item = next(self._inputs)
            except StopIteration:
                self._tell(None, StopAsyncIteration())
            except BaseException as error:  # noqa: BLE001  raised again where the results are read
                self._tell(None, error)
            else:
                self._tell(item, None)

    def _tell(self, item: T | None, error: BaseException | None) -> None:
        with suppress(RuntimeError):  # the loop was closed while this thread read
            self._loop.call_soon_threadsafe(self._settle, item, error)

    def _settle(self, item: T | None, error: BaseException | None) -> None:
        if self._answer is None or self._answer.done():
            return
        if error is not None:
            self._answer.set_exception(error)
        else:
            self._answer.set_result(cast("T", item))
