"""Says in our own errors what the openai SDK, its HTTP client or the service said, without any secret."""

from __future__ import annotations

import email.utils
import json
import re
import time
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from summarizer.contract.errors import (
    ContextTooSmallError,
    EndpointError,
    KeyRefusedError,
    ModelNotFoundError,
    QuotaError,
    RateLimitError,
    RequestRefusedError,
    ServerError,
    SlowEndpointError,
    SummarizerError,
    UnreachableError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEY = re.compile(r"\b(?:sk|pk|gsk|key|xai|pplx)[-_][\w*.-]{6,}|\bAIza[\w-]{10,}|(?i:\bbearer\s+)\S+|//[^/@\s]+@")
_CONTEXT = re.compile(
    r"context[ _-]?(?:length|size|window)|maximum context|exceed_context|too many tokens|prompt is too long"
    r"|input is too long|tokens? .{0,40}exceeds?|reduce the length",
    re.IGNORECASE,
)
_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}
_LONGEST_TOLD = 300
_SHORTEST_SECRET = 4


class Scrubber:
    """Takes the key, URL credentials and anything that looks like a key out of a message."""

    def __init__(self, base_url: str, *secrets: str) -> None:
        parts = urlsplit(base_url)
        values = [value for _, value in parse_qsl(parts.query)]
        values += [field.partition("=")[2] for field in parts.query.split("&")]  # as they are written in the URL
        told = [parts.username, parts.password, *values, *secrets]
        told += [secret.partition(" ")[2] for secret in secrets]  # "Basic …" without its first word
        both = {form for secret in told if secret for form in (secret, unquote(secret), quote(secret, safe=""))}
        self._secrets = sorted((one for one in both if len(one) > _SHORTEST_SECRET), key=len, reverse=True)

    def __call__(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "[removed]")
        return _KEY.sub("[removed]", text)


def translate(  # noqa: PLR0911  one a kind of error
    error: Exception, *, host: str, model: str, scrub: Scrubber
) -> SummarizerError:
    """Our error for whatever one call to the endpoint raised; anything unknown is a ServerError."""
    import openai  # noqa: PLC0415  heavy

    if isinstance(error, SummarizerError):
        return error
    if isinstance(error, openai.APIStatusError):
        return _from_status(error, host=host, model=model, scrub=scrub)
    if isinstance(error, openai.APITimeoutError) and _is_timeout(_innermost(error)):
        return SlowEndpointError("no answer in time", where=host)
    if isinstance(error, TimeoutError):
        return SlowEndpointError("no answer in time", where=host)
    if isinstance(error, openai.APIConnectionError):
        return UnreachableError(_connection_message(error), where=host)
    if isinstance(error, json.JSONDecodeError | UnicodeDecodeError):
        return ServerError("the service answered 200, but not with JSON", where=host, status=200)
    if isinstance(error, RecursionError):
        return ServerError("the service's answer is nested too deeply", where=host, status=200)
    return UnreachableError(f"the request failed: {type(error).__name__}", where=host)


def _innermost(error: BaseException) -> BaseException:
    while error.__cause__ is not None:
        error = error.__cause__
    return error


def _is_timeout(inner: BaseException) -> bool:
    """Whether time ran out: aiohttp's transport calls a refused or broken connection a timeout, too."""
    return isinstance(inner, TimeoutError) or "Timeout" in type(inner).__name__


def _connection_message(error: BaseException) -> str:
    """What broke, by the kind of the innermost error: its words could hold the URL."""
    inner = _innermost(error)
    if isinstance(inner, ConnectionRefusedError):
        return "nothing listens there"
    name = type(inner).__name__
    kinds = {
        "ConnectError": "no connection",
        "gaierror": "no such host",
        "RemoteProtocolError": "the connection broke before the answer was complete",
        "ReadError": "the connection broke before the answer was complete",
        "ServerDisconnectedError": "the connection broke before the answer was complete",
        "ClientPayloadError": "the connection broke before the answer was complete",
        "ClientOSError": "the connection broke before the answer was complete",
        "TransferEncodingError": "the connection broke before the answer was complete",
        "ContentLengthError": "the connection broke before the answer was complete",
        "IncompleteReadError": "the connection broke before the answer was complete",
        "ConnectionResetError": "the connection broke before the answer was complete",
    }
    return kinds.get(name, f"the connection failed ({name})")


