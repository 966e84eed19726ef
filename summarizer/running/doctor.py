"""Examines whether this installation works and what an endpoint supports. No key is ever shown."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

from summarizer.contract.errors import CacheError, CallError, SummarizerError, UnreachableError
from summarizer.contract.tally import RunTally
from summarizer.contract.version import __version__
from summarizer.running.settings import DEFAULT_MODEL, unread_variables

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from summarizer.contract.article import Article
    from summarizer.contract.request import Request
    from summarizer.endpoint.client import Endpoint
    from summarizer.running.model_calls import ModelCalls
    from summarizer.running.settings import Settings

Level = Literal["ok", "note", "FAIL"]
_OLDEST_PYTHON = (3, 11)
LIBRARIES = ("openai", "instructor", "pydantic", "diskcache", "sentencex", "trafilatura")
# What is read, written or run with a library of its own, the library, and the extra that brings it.
EXTRAS = (
    ("PDF", "pypdfium2", "pdf"),
    ("Parquet files", "pyarrow", "parquet"),
    (".zst", "zstandard", "zstd"),
    ("pandas", "pandas", "tables"),
    ("Ray", "ray", "ray"),
)
_KEYS = ("OPENAI_API_KEY", "SUMMARIZER_API_KEY")
_SAMPLE = "Harbour wall repaired\n\n“The wall will hold,” mayor Ina Torv said on Monday.\n"
_MOST_MODELS_SHOWN = 8


class Finding(NamedTuple):
    """The result of one examination; "note" is worth knowing, but not an error."""

    level: Level
    name: str
    detail: str


def examine_setup(settings: Settings) -> Iterator[Finding]:
    """Examine what needs no network: Python, libraries, data files, cache, keys and the rules."""
    is_new = sys.version_info >= _OLDEST_PYTHON
    yield Finding("ok" if is_new else "FAIL", "python", f"{platform.python_version()} on {platform.system()}")
    yield Finding("ok", "summarizer", __version__)
    yield _libraries()
    yield _extras()
    yield _data_files()
    yield _cache(settings)
    for name in _KEYS:
        yield Finding("ok" if os.environ.get(name) else "note", name, "set" if os.environ.get(name) else "not set")
    for name, likely in unread_variables(os.environ):
        yield Finding("note", name, f"no setting, and not read: did you mean {likely}?")
    yield _rules()


def _libraries() -> Finding:
    found, missing = [], []
    for name in LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return Finding("FAIL", "libraries", f"missing: {', '.join(missing)} (install summarizer again)")
    return Finding("ok", "libraries", ", ".join(found))


def _extras() -> Finding:
    missing = [f"{what} (summarizer[{extra}])" for what, module, extra in EXTRAS if find_spec(module) is None]
    if missing:
        return Finding("note", "extras", f"not installed, and only needed for: {', '.join(missing)}")
    return Finding("ok", "extras", ", ".join(what for what, _, _ in EXTRAS))


def _data_files() -> Finding:
    wanted = {"prompts": "whole.md", "schemas": "report.json"}
    missing = [
        f"{folder}/{name}" for folder, name in wanted.items() if not (files(f"summarizer.{folder}") / name).is_file()
    ]
    if missing:
        return Finding("FAIL", "data files", f"missing: {', '.join(missing)} (install summarizer again)")
    return Finding("ok", "data files", "prompts and schemas are installed")


def _cache(settings: Settings) -> Finding:
    from summarizer.running.cache import ResultCache, cache_folder  # noqa: PLC0415  heavy

    if not settings.cache:
        return Finding("note", "cache", "turned off")
    folder = cache_folder(settings)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
        cache = ResultCache(folder)
        try:
            stats = cache.stats()
        finally:
            cache.close()
    except OSError as error:
        return Finding("FAIL", "cache", f"{folder}: {error.strerror or error} (name another with --cache-dir)")
    except CacheError as error:
        return Finding("FAIL", "cache", str(error))
    return Finding("ok", "cache", f"{folder}: {stats.answers} answers, {stats.size / 1000:,.0f} kB")


def _rules() -> Finding:
    from summarizer.engines.rules.engine import answer_by_rules  # noqa: PLC0415  heavy
    from summarizer.grounding.ground import ground  # noqa: PLC0415  heavy

    article = _sample()
    report = ground(article, answer_by_rules(article), origin="rules")
    names = [claim.source.name for claim in report.claims]
    if names != ["Ina Torv"]:
        return Finding(
            "FAIL", "rules", f"the sample article should have one claim, by Ina Torv, but has claims by: {names}"
        )
    return Finding("ok", "rules", "the extractive engine works, without a key or network")


def _sample() -> Article:
    from summarizer.reading.articles import article_from_text  # noqa: PLC0415  heavy

    return article_from_text(_SAMPLE, id="sample")


async def examine_endpoint(settings: Settings) -> AsyncIterator[Finding]:
    """Ask an endpoint for its models and context, and about a sample article as `run` asks; then in each mode.

    The sample's answer decides: what `run` copes with is no failure here. Raises CallError when the settings name no
    usable endpoint.
    """
    from summarizer.endpoint.profile import read_profile  # noqa: PLC0415  for an endpoint alone
    from summarizer.running.model_calls import ModelCalls  # noqa: PLC0415  as above

    model = settings.model or ("any" if settings.base_url else DEFAULT_MODEL)
    calls = ModelCalls(settings.model_copy(update={"model": model}), RunTally())
    try:
        yield Finding("ok", "endpoint", calls.endpoint.address)
        models = await _listing(calls.endpoint)
        yield models
        if models.level == "FAIL":
            return
        profile = await read_profile(calls.endpoint)
        if profile.context is None:
            yield Finding("note", "context", "the endpoint does not say; set --context if it is below 32,768 tokens")
        else:
            yield Finding("ok", "context", f"{profile.context:,} tokens")
        answer = await _answer(calls)
        yield answer
        if answer.level == "ok":
            for habit in calls.habits():
                yield Finding("note", "asked", habit)
            async for finding in _modes(calls):
                yield finding
    finally:
        await calls.aclose()


async def _listing(endpoint: Endpoint) -> Finding:
    try:
        await endpoint.knock()
        return _models(await endpoint.get("/models"), endpoint.model)
    except UnreachableError as error:
        return Finding("FAIL", "models", f"{error.message} ({error.hint})")
    except SummarizerError as error:  # a server may list no models and answer all the same
        return Finding("note", "models", error.message)


async def _answer(calls: ModelCalls) -> Finding:
    """Whether a sample article is answered, asked about as `run` does."""
    from summarizer.contract.tally import CallTally, current_call  # noqa: PLC0415  for an endpoint alone

    call = CallTally(article_id="sample")
    current_call.set(call)
    try:
        answer = await calls.engine.answer(_sample())
    except SummarizerError as error:
        return Finding("FAIL", "answer", f"{error.message} ({error.hint})")
    took = (
        f"{call.attempts} request{'' if call.attempts == 1 else 's'}, {call.prompt_tokens} + {call.completion_tokens}"
    )
    return Finding("ok", "answer", f"mode {answer.parameters['mode']}; {took} tokens for a sample of two sentences")


def _models(listed: object, model: str) -> Finding:
    entries = listed.get("data") if isinstance(listed, dict) else None
    names = [str(entry.get("id")) for entry in entries or () if isinstance(entry, dict)]
    if not names:
        return Finding("note", "models", "the endpoint lists no models")
    shown = ", ".join(names[:_MOST_MODELS_SHOWN]) + (
        f" and {len(names) - _MOST_MODELS_SHOWN} more" if len(names) > _MOST_MODELS_SHOWN else ""
    )
    if model in names:
        return Finding("ok", "models", f"{model} is available; all models: {shown}")
    # Not an error in itself: a server of a single model accepts any name.
    return Finding("note", "models", f"{model} is not listed; the models are: {shown}")


async def _modes(calls: ModelCalls) -> AsyncIterator[Finding]:
    from summarizer.contract.request import WireMode  # noqa: PLC0415  for an endpoint alone

    request = calls.engine.preview(_sample())[0]
    for mode in get_args(WireMode):
        yield await _mode(calls, replace(request, mode=mode))


async def _mode(calls: ModelCalls, request: Request) -> Finding:
    name = f"mode {request.mode}"
    try:
        completion = await calls.complete(request)
    except SummarizerError as error:
        return Finding("note", name, f"refused: {error.message}")
    if completion.json_text is None:
        return Finding("note", name, "accepted, but the answer did not match the schema")
    return Finding("ok", name, f"works ({completion.prompt_tokens} + {completion.completion_tokens} tokens)")


def endpoint_of(settings: Settings) -> Endpoint:
    """The endpoint that the settings name. Raises CallError when they do not name a usable one."""
    from summarizer.endpoint.client import Endpoint  # noqa: PLC0415  for an endpoint alone
    from summarizer.endpoint.services import resolve_service  # noqa: PLC0415  as above

    model = settings.model or ("any" if settings.base_url else DEFAULT_MODEL)
    key = settings.api_key.get_secret_value() if settings.api_key else None
    service = resolve_service(model, base_url=settings.base_url, api_key=key, environ=os.environ)
    return Endpoint(service, timeout=settings.timeout, headers=settings.sent_headers())


def means_endpoint(settings: Settings) -> bool:
    """Whether the settings name a model, an endpoint or a key."""
    from summarizer.running.settings import choose_engine  # noqa: PLC0415  heavy

    if settings.base_url is not None:
        return True
    try:
        return choose_engine(settings).engine == "llm"
    except CallError:
        return False
