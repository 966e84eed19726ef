from __future__ import annotations

import asyncio
import base64
import email.utils
import json
import subprocess
import time
from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from summarizer.contract.errors import (
    ContextTooSmallError,
    EmptyAnswerError,
    EndpointError,
    KeyRefusedError,
    ModelNotFoundError,
    QuotaError,
    RateLimitError,
    RequestRefusedError,
    ServerError,
    SlowEndpointError,
    SummarizerError,
    UnreachableError,
)
from summarizer.contract.request import AnswerSchema, Message, Request, WireMode
from summarizer.endpoint.client import Endpoint
from summarizer.endpoint.services import Service
from tests.loopback import Loopback, Said, completion

if TYPE_CHECKING:
    from collections.abc import Callable

SCHEMA = AnswerSchema("Draft", {"type": "object", "properties": {"claims": {"type": "array"}}, "required": ["claims"]})
ANSWER = {"claims": []}


def request(mode: WireMode = "json_schema") -> Request:
    messages = (Message("system", "Read."), Message("user", "An article."))
    return Request(messages, "m", SCHEMA, {"temperature": 0.0, "max_tokens": 50}, mode)


async def test_mode_json_schema_is_requested_and_read() -> None:
    async with Loopback(lambda *_: completion(ANSWER)) as server:
        answer = await server.endpoint().complete(request())
    assert json.loads(answer.json_text or "") == ANSWER
    assert (answer.prompt_tokens, answer.completion_tokens, answer.finish_reason) == (7, 3, "stop")
    path, body, headers = server.asked[0]
    assert path == "/v1/chat/completions"
    assert body["response_format"]["json_schema"]["schema"]["properties"] == SCHEMA.body["properties"]
    assert body["messages"] == [{"role": "system", "content": "Read."}, {"role": "user", "content": "An article."}]
    assert body["max_tokens"] == 50
    assert headers["authorization"].endswith("k3y-of-tests")


async def test_credentials_in_the_url_are_sent_but_never_logged(caplog: pytest.LogCaptureFixture) -> None:
    password = "hun" + "ter2secret"
    async with Loopback(lambda *_: completion(ANSWER)) as server:
        url = server.base_url.replace("://", f"://ann:{password}%21@")
        endpoint = Endpoint(Service("m", url, "k3y-of-tests"))
        for name in ("httpx2", "httpcore2", "openai"):
            caplog.set_level("DEBUG", logger=name)
        with caplog.at_level("DEBUG"):
            await endpoint.complete(request())
        await endpoint.aclose()
    token = base64.b64encode(f"ann:{password}!".encode()).decode()
    assert server.asked[0][2]["authorization"].casefold() == f"Basic {token}".casefold()
    assert "chat/completions" in caplog.text
    assert password not in caplog.text
    assert password not in endpoint.root


async def test_a_key_in_the_query_is_sent_but_never_logged(caplog: pytest.LogCaptureFixture) -> None:
    secret = "hun" + "ter2/secret"
    async with Loopback(lambda *_: completion(ANSWER)) as server:
        url = f"{server.base_url}?api-version=2&key={quote(secret, safe='')}"
        endpoint = Endpoint(Service("m", url, "k3y-of-tests"))
        for name in ("httpx2", "httpcore2", "openai"):
            caplog.set_level("DEBUG", logger=name)
        await endpoint.complete(request())
        await endpoint.aclose()
    path = server.asked[0][0]
    assert path.startswith("/v1/chat/completions?")
    assert parse_qs(urlsplit(path).query) == {"api-version": ["2"], "key": [secret]}
    assert "chat/completions" in caplog.text
    assert not [form for form in (secret, quote(secret, safe="")) if form in caplog.text]


async def test_a_models_refusal_that_repeats_the_key_is_scrubbed() -> None:
    key = "zq" + "7judge" * 3
    said = completion(None, refusal=f"Not for {key} and Basic YW5uOnBhc3N3b3Jk.")
    async with Loopback(lambda *_: said) as server:
        endpoint = Endpoint(Service("m", server.base_url.replace("://", "://ann:password@"), key))
        answer = await endpoint.complete(request())
        await endpoint.aclose()
    assert answer.refusal == "Not for [removed] and [removed]."


async def test_mode_tools_is_requested_and_read() -> None:
    call = {"id": "1", "type": "function", "function": {"name": "Draft", "arguments": json.dumps(ANSWER)}}
    async with Loopback(lambda *_: completion(None, tool_calls=[call])) as server:
        answer = await server.endpoint().complete(request("tools"))
    assert json.loads(answer.json_text or "") == ANSWER
    body = server.asked[0][1]
    assert body["tools"][0]["function"]["parameters"]["properties"] == {"claims": {"type": "array"}}
    assert body["tool_choice"]["function"]["name"] == "Draft"


