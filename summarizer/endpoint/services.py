"""Finds the service that offers a model: its base URL and key, both checked before anything is sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit, urlunsplit

from summarizer.contract.errors import CallError

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_KEY = "none"  # the SDK requires a key; local servers ignore it


class Service(NamedTuple):
    """Where to reach a model: its name there, the base URL and the key."""

    model: str
    base_url: str
    api_key: str


class Place(NamedTuple):
    """Which model at which address was asked; `address` has no credentials and no query, `host` no path either."""

    host: str
    address: str
    model: str


class _Provider(NamedTuple):
    base_url: str
    key_variables: tuple[str, ...]


# All speak OpenAI's protocol. The names are instructor's: "provider/model".
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


def resolve_service(
    model: str, *, base_url: str | None = None, api_key: str | None = None, environ: Mapping[str, str] | None = None
) -> Service:
    """Work out which service offers a model.

    With a base URL, the model's name is sent unchanged. Without one, "provider/model" names a service of the table
    above, and a plain name is a model of OpenAI's (or of OPENAI_BASE_URL). Without `api_key`, the service's own
    variable in `environ` is read. Raises CallError when the provider is unknown, the key missing or malformed, or the
    URL not usable.
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
    name, _, model_there = model.partition("/") if "/" in model else ("openai", "", model)
    provider = _PROVIDERS.get(name)
    if provider is None or not model_there:
        known = ", ".join(sorted(_PROVIDERS))
        message = f"unknown service {name!r} in --model {model}"
        raise CallError(message, hint=f"give its address with --base-url, or use one of: {known}")
    key = api_key or next((env[variable] for variable in provider.key_variables if env.get(variable)), None)
    if key is None and provider.key_variables:
        message = f"the model {model} needs an API key"
        raise CallError(message, hint=f"set {' or '.join(provider.key_variables)}, or use another --base-url")
    return Service(model_there, provider.base_url, key or _NO_KEY)


def _checked_key(key: str) -> str:
    key = key.strip()  # a key read from a file ends in a newline
    if not key:
        return _NO_KEY
    if not key.isascii() or not key.isprintable() or " " in key:
        message = "the API key contains characters that no key has"
        raise CallError(message, hint="set it again, as one line of ASCII letters, digits and symbols without spaces")
    return key


def _checked_url(base_url: str) -> str:
    try:
        parts = urlsplit(base_url)
        is_usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_usable = False
    if not is_usable:
        message = "--base-url (or SUMMARIZER_BASE_URL) is not an http or https address"
        raise CallError(message, hint="such as http://127.0.0.1:8092/v1")
    # Some paste the whole address of a request; a query stays behind the path.
    path = re.sub(r"/(?:chat/completions|completions|models)/?$", "", parts.path).rstrip("/")
    return urlunsplit(parts._replace(path=path))


def address_of(base_url: str) -> str:
    """A base URL as it is shown and told from others: scheme, host, port and path, without credentials and query."""
    parts = urlsplit(base_url)
    default = {"http": 80, "https": 443}.get(parts.scheme)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    port = f":{parts.port}" if parts.port and parts.port != default else ""
    return f"{parts.scheme}://{host}{port}{parts.path.rstrip('/')}"


def place_of(service: Service) -> Place:
    """Where a service's model is asked."""
    return Place(host_of(service.base_url), address_of(service.base_url), service.model)


def host_of(base_url: str) -> str:
    """The host of a URL, with its port if it has one, without credentials, path or query."""
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    return f"{host}:{parts.port}" if parts.port else host
