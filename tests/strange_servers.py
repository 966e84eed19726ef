"""Servers on loopback that are not what their address promises: no HTTP, no TLS, no answer, a certificate of nobody."""

from __future__ import annotations

import asyncio
import socket
import ssl
import tempfile
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

# Made for these tests: it is for harbour.example, signed by itself, and protects nothing.
_CERTIFICATE = """\
-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIPeb2PnK98latVFNqigSFVevet8Yx41q9WasBy2Lb6JOoAoGCCqGSM49
AwEHoUQDQgAE+t0zO89oh6JgsYCaA0P9udWm2aJuJ43UMVAjEI1+yUUS/SEY9KfI
wRJ1t2qmg96DKrfHBVtsDsRQuL0eN0ZTyg==
-----END EC PRIVATE KEY-----
-----BEGIN CERTIFICATE-----
MIIBpzCCAU2gAwIBAgIUUELGZtOhjtaUMa90tUWrQdOjvzkwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPaGFyYm91ci5leGFtcGxlMCAXDTI2MTEyODAyMDMwM1oYDzIx
MjYxMTA0MDIwMzAzWjAaMRgwFgYDVQQDDA9oYXJib3VyLmV4YW1wbGUwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAAT63TM7z2iHomCxgJoDQ/251abZom4njdQxUCMQ
jX7JRRL9IRj0p8jBEnW3aqaD3oMqt8cFW2wOxFC4vR43RlPKo28wbTAdBgNVHQ4E
FgQUFvfRiV/crAHOAt1zkOoaUGscfNowHwYDVR0jBBgwFoAUFvfRiV/crAHOAt1z
kOoaUGscfNowDwYDVR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgg9oYXJib3VyLmV4
YW1wbGUwCgYIKoZIzj0EAwIDSAAwRQIgauGmbygG4U+ozYOedIKKWEt4sYhr/gwV
h/rVqo+dz6gCIQC8HuKf/r6xvPvOgwkE4vBOxYw1sHzQfLQSrGJU7bZmRw==
-----END CERTIFICATE-----
"""


@asynccontextmanager
async def saying(said: bytes, *, tls: bool = False) -> AsyncIterator[int]:
    """A server that says the same to everybody who has said a line, and hangs up; yields its port."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(said)
            await writer.drain()
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=_context() if tls else None)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


@asynccontextmanager
async def greeting(said: bytes) -> AsyncIterator[int]:
    """A server that speaks first, as those of mail and SSH do; yields its port."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            writer.write(said)
            await reader.read(1000)
        except OSError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


@asynccontextmanager
async def unreachable() -> AsyncIterator[int]:
    """A port whose connections are neither taken nor refused, because its queue is full."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        port = listening.getsockname()[1]
        waiting = []
        for _ in range(4):
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex(("127.0.0.1", port))
            waiting.append(one)
        try:
            yield port
        finally:
            for one in waiting:
                one.close()


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "both.pem")
        file.write_text(_CERTIFICATE)
        context.load_cert_chain(file)
    return context
