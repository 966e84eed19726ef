"""Collects the requests of a run for the Batch API, and sends them when every article waits for an answer.

To whoever asks, a batch is an endpoint that takes its time: asking again, windows, grounding and the cache stand around
it as they stand around single requests. What was sent before, by a run that has ended, is not sent again.
"""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from contextlib import contextmanager, suppress
from contextvars import Context
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from summarizer.contract.errors import CacheError, CallError, ServerError
from summarizer.contract.tally import CallTally, RunTally, current_call
from summarizer.endpoint.batch_service import BatchService
from summarizer.running.batch import more_to_come
from summarizer.running.batch_carrier import BatchCarrier
from summarizer.running.batch_journal import BatchJournal, BatchRecord, line_name

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable, Iterator

    from summarizer.contract.request import Completion, Request
    from summarizer.endpoint.client import Endpoint
    from summarizer.running.cache import ResultCache
    from summarizer.running.settings import Settings

_LOOK = 0.25  # seconds between two looks whether every article waits; twice the same is taken for it
_BEING_SENT = "being sent"


@dataclass(slots=True)
class _Asked:
    """A request that is waited for; `batch` is empty while it is not sent."""

    counter: BatchCounter
    body: bytes
    line: asyncio.Future[str]
    batch: str = ""
    waiting: int = 0
    may_go: bool = True  # nobody needs it once the run is stopping


