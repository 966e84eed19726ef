"""The Batch API: what is sent, what is sent again, and what its answers mean."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from summarizer.contract.errors import BatchRefusedError, QuotaError, RequestRefusedError, ServerError
from summarizer.contract.request import AnswerSchema, Message, Request
from summarizer.endpoint.batch_service import BatchFault, BatchService, line_of, read_lines
from summarizer.endpoint.client import Endpoint
from summarizer.endpoint.services import Service
from tests.batch_server import BatchPlan, BatchServer
from tests.fault_server import FaultServer

SCHEMA = AnswerSchema("Draft", {"type": "object", "properties": {"claims": {"type": "array"}}, "required": ["claims"]})
REQUEST = Request(messages=(Message("user", "[1] Who speaks?"),), model="m", schema=SCHEMA, mode="json_schema")


def service(server: FaultServer) -> tuple[BatchService, Endpoint]:
    endpoint = Endpoint(Service("m", server.base_url, "k3y"))
    return BatchService(endpoint), endpoint


async def test_a_batch_goes_there_and_comes_back() -> None:
    with BatchServer() as server:
        made, endpoint = service(server)
        file = io.BytesIO(line_of("one-1", made.body(REQUEST)))
        state = await made.create(await made.upload(file, "ours"), "ours")
        assert (await made.find("ours"), await made.find("another")) == (state, None)
        ended = await made.look(state.id)
        assert (ended.status, ended.is_ended, ended.counts) == ("completed", True, (1, 1, 0))
        answers = io.BytesIO()
        await made.fetch(ended.files[0], answers)
        await endpoint.aclose()
    (line,) = read_lines(answers, 10_000)
    assert (line.name, line.is_answer) == ("one-1", True)
    completion = made.read(REQUEST, line.text)
    assert (completion.json_text is not None, completion.prompt_tokens) == (True, 900)
    sent = json.loads(server.files["file-0"])
    assert (sent["custom_id"], sent["method"], sent["url"]) == ("one-1", "POST", "/v1/chat/completions")
    assert sent["body"] == endpoint.body(REQUEST)


async def test_a_batch_is_created_once_though_the_connection_broke() -> None:
    with BatchServer(BatchPlan(breaks=["POST /batches"])) as server:
        made, endpoint = service(server)
        file_id = await made.upload(io.BytesIO(line_of("one-1", made.body(REQUEST))), "ours")
        state = await made.create(file_id, "ours")
        await endpoint.aclose()
        assert list(server.batches) == [state.id]


async def test_a_service_without_files_has_no_batch_api() -> None:
    with FaultServer() as server:
        made, endpoint = service(server)
        with pytest.raises(BatchRefusedError, match="offers no Batch API"):
            await made.upload(io.BytesIO(b"{}\n"), "ours")
        await endpoint.aclose()


def line(**told: Any) -> str:
    return json.dumps({"id": "r", "custom_id": "one-1", **told})


REFUSED = {"status_code": 400, "body": {"error": {"message": "Unsupported parameter: 'seed'"}}}


@pytest.mark.parametrize(
    ("told", "error", "words"),
    [
        ({"response": REFUSED, "error": None}, RequestRefusedError, "Unsupported parameter"),
        ({"response": {"status_code": 429, "body": {"error": {"message": "busy"}}}}, ServerError, "busy"),
        ({"response": {"status_code": 500, "body": None}, "error": {"message": "broke"}}, ServerError, "broke"),
        ({"response": None, "error": {"code": "odd", "message": "lost it"}}, ServerError, "lost it"),
        ({}, ServerError, "did not answer"),
        ({"response": {"status_code": "500"}, "error": ["odd"]}, ServerError, "did not answer"),
    ],
)
def test_a_line_without_an_answer_is_an_error(told: dict[str, Any], error: type[Exception], words: str) -> None:
    made = BatchService(Endpoint(Service("m", "http://127.0.0.1:1/v1", "k3y")))
    with pytest.raises(error, match=words):
        made.read(REQUEST, line(**told))


def test_what_is_no_line_of_ours_is_left_out() -> None:
    lines = [b"", b"no JSON", b"[]", b"{}", line(response={"status_code": 200}).encode(), b"x" * 500, b'"text"']
    expired = line(response=None, error={"code": "batch_expired"}).encode()
    refused = line(response=REFUSED).encode()
    read = list(read_lines(io.BytesIO(b"\n".join([*lines, expired, refused, b"\xff"])), 400))
    assert [(one.name, one.is_answer) for one in read] == [("one-1", True), ("one-1", False)]


def test_what_a_service_has_against_a_batch_is_one_of_our_errors() -> None:
    made = BatchService(Endpoint(Service("m", "http://127.0.0.1:1/v1", "k3y")))
    assert isinstance(made.fault(BatchFault("billing_hard_limit_reached", "no")), QuotaError)
    assert isinstance(made.fault(BatchFault("invalid_request", "odd", 3)), RequestRefusedError)
