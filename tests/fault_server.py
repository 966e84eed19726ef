"""A loopback server that speaks OpenAI's protocol and fails as planned; a seed makes the faults repeatable.

    python tests/fault_server.py --port 8099 --latency 0.5 --capacity 16 --fault 429-ms:0.1 --fault refusal:0.1:article

A fault is kind:rate[:scope]. With scope `attempt` (the default) each attempt of an article fails with that probability;
with scope `article` that share of articles fails every time. `GET /stats` shows what was requested so far, and `POST
/reset` forgets it. An answer without a fault is a valid draft for the article in the prompt, made of its numbered
sentences.
"""

from __future__ import annotations

import argparse
import asyncio
import email.utils
import hashlib
import json
import random
import re
import socket
import threading
import time
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from tests.quirks import Quirk

TRANSIENT = (
    "429-seconds", "429-date", "429-ms", "500", "503", "reset-before", "reset-body", "truncated-json", "hang",
    "trickle-cut", "wrong-length",
)  # fmt: skip
BAD_ANSWERS = ("not-json", "wrong-shape", "refusal", "length", "empty-choices")
HARMLESS = ("trickle", "slow")
FATAL = ("400", "401", "403", "404")
KINDS = TRANSIENT + BAD_ANSWERS + HARMLESS + FATAL

_LINE = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)
_PROBE = "/stats"


class Fault(NamedTuple):
    """One way to fail, and how often."""

    kind: str
    rate: float
    scope: str = "attempt"

    @classmethod
    def parse(cls, text: str) -> Fault:
        """Read kind:rate[:scope]."""
        kind, rate, *scope = text.split(":")
        if kind not in KINDS or scope not in ([], ["attempt"], ["article"]):
            message = f"unknown fault: {text}"
            raise ValueError(message)
        return cls(kind, float(rate), *scope)


@dataclass(slots=True)
class Plan:
    """How the server behaves; times in seconds."""

    latency: float = 0.0
    jitter: float = 0.0
    capacity: int | None = None
    faults: tuple[Fault, ...] = ()
    seed: int = 0
    retry_after: float = 0.05
    hang: float = 30.0
    rpm: int | None = None
    usage: tuple[int, int] | None = None
    claims: int = 4
    modes: tuple[str, ...] = ("json_schema", "tools", "json", "fenced")
    quirk: Quirk | None = None
    answer: Callable[[dict[str, object]], dict[str, object]] | None = None  # else a draft


@dataclass(slots=True)
class Seen:
    """What was requested so far; `bodies` holds the last few requests."""

    requests: int = 0
    refused: int = 0
    in_flight: int = 0
    most_in_flight: int = 0
    by_article: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    bodies: deque[dict[str, object]] = field(default_factory=lambda: deque(maxlen=10))

    def as_json(self) -> bytes:
        names = ("requests", "refused", "in_flight", "most_in_flight", "kinds", "by_article", "answered")
        return json.dumps({name: getattr(self, name) for name in names} | {"articles": len(self.by_article)}).encode()


class Connection(asyncio.Protocol):
    """HTTP/1.1, one request at a time, which is all that a client without pipelining sends."""

    def __init__(self, server: FaultServer) -> None:
        self._server = server
        self._buffer = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._server.connections.add(self)
        raw = transport.get_extra_info("socket")
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002  asyncio's signature
        self._server.connections.discard(self)

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end].decode("latin-1")
            found = re.search(r"(?im)^content-length:\s*(\d+)", head)
            length = int(found.group(1)) if found else 0
            if len(self._buffer) < end + 4 + length:
                return
            body = self._buffer[end + 4 : end + 4 + length]
            self._buffer = self._buffer[end + 4 + length :]
            method, path, _ = head.split(" ", 2)
            self._server.handle(self, method, path, body)

    def send(self, status: int, body: bytes, headers: tuple[str, ...] = (), *, length: int | None = None) -> None:
        """Send a whole answer."""
        if self._transport is None or self._transport.is_closing():
            return
        self._transport.write(self.head(status, length if length is not None else len(body), headers) + body)

    @staticmethod
    def head(status: int, length: int, headers: tuple[str, ...] = ()) -> bytes:
        lines = (f"HTTP/1.1 {status} .", "content-type: application/json", f"content-length: {length}", *headers)
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def write(self, data: bytes) -> None:
        """Send some bytes."""
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(data)

    def reset(self) -> None:
        """Abort the connection."""
        if self._transport is not None:
            self._transport.abort()

    def close(self) -> None:
        """End the connection."""
        if self._transport is not None:
            self._transport.close()