def _from_status(error: object, *, host: str, model: str, scrub: Scrubber) -> SummarizerError:
    status = int(getattr(error, "status_code", 0))
    headers: Mapping[str, str] = error.response.headers  # type: ignore[attr-defined]
    said = scrub(_said(error))[:_LONGEST_TOLD]
    told = f": {said}" if said else ""
    wait = retry_after(headers)
    if status in (400, 413, 422, 500) and _CONTEXT.search(said):
        return ContextTooSmallError(f"the request does not fit the model's context{told}", where=host)
    fatal = _for_every_article(error, status, told, host=host, model=model)
    if fatal is not None:
        return fatal
    if status == 429:
        wait = wait if wait is not None else _reset_after(headers)
        return RateLimitError(f"too many requests (429){told}", where=host, status=status, retry_after=wait)
    if status in (408, 409) or status >= 500:
        return ServerError(f"the service failed ({status}){told}", where=host, status=status, retry_after=wait)
    return RequestRefusedError(f"the service refused the request ({status}){told}", where=host, status=status)


def _for_every_article(error: object, status: int, told: str, *, host: str, model: str) -> SummarizerError | None:
    """What every other article would be told too, if it is that."""
    if status in (401, 403):
        return KeyRefusedError(f"the service refused the key ({status}){told}", where=host, status=status)
    if status in (404, 405) and (there := _redirected_to(error)):
        msg = f"the service redirects to {there}, and what was asked gets lost on the way"
        return ModelNotFoundError(msg, where=host, hint=f"give {there} as --base-url", status=status)
    if status == 404:
        return ModelNotFoundError(f"the service has no model {model} (404){told}", where=host, status=status)
    if status == 402 or (status == 429 and _is_spent(error)):
        return QuotaError(f"nothing is left to spend ({status}){told}", where=host, status=status)
    return None


def _is_spent(error: object) -> bool:
    """Whether a 429 is for money: no wait helps, and every other article would be refused as well."""
    body = getattr(error, "body", None)
    inner = body.get("error", body) if isinstance(body, dict) else {}
    return isinstance(inner, dict) and "insufficient_quota" in (inner.get("code"), inner.get("type"))


def _redirected_to(error: object) -> str:
    """Where a redirection that made a GET of our POST (301, 302, 303) has led, without path and credentials."""
    request = error.response.request  # type: ignore[attr-defined]
    if request.method != "GET" or not getattr(error.response, "history", ()):  # type: ignore[attr-defined]
        return ""
    return f"{request.url.scheme}://{request.url.host}" + (f":{request.url.port}" if request.url.port else "")


def _said(error: object) -> str:
    body = getattr(error, "body", None)
    if isinstance(body, dict):
        inner = body.get("error", body)
        inner = inner.get("message", inner) if isinstance(inner, dict) else inner
        for key in ("message", "detail"):
            inner = body.get(key) if not inner and body.get(key) else inner
        body = inner if isinstance(inner, str) else json.dumps(inner, ensure_ascii=False, default=str)
    text = body if isinstance(body, str) else str(getattr(error, "message", ""))
    return " ".join(re.sub(r"<[^>]{0,200}>", " ", text).split())


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that a service asks us to wait, from retry-after-ms or Retry-After (seconds or an HTTP date)."""
    exact = _number(headers.get("retry-after-ms"))
    if exact is not None:
        return max(0.0, exact / 1000)
    told = headers.get("retry-after")
    if told is None:
        return None
    seconds = _number(told)
    if seconds is not None:
        return max(0.0, seconds)
    try:
        moment = email.utils.parsedate_to_datetime(told).timestamp()
    except (ValueError, OverflowError):
        return None
    return max(0.0, moment - time.time())


def _number(text: str | None) -> float | None:
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and value == value and abs(value) != float("inf") else None  # noqa: PLR0124  NaN


def _reset_after(headers: Mapping[str, str]) -> float | None:
    """When a 429 has no Retry-After, the reset of the limit that is used up (OpenAI's "6m0s", "250ms")."""
    waits: list[float] = []
    for limit in ("requests", "tokens"):
        if headers.get(f"x-ratelimit-remaining-{limit}", "").strip() != "0":
            continue
        parts = _DURATION.findall(headers.get(f"x-ratelimit-reset-{limit}", ""))
        if parts:
            waits.append(sum(float(number) * _SECONDS[unit] for number, unit in parts))
    return max(waits, default=None)


def is_unsupported(error: EndpointError) -> bool:
    """Whether an error says that the service does not know the structured-output mode that was asked for."""
    return error.status in (400, 404, 415, 422, 500, 501) and bool(_UNSUPPORTED.search(error.message))


_UNSUPPORTED = re.compile(
    r"response[_ ]?format|json[_ ]?schema|json[_ ]?object|json mode|\btools?\b|tool_choice|tool[_ ]choice|function"
    r"|grammar|structured|guided|unsupported|not supported|does not support|unrecognized|unknown (?:field|param)"
    r"|extra (?:fields|inputs)|literal_error|additionalProperties|invalid schema",
    re.IGNORECASE,
)
