"""The HTTP client that reads no more than an answer may hold, and goes to no other host than the one it was given.

A body is read piece by piece and unpacked piece by piece, so that neither an endless one nor one that unpacks to many
times its size takes memory. It asks for an unpacked body, but a gateway may pack it nevertheless.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any

import httpx2
from openai import DefaultAioHttpClient

from summarizer.contract.errors import ModelNotFoundError, OversizedAnswerError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_MOST_REDIRECTS = 5
_MOST_PARTS = 2_000_000  # brackets, commas and escapes: values take some 30 times the memory of their text
_UNPACKED = frozenset({"", "identity"})
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_ANY_ZLIB = 47  # zlib finds out whether it is gzip or deflate
_BARE_DEFLATE = -15
_GZIP = b"\x1f\x8b"
_PLAIN = (b"{", b"[", b"<", b'"')  # with which no packed body begins
_OF_THE_WIRE = frozenset({"content-encoding", "content-length", "transfer-encoding"})


class BoundedClient(DefaultAioHttpClient):
    """Sends requests; `largest` is how many bytes an answer may have, unpacked."""

    def __init__(self, largest: int, **options: Any) -> None:
        super().__init__(**options)
        self._largest = largest

    async def send(self, request: httpx2.Request, **options: Any) -> httpx2.Response:
        """Send a request and read its answer.

        Raises OversizedAnswerError for one that is too large, and ModelNotFoundError for a redirect to another host.
        """
        request.headers["accept-encoding"] = "identity"
        options.update(stream=True, follow_redirects=False)
        history: list[httpx2.Response] = []
        while True:
            response = await super().send(request, **options)
            try:
                following = response.next_request
                if following is None or len(history) == _MOST_REDIRECTS:
                    return await self._read(response, history)
            finally:
                await response.aclose()
            _check_redirect(request.url, following.url)
            history.append(response)
            request = following

    async def _read(self, response: httpx2.Response, history: list[httpx2.Response]) -> httpx2.Response:
        packing = response.headers.get("content-encoding", "").strip().lower()
        host = response.request.url.host
        if packing not in _UNPACKED | _PACKED:
            raise OversizedAnswerError(f"the answer is packed as {packing[:20]}, which was not asked for", where=host)
        body = await read_bounded(response.aiter_raw(), self._largest, is_packed=packing in _PACKED, host=host)
        check_parts(body, host=host)
        headers = [(name, value) for name, value in response.headers.raw if name.decode().lower() not in _OF_THE_WIRE]
        whole = httpx2.Response(
            response.status_code,
            headers=headers,
            content=body,
            request=response.request,
            extensions=response.extensions,
        )
        whole.history = history
        return whole


async def read_bounded(pieces: AsyncIterator[bytes], largest: int, *, is_packed: bool, host: str = "") -> bytes:
    """The bytes of an answer, unpacked. Raises OversizedAnswerError as soon as there are more than `largest`."""
    body = bytearray()
    unpacking = None
    is_first = True
    async for piece in pieces:
        if is_first and piece:  # its first bytes tell more than its header: gateways send one without the other
            unpacking = zlib.decompressobj(_wire_bits(piece)) if is_packed or piece.startswith(_GZIP) else None
            unpacking = None if piece.lstrip()[:1] in _PLAIN else unpacking
            is_first = False
        if unpacking is None:
            body += piece
        else:
            body += _unpacked(unpacking, piece, largest + 1 - len(body), host)
        if len(body) > largest:
            message = f"the answer is larger than {largest / 2**20:g} MiB"
            raise OversizedAnswerError(message, where=host, hint="raise --max-answer if it should be")
    return bytes(body)


def _wire_bits(piece: bytes) -> int:
    """How zlib is told to unpack a body: some servers send deflate without the header that belongs to it."""
    is_zlib = piece[0] & 0x0F == 8 and int.from_bytes(piece[:2]) % 31 == 0
    return _ANY_ZLIB if len(piece) == 1 or piece.startswith(_GZIP) or is_zlib else _BARE_DEFLATE


def _unpacked(unpacking: Any, piece: bytes, room: int, host: str) -> bytes:
    try:
        unpacked: bytes = unpacking.decompress(piece, room)
    except zlib.error:
        raise OversizedAnswerError("the answer cannot be unpacked", where=host) from None
    return unpacked


def check_parts(body: bytes, *, host: str = "") -> None:
    """Raise OversizedAnswerError for an answer of more values than a memory should hold, on whatever level of it."""
    if len(body) > _MOST_PARTS and sum(map(body.count, (b"{", b"[", b",", b"\\u00"))) > _MOST_PARTS:
        raise OversizedAnswerError("the answer has more parts than any article's", where=host)


def _check_redirect(asked: httpx2.URL, following: httpx2.URL) -> None:
    """Article and key go to the host that the user named, and never from an encrypted connection to an open one."""
    is_opened = asked.scheme == "https" and following.scheme != "https"
    if following.host != asked.host or is_opened:
        port = f":{following.port}" if following.port else ""
        there = f"{following.scheme}://{following.host}{port}"
        message = f"the service redirects to {there}, where nothing is sent"
        raise ModelNotFoundError(message, where=asked.host, hint="give its address with --base-url if you trust it")


class FileClient(DefaultAioHttpClient):
    """Fetches what is too large for the memory: its answers are read piece by piece by whoever asked for them.

    It follows no redirect, because a file of answers is asked for with the key.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(follow_redirects=False, **options)
