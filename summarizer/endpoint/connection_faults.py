"""Names what went wrong with a connection: nobody there, another protocol than HTTP, a certificate, a broken answer.

Each error names the address that was tried. `is_absent` marks those that no later attempt mends: then the address is
wrong, or the server is not running.
"""

from __future__ import annotations

import re
import ssl
from socket import gaierror
from typing import TYPE_CHECKING

from summarizer.contract.errors import SlowEndpointError, SummarizerError, UnreachableError

if TYPE_CHECKING:
    from summarizer.endpoint.scrubbing import Scrubber
    from summarizer.endpoint.services import Place

_IS_IT_RUNNING = "is it running? else check --base-url"
_IS_IT_RIGHT = "check --base-url: is the port a model server's?"
_NOBODY_THERE = {  # by the class name of the innermost exception
    "ConnectionRefusedError": ("nothing is listening", _IS_IT_RUNNING),
    "ConnectError": ("no connection", _IS_IT_RUNNING),
    "ClientConnectorError": ("no connection", _IS_IT_RUNNING),
    "gaierror": ("no such host", "check --base-url"),
    "ClientConnectorDNSError": ("no such host", "check --base-url"),
}
_BROKEN = frozenset(
    {
        "RemoteProtocolError",
        "ReadError",
        "WriteError",
        "ServerDisconnectedError",
        "ClientPayloadError",
        "ClientOSError",
        "ClientConnectionResetError",
        "ContentLengthError",
        "IncompleteReadError",
        "ConnectionResetError",
        "BrokenPipeError",
        "SSLEOFError",
        "SSLZeroReturnError",
    }
)
_BAD_HTTP = frozenset(
    {
        "BadHttpMessage",
        "BadStatusLine",
        "ContentEncodingError",
        "InvalidHeader",
        "LineTooLong",
        "LocalProtocolError",
        "PayloadEncodingError",
        "TransferEncodingError",
    }
)
_PROXY_FAULTS = frozenset({"ClientProxyConnectionError", "ProxyConnectionError", "ProxyError"})
_LINE = re.compile(r"b(['\"])(.*?)\1", re.DOTALL)  # bytes as Python prints them
_ESCAPES = re.compile(r"\\+(?:x[0-9a-f]{2}|[nrt])|[^ -~]")
_LONGEST_QUOTE = 60
_NAME_IN_CERTIFICATE = re.compile(r"hostname|ip address|doesn't match|not valid for", re.IGNORECASE)
_SPEAKS_NO_TLS = re.compile(r"wrong.version|http.request|record.layer|packet.length|unknown.protocol", re.IGNORECASE)


def from_connection(error: Exception, *, place: Place, scrub: Scrubber) -> SummarizerError:
    """Our error for a request that got no answer, by the innermost exception: aiohttp reports a refused or broken
    connection as a timeout, too."""
    innermost: BaseException = error
    is_of_proxy = False
    while innermost.__cause__ is not None:
        innermost = innermost.__cause__
        is_of_proxy = is_of_proxy or type(innermost).__name__ in _PROXY_FAULTS
    if isinstance(innermost, SummarizerError):
        return innermost
    name = type(innermost).__name__
    if is_of_proxy:
        return _of_proxy(place)
    if isinstance(innermost, TimeoutError) or "Timeout" in name:
        return SlowEndpointError(f"no answer in time from {place.address}", where=place.host)
    if name in _NOBODY_THERE:
        return _absent(*_NOBODY_THERE[name], place=place)
    if isinstance(innermost, ssl.SSLError | ssl.CertificateError) and name not in _BROKEN:
        return _of_tls(innermost, place)
    if name in _BAD_HTTP:
        return _of_protocol(str(innermost), place, scrub)
    if name in _BROKEN:
        return _unreachable(f"the connection to {place.address} broke before the answer was complete", "", place)
    return _unreachable(f"the connection to {place.address} failed ({name})", "", place)


def _unreachable(message: str, hint: str, place: Place) -> UnreachableError:
    return UnreachableError(message, where=place.host, hint=hint)


