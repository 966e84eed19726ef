"""What is wrong with a connection is named with its address and what to do, as servers show that are none."""

from __future__ import annotations

import ssl

import httpx2
import openai
import pytest

from summarizer.contract.errors import UnreachableError
from summarizer.endpoint.client import Endpoint
from summarizer.endpoint.connection_faults import from_connection, no_tls
from summarizer.endpoint.scrubbing import Scrubber
from summarizer.endpoint.services import Place, Service
from tests.endpoint.test_client import request
from tests.strange_servers import greeting, saying

ADDRESS = "https://host.example/v1"
PLACE = Place("host.example", ADDRESS, "m-7")


def ours(cause: Exception) -> UnreachableError:
    error = openai.APIConnectionError(request=httpx2.Request("POST", ADDRESS))
    error.__cause__ = cause
    told = from_connection(error, place=PLACE, scrub=Scrubber(ADDRESS))
    assert isinstance(told, UnreachableError)
    return told


async def asked(scheme: str, port: int) -> UnreachableError:
    endpoint = Endpoint(Service("m", f"{scheme}://127.0.0.1:{port}/v1", "none"))
    try:
        with pytest.raises(UnreachableError) as caught:
            await endpoint.complete(request())
    finally:
        await endpoint.aclose()
    assert f"{scheme}://127.0.0.1:{port}/v1" in caught.value.message
    return caught.value


async def test_a_server_that_speaks_no_http_is_quoted() -> None:
    async with greeting(b"SSH-2.0-OpenSSH_9.6\r\n") as port:
        error = await asked("http", port)
    assert "speaks no HTTP (SSH-2.0-OpenSSH_9.6)" in error.message
    assert error.is_absent


async def test_http_to_a_port_of_tls_is_told_with_the_right_address() -> None:
    async with saying(b"", tls=True) as port:
        error = await asked("http", port)
    assert error.hint == f"use --base-url https://127.0.0.1:{port}/v1"
    assert error.is_absent


@pytest.mark.parametrize(
    "said",
    [
        b"<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>",
        b"Client sent an HTTP request to an HTTPS server.\n",
        b"You're speaking plain HTTP to an SSL-enabled server port.",
    ],
)
async def test_a_server_that_says_so_itself_is_believed(said: bytes) -> None:
    head = b"HTTP/1.1 400 Bad Request\r\ncontent-length: %d\r\n\r\n" % len(said)
    async with saying(head + said) as port:
        error = await asked("http", port)
    assert error.hint.startswith("use --base-url https://")


async def test_a_certificate_that_nobody_vouches_for_is_named() -> None:
    async with saying(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}", tls=True) as port:
        error = await asked("https", port)
    assert "certificate" in error.message
    assert "self-signed" in error.message
    assert "SSL_CERT_FILE" in error.hint
    assert error.is_absent


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("Hostname mismatch, certificate is not valid for 'host.example'.", "by the name"),
        ("certificate has expired", "clock"),
        ("unable to get local issuer certificate", "SSL_CERT_FILE"),
    ],
)
def test_the_hint_fits_what_is_wrong_with_a_certificate(said: str, hint: str) -> None:
    cause = ssl.SSLCertVerificationError(1, "certificate verify failed")
    cause.verify_message = said
    error = ours(cause)
    assert said.rstrip(".") in error.message
    assert hint in error.hint


@pytest.mark.parametrize(
    ("head", "why"),
    [
        (b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}", "Duplicate Content-Length"),
        (b"HTTP/1.1 200 OK\r\ncontent length: 2\r\n\r\n{}", "Invalid header token"),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}", "Invalid character in chunk size"),
        (b"HTTP/1.1 OK\r\ncontent-length: 2\r\n\r\n{}", "Bad status line"),
    ],
)
async def test_broken_http_is_the_servers_fault_and_may_pass(head: bytes, why: str) -> None:
    async with saying(head) as port:
        error = await asked("http", port)
    assert f"answered with broken HTTP: {why}" in error.message
    assert "server's own fault" in error.hint
    assert error.retryable
    assert not error.is_absent


def test_a_handshake_that_failed_for_another_reason_is_told_in_words() -> None:
    error = ssl.SSLError(1, "")
    error.reason = "SSLV3_ALERT_HANDSHAKE_FAILURE"
    assert no_tls(error, place=PLACE).message.endswith("failed: sslv3 alert handshake failure")


def test_a_proxy_that_is_down_is_not_taken_for_the_service() -> None:
    class ClientProxyConnectionError(OSError):
        pass

    refused = ClientProxyConnectionError()
    refused.__cause__ = ConnectionRefusedError()
    error = ours(refused)
    assert error.message == f"no connection to the proxy before {ADDRESS}"
    assert "HTTPS_PROXY" in error.hint
