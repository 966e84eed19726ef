"""Whatever a service sends, it is read up to a limit, and nothing goes to another host."""

from __future__ import annotations

import asyncio
import gzip
import json
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.errors import ModelNotFoundError, OversizedAnswerError, RequestRefusedError
from summarizer.contract.request import AnswerSchema, Message, Request
from summarizer.endpoint.bounded import check_parts, read_bounded
from summarizer.endpoint.client import Endpoint
from summarizer.endpoint.services import Service
from tests.loopback import Loopback, Said, completion

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SCHEMA = AnswerSchema("Draft", {"type": "object", "properties": {"claims": {}}})
REQUEST = Request(messages=(Message("system", "s"), Message("user", "u")), model="m", schema=SCHEMA, mode="json_schema")
GOOD = completion({"claims": []})
MIB = 2**20


async def answered(said: Said, **options: Any) -> Any:
    async with Loopback(lambda _path, _asked: said) as server:
        return await server.endpoint(**{"largest": MIB, **options}).complete(REQUEST)


def packed(data: bytes, packing: str = "gzip") -> Said:
    return Said(body=data, headers=(("content-encoding", packing),))


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        (Said(body=b" " * (MIB + 1)), "larger than 1 MiB"),
        (packed(gzip.compress(b" " * 64 * MIB)), "larger than 1 MiB"),
        (packed(zlib.compress(b" " * 64 * MIB), "deflate"), "larger than 1 MiB"),
        (Said(status=500, body=b" " * (MIB + 1)), "larger than 1 MiB"),
        (packed(b"not packed"), "cannot be unpacked"),
        (packed(b"abc", "br"), "packed as br"),
        (Said(body=b"[" * 500_000), "nested too deeply"),
        (Said(body=b'{"a":' + b"9" * 10_000 + b"}"), "too long a number"),
        (completion("a" * 2_000_001), "longer than any article's"),
    ],
    ids=["body", "gzip", "deflate", "refusal", "garbage", "br", "nesting", "number", "text"],
)
async def test_a_hostile_answer_ends_its_request_with_its_own_error(said: Said, problem: str) -> None:
    largest = 4 * MIB if problem.startswith("longer") else MIB
    with pytest.raises(OversizedAnswerError, match=problem) as raised:
        await answered(said, largest=largest)
    assert not raised.value.retryable
    assert not raised.value.fatal


@pytest.mark.parametrize("packing", ["", "identity", "gzip"])
async def test_a_usual_answer_is_read_packed_or_not(packing: str) -> None:
    data = json.dumps(GOOD.body).encode()
    said = packed(gzip.compress(data), "gzip") if packing == "gzip" else packed(data, packing)
    got = await answered(said)
    assert (got.json_text, got.prompt_tokens) == ('{"claims": []}', 7)


@pytest.mark.parametrize("count", [10**400, 10**12, -5, True, "7", None, 1.5])
async def test_a_count_of_tokens_that_is_none_counts_as_untold(count: object) -> None:
    got = await answered(Said(body={**GOOD.body, "usage": {"prompt_tokens": count, "completion_tokens": 3}}))
    assert got.prompt_tokens in {0, 1}
    assert got.completion_tokens == 3


async def test_an_endless_answer_is_left_at_the_limit() -> None:
    sent = 0

    async def stream(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
        try:
            while True:
                writer.write(b"10000\r\n" + b" " * 65536 + b"\r\n")
                await writer.drain()
                sent += 65536
        except OSError:
            writer.close()

    async with await asyncio.start_server(stream, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        endpoint = Endpoint(Service("m", f"http://127.0.0.1:{port}/v1", "k"), largest=MIB)
        with pytest.raises(OversizedAnswerError, match="larger than 1 MiB"):
            await endpoint.complete(REQUEST)
        await endpoint.aclose()
    assert sent < 16 * MIB


async def test_unpacking_stops_at_the_limit_and_not_behind_it() -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield gzip.compress(b" " * 64 * MIB)

    with pytest.raises(OversizedAnswerError):
        await read_bounded(pieces(), 100, is_packed=True)


def test_values_without_number_are_refused_before_they_take_memory() -> None:
    check_parts(b"[" + b"{}," * 100_000 + b"{}]")
    for part in (b"{},", b"[],", b"0,", b"\\u007b,"):
        with pytest.raises(OversizedAnswerError, match="more parts"):
            check_parts(b"[" + part * 2_100_000 + b"]")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_to_another_host_is_refused_and_nothing_is_sent_there(status: int) -> None:
    async with Loopback(lambda _path, _asked: GOOD) as other:
        there = other.base_url.replace("127.0.0.1", "localhost")
        said = Said(status=status, body=b"", headers=(("location", f"{there}/chat/completions"),))
        with pytest.raises(ModelNotFoundError, match="redirects to http://localhost:"):
            await answered(said)
        assert other.asked == []


async def test_a_redirect_on_the_same_host_is_followed() -> None:
    def say(path: str, _asked: object) -> Said:
        moved = Said(status=308, body=b"", headers=(("location", "/v2/chat/completions"),))
        return moved if path.startswith("/v1/") else GOOD

    async with Loopback(say) as server:
        got = await server.endpoint().complete(REQUEST)
        assert got.json_text == '{"claims": []}'
        assert [path for path, _, _ in server.asked] == ["/v1/chat/completions", "/v2/chat/completions"]


async def test_redirects_without_end_come_to_an_end() -> None:
    said = Said(status=308, body=b"", headers=(("location", "/v1/chat/completions"),))
    with pytest.raises(RequestRefusedError, match="308"):
        await answered(said)