def _absent(problem: str, hint: str, *, place: Place) -> UnreachableError:
    return UnreachableError(f"{problem} at {place.address}", where=place.host, hint=hint, is_absent=True)


def _of_proxy(place: Place) -> UnreachableError:
    hint = f"check {place.address.partition(':')[0].upper()}_PROXY, or except the host with NO_PROXY"
    message = f"no connection to the proxy before {place.address}"
    return UnreachableError(message, where=place.host, hint=hint, is_absent=True)


def _of_tls(error: ssl.SSLError, place: Place) -> UnreachableError:
    if not isinstance(error, ssl.SSLCertVerificationError):
        return no_tls(error, place=place)
    said = error.verify_message.rstrip(".")
    message = f"the certificate at {place.address} is not accepted: {said}"
    hint = "put the certificate of who issued it into a file, and its name into SSL_CERT_FILE"
    if _NAME_IN_CERTIFICATE.search(said):
        hint = "give the host in --base-url by the name that its certificate is for"
    elif "expired" in said or "not yet valid" in said:
        hint = "check this machine's clock; else the server's owner has to renew it"
    return UnreachableError(message, where=place.host, hint=hint, is_absent=True)


def no_tls(error: ssl.SSLError | None, *, place: Place, is_http: bool = False) -> UnreachableError:
    """Our error for a TLS handshake that failed; `is_http` when the server answers in plain HTTP."""
    if is_http:
        hint = f"use --base-url {place.address.replace('https://', 'http://', 1)}"
        return _absent("a server that speaks plain HTTP, not TLS, is", hint, place=place)
    reason = (error.reason if error else None) or "UNKNOWN"
    if _SPEAKS_NO_TLS.search(reason):
        return _absent("a server that speaks no TLS is", f"is it an http:// address? else {_IS_IT_RIGHT}", place=place)
    said = reason.replace("_", " ").casefold()
    message = f"the TLS handshake with {place.address} failed: {said}"
    return UnreachableError(message, where=place.host, hint=_IS_IT_RIGHT, is_absent=True)


def needs_tls(*, place: Place) -> UnreachableError:
    """Our error for plain HTTP sent to a server that speaks TLS."""
    hint = f"use --base-url {place.address.replace('http://', 'https://', 1)}"
    return _absent("a server that speaks TLS, not plain HTTP, is", hint, place=place)


def _of_protocol(said: str, place: Place, scrub: Scrubber) -> UnreachableError:
    """Our error for an answer that the HTTP library could not read; it `said` why, and at which line."""
    why, line = _told_by_parser(said)
    if line.startswith(r"\x15\x03"):  # a TLS alert
        return needs_tls(place=place)
    if "HTTP/" not in line and "expected http/" in why.casefold():
        shown = _shown(line, scrub)
        return _absent(f"something that speaks no HTTP{f' ({shown})' if shown else ''} is", _IS_IT_RIGHT, place=place)
    hint = "that is the server's own fault, or that of a proxy before it: its logs may tell more"
    told = f": {_shown(why, scrub)}" if why else ""
    return _unreachable(f"the server at {place.address} answered with broken HTTP{told}", hint, place)


def _told_by_parser(said: str) -> tuple[str, str]:
    """Why aiohttp's parser gave up, and the line that it stumbled over as Python prints it."""
    found = _LINE.search(said)
    why = said[: found.start()] if found else said
    return " ".join(why.rpartition("message:")[2].split()).rstrip(" :."), found.group(2) if found else ""


def _shown(text: str, scrub: Scrubber) -> str:
    return " ".join(_ESCAPES.sub(" ", scrub(text)).split())[:_LONGEST_QUOTE]


def unconnected(error: OSError, *, place: Place) -> UnreachableError:
    """Our error for an attempt to connect that failed."""
    name = "gaierror" if isinstance(error, gaierror) else "ConnectionRefusedError"
    return _absent(*_NOBODY_THERE[name], place=place)


def silent(*, place: Place) -> UnreachableError:
    """Our error for a host that does not even refuse a connection."""
    hint = "is it running, and is the address right? a firewall may also be in between"
    return _absent("nobody answers", hint, place=place)
