"""Turns whatever one call to the endpoint raised into one of our errors, without any secret in it.

`translate` decides in this order:

1. One of our own errors stays as it is.
2. An error status (the SDK's APIStatusError) goes to `from_refusal`, which refusals.py tells what the service means. A
   redirect that lost the body is a ModelNotFoundError.
3. A timeout is a SlowEndpointError; any other fault of the connection an UnreachableError (connection_faults.py).
4. An answer with status 200 that is not JSON is a ServerError; one that nests too deep or holds too long a number is an
   OversizedAnswerError.
5. Anything else is an UnreachableError that names the exception's class. Its text is left out: it may hold the URL.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from summarizer.contract.errors import (
    BadGenerationError,
    ContextTooSmallError,
    EndpointError,
    KeyRefusedError,
    ModelNotFoundError,
    OversizedAnswerError,
    QuotaError,
    RateLimitError,
    RefusalError,
    RequestRefusedError,
    ServerError,
    SlowEndpointError,
    SummarizerError,
    UnreachableError,
)
from summarizer.endpoint.connection_faults import from_connection, needs_tls
from summarizer.endpoint.refusals import meaning_of
from summarizer.endpoint.service_words import codes_of, context_limit, is_page, page_title, requested_tokens, words_of
from summarizer.endpoint.told_waits import retry_after, until_reset, wait_in_body, wait_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    import openai

    from summarizer.endpoint.scrubbing import Scrubber
    from summarizer.endpoint.services import Place

_MODES = (
    r"response[_ ]?format|json[_ ]?schema|json[_ ]?object|json mode|\btools?\b|tool[_ ]choice|function[_ ]?call"
    r"|requested param|grammar|structured|guided"
)
_NAMES_MODE = re.compile(_MODES, re.IGNORECASE)
_SAYS_UNSUPPORTED = re.compile(
    rf"{_MODES}|function|unsupported|not supported|does not support|unrecognized|unknown (?:field|param)"
    r"|not (?:yet )?implemented"
    r"|extra (?:fields|inputs)|literal_error|additionalProperties|invalid schema|no (?:endpoints|allowed providers)",
    re.IGNORECASE,
)
_LONGEST_QUOTE = 200  # characters of the service's own words in a message
_NO_BACKEND = re.compile(
    r"connection error|cannot connect|(?:could not|failed to|unable to) connect|connection (?:refused|attempts failed)"
    r"|econnrefused|connect error|bad gateway|no healthy upstream"
    r"|(?:upstream|backend|host) (?:is )?(?:down|unreachable)",
    re.IGNORECASE,
)
_SAYS_BEHIND = re.compile(
    r"\b50[0234]\b|\b52\d\b|gateway time-?out|service (?:is )?(?:temporarily )?unavailable", re.IGNORECASE
)
_LITTLE_MEMORY = "its machine has too little memory for this model: load a smaller one, or one with a smaller context"
_HINTS_OF_FAILURE = (
    (_NO_BACKEND, "the server behind it does not answer: is that one running?"),
    (re.compile(r"(?:system|more|video|gpu|insufficient|out of|enough) memory|\boom\b", re.IGNORECASE), _LITTLE_MEMORY),
)
_WALLED_OFF = "a firewall answers in the service's place: try from another network, and check --base-url and the key"
_OF_A_PERIOD = re.compile(
    r"(?:tokens|requests) per[ -](day|week|month)|per-(day|week|month)"
    r"|(dai|week|month)ly (?:\w+ ){0,2}(?:limit|quota|token|request|allocation|allowance)",
    re.IGNORECASE,
)
_OF_GOOGLES_DAY = "PerDay"  # in the name of a quota; the wait that is told beside it is not the day's
_ABOUT_AZURE = re.compile(r"api[- ]version", re.IGNORECASE)
_WANTS_TLS = re.compile(
    r"plain http|http request (?:was sent )?to (?:an )?https|ssl-enabled server port", re.IGNORECASE
)


def translate(error: Exception, *, place: Place, scrub: Scrubber) -> SummarizerError:
    """Our error for whatever one call to the endpoint raised; the module's docstring lists the cases."""
    import openai  # noqa: PLC0415  heavy

    host = place.host
    if isinstance(error, SummarizerError):
        return error
    if isinstance(error, openai.APIStatusError):
        if there := _redirected_to(error):
            message = f"the service redirects to {there}, and a redirected request loses its body"
            return ModelNotFoundError(message, where=host, hint=f"use --base-url {there}", status=error.status_code)
        said = error.body if error.body is not None else error.response.text
        return from_refusal(error.status_code, said, error.response.headers, place=place, scrub=scrub)
    if isinstance(error, TimeoutError):
        return SlowEndpointError(f"no answer in time from {place.address}", where=host)
    if isinstance(error, openai.APIConnectionError):
        return from_connection(error, place=place, scrub=scrub)
    if isinstance(error, json.JSONDecodeError | UnicodeDecodeError):
        return ServerError(f"the service at {place.address} answered 200, but not with JSON", where=host, status=200)
    if isinstance(error, RecursionError):
        return OversizedAnswerError("the service's answer is nested too deeply", where=host, status=200)
    if isinstance(error, ValueError):  # Python reads no number of more than 4,300 digits
        return OversizedAnswerError("the service's answer holds too long a number", where=host, status=200)
    return UnreachableError(f"the request to {place.address} failed: {type(error).__name__}", where=host)


