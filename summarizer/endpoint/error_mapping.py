"""Turns whatever one call to the endpoint raised into one of our errors, without any secret in it.

`translate` decides in this order:

1. One of our own errors stays as it is.
2. An error status (the SDK's APIStatusError) is mapped by its number, in `_from_status`: 401 and 403 KeyRefusedError,
   402 QuotaError, 404 ModelNotFoundError, 429 RateLimitError (QuotaError when the body says "insufficient_quota"),
   408, 409 and 5xx ServerError, any other RequestRefusedError. A 400, 413, 422 or 500 whose text speaks of the context
   length is a ContextTooSmallError.
3. A timeout is a SlowEndpointError; any other failure to connect, or a connection that broke, an UnreachableError.
4. An answer with status 200 that is not JSON is a ServerError; one that nests too deep or holds too long a number is an
   OversizedAnswerError.
5. Anything else is an UnreachableError that names the exception's class. Its text is left out: it may hold the URL.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from summarizer.contract.errors import (
    ContextTooSmallError,
    EndpointError,
    KeyRefusedError,
    ModelNotFoundError,
    OversizedAnswerError,
    QuotaError,
    RateLimitError,
    RequestRefusedError,
    ServerError,
    SlowEndpointError,
    SummarizerError,
    UnreachableError,
)
from summarizer.endpoint.wait_headers import retry_after, until_reset

if TYPE_CHECKING:
    import openai

    from summarizer.endpoint.scrubbing import Scrubber

_SAYS_TOO_LONG = re.compile(
    r"context[ _-]?(?:length|size|window)|maximum context|exceed_context|too many tokens|prompt is too long"
    r"|input is too long|tokens? .{0,40}exceeds?|reduce the length",
    re.IGNORECASE,
)
_SAYS_UNSUPPORTED = re.compile(
    r"response[_ ]?format|json[_ ]?schema|json[_ ]?object|json mode|\btools?\b|tool_choice|tool[_ ]choice|function"
    r"|grammar|structured|guided|unsupported|not supported|does not support|unrecognized|unknown (?:field|param)"
    r"|extra (?:fields|inputs)|literal_error|additionalProperties|invalid schema",
    re.IGNORECASE,
)
_LONGEST_QUOTE = 300  # characters of the service's own words
_BROKEN = "the connection broke before the answer was complete"
_CONNECTION_FAULTS = {  # by the class name of the innermost exception
    "ConnectionRefusedError": "nothing is listening there",
    "ConnectError": "no connection",
    "gaierror": "no such host",
    "RemoteProtocolError": _BROKEN,
    "ReadError": _BROKEN,
    "ServerDisconnectedError": _BROKEN,
    "ClientPayloadError": _BROKEN,
    "ClientOSError": _BROKEN,
    "TransferEncodingError": _BROKEN,
    "ContentLengthError": _BROKEN,
    "IncompleteReadError": _BROKEN,
    "ConnectionResetError": _BROKEN,
}


def translate(error: Exception, *, host: str, model: str, scrub: Scrubber) -> SummarizerError:
    """Our error for whatever one call to the endpoint raised; the module's docstring lists the cases."""
    import openai  # noqa: PLC0415  heavy

    if isinstance(error, SummarizerError):
        return error
    if isinstance(error, openai.APIStatusError):
        return _from_status(error, host=host, model=model, scrub=scrub)
    if isinstance(error, TimeoutError):
        return SlowEndpointError("no answer in time", where=host)
    if isinstance(error, openai.APIConnectionError):
        return _from_connection(error, host=host)
    if isinstance(error, json.JSONDecodeError | UnicodeDecodeError):
        return ServerError("the service answered 200, but not with JSON", where=host, status=200)
    if isinstance(error, RecursionError):
        return OversizedAnswerError("the service's answer is nested too deeply", where=host, status=200)
    if isinstance(error, ValueError):  # Python reads no number of more than 4,300 digits
        return OversizedAnswerError("the service's answer holds too long a number", where=host, status=200)
    return UnreachableError(f"the request failed: {type(error).__name__}", where=host)


