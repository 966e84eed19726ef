"""What is done about batches beside a run."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.errors import CallError
from summarizer.endpoint.batch_service import BatchService, line_of
from summarizer.endpoint.client import Endpoint
from summarizer.endpoint.services import Service
from summarizer.running.batch_errands import Found, run_errand
from summarizer.running.batch_journal import BatchJournal, BatchRecord, SentLine
from summarizer.running.cache import ResultCache
from summarizer.running.settings import Settings
from tests.batch_server import BatchPlan, BatchServer

if TYPE_CHECKING:
    from pathlib import Path

BODY = b'{"model":"m","messages":[{"role":"user","content":"[1] Ann speaks."}]}'


async def errand(name: Any, cache: ResultCache, *chosen: str) -> list[Found]:
    return [one async for one in run_errand(name, cache, Settings(), chosen)]


async def left_by_a_run(server: BatchServer, cache: ResultCache, name: str = "ours") -> BatchRecord:
    """A batch that was created, as a run leaves it that ends then."""
    endpoint = Endpoint(Service("m", server.base_url, "k3y"))
    service = BatchService(endpoint)
    record = BatchRecord(
        name=name, model="m", address=server.base_url, base_url=server.base_url, requests=1, began=9e9, stage="uploaded"
    )
    BatchJournal(cache).begin(record, [f"{name}-1"])
    await service.create(await service.upload(io.BytesIO(line_of(f"{name}-1", BODY)), name), name)
    await endpoint.aclose()
    return record


async def test_a_batch_that_a_run_left_is_found_and_fetched_when_it_has_ended(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path)
    with BatchServer(BatchPlan(seconds=1000)) as server:
        await left_by_a_run(server, cache)
        for name in ("look", "fetch"):
            (found,) = await errand(name, cache)
            assert (found.record.batch_id, found.record.status, found.problem) == ("batch_0", "validating", None)
        server.batch_plan.seconds = 0.0
        (found,) = await errand("fetch", cache)
        assert (found.record.status, found.record.stage, found.record.answered) == ("completed", "fetched", 1)
    sent = BatchJournal(cache).line("ours-1")
    assert isinstance(sent, SentLine)
    assert '"status_code": 200' in sent.text
    assert await errand("fetch", cache) == []
    assert [one.record.stage for one in await errand("look", cache)] == ["fetched"]
    cache.close()


async def test_the_batches_that_are_named_are_cancelled_and_no_other(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path)
    with BatchServer(BatchPlan(seconds=1000)) as server:
        await left_by_a_run(server, cache, "first")
        await left_by_a_run(server, cache, "second")
        assert [one.record.name for one in await errand("cancel", cache, "second")] == ["second"]
        assert [batch.status for batch in server.batches.values()] == ["validating", "cancelling"]
        assert [one.record.name for one in await errand("look", cache, "first")] == ["first"]
        with pytest.raises(CallError, match="there is no batch third in the cache"):
            await errand("cancel", cache, "first", "third")
    cache.close()


async def test_a_service_that_is_down_is_told_and_the_batch_stays_known(tmp_path: Path) -> None:
    cache = ResultCache(tmp_path)
    with BatchServer(BatchPlan(seconds=1000)) as server:
        await left_by_a_run(server, cache)
        await errand("look", cache)
    (found,) = await errand("look", cache)
    assert "nothing is listening" in str(found.problem)
    assert found.record.batch_id == "batch_0"
    cache.close()