async def test_an_answer_in_the_content_is_read_in_mode_tools() -> None:
    async with Loopback(lambda *_: completion(ANSWER)) as server:
        answer = await server.endpoint().complete(request("tools"))
    assert json.loads(answer.json_text or "") == ANSWER


@pytest.mark.parametrize("mode", ["json", "fenced"])
async def test_modes_json_and_fenced_use_only_our_own_prompt(mode: WireMode) -> None:
    text = f"Here it is:\n```json\n{json.dumps(ANSWER)}\n```\nDone."
    async with Loopback(lambda *_: completion(text)) as server:
        answer = await server.endpoint().complete(request(mode))
    assert json.loads(answer.json_text or "") == ANSWER
    body = server.asked[0][1]
    assert ("response_format" in body) == (mode == "json")
    assert body["messages"][0]["content"].startswith("Read.")
    assert '"claims"' in body["messages"][0]["content"]
    assert "genius" not in json.dumps(body)


async def test_two_schemas_of_one_name_are_not_mixed_up() -> None:
    other = request().schema._replace(body={"type": "object", "properties": {"other": {}}})
    async with Loopback(lambda *_: completion("{}")) as server:
        endpoint = server.endpoint()
        await endpoint.complete(request())
        await endpoint.complete(Request(request().messages, "m", other, {}, "json_schema"))
    schemas = [body["response_format"]["json_schema"]["schema"] for _, body, _ in server.asked]
    assert "other" in schemas[1]["properties"]
    assert "other" not in schemas[0]["properties"]


async def test_an_answer_that_was_cut_off_has_no_json() -> None:
    cut = '{"claims":[{"sentence":1,"quotes":["a"]},{"sentence":2'
    async with Loopback(lambda *_: completion(cut, finish_reason="length")) as server:
        answer = await server.endpoint().complete(request())
    assert answer.json_text is None
    assert answer.text == cut
    assert answer.finish_reason == "length"


async def test_a_models_refusal_is_part_of_the_completion() -> None:
    async with Loopback(lambda *_: completion(None, refusal="I would rather not.")) as server:
        answer = await server.endpoint().complete(request())
    assert answer.refusal == "I would rather not."


ERRORS = [
    (400, "bad", RequestRefusedError, False, False),
    (401, "bad key", KeyRefusedError, False, True),
    (403, "no", KeyRefusedError, False, True),
    (404, "no such model", ModelNotFoundError, False, True),
    (408, "slow", ServerError, True, False),
    (409, "conflict", ServerError, True, False),
    (422, "bad", RequestRefusedError, False, False),
    (429, "slow down", RateLimitError, True, False),
    (500, "oops", ServerError, True, False),
    (503, "busy", ServerError, True, False),
    (400, "This model's maximum context length is 4096 tokens.", ContextTooSmallError, False, False),
    (400, "the request exceeds the available context size", ContextTooSmallError, False, False),
]


