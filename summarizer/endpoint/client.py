"""An OpenAI-compatible endpoint: one HTTP request a call, every failure as an error of ours.

The openai SDK carries the request and instructor knows how each structured-output mode is asked for and read back.
Both do much that is the same for every article (typed transforms of a plain body, schemas and classes made anew,
retries, validation); only what differs is done a call. Retry, rate limits and the choice of mode wrap
`Endpoint.complete`.
"""

from __future__ import annotations

import asyncio
import logging
import re
from base64 import b64encode
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

from summarizer.contract.errors import CallError, EmptyAnswerError, EndpointError, ServerError
from summarizer.contract.request import AnswerSchema, Completion, Request
from summarizer.endpoint.error_mapping import Scrubber, translate
from summarizer.endpoint.templates import json_instruction

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping

    from openai import AsyncOpenAI

    from summarizer.contract.request import WireMode

_LOGGERS_OF_URLS = ("httpx2", "openai._base_client")
_RATE_HEADERS = re.compile(r"x-ratelimit-|retry-after|x-request-id")


class Service(NamedTuple):
    """Where a model is asked for: its name there, the base URL and the key."""

    model: str
    base_url: str
    api_key: str


class _Provider(NamedTuple):
    base_url: str
    key_names: tuple[str, ...]


# Services that speak OpenAI's protocol, so that instructor's "provider/model" names cost nothing.
_PROVIDERS = {
    "openai": _Provider("https://api.openai.com/v1", ("OPENAI_API_KEY",)),
    "anthropic": _Provider("https://api.anthropic.com/v1", ("ANTHROPIC_API_KEY",)),
    "cerebras": _Provider("https://api.cerebras.ai/v1", ("CEREBRAS_API_KEY",)),
    "deepseek": _Provider("https://api.deepseek.com/v1", ("DEEPSEEK_API_KEY",)),
    "fireworks": _Provider("https://api.fireworks.ai/inference/v1", ("FIREWORKS_API_KEY",)),
    "google": _Provider(
        "https://generativelanguage.googleapis.com/v1beta/openai", ("GEMINI_API_KEY", "GOOGLE_API_KEY")
    ),
    "groq": _Provider("https://api.groq.com/openai/v1", ("GROQ_API_KEY",)),
    "mistral": _Provider("https://api.mistral.ai/v1", ("MISTRAL_API_KEY",)),
    "openrouter": _Provider("https://openrouter.ai/api/v1", ("OPENROUTER_API_KEY",)),
    "perplexity": _Provider("https://api.perplexity.ai", ("PERPLEXITY_API_KEY",)),
    "together": _Provider("https://api.together.xyz/v1", ("TOGETHER_API_KEY",)),
    "xai": _Provider("https://api.x.ai/v1", ("XAI_API_KEY",)),
    "llamacpp": _Provider("http://localhost:8080/v1", ()),
    "lmstudio": _Provider("http://localhost:1234/v1", ()),
    "ollama": _Provider("http://localhost:11434/v1", ()),
    "vllm": _Provider("http://localhost:8000/v1", ()),
}
_NO_KEY = "none"  # the SDK insists on a key; servers at home do not look at it


def resolve_service(
    model: str, *, base_url: str | None = None, api_key: str | None = None, environ: Mapping[str, str] | None = None
) -> Service:
    """Work out where a model is asked for. Raises CallError when the name or the key does not tell.

    With a base URL the model's name is sent as it is. Without one, "provider/model" names one of the services known
    here, and a plain name is a model of OpenAI's (or of OPENAI_BASE_URL). Without `api_key` the service's own
    variable in `environ` is read.
    """
    env = environ or {}
    service = _find_service(model, base_url or None, api_key, env)
    return service._replace(api_key=_checked_key(service.api_key))


def _find_service(model: str, base_url: str | None, api_key: str | None, env: Mapping[str, str]) -> Service:
    if base_url is None and "/" not in model:
        base_url = env.get("OPENAI_BASE_URL") or None
        api_key = api_key or env.get("OPENAI_API_KEY")
    if base_url is not None:
        return Service(model, _checked_url(base_url), api_key or env.get("OPENAI_API_KEY") or _NO_KEY)
    name, _, rest = model.partition("/") if "/" in model else ("openai", "", model)
    provider = _PROVIDERS.get(name)
    if provider is None or not rest:
        known = ", ".join(sorted(_PROVIDERS))
        msg = f"no service is known as {name!r}, in --model {model}"
        raise CallError(msg, hint=f"give its address with --base-url, or name one of: {known}")
    key = api_key or next((env[key] for key in provider.key_names if env.get(key)), None)
    if key is None and provider.key_names:
        msg = f"the model {model} needs a key"
        raise CallError(msg, hint=f"set {' or '.join(provider.key_names)}, or give another --base-url")
    return Service(rest, provider.base_url, key or _NO_KEY)


