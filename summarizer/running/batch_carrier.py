"""Carries requests of one model to the service's Batch API, and brings their answers; all is in the journal first."""

from __future__ import annotations

import asyncio
import tempfile
import time
from contextlib import AsyncExitStack
from typing import IO, TYPE_CHECKING, Protocol
from uuid import uuid4

from summarizer.contract.errors import BatchRefusedError, ModelNotFoundError, ServerError, SummarizerError
from summarizer.endpoint.batch_service import MOST_BYTES, MOST_REQUESTS, BatchState, line_of, read_lines
from summarizer.running.logs import get_logger

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping

    from summarizer.endpoint.batch_service import BatchService
    from summarizer.running.batch_journal import BatchJournal, BatchRecord

_AT_ONCE = 1_000  # lines that are kept in one step
_SHORTEST_LOOK, _LONGEST_LOOK = 0.2, 60.0  # seconds between two looks at a batch
_LOOK_SHARE = 0.1  # of the time that it has taken so far
_SETTLING = 3.0  # seconds in which a service shows what it has created
_FULL = "token_limit_exceeded"  # OpenAI's code where an account has too many tokens in its batches
_FULL_REST, _MOST_RESTS = 60.0, 24 * 60  # seconds, and how often, until others' batches have made room
_log = get_logger("batches")


class Taker(Protocol):
    """Who waits for what comes back."""

    def place(self, names: Iterable[str], batch: str) -> None:
        """Note in which batch some requests are."""

    def names_in(self, batch: str) -> list[str]:
        """The names of the requests in a batch that are waited for."""

    def hand_out(self, name: str, came: str | Exception) -> None:
        """Give a line, or why there is none, to whoever waits for it."""

    def put_back(self, name: str) -> None:
        """Let a request that was not sent be sent with the next batch."""

    def tell(self, record: BatchRecord) -> None:
        """Hear how a batch is doing."""


