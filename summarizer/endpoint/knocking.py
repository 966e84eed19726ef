"""Finds out at once whether anybody is at an address, and whether it speaks the protocol that its scheme promises.

A request alone would tell it late, or not at all: a host that does not answer, a server that awaits more of a line of
HTTP while we wait for its part of a TLS handshake. What is asked here holds neither key nor article.
"""

from __future__ import annotations

import asyncio
import re
import ssl
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from summarizer.endpoint.connection_faults import no_tls, silent, unconnected

if TYPE_CHECKING:
    from urllib.parse import SplitResult

    from summarizer.endpoint.services import Place

_LONGEST_LOOKUP = 5.0  # seconds for a name; a slower one is left to the request
_TRIES = (0.35, 0.35)  # seconds until a lost packet is sent again, and until it is given up
_LONGEST_HANDSHAKE = 2.0
_LONGEST_WORD = 1.5
_NEXT_ADDRESS = 0.25  # seconds after which the next address of a name is tried as well
_QUESTION = b"HEAD / HTTP/1.0\r\n\r\n"
_ADDRESS = re.compile(r"[\d.]+|.*:.*")  # of IPv4 or IPv6
_PORTS = {"http": 80, "https": 443}
_Try = asyncio.Task[tuple[asyncio.StreamReader, asyncio.StreamWriter]]


async def knock(base_url: str, *, place: Place) -> float | None:
    """How many seconds away an address is, by the time that a connection took; None where that cannot be told.

    Raises UnreachableError when nobody listens there, or one who speaks no TLS where that is promised.
    """
    parts = urlsplit(base_url)
    if _is_by_proxy(parts) or not await _is_known(parts, place):
        return None
    begin = time.monotonic()
    try:
        writer = await _reached(parts)
    except TimeoutError:
        raise silent(place=place) from None
    except OSError as error:
        raise unconnected(error, place=place) from None
    seconds = time.monotonic() - begin
    writer.transport.abort()
    if parts.scheme == "https":
        await _shake_hands(parts, place)
    return seconds


async def expects_tls(base_url: str) -> bool:
    """Whether one to whom we spoke plain HTTP, and who hung up, takes a TLS handshake."""
    parts = urlsplit(base_url)
    if parts.scheme != "http" or _is_by_proxy(parts):
        return False
    try:
        async with asyncio.timeout(_LONGEST_WORD):
            _, writer = await _connected(parts, _any_certificate())
    except (OSError, TimeoutError):
        return False
    writer.transport.abort()
    return True


def _is_by_proxy(parts: SplitResult) -> bool:
    return bool(getproxies().get(parts.scheme) and not proxy_bypass(parts.hostname or ""))


async def _is_known(parts: SplitResult, place: Place) -> bool:
    """Whether the name was found in time. Raises UnreachableError when there is no such name."""
    try:
        async with asyncio.timeout(_LONGEST_LOOKUP):
            await asyncio.get_running_loop().getaddrinfo(parts.hostname, _port(parts))
    except (TimeoutError, UnicodeError):
        return False
    except OSError as error:
        raise unconnected(error, place=place) from None
    return True


def _port(parts: SplitResult) -> int:
    return parts.port or _PORTS[parts.scheme]


async def _reached(parts: SplitResult) -> asyncio.StreamWriter:
    """A connection, tried twice. Raises TimeoutError, or what connecting raises."""
    tries: set[_Try] = set()
    done: set[_Try] = set()
    for seconds in _TRIES:
        tries.add(asyncio.create_task(_connected(parts)))
        done, _ = await asyncio.wait(tries, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        if done:
            break
    taken = min(done, key=lambda one: one.exception() is not None, default=None)
    for other in tries - {taken}:
        other.cancel()
        other.add_done_callback(_hang_up)  # both may have come through
    if taken is None:
        raise TimeoutError
    return taken.result()[1]


def _hang_up(connected: _Try) -> None:
    if not connected.cancelled() and connected.exception() is None:
        connected.result()[1].transport.abort()


async def _connected(
    parts: SplitResult, tls: ssl.SSLContext | None = None
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    # Python 3.11 leaves a socket open when a race of addresses is called off; a number is one address.
    delay = None if _ADDRESS.fullmatch(parts.hostname or "") else _NEXT_ADDRESS
    return await asyncio.open_connection(parts.hostname, _port(parts), ssl=tls, happy_eyeballs_delay=delay)


async def _shake_hands(parts: SplitResult, place: Place) -> None:
    """Begin TLS, whatever the certificate is worth: the request itself looks at that."""
    try:
        async with asyncio.timeout(_LONGEST_HANDSHAKE):
            _, writer = await _connected(parts, _any_certificate())
        writer.transport.abort()
    except ssl.SSLError as error:
        raise no_tls(error, place=place, is_http=await _speaks_http(parts)) from None
    except TimeoutError:
        if await _speaks_http(parts, is_sure=True):
            raise no_tls(None, place=place, is_http=True) from None
    except OSError:
        return  # it hung up: a passing fault, for all that is known


async def _speaks_http(parts: SplitResult, *, is_sure: bool = False) -> bool:
    """Whether a server answers in plain HTTP; `is_sure` asks for more than the 400 by which nginx refuses it."""
    try:
        async with asyncio.timeout(_LONGEST_WORD):
            reader, writer = await _connected(parts)
            try:
                writer.write(_QUESTION)
                said = await reader.readline()
                return said.startswith(b"HTTP/") and not (is_sure and b" 400" in said)
            finally:
                writer.transport.abort()
    except (OSError, TimeoutError, ValueError):
        return False


def _any_certificate() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