def _from_connection(error: openai.APIConnectionError, *, host: str) -> SummarizerError:
    import openai  # noqa: PLC0415  heavy

    innermost: BaseException = error
    while innermost.__cause__ is not None:
        innermost = innermost.__cause__
    if isinstance(innermost, SummarizerError):
        return innermost
    name = type(innermost).__name__
    # The innermost exception decides: aiohttp's transport reports a refused or broken connection as a timeout, too.
    if isinstance(error, openai.APITimeoutError) and (isinstance(innermost, TimeoutError) or "Timeout" in name):
        return SlowEndpointError("no answer in time", where=host)
    return UnreachableError(_CONNECTION_FAULTS.get(name, f"the connection failed ({name})"), where=host)


def _from_status(error: openai.APIStatusError, *, host: str, model: str, scrub: Scrubber) -> SummarizerError:
    status, headers = error.status_code, error.response.headers
    words = scrub(_words_of(error))[:_LONGEST_QUOTE]
    quoted = f": {words}" if words else ""
    if status in (400, 413, 422, 500) and _SAYS_TOO_LONG.search(words):
        return ContextTooSmallError(f"the request does not fit the model's context{quoted}", where=host)
    fatal = _fatal_from_status(error, quoted, host=host, model=model)
    if fatal is not None:
        return fatal
    wait = retry_after(headers)
    if status == 429:
        wait = wait if wait is not None else until_reset(headers)
        return RateLimitError(f"too many requests (429){quoted}", where=host, status=status, retry_after=wait)
    if status in (408, 409) or status >= 500:
        return ServerError(f"the service failed ({status}){quoted}", where=host, status=status, retry_after=wait)
    return RequestRefusedError(f"the service refused the request ({status}){quoted}", where=host, status=status)


def _fatal_from_status(error: openai.APIStatusError, quoted: str, *, host: str, model: str) -> SummarizerError | None:
    """The error that every other article would meet as well, if this is one."""
    status = error.status_code
    if status in (401, 403):
        return KeyRefusedError(f"the service refused the key ({status}){quoted}", where=host, status=status)
    if status in (404, 405) and (there := _redirected_to(error)):
        message = f"the service redirects to {there}, and a redirected request loses its body"
        return ModelNotFoundError(message, where=host, hint=f"use --base-url {there}", status=status)
    if status == 404:
        return ModelNotFoundError(f"the service has no model {model} (404){quoted}", where=host, status=status)
    if status == 402 or (status == 429 and _has_spent_all(error)):
        return QuotaError(f"the account has no credit left ({status}){quoted}", where=host, status=status)
    return None


def _has_spent_all(error: openai.APIStatusError) -> bool:
    """Whether a 429 is about money: waiting does not help, and every other article would be refused as well."""
    body = error.body
    inner = body.get("error", body) if isinstance(body, dict) else {}
    return isinstance(inner, dict) and "insufficient_quota" in (inner.get("code"), inner.get("type"))


def _redirected_to(error: openai.APIStatusError) -> str:
    """Where a redirect that turned our POST into a GET (301, 302, 303) led, without path and credentials."""
    request = error.response.request
    if request.method != "GET" or not error.response.history:
        return ""
    return f"{request.url.scheme}://{request.url.host}" + (f":{request.url.port}" if request.url.port else "")


def _words_of(error: openai.APIStatusError) -> str:
    """What the service said, on one line, from whatever shape its body has."""
    body = error.body
    if isinstance(body, dict):
        inner = body.get("error", body)
        inner = inner.get("message", inner) if isinstance(inner, dict) else inner
        for key in ("message", "detail"):
            inner = body.get(key) if not inner and body.get(key) else inner
        body = inner if isinstance(inner, str) else json.dumps(inner, ensure_ascii=False, default=str)
    text = body if isinstance(body, str) else error.message
    return " ".join(re.sub(r"<[^>]{0,200}>", " ", text).split())


def is_unsupported(error: EndpointError) -> bool:
    """Whether an error says that the service does not know the structured-output mode that was requested."""
    return error.status in (400, 404, 415, 422, 500, 501) and bool(_SAYS_UNSUPPORTED.search(error.message))
