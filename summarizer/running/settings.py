"""What a run is told: command-line options over SUMMARIZER_* variables over defaults, all checked in one place."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pydantic import Field, NonNegativeInt, PositiveInt, SecretStr, ValidationError

from summarizer.contract.errors import CallError
from summarizer.contract.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

EngineName = Literal["auto", "llm", "extractive"]
ModeName = Literal["auto", "json_schema", "tools", "json", "fenced"]
AsksName = Literal["auto", "claims", "speakers"]
PREFIX = "SUMMARIZER_"
_LIMITS = frozenset({"rpm", "tpm", "max_cost", "max_tokens"})


class Settings(Frozen):
    """Every setting of a run; each but the key is also an option of `summarizer run`, spelt with dashes."""

    engine: EngineName = "auto"
    model: str | None = None
    base_url: str | None = None
    api_key: SecretStr | None = Field(default=None, description="only ever read from the environment")
    mode: ModeName = Field(default="auto", description="how structured output is asked for")
    asks: AsksName = Field(
        default="auto", description="claims, or who says each sentence; auto goes by the size in the model's name"
    )
    max_reasks: NonNegativeInt = Field(default=4, description="how often an invalid answer is asked for again")
    language: str | None = Field(default=None, description="language of the answer; the article's own if not given")
    context: PositiveInt | None = Field(default=None, description="tokens that the model can hold")
    window: PositiveInt | None = Field(default=None, description="sentences sent in one call")
    complete: bool = Field(default=False, description="add missed statements as claims of origin rules")
    concurrency: PositiveInt = Field(default=16, le=1000, description="requests at one time")
    rpm: float | None = Field(default=None, gt=0, allow_inf_nan=False, description="requests a minute")
    tpm: float | None = Field(default=None, gt=0, allow_inf_nan=False, description="tokens a minute")
    timeout: float = Field(default=120.0, gt=0, le=86_400, allow_inf_nan=False, description="seconds for one request")
    max_attempts: PositiveInt = Field(default=6, le=1000, description="requests for one answer, the first included")
    max_cost: float | None = Field(default=None, ge=0, allow_inf_nan=False, description="US dollars")
    max_tokens: NonNegativeInt | None = Field(default=None, description="tokens over the whole run")
    max_output_tokens: PositiveInt | None = Field(default=None, description="tokens of one answer")
    prices: Path | None = Field(default=None, description="price table that overrides the built-in one")
    cache: bool = True
    cache_dir: Path | None = None


class EngineChoice(NamedTuple):
    """Which engine answers, and why, in words for a person."""

    engine: Literal["llm", "extractive"]
    reason: str


def read_settings(**given: Any) -> Settings:
    """The settings with what was given on top; None means not given. Raises CallError naming the wrong one."""
    told = {name: value for name, value in given.items() if value is not None}
    environ = tuple([(name, os.environ[name]) for name in os.environ if name[:11].upper() == PREFIX])
    try:
        try:
            return _read(tuple(told.items()), environ)
        except TypeError:  # what cannot be remembered, such as a list, is refused in pydantic's words
            return _with_environment(told) if environ else Settings(**told)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0]) if first["loc"] else "setting"
        option = f"--{name.replace('_', '-')}"
        place = option if given.get(name) is not None else f"SUMMARIZER_{name.upper()}"
        hint = "leave it out for no limit" if name in _LIMITS else "see `summarizer run --help`"
        raise CallError(f"{place}: {first['msg'].lower()}", hint=hint) from None


@lru_cache(maxsize=16, typed=True)  # reading takes as long as a third of an article
def _read(told: tuple[tuple[str, Any], ...], environ: tuple[tuple[str, str], ...]) -> Settings:
    return _with_environment(dict(told)) if environ else Settings(**dict(told))


def _with_environment(told: dict[str, Any]) -> Settings:
    from summarizer.running.environment import SettingsWithEnvironment  # noqa: PLC0415  a sixth of what a start takes

    return SettingsWithEnvironment(**told)


def choose_engine(settings: Settings, environ: Mapping[str, str] | None = None) -> EngineChoice:
    """Which engine the settings mean. Raises CallError when a model is needed and none is named."""
    env = os.environ if environ is None else environ
    if settings.engine == "extractive":
        return EngineChoice("extractive", "as --engine says")
    if settings.model:
        return EngineChoice("llm", f"model {settings.model}")
    if settings.base_url is not None:
        hint = "add --model; `summarizer doctor --base-url …` lists what the endpoint offers"
        raise CallError("--base-url (or SUMMARIZER_BASE_URL) is given, but no model", hint=hint)
    if env.get("OPENAI_API_KEY"):
        return EngineChoice("llm", "OPENAI_API_KEY is set")
    if settings.engine == "llm":
        raise CallError("the llm engine needs a model", hint="add --model, or set SUMMARIZER_MODEL or OPENAI_API_KEY")
    return EngineChoice("extractive", "no --model, SUMMARIZER_MODEL or OPENAI_API_KEY")