@pytest.mark.parametrize(("status", "message", "kind", "retryable", "fatal"), ERRORS)
async def test_each_error_status_becomes_its_own_error(
    status: int, message: str, kind: type[SummarizerError], retryable: bool, fatal: bool
) -> None:
    async with Loopback(lambda *_: Said(status, {"error": {"message": message}})) as server:
        with pytest.raises(kind, match=message[:9]) as caught:
            await server.endpoint().complete(request())
    assert (caught.value.retryable, caught.value.fatal) == (retryable, fatal)
    assert caught.value.hint
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("headers", "low", "high"),
    [
        ({"retry-after-ms": "1500"}, 1.5, 1.5),
        ({"retry-after": "3"}, 3, 3),
        ({"retry-after": "+60"}, 40, 61),
        ({"retry-after": "-60"}, 0, 0),
        ({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1m30s"}, 90, 90),
        ({"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "250ms"}, 0.25, 0.25),
    ],
)
async def test_a_rate_limit_error_knows_how_long_to_wait(headers: dict[str, str], low: float, high: float) -> None:
    told = dict(headers)
    if told.get("retry-after", "")[:1] in ("+", "-"):  # so many seconds from now, as an HTTP date
        told["retry-after"] = email.utils.formatdate(time.time() + int(told["retry-after"]), usegmt=True)
    said = Said(429, {"error": {"message": "slow down"}}, tuple(told.items()))
    async with Loopback(lambda *_: said) as server:
        with pytest.raises(RateLimitError) as caught:
            await server.endpoint().complete(request())
    assert caught.value.retry_after is not None
    assert low <= caught.value.retry_after <= high


@pytest.mark.parametrize("told", ["soon", "nan", "inf", ""])
async def test_a_senseless_retry_after_is_ignored(told: str) -> None:
    async with Loopback(lambda *_: Said(429, {}, (("retry-after", told),))) as server:
        with pytest.raises(RateLimitError) as caught:
            await server.endpoint().complete(request())
    assert caught.value.retry_after is None


async def test_a_completion_keeps_the_rate_limit_headers() -> None:
    body = completion(ANSWER).body
    said = Said(200, body, (("x-ratelimit-remaining-requests", "5"), ("x-other", "1")))
    async with Loopback(lambda *_: said) as server:
        answer = await server.endpoint().complete(request())
    assert dict(answer.headers) == {"x-ratelimit-remaining-requests": "5"}


@pytest.mark.parametrize("body", [{"choices": []}, {"choices": None}, {}])
async def test_an_answer_without_choices_is_empty(body: dict[str, object]) -> None:
    async with Loopback(lambda *_: Said(body=body)) as server:
        with pytest.raises(EmptyAnswerError):
            await server.endpoint().complete(request())


@pytest.mark.parametrize("body", [b"busy", b"[1]", b"", b'{"error":{"message":"upstream"}}'])
async def test_a_200_that_is_not_a_completion_is_a_retryable_error(body: bytes) -> None:
    async with Loopback(lambda *_: Said(body=body)) as server:
        with pytest.raises(ServerError) as caught:
            await server.endpoint().complete(request())
    assert caught.value.retryable


@pytest.mark.parametrize("message", [None, 5, {"content": None}, {"content": " \n"}, {"content": 5}])
async def test_an_answer_without_content_is_empty_and_its_tokens_count(message: object) -> None:
    usage = {"prompt_tokens": 70, "completion_tokens": 3}
    async with Loopback(lambda *_: Said(body={"choices": [{"message": message}], "usage": usage})) as server:
        with pytest.raises(EmptyAnswerError) as caught:
            await server.endpoint().complete(request())
    assert caught.value.usage == (70, 3)


async def test_a_web_page_instead_of_an_answer_is_named_with_its_address() -> None:
    page = b"<!doctype html><html><head><title>Sign in | Dyke Net</title><script>x()</script></head></html>"
    async with Loopback(lambda *_: Said(body=page)) as server:
        with pytest.raises(UnreachableError) as caught:
            await server.endpoint().complete(request())
        assert server.base_url in caught.value.message
    assert "Sign in | Dyke Net" in caught.value.message
    assert caught.value.is_absent


async def test_a_gateways_page_about_the_server_behind_it_may_be_another_one_later() -> None:
    page = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
    async with Loopback(lambda *_: Said(body=page)) as server:
        with pytest.raises(ServerError) as caught:
            await server.endpoint().complete(request())
    assert "502 Bad Gateway" in caught.value.message
    assert caught.value.retryable


@pytest.mark.parametrize(
    "recode",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: f"\n\n{text}\n<!-- cached -->".encode(),
        lambda text: f")]}}',\n{text}".encode(),
        lambda text: json.dumps(text).encode(),
        lambda text: f"[{text}]".encode(),
    ],
)
async def test_an_answer_is_read_however_its_bytes_were_written(recode: Callable[[str], bytes]) -> None:
    said = Said(body=recode(json.dumps(completion(ANSWER).body)))
    async with Loopback(lambda *_: said) as server:
        completed = await server.endpoint().complete(request())
    assert completed.json_text == json.dumps(ANSWER)
    assert (completed.prompt_tokens, completed.completion_tokens) == (7, 3)


async def test_the_models_bare_answer_is_an_answer() -> None:
    async with Loopback(lambda *_: Said(body=ANSWER)) as server:
        completed = await server.endpoint().complete(request())
    assert json.loads(completed.text) == ANSWER


async def test_bytes_of_another_charset_are_read_by_their_header() -> None:
    said = Said(body='{"choices": [{"text": "déjà"}]}'.encode("latin-1"), headers=(("content-type", "a; charset=l1"),))
    async with Loopback(lambda *_: said) as server:
        assert (await server.endpoint().complete(request())).text == "déjà"


async def test_a_200_that_says_what_went_wrong_is_told() -> None:
    said = Said(body={"choices": None, "base_resp": {"status_code": 1002, "status_msg": "the weir is full"}})
    async with Loopback(lambda *_: said) as server:
        with pytest.raises(ServerError, match="the weir is full"):
            await server.endpoint().complete(request())


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("login fail: carry the key in the header", KeyRefusedError),
        ("insufficient balance", QuotaError),
        ("rate limit exceeded(RPM)", RateLimitError),
        ("upstream is asleep", ServerError),
    ],
)
async def test_a_200_that_says_what_went_wrong_is_what_it_says(words: str, kind: type[EndpointError]) -> None:
    said = Said(body={"base_resp": {"status_code": 2, "status_msg": words}})
    async with Loopback(lambda *_: said) as server:
        with pytest.raises(kind):
            await server.endpoint().complete(request())