class BatchCarrier:
    """Sends and follows the batches of one model at one service. Belongs to one event loop.

    `about` says which model it is; `longest` is the most bytes of a line that comes back, `limits` the most requests
    and bytes of one batch.
    """

    def __init__(
        self,
        service: BatchService,
        journal: BatchJournal,
        taker: Taker,
        about: BatchRecord,
        *,
        longest: int,
        limits: tuple[int, int] = (MOST_REQUESTS, MOST_BYTES),
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.service = service
        self.address = about.address
        self.creating = asyncio.Lock()  # held while a batch is created, which is not to be broken off
        self._journal = journal
        self._taker = taker
        self._about = about
        self._longest = longest
        self._most, self._most_bytes = limits
        self._limit = self._most
        self._sleep = sleep
        self._turn = asyncio.Lock()  # of batches, where the service takes one at a time
        self._is_full = False
        self._rests = 0
        self._order: dict[str, list[str]] = {}

    def parts(self, bodies: Mapping[str, bytes]) -> Iterator[dict[str, bytes]]:
        """Requests in as many parts as the limits of one batch make of them."""
        part: dict[str, bytes] = {}
        size = 0
        for name, body in bodies.items():
            more = len(line_of(name, body))
            if part and (len(part) >= self._limit or size + more > self._most_bytes):
                yield part
                part, size = {}, 0
            part[name] = body
            size += more
        if part:
            yield part

    async def carry(self, bodies: Mapping[str, bytes]) -> None:
        """Send a batch of requests and hand out what comes back. Whoever waits gets what goes wrong."""
        async with AsyncExitStack() as stack:
            if self._is_full:
                await stack.enter_async_context(self._turn)
            try:
                async with self.creating:
                    record = await self._create(bodies)
            except Exception as error:  # noqa: BLE001  whatever it is, somebody waits
                for name in bodies:
                    self._taker.hand_out(name, _for_all(error, self.address))
                return
            await self.follow(record)

    async def _create(self, bodies: Mapping[str, bytes]) -> BatchRecord:
        update = {"name": uuid4().hex, "requests": len(bodies), "began": time.time()}
        record = self._about.model_copy(update=update)
        self._order[record.name] = list(bodies)
        self._journal.begin(record, bodies)
        self._taker.place(bodies, record.name)
        self._taker.tell(record)
        try:
            with tempfile.TemporaryFile(dir=self._journal.folder) as file:
                for name, body in bodies.items():
                    file.write(line_of(name, body))
                file_id = await self.service.upload(file, record.name)
            record = self._note(record, stage="uploaded", file_id=file_id)
            state = await self.service.create(file_id, record.name)
        except SummarizerError as error:
            if not (error.retryable and record.stage == "uploaded"):  # else it may be there: the next run looks
                self._give_up(record)
            raise
        _log.info("batch %s: %d requests, created as %s", record.name, record.requests, state.id)
        return self._note(record, stage="sent", batch_id=state.id, status=state.status)

    async def follow(self, record: BatchRecord) -> None:
        """Wait for a batch and hand out what comes back. Whoever waits gets what goes wrong."""
        try:
            found = await self.find(record)
            if found is None:
                self._put_back(record)
            else:
                await self._bring(found)
        except Exception as error:  # noqa: BLE001  whatever it is, somebody waits
            for name in self._taker.names_in(record.name):
                self._taker.hand_out(name, error)

    async def find(self, record: BatchRecord) -> BatchRecord | None:
        """The batch at the service, looked for where a run ended before it could note that it was created.

        One that is not there is forgotten.
        """
        if record.batch_id:
            return record
        state = await self.service.find(record.name)
        young = _SETTLING - (time.time() - record.began)
        if state is None and young > 0:
            await self._sleep(young)
            state = await self.service.find(record.name)
        if state is None:
            self._give_up(record)
            return None
        return self._note(record, stage="sent", batch_id=state.id, status=state.status)

    async def _bring(self, record: BatchRecord) -> None:
        try:
            state = await self.service.look(record.batch_id)
        except ModelNotFoundError:  # the service has forgotten it
            state = BatchState(record.batch_id, "gone")
            self._note(record, stage="fetched", status=state.status)
            for name in self._taker.names_in(record.name):
                self._taker.hand_out(name, _missing(state, self.address, is_news=False))
            return
        was_cancelled = state.status in ("cancelling", "cancelled")
        record, state = await self._until_ended(record, state)
        if state.status == "failed" and not state.files:
            await self._refuse(record, state)
            return
        self._limit = min(self._most, 2 * self._limit)
        await self.fetch(record, state)
        for name in self._taker.names_in(record.name):
            self._taker.hand_out(name, _missing(state, self.address, is_news=not was_cancelled))

    async def _until_ended(self, record: BatchRecord, state: BatchState) -> tuple[BatchRecord, BatchState]:
        begun = time.monotonic()
        while True:
            record = self.note_state(record, state)
            if state.is_ended:
                return record, state
            past = time.monotonic() - begun
            await self._sleep(min(_LONGEST_LOOK, max(_SHORTEST_LOOK, _LOOK_SHARE * past)))
            state = await self.service.look(record.batch_id)

    def note_state(self, record: BatchRecord, state: BatchState) -> BatchRecord:
        """Remember what the service says of a batch."""
        _, answered, failed = state.counts
        stage = "ended" if state.is_ended else record.stage
        return self._note(record, stage=stage, status=state.status, answered=answered, failed=failed)

    async def fetch(self, record: BatchRecord, state: BatchState) -> BatchRecord:
        """Keep all that came back with a batch that has ended, then hand it out."""
        names = set(self._taker.names_in(record.name))
        wanted: dict[str, str] = {}
        for file_id in state.files:
            with tempfile.TemporaryFile(dir=self._journal.folder) as file:
                try:
                    await self.service.fetch(file_id, file)
                except ModelNotFoundError:
                    _log.warning("the service has no file %s of the batch %s any more", file_id, record.batch_id)
                    continue
                for lines in self._groups(record, file):
                    self._journal.answer(record, lines)
                    wanted.update((name, text) for name, text in lines.items() if name in names)
        record = self._note(record, stage="fetched")
        for name, text in wanted.items():
            self._taker.hand_out(name, text)
        return record

    def _groups(self, record: BatchRecord, file: IO[bytes]) -> Iterator[dict[str, str]]:
        """The lines of a file of answers, some at a time; of those of one request a good one, else the first."""
        good: set[str] = set()
        group: dict[str, str] = {}
        for line in read_lines(file, self._longest):
            sent = self._journal.line(line.name)
            if sent is None or sent.batch != record.name or line.name in good:
                continue
            if not line.is_answer and (line.name in group or sent.text):
                continue
            if line.is_answer:
                good.add(line.name)
            group[line.name] = line.text
            if len(group) >= _AT_ONCE:
                yield group
                group = {}
        yield group

    async def _refuse(self, record: BatchRecord, state: BatchState) -> None:
        """Tell those that wait for a batch which the service did not accept; what has no fault goes again."""
        record = self._note(record, stage="fetched")
        if any(fault.code == _FULL for fault in state.faults):
            await self._make_room(record, state)
            return
        order = self._order.get(record.name, [])
        at = {fault.line: fault for fault in state.faults if fault.line is not None and fault.line <= len(order)}
        for number, name in enumerate(order, start=1):
            if number in at:
                self._taker.hand_out(name, self.service.fault(at[number]))
        if at or not order:
            self._put_back(record)
            return
        for name in self._taker.names_in(record.name):
            self._taker.hand_out(name, _whole_fault(self.service, state, self.address))

    async def _make_room(self, record: BatchRecord, state: BatchState) -> None:
        """Send less, and one batch at a time, to an account that has no room for more; wait where that is too much."""
        self._is_full = True
        if record.requests > 1:
            self._limit = max(1, record.requests // 2)
        elif self._rests == _MOST_RESTS:
            for name in self._taker.names_in(record.name):
                self._taker.hand_out(name, _whole_fault(self.service, state, self.address))
            return
        else:
            self._rests += 1
            await self._sleep(_FULL_REST)
        self._put_back(record)

    def _put_back(self, record: BatchRecord) -> None:
        for name in self._taker.names_in(record.name):
            self._taker.put_back(name)

    def _give_up(self, record: BatchRecord) -> None:
        self._journal.give_up(record)
        self._taker.tell(record.model_copy(update={"stage": "fetched"}))

    def _note(self, record: BatchRecord, **changes: object) -> BatchRecord:
        changed = record.model_copy(update=changes)
        if changed != record:
            self._journal.keep(changed)
            self._taker.tell(changed)
        return changed


def _for_all(error: Exception, address: str) -> Exception:
    """The error that keeps a batch from being sent, as one that every article meets."""
    if not isinstance(error, SummarizerError) or error.fatal:
        return error
    hint = "run the same command again; what was sent is not sent twice"
    return BatchRefusedError(f"the batch could not be sent: {error.message}", where=error.where or address, hint=hint)


def _missing(state: BatchState, address: str, *, is_news: bool) -> SummarizerError:
    """Why a batch that has ended has no line for a request."""
    if state.status == "cancelled" and is_news:
        hint = "run the same command again to send what it has not answered"
        return BatchRefusedError("the batch was cancelled at the service", where=address, hint=hint)
    return ServerError(f"the batch is {state.status} without an answer to this request", where=address)


def _whole_fault(service: BatchService, state: BatchState, address: str) -> SummarizerError:
    if state.faults:
        return service.fault(state.faults[0])
    return BatchRefusedError("the service did not accept the batch, and gives no reason", where=address)