def web_page(text: str, *, place: Place, scrub: Scrubber) -> EndpointError:
    """Our error for a web page where an answer should be: a login, a captive portal, a server's greeting.

    A gateway's page about the server behind it, sent as if all were well, is that server's error.
    """
    title = scrub(page_title(text))
    if _SAYS_BEHIND.search(title) or _NO_BACKEND.search(title):
        return ServerError(f"the service at {place.address} failed: {title}", where=place.host, status=200)
    message = f"a web page answers at {place.address}, not a model" + (f": {title}" if title else "")
    hint = "check --base-url (it usually ends in /v1), and whether a login or a proxy stands before it"
    return UnreachableError(message, where=place.host, hint=hint, is_absent=True)


def from_refusal(
    status: int, body: object, headers: Mapping[str, str], *, place: Place, scrub: Scrubber
) -> SummarizerError:
    """Our error for a service's refusal: an error status, or an error in the body of an answer with status 200."""
    words = scrub(words_of(body))
    quoted = f": {words[:_LONGEST_QUOTE]}" if words else ""
    codes = codes_of(body)
    meaning = meaning_of(status, words, codes)
    host = place.host
    if status in (400, 426) and _WANTS_TLS.search(words):
        return needs_tls(place=place)
    if meaning == "flagged":
        return RefusalError(f"the service declined the article ({status}){quoted}", where=host)
    if meaning == "too large":
        limit, asked = context_limit(words), requested_tokens(words)
        message = f"the request does not fit the model's context{quoted}"
        return ContextTooSmallError(message, where=host, limit=limit, asked=asked)
    if meaning == "busy":
        wait = _told_wait(words, body, headers)
        period = "day" if _OF_GOOGLES_DAY in codes else _period(words) if wait is None else ""
        if period:
            hint = f"run the same command again when the {period} is over; finished articles are cached"
            message = f"the limit of a {period} is used up ({status}){quoted}"
            return QuotaError(message, where=host, hint=hint, status=status)
        problem = "too many requests" if status == 429 else "the service is not ready for more"
        message = f"{problem} ({status}){quoted}"
        return RateLimitError(message, where=host, status=status, words=words, retry_after=wait)
    if meaning == "failed":
        message = f"the service at {place.address} failed ({status}){quoted}"
        hint = next((hint for pattern, hint in _HINTS_OF_FAILURE if pattern.search(words)), "")
        wait = retry_after(headers)
        return ServerError(message, where=host, hint=hint, status=status, words=words, retry_after=wait)
    kind, problem = {
        "bad generation": (BadGenerationError, "the service could not read its model's answer"),
        "account": (KeyRefusedError, f"the service at {place.address} does not serve this account"),
        "key": (KeyRefusedError, f"the service at {place.address} refused the key"),
        "model": (ModelNotFoundError, f"the service at {place.address} has no model {place.model}"),
        "no memory": (ModelNotFoundError, f"the service at {place.address} cannot load the model {place.model}"),
        "no path": (ModelNotFoundError, f"nothing at {place.address} answers chat requests"),
        "no credit": (QuotaError, "the account has no credit left"),
    }.get(meaning, (RequestRefusedError, "the service refused the request"))
    hint = _hint(status, meaning, words, place)
    if meaning == "key" and status == 403 and isinstance(body, str) and is_page(body):  # no API answers in pages
        problem, hint = f"what stands before {place.address} lets nobody in from here", _WALLED_OFF
    return kind(f"{problem} ({status}){quoted}", where=host, hint=hint, status=status, words=words)


def _hint(status: int, meaning: str, words: str, place: Place) -> str:
    """What to do about a refusal, where that is more than its kind of error tells."""
    if meaning == "no memory":
        return _LITTLE_MEMORY
    if meaning == "account":
        return "the account's owner has to settle that with the service; another --base-url and --model may do"
    if meaning == "no path" and _ABOUT_AZURE.search(words):
        return "put it into the address: --base-url 'https://…?api-version=2024-10-21', with the deployment's own path"
    if status == 407:
        return "put the proxy's user and password into HTTPS_PROXY, or except this host with NO_PROXY"
    if status == 404 and place.address.endswith(f"//{place.host}"):
        return f"try --base-url {place.address}/v1"
    return "check --base-url: it usually ends in /v1" if meaning == "no path" else ""


def _period(words: str) -> str:
    """The day, week or month whose limit is said to be used up, if it is."""
    found = _OF_A_PERIOD.search(words)
    told = next(filter(None, found.groups())).lower() if found else ""
    return "day" if told == "dai" else told


def _told_wait(words: str, body: object, headers: Mapping[str, str]) -> float | None:
    """How long a refusal asks us to wait, wherever it says so."""
    told = {name.lower(): value for name, value in headers.items()}
    for wait in (retry_after(told), until_reset(told), wait_in_body(body), wait_in_words(words)):
        if wait is not None:
            return wait
    return until_reset(told, is_refused=True)


def _redirected_to(error: openai.APIStatusError) -> str:
    """Where a redirect that turned our POST into a GET (301, 302, 303) led, without path and credentials."""
    request = error.response.request
    if error.status_code not in (404, 405) or request.method != "GET" or not error.response.history:
        return ""
    return f"{request.url.scheme}://{request.url.host}" + (f":{request.url.port}" if request.url.port else "")


def is_unsupported(error: EndpointError) -> bool:
    """Whether an error says that the service does not know the structured-output mode that was requested.

    Of a missing model ("not found, or not supported for this method") only where it names the mode.
    """
    words = _NAMES_MODE if isinstance(error, ModelNotFoundError) else _SAYS_UNSUPPORTED
    return error.status in (400, 404, 415, 422, 500, 501) and bool(words.search(error.words))