class BatchDesk:
    """The requests of one run that wait for a batch. Belongs to one event loop."""

    def __init__(self, cache: ResultCache, tally: RunTally) -> None:
        self.journal = BatchJournal(cache)
        self._tally = tally
        self._asked: dict[str, _Asked] = {}
        self._queue: list[str] = []
        self._present: dict[int, Callable[[], bool]] = {}  # articles that are asked about
        self._resting: Counter[int] = Counter()  # and how much of each waits
        self._records: dict[str, BatchRecord] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._counters: list[BatchCounter] = []
        self._minding: asyncio.Task[None] | None = None

    @classmethod
    def opened(cls, cache: ResultCache | None, tally: RunTally) -> Self:
        """The desk that keeps what it sends in a cache. Raises CallError without one."""
        if cache is None:
            raise CallError("--batch keeps in the cache what it has sent", hint="leave --no-cache out")
        return cls(cache, tally)

    def counter(self, endpoint: Endpoint, settings: Settings) -> BatchCounter:
        """Where the requests of one model are taken."""
        counter = BatchCounter(self, endpoint, settings, self._tally)
        self._counters.append(counter)
        return counter

    @contextmanager
    def present(self, call: CallTally) -> Iterator[None]:
        """Count an article among those that may have something to ask, while it is asked about."""
        self._present[id(call)] = more_to_come()
        try:
            yield
        finally:
            del self._present[id(call)]

    @contextmanager
    def resting(self, call: CallTally) -> Iterator[None]:
        """Count an article among those that have nothing to ask before others are answered."""
        self._resting[id(call)] += 1
        try:
            yield
        finally:
            self._resting[id(call)] -= 1
            if not self._resting[id(call)]:
                del self._resting[id(call)]

    def forget(self, call: CallTally) -> None:
        """Let go what an article was answered, because its own answer is kept, or there will be none."""
        with suppress(CacheError):  # it is only room that they take
            self.journal.forget(call.lines)

    async def line(self, counter: BatchCounter, name: str, body: bytes, call: CallTally) -> str:
        """The line that answers a request, however long it takes. Raises what kept it from being answered."""
        sent = self.journal.line(name)
        if sent is not None and sent.text:
            return sent.text
        record = None if sent is None else self.journal.record(sent.batch)
        if record is not None and not record.is_open:
            raise ServerError("a batch came back without an answer to this request", where=record.address)
        asked = self._asked.get(name)
        if asked is None:
            line: asyncio.Future[str] = asyncio.get_running_loop().create_future()
            asked = self._asked[name] = _Asked(counter, body, line, may_go=call.is_of_batch)
            if record is None:
                self._queue.append(name)
            else:
                self._join(asked, record)
        if self._minding is None or self._minding.done():
            self._minding = asyncio.create_task(self._mind(), context=Context())
        asked.waiting += 1
        try:
            with self.resting(call):
                return await asyncio.shield(asked.line)
        finally:
            asked.waiting -= 1
            if not (asked.waiting or asked.batch or asked.line.done()):
                del self._asked[name]  # nobody wants it any more, and it is not sent
                self._queue.remove(name)

    def _join(self, asked: _Asked, record: BatchRecord) -> None:
        """Wait with others for a batch that an earlier run has sent."""
        asked.batch = record.name
        if record.name not in self._records:
            self._records[record.name] = record
            self._begin(asked.counter.carrier.follow(record))

    def place(self, names: Iterable[str], batch: str) -> None:
        """Note in which batch some requests are."""
        for name in names:
            if name in self._asked:
                self._asked[name].batch = batch

    def names_in(self, batch: str) -> list[str]:
        """The names of the requests in a batch that are waited for."""
        return [name for name, asked in self._asked.items() if asked.batch == batch]

    def hand_out(self, name: str, came: str | Exception) -> None:
        """Give a line, or why there is none, to whoever waits for it."""
        asked = self._asked.pop(name, None)
        if asked is None or asked.line.done():
            return
        if isinstance(came, str):
            asked.line.set_result(came)
        else:
            asked.line.set_exception(came)
            asked.line.exception()  # seen, also when nobody waits any more

    def put_back(self, name: str) -> None:
        """Let a request that was not sent be sent with the next batch."""
        asked = self._asked[name]
        if asked.waiting:
            asked.batch = ""
            self._queue.append(name)
        else:
            del self._asked[name]

    def tell(self, record: BatchRecord) -> None:
        """Hear how a batch is doing."""
        self._records[record.name] = record
        under_way = [one for one in self._records.values() if one.is_open]
        if not under_way:
            self._tally.batches = ""
            return
        all_of, answered = sum(one.requests for one in under_way), sum(one.answered for one in under_way)
        which = f"batch {record.batch_id or 'being sent'}" if len(under_way) == 1 else f"{len(under_way)} batches"
        self._tally.batches = f"{which} {record.status or record.stage}, {answered:,} of {all_of:,} answered"

    async def aclose(self) -> None:
        """Let batches be created that are being created, and leave the others to the service."""
        for counter in self._counters:
            await counter.carrier.creating.acquire()
        tasks = [*self._tasks, *([self._minding] if self._minding is not None else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _mind(self) -> None:
        """Send what is asked once every article waits; let all go when the run is stopping."""
        before = -1
        while self._asked:
            if self._tally.is_stopping:
                self._let_go()
            elif self._queue and self._is_everybody_waiting():
                if len(self._queue) == before:
                    self._send()
                before = len(self._queue)
            await asyncio.sleep(_LOOK)

    def _is_everybody_waiting(self) -> bool:
        return all(self._resting[one] and not may_begin_more() for one, may_begin_more in self._present.items())

    def _send(self) -> None:
        bodies: defaultdict[BatchCounter, dict[str, bytes]] = defaultdict(dict)
        for name in self._queue:
            asked = self._asked[name]
            asked.batch = _BEING_SENT
            bodies[asked.counter][name] = asked.body
        self._queue.clear()
        for counter, named in bodies.items():
            for part in counter.carrier.parts(named):
                self._begin(counter.carrier.carry(part))

    def _let_go(self) -> None:
        for name, asked in tuple(self._asked.items()):
            if asked.may_go:
                del self._asked[name]
                asked.line.cancel()
        self._queue = [name for name in self._queue if name in self._asked]

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work, context=Context())  # no article's own
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


class BatchCounter:
    """Where the requests of one model are taken for a batch."""

    def __init__(self, desk: BatchDesk, endpoint: Endpoint, settings: Settings, tally: RunTally) -> None:
        self._desk = desk
        about = BatchRecord(
            name="none",
            model=settings.model or endpoint.model,
            address=endpoint.address,
            base_url=endpoint.address if settings.base_url else None,
            requests=0,
            began=0.0,
        )
        self._service = BatchService(endpoint, tally.retries)
        self.carrier = BatchCarrier(self._service, desk.journal, desk, about, longest=settings.max_answer * 2**20)

    async def complete(self, request: Request) -> Completion:
        """The answer to a request, when its batch has come back. Raises what one request alone would raise."""
        call = current_call.get() or CallTally()
        body = self._service.body(request)
        name = self._name(body, call)
        call.lines.append(name)
        return self._service.read(request, await self._desk.line(self, name, body, call))

    def is_sent(self, request: Request) -> bool:
        """Whether a request is in a batch already, so that it costs nothing any more."""
        call = current_call.get() or CallTally()
        return self._desk.journal.line(self._name(self._service.body(request), call)) is not None

    def _name(self, body: bytes, call: CallTally) -> str:
        first = line_name(self.carrier.address, body, 1)
        before = sum(1 for name in call.lines if name.rpartition("-")[0] == first.rpartition("-")[0])
        return line_name(self.carrier.address, body, before + 1)