async def test_content_in_several_parts_is_joined() -> None:
    body = {"choices": [{"message": {"content": [{"type": "text", "text": "{"}, {"type": "text", "text": "}"}]}}]}
    async with Loopback(lambda *_: Said(body=body)) as server:
        assert (await server.endpoint().complete(request())).text == "{}"


async def test_a_broken_connection_and_a_closed_port_are_unreachable() -> None:
    async with Loopback(lambda *_: completion(ANSWER)._replace(broken=True)) as server:
        with pytest.raises(UnreachableError):
            await server.endpoint().complete(request())
    nobody = Endpoint(Service("m", "http://127.0.0.1:9/v1", "none"))
    with pytest.raises(UnreachableError, match=r"(nothing is listening|no connection) at http://127\.0\.0\.1:9/v1"):
        await nobody.complete(request())
    await nobody.aclose()


async def test_a_knock_tells_at_once_that_nobody_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    async with Loopback(lambda *_: completion(ANSWER)) as server:
        await server.endpoint().knock()
        assert server.asked == []
    nobody = Endpoint(Service("m", "http://127.0.0.1:9/v1", "none"))
    with pytest.raises(UnreachableError, match=r"nothing is listening at http://127\.0\.0\.1:9/v1") as caught:
        await nobody.knock()
    assert caught.value.is_absent
    assert "running" in caught.value.hint
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    await nobody.knock()  # it is the proxy that is asked


async def test_no_answer_within_the_timeout_is_retryable() -> None:
    async with Loopback(lambda *_: completion(ANSWER)._replace(broken=True)) as server:
        with pytest.raises((SlowEndpointError, UnreachableError)) as caught:
            await server.endpoint(timeout=0.000_1).complete(request())
    assert caught.value.retryable


async def test_an_answer_that_trickles_on_forever_times_out() -> None:
    over = asyncio.Semaphore(0)

    async def trickle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        with suppress(ConnectionError):
            while not writer.is_closing():
                writer.write(b" ")
                await writer.drain()
                await asyncio.sleep(0.02)
        writer.close()
        over.release()

    server = await asyncio.start_server(trickle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    endpoint = Endpoint(Service("m", f"http://127.0.0.1:{port}/v1", "none"), timeout=0.2)
    for asked in (endpoint.complete(request()), endpoint.get("/models")):
        with pytest.raises(SlowEndpointError):
            await asyncio.wait_for(asked, 5)
        await over.acquire()
    await endpoint.aclose()
    server.close()


async def test_a_redirect_that_loses_the_body_names_the_right_base_url() -> None:
    def say(path: str, _asked: object) -> Said:
        return Said(301, headers=(("Location", "/new/v1/chat"),)) if path.endswith("completions") else Said(404)

    async with Loopback(say) as server:
        with pytest.raises(ModelNotFoundError, match="redirects to") as caught:
            await server.endpoint().complete(request())
    assert caught.value.hint == f"use --base-url {server.base_url.removesuffix('/v1')}"


async def test_no_error_contains_a_key_or_the_urls_credentials() -> None:
    key = "s" + "k-" + "verysecret0123456789"
    password = "hun" + "ter2secret"

    def say(*_: object) -> Said:
        return Said(401, {"error": {"message": f"Incorrect key {key} for http://ann:{password}@host/v1"}})

    async with Loopback(say) as server:
        url = server.base_url.replace("://", f"://ann:{password}@")
        endpoint = Endpoint(Service("m", url, key))
        assert endpoint.base_url_host == server.base_url.removeprefix("http://").removesuffix("/v1")
        with pytest.raises(KeyRefusedError) as caught:
            await endpoint.complete(request())
        await endpoint.aclose()
    error: BaseException | None = caught.value
    while error is not None:
        assert key not in repr(error) + str(error)
        assert password not in repr(error) + str(error)
        error = error.__cause__


def test_the_sdk_is_not_imported_before_the_first_request(python: list[str]) -> None:
    code = (
        "import sys, summarizer.engines.model.engine, summarizer.endpoint.client, summarizer.endpoint.modes;"
        "from summarizer.endpoint.client import Endpoint; from summarizer.endpoint.services import Service;"
        "Endpoint(Service('m', 'http://h/v1', 'k'));"
        "print([name for name in ('openai', 'instructor', 'httpx2', 'jinja2') if name in sys.modules])"
    )
    done = subprocess.run([*python, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
