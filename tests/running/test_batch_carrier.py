"""Batches are carried whole: within the limits, found again after any end, and never twice."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from summarizer.contract.request import AnswerSchema, Message, Request
from summarizer.endpoint.batch_service import BatchService, line_of
from summarizer.endpoint.client import Endpoint
from summarizer.endpoint.services import Service
from summarizer.running.batch_carrier import BatchCarrier
from summarizer.running.batch_journal import BatchJournal, BatchRecord
from summarizer.running.cache import ResultCache
from tests.batch_server import BatchPlan, BatchServer, LineFault

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SCHEMA = AnswerSchema("Draft", {"type": "object", "properties": {"claims": {"type": "array"}}, "required": ["claims"]})
ABOUT = BatchRecord(name="none", model="m", address="http://there/v1", requests=0, began=0.0)


class Waiting:
    """Waits for requests, and notes what comes."""

    def __init__(self, *names: str) -> None:
        self.where = dict.fromkeys(names, "")
        self.came: dict[str, str | Exception] = {}
        self.back: list[str] = []
        self.told: list[str] = []

    def place(self, names: Iterable[str], batch: str) -> None:
        self.where.update(dict.fromkeys(names, batch))

    def names_in(self, batch: str) -> list[str]:
        return [name for name, where in self.where.items() if where == batch and name not in self.came]

    def hand_out(self, name: str, came: str | Exception) -> None:
        self.came[name] = came

    def put_back(self, name: str) -> None:
        self.back.append(name)

    def tell(self, record: BatchRecord) -> None:
        self.told.append(record.stage)


class Carried:
    """A carrier at a server, with all around it."""

    def __init__(self, server: BatchServer, folder: Path, *names: str) -> None:
        self.cache = ResultCache(folder)
        self.journal = BatchJournal(self.cache)
        self.endpoint = Endpoint(Service("m", server.base_url, "k3y"))
        self.service = BatchService(self.endpoint)
        self.waiting = Waiting(*names)
        self.slept: list[float] = []
        self.carrier = BatchCarrier(
            self.service, self.journal, self.waiting, ABOUT, longest=10_000, limits=(2, 10_000), sleep=self._sleep
        )

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    def bodies(self) -> dict[str, bytes]:
        return {name: self.service.body(request(name)) for name in self.waiting.where}

    async def close(self) -> None:
        await self.endpoint.aclose()
        self.cache.close()


def request(name: str) -> Request:
    return Request(messages=(Message("user", f"[1] {name} speaks."),), model="m", schema=SCHEMA, mode="json_schema")


async def test_what_comes_back_is_kept_and_handed_out(tmp_path: Path) -> None:
    with BatchServer(BatchPlan(faults=(LineFault("twice", 1.0),))) as server:
        all_of = Carried(server, tmp_path, "a-1", "b-1")
        await all_of.carrier.carry(all_of.bodies())
        assert all('"custom_id"' in str(came) for came in all_of.waiting.came.values())
        sent = all_of.journal.line("a-1")
        assert sent is not None
        assert sent.text == all_of.waiting.came["a-1"]
        assert list(dict.fromkeys(all_of.waiting.told)) == ["new", "uploaded", "sent", "ended", "fetched"]
        assert [one.stage for one in all_of.journal.records()] == ["fetched"]
        await all_of.close()


async def test_parts_keep_both_limits(tmp_path: Path) -> None:
    with BatchServer() as server:
        all_of = Carried(server, tmp_path)
        small = {f"{number}-1": b"{}" for number in range(5)}
        assert [len(part) for part in all_of.carrier.parts(small)] == [2, 2, 1]
        large = {f"{number}-1": b"x" * 6_000 for number in range(3)}
        assert [len(part) for part in all_of.carrier.parts(large)] == [1, 1, 1]
        await all_of.close()


async def test_a_batch_that_was_created_before_that_could_be_noted_is_found(tmp_path: Path) -> None:
    with BatchServer() as server:
        all_of = Carried(server, tmp_path, "a-1")
        record = ABOUT.model_copy(update={"name": "ours", "requests": 1})
        all_of.journal.begin(record, ["a-1"])
        all_of.waiting.place(["a-1"], "ours")
        file = io.BytesIO(line_of("a-1", all_of.bodies()["a-1"]))
        await all_of.service.create(await all_of.service.upload(file, "ours"), "ours")
        await all_of.carrier.follow(record)
        assert isinstance(all_of.waiting.came["a-1"], str)
        assert len(server.batches) == 1
        await all_of.close()


async def test_a_batch_that_was_never_created_is_given_up_and_its_requests_go_again(tmp_path: Path) -> None:
    with BatchServer() as server:
        all_of = Carried(server, tmp_path, "a-1")
        record = ABOUT.model_copy(update={"name": "ours", "requests": 1})
        all_of.journal.begin(record, ["a-1"])
        all_of.waiting.place(["a-1"], "ours")
        await all_of.carrier.follow(record)
        assert all_of.waiting.back == ["a-1"]
        assert all_of.journal.line("a-1") is None
        await all_of.close()


async def test_a_batch_that_the_service_has_forgotten_leaves_its_requests_unanswered(tmp_path: Path) -> None:
    with BatchServer() as server:
        all_of = Carried(server, tmp_path, "a-1")
        record = ABOUT.model_copy(update={"name": "ours", "requests": 1, "stage": "sent", "batch_id": "batch_9"})
        all_of.journal.begin(record, ["a-1"])
        all_of.waiting.place(["a-1"], "ours")
        await all_of.carrier.follow(record)
        assert "gone" in str(all_of.waiting.came["a-1"])
        await all_of.close()


async def test_an_account_without_room_for_one_request_is_waited_for(tmp_path: Path) -> None:
    fault = {"code": "token_limit_exceeded", "message": "no room", "line": None}
    with BatchServer(BatchPlan(faults_of=lambda _: [fault])) as server:
        all_of = Carried(server, tmp_path, "a-1")
        await all_of.carrier.carry(all_of.bodies())
        assert all_of.waiting.back == ["a-1"]
        assert all_of.slept == [60.0]
        await all_of.close()
