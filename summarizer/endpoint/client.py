"""An OpenAI-compatible endpoint: each call is one HTTP request, and every failure becomes one of our errors.

The openai SDK carries the request; instructor knows how each structured-output mode is requested and read. Neither's
own conveniences (typed transforms, validation, retries) are used. Two things wrap `Endpoint.complete`: limits of rate
(limits.py), and asking again, in another way or after a wait (asking.py).
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
from base64 import b64encode
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

from summarizer.contract.errors import (
    ContextTooSmallError,
    EmptyAnswerError,
    OversizedAnswerError,
    RefusalError,
    ServerError,
    UnreachableError,
)
from summarizer.contract.request import AnswerSchema, Completion, Request
from summarizer.endpoint.answer_text import answer_text
from summarizer.endpoint.completion_forms import best_choice, choices_of, thinking_tokens_of, tokens_of, unwrapped
from summarizer.endpoint.connection_faults import needs_tls
from summarizer.endpoint.error_mapping import from_refusal, translate, web_page
from summarizer.endpoint.event_stream import is_stream, joined
from summarizer.endpoint.knocking import expects_tls, knock
from summarizer.endpoint.refusals import meaning_of
from summarizer.endpoint.scrubbing import Scrubber
from summarizer.endpoint.service_words import codes_of, is_page, words_of
from summarizer.endpoint.services import place_of
from summarizer.endpoint.templates import json_instruction
from summarizer.text.well_formed import well_formed

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping

    import httpx2
    from openai import AsyncOpenAI

    from summarizer.contract.errors import SummarizerError
    from summarizer.contract.request import SchemaForm, WireMode
    from summarizer.endpoint.services import Service

T = TypeVar("T")
_LOGGERS_OF_URLS = ("httpx2", "openai._base_client")
_KEPT_HEADERS = re.compile(r".*ratelimit|(?:x-)?retry-after|x-request-id")
_REASONS = {"max_tokens": "length", "max_output_tokens": "length", "model_length": "length", "end_turn": "stop"}
_ENDED = ("stop", "eos", "eos_token", "stop_sequence", "tool_calls")  # the model's own end
_FILTERED = ("content_filter", "safety", "recitation", "prohibited", "blocklist", "sensitive", "guardrail", "refus")
_OUT_OF_CONTEXT = re.compile(r"context[_ ](?:window|length|limit)|prompt_too_long|input_too_long")
_MOST_TOKENS = 1_000_000_000  # more than any answer may have
_EXCUSES = ("base_resp", "detail", "message", "error_msg", "errors", "msg")  # in which an error may be told with 200
_CHARSET = re.compile(r"charset=[\"']?([\w.-]+)", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # in no article; a tokenizer's accident


LARGEST = 32 * 2**20  # bytes of an answer; one of a few thousand is usual
_LONGEST_TEXT = 2_000_000  # characters that a model wrote: four times what the largest of them write


class Endpoint:
    """One model at one OpenAI-compatible service. Belongs to one event loop; close it with `aclose`.

    `timeout` in seconds, `largest` the most bytes of an answer, `connections` the most that are open at a time.
    """

    def __init__(
        self,
        service: Service,
        *,
        timeout: float = 120.0,
        headers: Mapping[str, str] | None = None,
        largest: int = LARGEST,
        connections: int = 1000,
    ) -> None:
        self._largest = largest
        self._connections = connections
        self.model = service.model
        self._place = place_of(service)
        self.base_url_host = self._place.host
        self.address = self._place.address
        address, credentials = _split_credentials(service.base_url)
        self._timeout = timeout
        self._query = dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))
        self._service = service._replace(base_url=urlunsplit(urlsplit(address)._replace(query="", fragment="")))
        self._headers = {**({"Authorization": credentials} if credentials else {}), **(headers or {})}
        self._client: AsyncOpenAI | None = None
        self._open_client: AsyncGenerator[None] | None = None
        self._is_known = False  # once it has answered, or was looked at because it did not
        self._scrub = Scrubber(service.base_url, service.api_key, *self._headers.values())
        self._structured_parts: dict[tuple[WireMode, str, SchemaForm], tuple[AnswerSchema, dict[str, Any]]] = {}

    async def complete(self, request: Request) -> Completion:
        """Send one request and read its answer: exactly one HTTP request, never repeated.

        Raises a subclass of EndpointError when the service does not answer, ContextTooSmallError when it says that the
        request does not fit the model, and EmptyAnswerError when the answer has no choices, or no content and no reason
        for that.
        """
        import httpx2  # noqa: PLC0415  heavy

        body = self.body(request)

        async def post(client: AsyncOpenAI) -> tuple[Any, Mapping[str, str]]:
            response = await client.post("/chat/completions", cast_to=httpx2.Response, body=body)
            return self._payload(response), response.headers

        payload, told = await self.reach(post)
        headers = {key: value for key, value in told.items() if _KEPT_HEADERS.match(key)}
        return self.read(request, payload, headers)

    async def reach(self, send: Callable[[AsyncOpenAI], Awaitable[T]], *, seconds: float | None = None) -> T:
        """What one call of the SDK's client comes to, within so many seconds (None: the endpoint's own timeout).

        Raises whatever it raises as one of our errors.
        """
        try:
            client = await self.open()
            # the client's own timeout starts again with every byte
            async with asyncio.timeout(self._timeout if seconds is None else seconds):
                answer = await send(client)
        except Exception as error:  # noqa: BLE001  whatever the SDK or the socket raises becomes one of our errors
            raise await self._explained(translate(error, place=self._place, scrub=self._scrub)) from None
        self._is_known = True
        return answer

    async def _explained(self, error: SummarizerError) -> SummarizerError:
        """The error; where a server hangs up on the first request, it may be that it expects TLS."""
        is_first, self._is_known = not self._is_known, True
        is_hung_up = is_first and isinstance(error, UnreachableError) and not error.is_absent
        return needs_tls(place=self._place) if is_hung_up and await expects_tls(self._service.base_url) else error

    def _payload(self, response: httpx2.Response) -> Any:
        """What was sent as JSON; text around it, which some gateways add, is left out.

        Raises UnreachableError for a web page, and JSONDecodeError for what holds no JSON.
        """
        text = _decoded(response.content, response.headers.get("content-type", ""))
        if is_page(text):
            raise web_page(text, place=self._place, scrub=self._scrub)
        if is_stream(text):
            return joined(text)
        try:
            return json.loads(text)
        except json.JSONDecodeError:
            start = text.find("{")
            if start < 0:
                raise
            return json.JSONDecoder().raw_decode(text, start)[0]

    def refusal(self, status: int, body: object) -> SummarizerError:
        """Our error for a refusal with this status and body, wherever the service wrote it."""
        return from_refusal(status, body, {}, place=self._place, scrub=self._scrub)

    async def knock(self) -> float | None:
        """How many seconds away the service is; None where that cannot be told.

        Raises UnreachableError when nobody listens there: known at once, while the SDK takes a second.
        """
        return await knock(self._service.base_url, place=self._place)

    async def get(self, path: str) -> Any:
        """Fetch a JSON document of the service, such as "/models"; an absolute URL is used as it is.

        Raises what `complete` raises when the service does not answer.
        """
        import httpx2  # noqa: PLC0415  heavy

        async def fetch(client: AsyncOpenAI) -> Any:
            return (await client.get(path, cast_to=httpx2.Response)).json()

        return await self.reach(fetch)

    @property
    def root(self) -> str:
        """The service's address without a path: llama-server describes itself there, beside /v1."""
        parts = urlsplit(self._service.base_url)
        return urlunsplit((parts.scheme, parts.netloc, "", "", ""))

    async def aclose(self) -> None:
        """Close the connections."""
        if self._open_client is not None:
            open_client, self._open_client, self._client = self._open_client, None, None
            await open_client.aclose()
        for name in _LOGGERS_OF_URLS:
            logging.getLogger(name).removeFilter(self._without_secrets)

    def _without_secrets(self, record: logging.LogRecord) -> bool:
        """Remove a key in the query, which is part of every URL, and headers' values from what other libraries log."""
        record.msg, record.args = self._scrub(record.getMessage()), ()
        return True

    async def open(self) -> AsyncOpenAI:
        """Get the SDK's client; the first call creates it and imports all that it needs."""
        if self._client is None:
            from openai import AsyncOpenAI  # noqa: PLC0415  about a second

            import summarizer.endpoint.structured  # noqa: F401, PLC0415  instructor, for the first body
            from summarizer.endpoint.bounded import BoundedClient  # noqa: PLC0415  as above

            self._client = AsyncOpenAI(
                # On aiohttp, it takes half the CPU per call of the SDK's default: docs/benchmarks.md.
                http_client=BoundedClient(self._largest, limits=_limits(self._connections)),
                base_url=self._service.base_url,
                api_key=self._service.api_key,
                timeout=self._timeout,
                max_retries=0,
                default_headers=self._headers or None,
                default_query=self._query or None,  # the SDK appends its paths to the whole base URL
            )
            if self._query or self._headers:
                for name in _LOGGERS_OF_URLS:
                    logging.getLogger(name).addFilter(self._without_secrets)
            self._open_client = _close_with_loop(self._client)
            await anext(self._open_client)
        return self._client

    def body(self, request: Request) -> dict[str, Any]:
        """The body that is sent for a request, in its mode."""
        mode = _mode_of(request)
        messages = [message._asdict() for message in request.messages]
        if mode in ("json", "fenced"):
            # instructor would add its own words to the prompt here; all the words that we send are in prompts/.
            text = json_instruction(request.schema.body, is_fenced=mode == "fenced")
            messages[0] = {**messages[0], "content": f"{messages[0]['content']}\n\n{text}"}
        structured = self._structured_part(mode, request.schema, request.form)
        return {"model": request.model, "messages": messages, **request.parameters, **structured, **request.extra}

    def _structured_part(self, mode: WireMode, schema: AnswerSchema, form: SchemaForm) -> dict[str, Any]:
        """The part of a request's body that requests structured output.

        Kept, because making it takes up to 1.5 of the 8 ms of CPU that an article takes (benchmarks/batch.py cpu).
        """
        key = (mode, schema.name, form)
        kept = self._structured_parts.get(key)
        if kept is None or kept[0].body is not schema.body:
            from summarizer.endpoint.structured import request_part  # noqa: PLC0415  imports instructor

            kept = self._structured_parts[key] = (schema, request_part(mode, schema, form))
        return kept[1]

    def read(self, request: Request, payload: object, headers: Mapping[str, str] | None = None) -> Completion:
        """The answer to a request in what the service sent as JSON. Raises what `complete` raises for it."""
        from summarizer.endpoint.answer_json import find_json  # noqa: PLC0415  with the first answer

        payload = unwrapped(payload)
        if payload is None:
            problem = f"the service at {self.address} answered 200, but not with a JSON object"
            hint = "try again later; if it stays so, check --base-url"
            raise ServerError(problem, where=self.base_url_host, hint=hint, status=200)
        choice = best_choice(choices_of(payload)) or _bare_answer(payload, request.schema.body)
        failed = payload.get("error") or (choice or {}).get("error")
        message: dict[str, Any] = (choice or {}).get("message", {})
        text = _CONTROLS.sub("", well_formed(answer_text(message)))
        if len(text) > _LONGEST_TEXT:
            raise OversizedAnswerError("the model's answer is longer than any article's", where=self.base_url_host)
        usage = tokens_of(payload)
        is_ended = _reason((choice or {}).get("finish_reason")) in _ENDED and usage[1] < _most_tokens(request)
        json_text = find_json(text, request.schema.body, is_ended=is_ended)
        if json_text is None and (failed or (choice or {}).get("finish_reason") == "error"):
            raise self._error_in_body(failed or "the answer broke off")
        if choice is None and (reason := _blocked(payload)):
            raise RefusalError(f"the service declined the article: {reason}", where=self.base_url_host)
        if choice is None:
            raise self._without_choices(payload)
        refusal, finish_reason = message.get("refusal"), _reason(choice.get("finish_reason"))
        if json_text is None and finish_reason and _OUT_OF_CONTEXT.search(finish_reason):
            raise ContextTooSmallError("the request does not fit the model's context", where=self.base_url_host)
        if not text.strip() and usage[1] >= _most_tokens(request):
            finish_reason = "length"  # all of it went into thinking, whatever the service calls that
        if not (text.strip() or refusal or finish_reason in ("length", "content_filter")):
            raise EmptyAnswerError("the answer has no content", where=self.base_url_host, usage=usage)
        return Completion(
            text=text,
            json_text=json_text,
            finish_reason=finish_reason,
            refusal=self._scrub(str(refusal)) if refusal else None,  # it will be shown in messages
            prompt_tokens=usage[0],
            completion_tokens=usage[1],
            model=str(payload.get("model") or self.model),
            mode=_mode_of(request),
            headers=headers or {},
            thinking_tokens=thinking_tokens_of(payload),
        )

    def _without_choices(self, payload: dict[str, Any]) -> SummarizerError:
        """The error for a JSON object that is no answer; it may say why."""
        told = next((payload[name] for name in _EXCUSES if payload.get(name)), None)
        if told:
            return self._error_in_body(told)
        return EmptyAnswerError("the answer has no choices", where=self.base_url_host, usage=tokens_of(payload))

    def _error_in_body(self, error: object) -> SummarizerError:
        """The error of a gateway that answers 200 and puts the error into the body, with its status as its code.

        Where the code is none of HTTP's, what is said decides; a passing failure when it says nothing.
        """
        body = {"error": error}
        code = str(error.get("code")) if isinstance(error, dict) else ""
        if code in map(str, range(400, 600)):
            return self.refusal(int(code), body)
        is_told = meaning_of(400, words_of(body), codes_of(body)) != "refused"
        return self.refusal(400 if is_told else 502, body)


