"""Who is at an address, and whether they speak what its scheme promises, is known before anything is asked."""

from __future__ import annotations

import time

import pytest

from summarizer.contract.errors import UnreachableError
from summarizer.endpoint.knocking import expects_tls, knock
from summarizer.endpoint.services import Place
from summarizer.running.settings import read_settings
from tests.strange_servers import greeting, saying, unreachable

FINE = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"


async def told(scheme: str, port: int) -> UnreachableError:
    address = f"{scheme}://127.0.0.1:{port}/v1"
    with pytest.raises(UnreachableError) as caught:
        await knock(address, place=Place(f"127.0.0.1:{port}", address, "m"))
    assert address in caught.value.message
    assert caught.value.is_absent
    return caught.value


async def passes(scheme: str, port: int) -> None:
    address = f"{scheme}://127.0.0.1:{port}/v1"
    await knock(address, place=Place(f"127.0.0.1:{port}", address, "m"))


async def test_a_host_that_does_not_even_refuse_is_named_long_before_a_request_gives_up() -> None:
    async with unreachable() as port:
        began = time.monotonic()
        error = await told("http", port)
        assert time.monotonic() - began < read_settings().timeout / 4
    assert error.message.startswith("nobody answers")
    assert "firewall" in error.hint


async def test_plain_http_where_tls_is_promised_is_told_with_the_right_address() -> None:
    async with saying(b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n") as port:
        error = await told("https", port)
    assert "speaks plain HTTP" in error.message
    assert error.hint == f"use --base-url http://127.0.0.1:{port}/v1"


async def test_a_server_of_mail_has_no_tls() -> None:
    async with greeting(b"220 mail.example ESMTP\r\n") as port:
        error = await told("https", port)
    assert "speaks no TLS" in error.message


async def test_a_server_is_let_through_whatever_its_certificate_is_worth() -> None:
    async with saying(FINE, tls=True) as port:
        await passes("https", port)
    async with saying(FINE) as port:
        await passes("http", port)


async def test_it_is_told_how_far_away_a_server_is() -> None:
    async with saying(FINE) as port:
        address = f"http://127.0.0.1:{port}/v1"
        distance = await knock(address, place=Place(f"127.0.0.1:{port}", address, "m"))
    assert distance is not None
    assert 0 < distance < 5


async def test_who_expects_tls_is_found_out() -> None:
    async with saying(FINE, tls=True) as port:
        assert await expects_tls(f"http://127.0.0.1:{port}/v1")
    async with saying(FINE) as port:
        assert not await expects_tls(f"http://127.0.0.1:{port}/v1")
        assert not await expects_tls(f"https://127.0.0.1:{port}/v1")


async def test_behind_a_proxy_nobody_is_knocked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    await passes("http", 9)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    await told("http", 9)


async def test_a_name_that_does_not_exist_is_told() -> None:
    address = "http://harbour.invalid/v1"
    with pytest.raises(UnreachableError, match="no such host at http://harbour"):
        await knock(address, place=Place("harbour.invalid", address, "m"))
