"""CPU per call of our endpoint, beside the bare openai SDK and a bare instructor loop, at zero latency.

    python benchmarks/call_cost.py [--calls 300] [--at-once 32]

All three call one loopback server, in its own process, which answers at once with one fixed draft.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import instructor
from openai import AsyncOpenAI

sys.path.insert(0, str(Path(__file__).parent.parent))

from summarizer.contract.draft import Draft
from summarizer.contract.request import Message, Request
from summarizer.endpoint.asking import Asking
from summarizer.endpoint.client import Endpoint
from summarizer.endpoint.services import Service
from summarizer.engines.model.schemas import draft_schema

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

SYSTEM, USER = "Read. " * 350, "word " * 1_500
CLAIM = {"sentence": 1, "quotes": ["a quote"], "source": "Ann Roe", "kind": "person", "stance": "asserts", "text": "t"}
ANSWER = json.dumps({"claims": [CLAIM] * 10, "headline": "h", "abstract": "a", "key_points": []})


def serve(listener: socket.socket) -> None:
    """Answer every request at once."""
    message = {"role": "assistant", "content": ANSWER}
    usage = {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    body = json.dumps(
        {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}
    ).encode()
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n".encode()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                request_head = (await reader.readuntil(b"\r\n\r\n")).lower()
                await reader.readexactly(int(request_head.split(b"content-length: ")[1].split(b"\r\n")[0]))
                writer.write(head + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionResetError):
            writer.close()

    async def main() -> None:
        async with await asyncio.start_server(handle, sock=listener) as server:
            await server.serve_forever()

    asyncio.run(main())


async def cost(call: Callable[[], Awaitable[Any]], calls: int, at_once: int) -> float:
    """Milliseconds of CPU per call in this process."""
    await call()
    turn = asyncio.Semaphore(at_once)

    async def one() -> None:
        async with turn:
            await call()

    begin = time.process_time()
    await asyncio.gather(*(one() for _ in range(calls)))
    return (time.process_time() - begin) / calls * 1000


async def measure(url: str, calls: int, at_once: int) -> None:
    """Measure the three in turn, twice, and print the better figure of each."""
    client = AsyncOpenAI(base_url=url, api_key="none", max_retries=0)
    wrapped = instructor.from_openai(client, mode=instructor.Mode.JSON_SCHEMA)
    messages: list[Any] = [{"role": "system", "content": SYSTEM}, {"role": "user", "content": USER}]
    endpoint = Endpoint(Service("m", url, "none"))
    modes = Asking(endpoint.complete, address=endpoint.address, model="m")
    request = Request((Message("system", SYSTEM), Message("user", USER)), "m", draft_schema(), {"temperature": 0.0})
    ways: dict[str, Callable[[], Awaitable[Any]]] = {
        "openai SDK": lambda: client.chat.completions.create(model="m", messages=messages, temperature=0),
        "instructor": lambda: wrapped.create(
            model="m", messages=messages, temperature=0, response_model=Draft, max_retries=0
        ),
        "summarizer": lambda: modes.complete(request),
    }
    figures = {name: min([await cost(call, calls, at_once) for _ in range(2)]) for name, call in ways.items()}
    for name, figure in figures.items():
        print(f"{name:12} {figure:6.2f} ms of CPU a call")
    await endpoint.aclose()
    await client.close()


def main() -> None:
    """Start the server and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=300)
    parser.add_argument("--at-once", type=int, default=32)
    arguments = parser.parse_args()
    listener = socket.create_server(("127.0.0.1", 0), backlog=128)
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(listener,), daemon=True)
    server.start()
    asyncio.run(measure(f"http://127.0.0.1:{listener.getsockname()[1]}/v1", arguments.calls, arguments.at_once))
    server.terminate()


if __name__ == "__main__":
    main()