def _checked_key(key: str) -> str:
    key = key.strip()  # a key read from a file has a line end
    if not key:
        return _NO_KEY
    if not key.isascii() or not key.isprintable() or " " in key:
        msg = "the key holds characters that no key has"
        raise CallError(msg, hint="set the key's variable anew, to one line of plain letters, digits and signs")
    return key


def _checked_url(base_url: str) -> str:
    try:
        parts = urlsplit(base_url)
        is_usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_usable = False
    if not is_usable:
        msg = "--base-url (or SUMMARIZER_BASE_URL) is no http or https address"
        raise CallError(msg, hint="such as http://127.0.0.1:8092/v1")
    return base_url.rstrip("/")


def host_of(base_url: str) -> str:
    """The host, and port where one is named, of a URL, without credentials, path or query."""
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    return f"{host}:{parts.port}" if parts.port else host


def _without_credentials(base_url: str) -> tuple[str, str | None]:
    """The URL and the header that says what it said: addresses are logged by whatever carries a request."""
    parts = urlsplit(base_url)
    told, at, place = parts.netloc.rpartition("@")
    if not at:
        return base_url, None
    name, _, password = told.partition(":")
    token = b64encode(f"{unquote(name)}:{unquote(password)}".encode()).decode()
    return urlunsplit(parts._replace(netloc=place)), f"Basic {token}"


