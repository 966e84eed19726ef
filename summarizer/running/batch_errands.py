"""What is done about batches beside a run: how they are, what came back with them, an end to them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.contract.errors import CallError, SummarizerError
from summarizer.endpoint.batch_service import BatchService
from summarizer.endpoint.client import Endpoint
from summarizer.endpoint.services import resolve_service
from summarizer.running.batch_carrier import BatchCarrier
from summarizer.running.batch_journal import BatchJournal

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable

    from summarizer.running.batch_journal import BatchRecord
    from summarizer.running.cache import ResultCache
    from summarizer.running.settings import Settings

Errand = Literal["look", "fetch", "cancel"]


class Found(NamedTuple):
    """A batch, and what kept the errand from being done, if anything did."""

    record: BatchRecord
    problem: SummarizerError | None = None


async def run_errand(
    errand: Errand, cache: ResultCache, settings: Settings, chosen: Iterable[str] = ()
) -> AsyncGenerator[Found]:
    """Look at the batches of a cache that are not fetched, the oldest first; fetch or cancel them.

    `chosen` are the ids of those that are meant, all when it is empty. Looking also yields those that are fetched.
    Raises CallError for an id that no batch has.
    """
    journal = BatchJournal(cache)
    wanted = set(chosen)
    records = list(journal.records())
    if unknown := wanted.difference(*({record.batch_id, record.name} for record in records)):
        hint = "`summarizer batch status` lists those that there are"
        raise CallError(f"there is no batch {', '.join(sorted(unknown))} in the cache", hint=hint)
    for record in records:
        if wanted and wanted.isdisjoint({record.batch_id, record.name}):
            continue
        if not record.is_open:
            if errand == "look":
                yield Found(record)
            continue
        try:
            yield Found(await _visit(errand, record, journal, settings))
        except SummarizerError as error:
            yield Found(record, error)


async def _visit(errand: Errand, record: BatchRecord, journal: BatchJournal, settings: Settings) -> BatchRecord:
    key = settings.api_key.get_secret_value() if settings.api_key else None
    base_url = settings.base_url or record.base_url
    service = resolve_service(record.model, base_url=base_url, api_key=key, environ=os.environ)
    endpoint = Endpoint(service, timeout=settings.timeout, headers=settings.sent_headers())
    try:
        carrier = BatchCarrier(BatchService(endpoint), journal, _Nobody(), record, longest=settings.max_answer * 2**20)
        found = await carrier.find(record)
        if found is None:
            return record.model_copy(update={"stage": "fetched", "status": "never created"})
        state = await carrier.service.look(found.batch_id)
        if errand == "cancel" and not state.is_ended:
            state = await carrier.service.cancel(found.batch_id)
        found = carrier.note_state(found, state)
        return await carrier.fetch(found, state) if errand == "fetch" and state.is_ended else found
    finally:
        await endpoint.aclose()


class _Nobody:
    """Nobody waits for what comes back: it is kept for the run that does."""

    def place(self, names: Iterable[str], batch: str) -> None:
        """Note nothing."""

    def names_in(self, batch: str) -> list[str]:  # noqa: ARG002  nobody waits for any
        """No request is waited for."""
        return []

    def hand_out(self, name: str, came: str | Exception) -> None:
        """Give nothing to anybody."""

    def put_back(self, name: str) -> None:
        """Send nothing."""

    def tell(self, record: BatchRecord) -> None:
        """Hear nothing."""
