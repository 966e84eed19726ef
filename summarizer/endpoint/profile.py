"""Finds out how large a model's context is, from its endpoint, and how many parameters it has, from its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.contract.errors import SummarizerError

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from summarizer.endpoint.client import Endpoint

_SIZE = re.compile(r"(?<![\w.])(?:\d+x)?(\d+(?:\.\d+)?)\s?([bm])(?![a-z0-9])", re.IGNORECASE)
_CONTEXT_KEYS = ("n_ctx", "max_model_len", "context_length", "context_window", "max_context_length", "n_ctx_train")
_FEWEST = 30e6  # parameters


class EndpointProfile(NamedTuple):
    """What an endpoint says about its model: the context in tokens, None when it does not say."""

    context: int | None = None


def size_in_name(model: str) -> int | None:
    """The number of parameters in a model's name ("qwen2.5-coder-1.5b-instruct": 1.5 billion); None without one.

    "-1m" tells the room of the context: no model that can answer has so few parameters.
    """
    sizes_named = _SIZE.findall(model.replace("_", "-").replace(":", "-").replace("-", " "))
    sizes = [float(number) * (1e9 if unit in "bB" else 1e6) for number, unit in sizes_named]
    return int(max(sizes)) if max(sizes, default=0) >= _FEWEST else None


async def read_profile(endpoint: Endpoint, remember: MutableMapping[str, str] | None = None) -> EndpointProfile:
    """Ask an endpoint about its model: /models, then llama-server's /props. Never raises.

    `remember` keeps the context beyond the process.
    """
    key = f"context {endpoint.address} {endpoint.model}"
    remembered = (remember or {}).get(key, "")
    if remembered.isdigit():
        return EndpointProfile(int(remembered))
    context = _context_in_models(await _fetch(endpoint, "/models"), endpoint.model)
    if context is None:
        context = _context_in_props(await _fetch(endpoint, f"{endpoint.root}/props"))
    if remember is not None and context is not None:
        remember[key] = str(context)
    return EndpointProfile(context)


async def _fetch(endpoint: Endpoint, path: str) -> Any:
    try:
        return await endpoint.get(path)
    except SummarizerError:
        return None


def _context_in_models(models: object, model: str) -> int | None:
    entries = models.get("data") if isinstance(models, dict) else None
    known = [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    # A server of one model may call it by another name.
    entry = next((entry for entry in known if entry.get("id") == model), known[0] if len(known) == 1 else {})
    meta = entry.get("meta")
    return _context_in({**(meta if isinstance(meta, dict) else {}), **entry})


def _context_in_props(props: object) -> int | None:
    settings = props.get("default_generation_settings") if isinstance(props, dict) else None
    return _context_in(settings if isinstance(settings, dict) else {})


def _context_in(entry: dict[str, Any]) -> int | None:
    values = (entry.get(key) for key in _CONTEXT_KEYS)
    return next((value for value in values if isinstance(value, int) and value > 0), None)