def _bare_answer(payload: dict[str, Any], schema: Mapping[str, Any]) -> dict[str, Any] | None:
    """A choice, where the service sent just what the model wrote."""
    fields = schema.get("properties", {})
    known = payload.keys() & fields.keys()
    return {"message": {"content": payload}} if known and 2 * len(known) >= len(fields) else None


def _blocked(payload: Mapping[str, Any]) -> str:
    """Why Google answered nothing, where it says that it took offence at the prompt."""
    told = payload.get("promptFeedback") or payload.get("prompt_feedback")
    reason = (told.get("blockReason") or told.get("block_reason")) if isinstance(told, dict) else None
    return str(reason)[:100] if reason else ""


def _most_tokens(request: Request) -> int:
    told = request.parameters.get("max_tokens") or request.parameters.get("max_completion_tokens")
    return int(told) if told else _MOST_TOKENS


def _mode_of(request: Request) -> WireMode:
    return request.mode or "json_schema"


def _decoded(body: bytes, content_type: str) -> str:
    """A body as text: UTF-8 unless it is UTF-16, or says that it is something else."""
    if json.detect_encoding(body) not in ("utf-8", "utf-8-sig"):
        return body.decode(json.detect_encoding(body), "replace")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = _CHARSET.search(content_type)
        try:
            return body.decode(named.group(1) if named else "utf-8", "replace")
        except LookupError:
            return body.decode("utf-8", "replace")


def _reason(told: object) -> str | None:
    """Why an answer ended, by OpenAI's words: "length", "content_filter" or another."""
    word = str(told).casefold() if told else ""
    if word.startswith(_FILTERED):
        return "content_filter"
    return _REASONS.get(word, word) or None


def _split_credentials(base_url: str) -> tuple[str, str | None]:
    """A URL without its credentials, and the header that carries them instead: HTTP libraries log URLs."""
    parts = urlsplit(base_url)
    credentials, at, host = parts.netloc.rpartition("@")
    if not at:
        return base_url, None
    name, _, password = credentials.partition(":")
    token = b64encode(f"{unquote(name)}:{unquote(password)}".encode()).decode()
    return urlunsplit(parts._replace(netloc=host)), f"Basic {token}"


def _limits(connections: int) -> Any:
    import httpx2  # noqa: PLC0415  heavy

    return httpx2.Limits(max_connections=connections, max_keepalive_connections=connections)


async def _close_with_loop(client: AsyncOpenAI) -> AsyncGenerator[None]:
    """Hold a client open until this generator ends. An event loop that ends closes the asynchronous generators that are
    left, so a client that nobody closes is closed in time."""
    try:
        yield
    finally:
        await client.close()