class Endpoint:
    """One model at one OpenAI-compatible service. Belongs to one event loop; close it with `aclose`."""

    def __init__(self, service: Service, *, timeout: float = 120.0, headers: Mapping[str, str] | None = None) -> None:
        self.model = service.model
        self.base_url_host = host_of(service.base_url)
        address, credentials = _without_credentials(service.base_url)
        self._timeout = timeout
        self._query = dict(parse_qsl(urlsplit(address).query, keep_blank_values=True))
        self._service = service._replace(base_url=urlunsplit(urlsplit(address)._replace(query="", fragment="")))
        self._headers = {**({"Authorization": credentials} if credentials else {}), **(headers or {})}
        self._client: AsyncOpenAI | None = None
        self._open_client: AsyncGenerator[None] | None = None
        self._scrub = Scrubber(service.base_url, service.api_key, *self._headers.values())
        self._asked: dict[tuple[WireMode, str], tuple[AnswerSchema, dict[str, Any]]] = {}

    async def complete(self, request: Request) -> Completion:
        """Send one request and read its answer: exactly one HTTP request, never repeated.

        Raises the errors below EndpointError for what the service says, ContextTooSmallError when it says that the
        request does not fit the model, EmptyAnswerError when the answer has no choices, or no content without a reason.
        """
        import httpx2  # noqa: PLC0415  heavy

        mode: WireMode = request.mode or "json_schema"
        body = self.body(request, mode)
        try:
            client = await self.open()
            async with asyncio.timeout(self._timeout):  # the client's own begins anew with every byte
                response = await client.post("/chat/completions", cast_to=httpx2.Response, body=body)
            payload = response.json()
        except Exception as error:  # noqa: BLE001  everything that the SDK and the socket raise is told in our words
            raise translate(error, host=self.base_url_host, model=self.model, scrub=self._scrub) from None
        headers = {key: value for key, value in response.headers.items() if _RATE_HEADERS.match(key)}
        return self._read(payload, request.schema, mode, headers)

    async def get(self, path: str) -> Any:
        """Fetch a JSON document of the service, such as "/models"; a path with a scheme and host is taken whole."""
        import httpx2  # noqa: PLC0415  heavy

        try:
            client = await self.open()
            async with asyncio.timeout(self._timeout):
                response = await client.get(path, cast_to=httpx2.Response)
            return response.json()
        except Exception as error:  # noqa: BLE001  as in complete
            raise translate(error, host=self.base_url_host, model=self.model, scrub=self._scrub) from None

    @property
    def root(self) -> str:
        """The service's address without its path: llama-server tells about itself there, beside /v1."""
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
        """Take a key in the query, which has to be part of every URL, out of what others log."""
        record.msg, record.args = self._scrub(record.getMessage()), ()
        return True

    async def open(self) -> AsyncOpenAI:
        """The client, made and all that it needs imported when it is wanted for the first time."""
        if self._client is None:
            from openai import AsyncOpenAI, DefaultAioHttpClient  # noqa: PLC0415  about a second

            import summarizer.endpoint.structured  # noqa: F401, PLC0415  instructor, for the first body

            self._client = AsyncOpenAI(
                http_client=DefaultAioHttpClient(),  # half the CPU a call of the SDK's own choice: docs/benchmarks.md
                base_url=self._service.base_url,
                api_key=self._service.api_key,
                timeout=self._timeout,
                max_retries=0,
                default_headers=self._headers or None,
                default_query=self._query or None,  # the SDK puts its paths behind the whole base URL
            )
            if self._query:
                for name in _LOGGERS_OF_URLS:
                    logging.getLogger(name).addFilter(self._without_secrets)
            self._open_client = _closed_with_loop(self._client)
            await anext(self._open_client)
        return self._client

    def body(self, request: Request, mode: WireMode) -> dict[str, Any]:
        """The body that is sent for a request in a mode."""
        messages = [message._asdict() for message in request.messages]
        if mode in ("json", "fenced"):
            # instructor would put words of its own into the prompt here; all that we send stands in prompts/.
            text = json_instruction(request.schema.body, is_fenced=mode == "fenced")
            messages[0] = {**messages[0], "content": f"{messages[0]['content']}\n\n{text}"}
        return {"model": request.model, "messages": messages, **request.parameters, **self._ask(mode, request.schema)}

    def _ask(self, mode: WireMode, schema: AnswerSchema) -> dict[str, Any]:
        """The part of a request's body that asks for structured output; mostly the same for every article, so kept."""
        key = (mode, schema.name)
        kept = self._asked.get(key)
        if kept is None or kept[0].body is not schema.body:
            from summarizer.endpoint.structured import request_part  # noqa: PLC0415  imports instructor

            kept = self._asked[key] = (schema, request_part(mode, schema))
        return kept[1]

    def _read(self, payload: object, schema: AnswerSchema, mode: WireMode, headers: Mapping[str, str]) -> Completion:
        from summarizer.endpoint.structured import answer_text, find_json  # noqa: PLC0415  imports instructor

        if not isinstance(payload, dict):
            msg = "the service answered 200, but not with a JSON object"
            raise ServerError(msg, where=self.base_url_host, status=200)
        if payload.get("error") and not payload.get("choices"):
            raise self._told_error(payload["error"])
        told = payload.get("usage")
        told = told if isinstance(told, dict) else {}
        usage = (_count(told.get("prompt_tokens")), _count(told.get("completion_tokens")))
        choices = payload.get("choices")
        if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
            msg = "the answer has no choices"
            raise EmptyAnswerError(msg, where=self.base_url_host, usage=usage)
        message = choices[0].get("message")
        message = message if isinstance(message, dict) else {}
        text = answer_text(message)
        refusal, reason = message.get("refusal"), choices[0].get("finish_reason")
        if not (text.strip() or refusal or reason in ("length", "content_filter")):
            msg = "the answer has no content"
            raise EmptyAnswerError(msg, where=self.base_url_host, usage=usage)
        return Completion(
            text=text,
            json_text=find_json(text, schema.body),
            finish_reason=reason,
            refusal=self._scrub(str(refusal)) if refusal else None,  # it comes out in messages
            prompt_tokens=usage[0],
            completion_tokens=usage[1],
            model=str(payload.get("model") or self.model),
            mode=mode,
            headers=headers,
        )

    def _told_error(self, error: object) -> EndpointError:
        """Some gateways say 200 and put the error into the body."""
        said = error.get("message") if isinstance(error, dict) else error
        return ServerError(f"the service answered with an error: {self._scrub(str(said))}", where=self.base_url_host)


async def _closed_with_loop(client: AsyncOpenAI) -> AsyncGenerator[None]:
    """Hold a client open. An event loop ends the asynchronous generators that it leaves behind, so that a client whom
    nobody closes is closed in time."""
    try:
        yield
    finally:
        await client.close()


def _count(value: object) -> int:
    return value if isinstance(value, int) and value > 0 else 0
