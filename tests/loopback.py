"""A loopback endpoint whose answers are written by the test, for what no real server answers on demand."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from summarizer.endpoint.client import Endpoint
from summarizer.endpoint.services import Service

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType


class Said(NamedTuple):
    """One written answer: a body of bytes is sent unchanged; `broken` closes the connection in mid-body."""

    status: int = 200
    body: Any = None
    headers: tuple[tuple[str, str], ...] = ()
    broken: bool = False


def completion(content: Any, *, finish_reason: str = "stop", **message: Any) -> Said:
    """A chat completion with this content, as JSON when it is not text."""
    text = content if isinstance(content, str) or content is None else json.dumps(content, ensure_ascii=False)
    choice = {"index": 0, "finish_reason": finish_reason, "message": {"role": "assistant", "content": text, **message}}
    usage = {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10}
    return Said(body={"id": "1", "object": "chat.completion", "model": "m", "choices": [choice], "usage": usage})


class Loopback:
    """Serves POST and GET on 127.0.0.1: `say` makes the answer to a path and a body; `asked` lists the requests."""

    def __init__(self, say: Callable[[str, dict[str, Any]], Said]) -> None:
        self._say = say
        self._made: list[Endpoint] = []
        self.asked: list[tuple[str, dict[str, Any], dict[str, str]]] = []

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        port = self._server.sockets[0].getsockname()[1]
        self.base_url = f"http://127.0.0.1:{port}/v1"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for endpoint in self._made:
            await endpoint.aclose()
        self._server.close()

    def endpoint(self, model: str = "m", key: str = "k3y-of-tests", **options: Any) -> Endpoint:
        """An endpoint whose requests go to this server."""
        made = Endpoint(Service(model, self.base_url, key), **options)
        self._made.append(made)
        return made

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                first, *lines = head.split("\r\n")
                headers = dict(line.lower().split(": ", 1) for line in lines if line)
                body = await reader.readexactly(int(headers.get("content-length", 0)))
                path = first.split()[1]
                asked = json.loads(body) if body else {}
                self.asked.append((path, asked, headers))
                said = self._say(path, asked)
                payload = said.body if isinstance(said.body, bytes) else json.dumps(said.body).encode()
                extra = "".join(f"{key}: {value}\r\n" for key, value in said.headers)
                length = len(payload) + (100 if said.broken else 0)
                top = f"HTTP/1.1 {said.status} X\r\ncontent-type: application/json\r\n{extra}"
                writer.write(f"{top}content-length: {length}\r\n\r\n".encode() + payload)
                await writer.drain()
                if said.broken:
                    break
        except (asyncio.IncompleteReadError, ConnectionResetError):
            pass
        finally:
            writer.close()