class FaultServer:
    """The server. `start` runs it in its own thread, `serve` in the running event loop."""

    def __init__(self, plan: Plan | None = None) -> None:
        self.plan = plan or Plan()
        self.seen = Seen()
        self.port = 0
        self.connections: set[Connection] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ready = threading.Event()
        self._requested = threading.Condition()
        self._thread: threading.Thread | None = None
        self._answers: dict[str, bytes] = {}
        self._until: asyncio.Event | None = None

    @property
    def base_url(self) -> str:
        """What --base-url takes."""
        return f"http://127.0.0.1:{self.port}/v1"

    def start(self, port: int = 0) -> Self:
        """Serve in a thread; returns when the port is open."""
        self._thread = threading.Thread(target=lambda: asyncio.run(self.serve(port)), daemon=True)
        self._thread.start()
        self._ready.wait(10)
        return self

    def stop(self) -> None:
        """End the thread."""
        if self._loop is not None and self._until is not None and self._thread is not None:
            self._loop.call_soon_threadsafe(self._until.set)
            self._thread.join(10)

    def wait_for_requests(self, count: int, timeout: float = 60.0) -> bool:
        """Wait until the server, in its own thread, has seen `count` requests; False after `timeout` seconds."""
        with self._requested:
            return self._requested.wait_for(lambda: self.seen.requests >= count, timeout)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    async def serve(self, port: int = 0) -> None:
        """Serve until stopped."""
        self._loop = asyncio.get_running_loop()
        self._until = asyncio.Event()
        listening = await self._loop.create_server(lambda: Connection(self), "127.0.0.1", port, backlog=1024)
        self.port = listening.sockets[0].getsockname()[1]
        self._ready.set()
        await self._until.wait()
        listening.close()
        for connection in tuple(self.connections):  # also of killed clients, whose end may not have been noticed yet
            connection.close()
        await asyncio.sleep(0)

    def handle(self, connection: Connection, method: str, path: str, body: bytes) -> None:
        """Answer one request, now or later."""
        if path == _PROBE:
            connection.send(200, self.seen.as_json())
        elif path == "/reset":
            self.seen = Seen()
            connection.send(200, b"{}")
        elif path.endswith("/models"):
            connection.send(200, b'{"object":"list","data":[{"id":"fault-model","max_model_len":131072}]}')
        elif method == "POST" and path.endswith("/chat/completions"):
            self._complete(connection, json.loads(body))
        else:
            connection.send(404, b'{"error":{"message":"no such path"}}')

    def _complete(self, connection: Connection, asked: dict[str, object]) -> None:
        seen, plan = self.seen, self.plan
        article = article_key(asked)
        with self._requested:
            seen.requests += 1
            self._requested.notify_all()
        seen.bodies.append(asked)
        seen.by_article[article] += 1
        now = time.monotonic()
        seen.times.append(now)
        if plan.capacity is not None and seen.in_flight >= plan.capacity:
            seen.refused += 1
            connection.send(429, _error("too many at a time"), (f"retry-after: {plan.retry_after:g}",))
            return
        if plan.rpm is not None and sum(1 for moment in seen.times[-plan.rpm - 1 :] if moment > now - 60) > plan.rpm:
            seen.refused += 1
            connection.send(429, _error("too many a minute"), ("retry-after: 1",))
            return
        if plan.quirk is not None:
            reply = plan.quirk(asked, seen.requests, self._good(asked))
            if reply is not None:
                body = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
                connection.send(reply.status, body, reply.headers)
                return
        if mode_of(asked) not in plan.modes:
            connection.send(400, _error("response_format is not supported"))
            return
        fault = self._fault(article, seen.by_article[article])
        seen.in_flight += 1
        seen.most_in_flight = max(seen.most_in_flight, seen.in_flight)
        chance = random.Random(f"{plan.seed}:{article}:{seen.by_article[article]}")  # noqa: S311  repeatable on purpose
        wait = plan.latency + plan.jitter * chance.random() + (plan.latency * 4 if fault == "slow" else 0)
        assert self._loop is not None
        if wait:
            self._loop.call_later(wait, self._answer, connection, asked, article, fault)
        else:
            self._answer(connection, asked, article, fault)

    def _good(self, asked: dict[str, object]) -> dict[str, object]:
        return draft_for(asked, self.plan.claims) if self.plan.answer is None else self.plan.answer(asked)

    def _fault(self, article: str, attempt: int) -> str:
        for number, fault in enumerate(self.plan.faults):
            place = f"{self.plan.seed}:{number}:{article}" + (f":{attempt}" if fault.scope == "attempt" else "")
            if random.Random(place).random() < fault.rate:  # noqa: S311  repeatable on purpose
                return fault.kind
        return ""

    def _answer(self, connection: Connection, asked: dict[str, object], article: str, fault: str) -> None:
        self.seen.in_flight -= 1
        self.seen.kinds[fault or "ok"] += 1
        if fault in ("", "slow"):
            self.seen.answered[article] += 1
            connection.send(200, self._body(asked, article))
        elif fault in FATAL or fault in ("500", "503"):
            headers = (f"retry-after: {self.plan.retry_after:g}",) if fault == "503" else ()
            connection.send(int(fault), _error(f"planned to fail with {fault}"), headers)
        elif fault.startswith("429"):
            connection.send(429, _error("planned to make the client wait"), (self._wait_header(fault),))
        elif fault in BAD_ANSWERS:
            connection.send(200, self._bad_body(asked, fault))
        else:
            self._break(connection, self._body(asked, article), fault, article)

    def _wait_header(self, fault: str) -> str:
        wait = self.plan.retry_after
        if fault == "429-ms":
            return f"retry-after-ms: {wait * 1000:g}"
        if fault == "429-date":
            return f"retry-after: {email.utils.formatdate(time.time() + wait, usegmt=True)}"
        return f"retry-after: {wait:g}"

    def _break(self, connection: Connection, body: bytes, fault: str, article: str) -> None:
        """Fail on the wire."""
        assert self._loop is not None
        half = len(body) // 2
        if fault == "reset-before":
            connection.reset()
        elif fault == "reset-body":
            connection.write(connection.head(200, len(body)) + body[:half])
            self._loop.call_later(0.005, connection.reset)
        elif fault == "truncated-json":
            connection.send(200, body[:half])
        elif fault == "wrong-length":
            connection.send(200, body, length=len(body) + 100)
            self._loop.call_later(0.005, connection.close)
        elif fault == "hang":
            self._loop.call_later(self.plan.hang, connection.reset)
        else:
            is_whole = fault == "trickle"
            if is_whole:
                self.seen.answered[article] += 1
            connection.write(connection.head(200, len(body)))
            self._trickle(connection, body if is_whole else body[:half], 0, is_whole=is_whole)

    def _trickle(self, connection: Connection, body: bytes, at: int, *, is_whole: bool) -> None:
        assert self._loop is not None
        step = max(1, len(body) // 20)
        connection.write(body[at : at + step])
        if at + step < len(body):
            self._loop.call_later(0.005, lambda: self._trickle(connection, body, at + step, is_whole=is_whole))
        elif not is_whole:
            connection.reset()

    def _body(self, asked: dict[str, object], article: str) -> bytes:
        mode = mode_of(asked)
        kept = self._answers.get(article + mode)
        if kept is None:
            kept = _completion(asked, json.dumps(self._good(asked)), mode, self.plan.usage)
            if len(self._answers) < 5000:
                self._answers[article + mode] = kept
        return kept

    def _bad_body(self, asked: dict[str, object], fault: str) -> bytes:
        mode, usage = mode_of(asked), self.plan.usage
        good = json.dumps(self._good(asked))
        if fault == "not-json":
            return _completion(asked, "I am sorry, but here is what I think of it: it is long.", mode, usage)
        if fault == "wrong-shape":
            return _completion(asked, '{"answer": [1, 2, 3], "mood": "good"}', mode, usage)
        if fault == "refusal":
            return _completion(asked, "", mode, usage, refusal="I cannot help with that.")
        if fault == "length":
            return _completion(asked, good[:40], mode, usage, finish="length")
        return json.dumps({"id": "x", "object": "chat.completion", "created": 1, "model": "m", "choices": []}).encode()


def article_key(asked: dict[str, object]) -> str:
    """Which article a request is about: a hash of its numbered sentences, whatever messages follow."""
    lines = _lines_of(asked)
    return hashlib.sha256(repr(lines).encode()).hexdigest()[:16]


def mode_of(asked: dict[str, object]) -> str:
    """The structured-output mode of a request."""
    if asked.get("tools"):
        return "tools"
    wanted = asked.get("response_format")
    kind = wanted.get("type") if isinstance(wanted, dict) else None
    return {"json_schema": "json_schema", "json_object": "json"}.get(str(kind), "fenced")


def _user_text(asked: dict[str, object]) -> str:
    messages = asked.get("messages")
    assert isinstance(messages, list)
    return next((str(message["content"]) for message in messages if message["role"] == "user"), "")


def _lines_of(asked: dict[str, object]) -> list[tuple[int, str]]:
    """The numbered sentences of a request, or its paragraphs where none is numbered."""
    text = _user_text(asked)
    numbered = [(int(number), line) for number, line in _LINE.findall(text)]
    return numbered or list(enumerate(filter(None, map(str.strip, text.splitlines())), start=1))


def draft_for(asked: dict[str, object], claims: int) -> dict[str, object]:
    """A draft that grounding accepts: its quotes are the first words of the article's longest sentences."""
    lines = _lines_of(asked)
    longest = sorted(lines, key=lambda line: -len(line[1]))[:claims]
    return {
        "claims": [
            {
                "sentence": number, "quotes": [" ".join(text.split(" ")[:12])], "source": "", "mention": "",
                "kind": "outlet", "role": "", "via": [], "stance": "asserts", "text": text[:160],
            }
            for number, text in sorted(longest)
        ],
        "headline": lines[0][1][:100] if lines else "nothing",
        "abstract": " ".join(text for _, text in lines[1:3])[:300] or "nothing",
        "key_points": [
            {"text": " ".join(text.split(" ")[:12]), "claims": [place]}
            for place, (_, text) in enumerate(sorted(longest), 1)
        ],
    }  # fmt: skip


def _completion(
    asked: dict[str, object], content: str, mode: str, usage: tuple[int, int] | None, *, refusal: str | None = None,
    finish: str = "stop",
) -> bytes:  # fmt: skip
    message: dict[str, object] = {"role": "assistant", "content": content if refusal is None else None}
    if refusal is not None:
        message["refusal"] = refusal
    elif mode == "tools":
        tools = asked["tools"]
        assert isinstance(tools, list)
        name = tools[0]["function"]["name"]
        call = {"id": "call_1", "type": "function", "function": {"name": name, "arguments": content}}
        message = {"role": "assistant", "content": None, "tool_calls": [call]}
        finish = finish if finish != "stop" else "tool_calls"
    prompt_tokens, completion_tokens = usage or (len(_user_text(asked)) // 4 + 200, len(content) // 4)
    total = prompt_tokens + completion_tokens
    return json.dumps(
        {
            "id": "chatcmpl-1", "object": "chat.completion", "created": 1_700_000_000, "model": asked.get("model"),
            "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
            "usage": {"prompt_tokens": prompt_tokens, "completion_tokens": completion_tokens, "total_tokens": total},
        }
    ).encode()  # fmt: skip


def _error(message: str) -> bytes:
    return json.dumps({"error": {"message": message, "type": "fault", "code": None}}).encode()


def main() -> None:
    """Serve by the command line's options until killed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--latency", type=float, default=0.0)
    parser.add_argument("--jitter", type=float, default=0.0)
    parser.add_argument("--capacity", type=int)
    parser.add_argument("--rpm", type=int)
    parser.add_argument("--retry-after", type=float, default=0.05)
    parser.add_argument("--hang", type=float, default=30.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--fault", type=Fault.parse, action="append", default=[])
    options = parser.parse_args()
    plan = Plan(
        latency=options.latency, jitter=options.jitter, capacity=options.capacity, faults=tuple(options.fault),
        seed=options.seed, retry_after=options.retry_after, hang=options.hang, rpm=options.rpm,
    )  # fmt: skip
    asyncio.run(FaultServer(plan).serve(options.port))


if __name__ == "__main__":
    main()
