"""What an endpoint tells about its model: how much fits, and how large it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.contract.errors import SummarizerError

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from summarizer.endpoint.client import Endpoint

_SIZE = re.compile(r"(?<![\w.])(?:\d+x)?(\d+(?:\.\d+)?)\s?([bm])(?![a-z0-9])", re.IGNORECASE)
_CONTEXT_KEYS = ("n_ctx", "max_model_len", "context_length", "context_window", "max_context_length", "n_ctx_train")


class EndpointProfile(NamedTuple):
    """A model's context in tokens and its number of parameters, None where the endpoint does not tell."""

    context: int | None = None
    parameters: int | None = None


def size_in_name(model: str) -> int | None:
    """The number of parameters that a model's name tells ("qwen2.5-coder-1.5b-instruct"), None when it tells none."""
    found = _SIZE.findall(model.replace("_", "-").replace(":", "-").replace("-", " "))
    sizes = [float(number) * (1e9 if unit in "bB" else 1e6) for number, unit in found]
    return int(max(sizes)) if sizes else None


async def read_profile(endpoint: Endpoint, remember: MutableMapping[str, str] | None = None) -> EndpointProfile:
    """Ask an endpoint about its model: /models, then llama-server's /props. Never fails: what is not told is None."""
    key = f"context {endpoint.base_url_host} {endpoint.model}"
    told = (remember or {}).get(key, "")
    if told.isdigit():
        return EndpointProfile(int(told))
    profile = _from_models(await _ask(endpoint, "/models"), endpoint.model)
    if profile.context is None:
        props = await _ask(endpoint, f"{endpoint.root}/props")
        settings = props.get("default_generation_settings") if isinstance(props, dict) else None
        profile = profile._replace(context=_context(settings if isinstance(settings, dict) else {}))
    if remember is not None and profile.context is not None:
        remember[key] = str(profile.context)
    return profile


async def _ask(endpoint: Endpoint, path: str) -> Any:
    try:
        return await endpoint.get(path)
    except SummarizerError:
        return None


def _from_models(listed: object, model: str) -> EndpointProfile:
    entries = listed.get("data") if isinstance(listed, dict) else None
    if not isinstance(entries, list):
        return EndpointProfile()
    named = [entry for entry in entries if isinstance(entry, dict)]
    entry = next((one for one in named if one.get("id") == model), named[0] if len(named) == 1 else None)
    if entry is None:
        return EndpointProfile()
    meta = entry.get("meta")
    meta = meta if isinstance(meta, dict) else {}
    size = meta.get("n_params")
    return EndpointProfile(_context({**meta, **entry}), size if isinstance(size, int) else None)


def _context(told: dict[str, Any]) -> int | None:
    values = (told.get(key) for key in _CONTEXT_KEYS)
    return next((value for value in values if isinstance(value, int) and value > 0), None)
