"""The settings of a run, each declared once: its type, default, help and group.

The command line's options (`summarizer/cli/options.py`), the SUMMARIZER_* variables, the keyword arguments in Python
(`options.py`) and docs/settings.md all come from `Settings`; the last two are written by `make settings`.
"""

from __future__ import annotations

import inspect
import json
import os
import re
from difflib import get_close_matches
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    NonNegativeFloat,
    NonNegativeInt,
    PositiveFloat,
    PositiveInt,
    SecretStr,
    ValidationError,
)

from summarizer.contract.errors import CallError
from summarizer.contract.frozen import Frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

T = TypeVar("T")
EngineName = Literal["auto", "llm", "extractive", "rules"]
ModeName = Literal["auto", "json_schema", "tools", "json", "fenced"]
AsksName = Literal["auto", "claims", "speakers"]

PREFIX = "SUMMARIZER_"
DEFAULT_MODEL = "openai/gpt-5.4-mini"  # of which OPENAI_API_KEY alone makes the choice
INPUT, ENGINE, LIMITS, CACHE = "Input options", "Engine options", "Limits", "Cache options"
_NOT_MISSED = frozenset({"engine", "min_confidence", "model", "base_url"})  # by who asks the rules
_NO_LIMIT_HINT = "leave it out for no limit"
_HINT = "see `summarizer run --help`"
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")


def _read_extra(value: object) -> object:
    """A JSON object, or the text of one."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        msg = 'not a JSON object, such as {"top_p": 0.9}'
        raise ValueError(msg) from None


def _name_of_rules(engine: EngineName) -> EngineName:
    """Rules are the extractive engine, whose name stands in every report."""
    return "extractive" if engine == "rules" else engine


def _read_lines(value: object) -> object:
    """Several texts, from a list of them or from one text with one on each line."""
    return tuple(filter(None, map(str.strip, value.splitlines()))) if isinstance(value, str) else value


def _read_headers(value: object) -> object:
    """Headers as "NAME: VALUE", from a list of them, a mapping, or one text with one on each line."""
    if isinstance(value, dict):
        value = [f"{name}: {text}" for name, text in value.items()]
    told = _read_lines(value)
    if not isinstance(told, list | tuple):
        return told
    for one in told:
        name, colon, text = (one.get_secret_value() if isinstance(one, SecretStr) else str(one)).partition(":")
        is_name = bool(_HEADER_NAME.fullmatch(name.strip()))
        if not (colon and is_name and text.strip().isprintable() and text.isascii()):
            msg = "a header is NAME:VALUE, in plain letters"  # its value may be a secret
            raise ValueError(msg)
    return tuple(told)


Extra = Annotated[dict[str, Any], BeforeValidator(_read_extra)]
Headers = Annotated[tuple[SecretStr, ...], BeforeValidator(_read_headers)]
Names = Annotated[tuple[str, ...], BeforeValidator(_read_lines)]


class About(NamedTuple):
    """What a person reads about a setting; `flag` is the option that turns the default of a yes-or-no setting round."""

    group: str
    help: str
    metavar: str | None = None
    flag: str | None = None


class Settings(Frozen):
    """Every setting of a run. One without `About` (the key) is not an option of the command line."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    engine: Annotated[
        EngineName,
        AfterValidator(_name_of_rules),
        About(
            ENGINE,
            "extractive (or rules): no key, no network. llm: a model. auto: llm if a model or OPENAI_API_KEY is set.",
        ),
    ] = "auto"
    model: Annotated[str | None, About(ENGINE, "Such as openai/gpt-5.4-mini or ollama/qwen3.", "MODEL")] = None
    base_url: Annotated[str | None, About(ENGINE, "Any endpoint that speaks OpenAI's protocol.", "URL")] = None
    api_key: SecretStr | None = None  # a key on the command line is seen by every user of the machine
    header: Annotated[
        Headers, About(ENGINE, "Sent with every request, never kept or logged; may be given often.", "NAME:VALUE")
    ] = ()
    fallback: Annotated[
        Names, About(ENGINE, "Answers what the model before it fails for good; may be given often.", "MODEL")
    ] = ()
    mode: Annotated[ModeName, About(ENGINE, "How structured output is asked for; auto finds out.")] = "auto"
    asks: Annotated[
        AsksName,
        About(
            ENGINE,
            "What a model is asked: whole claims, or just who says each sentence; auto: that, if below 4B parameters.",
        ),
    ] = "auto"
    max_reasks: Annotated[NonNegativeInt, About(ENGINE, "Times to ask again for a wrong answer.", "N")] = 4
    language: Annotated[str | None, About(ENGINE, "Language of the answer; else the article's.", "LANG")] = None
    context: Annotated[
        PositiveInt | None, About(ENGINE, "What the model holds; else the endpoint is asked.", "TOKENS")
    ] = None
    window: Annotated[PositiveInt | None, About(ENGINE, "Sentences sent at a time; else as many as fit.", "N")] = None
    max_output_tokens: Annotated[PositiveInt | None, About(ENGINE, "Longest answer to one request.", "N")] = None
    temperature: Annotated[NonNegativeFloat | None, Field(le=2), About(ENGINE, "Of the model; else 0.", "T")] = None
    reasoning_effort: Annotated[
        str | None,
        Field(pattern=r"^\w{1,20}$"),
        About(ENGINE, "How much a model thinks: none, low, medium, high, …", "WORD"),
    ] = None
    extra: Annotated[Extra | None, About(ENGINE, "An object that is added to every request's body.", "JSON")] = None
    batch: Annotated[
        bool,
        About(ENGINE, "Ask by the service's Batch API: cheaper, within 24 hours (docs/batch.md).", flag="--batch"),
    ] = False
    complete: Annotated[
        bool, About(ENGINE, "Add statements that the model missed, found by rules.", flag="--complete")
    ] = False
    min_confidence: Annotated[
        float,
        Field(ge=0, le=1),
        About(ENGINE, "Leave out claims of less; docs/report.md says how it is counted.", "SHARE"),
    ] = 0.4
    allow_private: Annotated[
        bool, About(INPUT, "Fetch addresses of private networks and of this machine too.", flag="--allow-private")
    ] = False
    concurrency: Annotated[PositiveInt, Field(le=1000), About(LIMITS, "Requests at one time.", "N")] = 16
    workers: Annotated[
        PositiveInt | None,
        Field(le=256),
        About(LIMITS, "Processes in all; else all cores by rules, two with a model, for what is long enough.", "N"),
    ] = None
    rpm: Annotated[PositiveFloat | None, About(LIMITS, "Requests a minute.", "N")] = None
    tpm: Annotated[PositiveFloat | None, About(LIMITS, "Tokens a minute.", "N")] = None
    timeout: Annotated[PositiveFloat, Field(le=86_400), About(LIMITS, "For one request.", "SECONDS")] = 120.0
    max_answer: Annotated[
        PositiveInt, Field(le=1024), About(LIMITS, "Largest answer that is read; more ends the request.", "MIB")
    ] = 32
    max_attempts: Annotated[
        PositiveInt | None,
        Field(le=1000),
        About(LIMITS, "Most requests for one answer; else 6 that fail, refusals for their rate apart.", "N"),
    ] = None
    max_wait: Annotated[
        PositiveFloat, Field(le=604_800), About(LIMITS, "For one article, between its requests, in all.", "SECONDS")
    ] = 600.0
    max_cost: Annotated[NonNegativeFloat | None, About(LIMITS, "Stop before the call that passes it.", "DOLLARS")] = (
        None
    )
    max_tokens: Annotated[NonNegativeInt | None, About(LIMITS, "Stop before the call that passes it.", "N")] = None
    prices: Annotated[Path | None, About(LIMITS, "A price table over the built-in one.", "FILE")] = None
    cache: Annotated[bool, About(CACHE, "Neither read nor keep answers.", flag="--no-cache")] = True
    cache_dir: Annotated[Path | None, About(CACHE, "Where answers are kept.", "DIR")] = None

    def sent_headers(self) -> dict[str, str]:
        """The headers of `header` by their names."""
        told = (one.get_secret_value().partition(":") for one in self.header)
        return {name.strip(): text.strip() for name, _, text in told}


ABOUT = {
    name: about for name, field in Settings.model_fields.items() for about in field.metadata if isinstance(about, About)
}


class EngineChoice(NamedTuple):
    """Which engine answers, and why, in words for a person."""

    engine: Literal["llm", "extractive"]
    reason: str


def read_settings(spelt: Callable[[str], str] = str, /, **options: Any) -> Settings:
    """The settings: options over SUMMARIZER_* variables over defaults.

    An option that is None counts as not given, and so does an empty variable. Raises CallError naming the one that is
    wrong as it was `spelt`: by its keyword, unless the command line says otherwise.
    """
    unknown = next((name for name in options if name not in Settings.model_fields), None)
    if unknown is not None:
        likely = get_close_matches(unknown, Settings.model_fields, n=2)
        hint = f"did you mean {' or '.join(likely)}?" if likely else "help(summarizer.summarize) lists the options"
        raise CallError(f"there is no option {unknown!r}", hint=hint)
    given = {name: value for name, value in options.items() if value is not None}
    try:
        return Settings(**_read_variables(os.environ) | given)
    except ValidationError as error:
        wrong = error.errors(include_url=False)[0]
        name = str(wrong["loc"][0])
        place = spelt(name) if name in given else variable_name(name)
        help_hint = _HINT if spelt is option_name else "help(summarizer.summarize) lists the options"
        hint = _NO_LIMIT_HINT if name in {"rpm", "tpm", "max_cost", "max_tokens"} else help_hint
        raise CallError(f"{place}: {wrong['msg'].lower()}", hint=hint) from None


def with_options_listed(documented: T) -> T:
    """Add the options, with their defaults, to the docstring of what takes them as keywords: help() shows them."""
    lines = ["", "", "Options, each None or left out for its default or its SUMMARIZER_* variable:", ""]
    for name, field in Settings.model_fields.items():
        about = ABOUT.get(name)
        text = "The key of the endpoint." if about is None else about.help
        if about is not None and about.flag is not None:
            text = f"False: {text}" if field.default else f"True: {text}"
        default = "" if field.default in (None, ()) else f" ({field.default!r} by default)"
        lines += wrap(f"{name}: {text}{default}", 100, subsequent_indent="    ")
    documented.__doc__ = inspect.cleandoc(documented.__doc__ or "") + "\n".join(lines)
    return documented


def _read_variables(environ: Mapping[str, str]) -> dict[str, Any]:
    values = {name.upper(): value for name, value in environ.items() if value}
    return {name: values[variable] for name in Settings.model_fields if (variable := variable_name(name)) in values}


def unread_variables(environ: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The variables that are named almost as one of a setting is, each with those that may have been meant."""
    known = {variable_name(name).removeprefix(PREFIX) for name in Settings.model_fields}
    for variable in sorted(environ):
        name = variable.removeprefix(PREFIX)
        if name != variable and name not in known and (likely := get_close_matches(name, known, n=2, cutoff=0.8)):
            yield variable, " or ".join(f"{PREFIX}{one}" for one in likely)


def option_name(name: str) -> str:
    """How a setting is spelt on the command line."""
    about = ABOUT.get(name)
    return about.flag if about and about.flag else f"--{name.replace('_', '-')}"


def variable_name(name: str) -> str:
    """The environment variable that a setting is read from."""
    return f"{PREFIX}{name.upper()}"


def unused_by_rules(settings: Settings) -> tuple[str, ...]:
    """The options that are given and that only a model heeds, as the command line spells them; --model itself aside."""
    fields = Settings.model_fields
    of_model = (name for name, about in ABOUT.items() if about.group == ENGINE and name not in _NOT_MISSED)
    return tuple(option_name(name) for name in of_model if getattr(settings, name) != fields[name].default)


def choose_engine(settings: Settings, environ: Mapping[str, str] | None = None) -> EngineChoice:
    """Which engine the settings mean. Raises CallError when a model is needed and none is named."""
    env = os.environ if environ is None else environ
    choice = _choose(settings, env)
    if settings.batch and choice.engine == "extractive":
        raise CallError("--batch is for a language model", hint="name one with --model, or leave --batch out")
    return choice


def _choose(settings: Settings, env: Mapping[str, str]) -> EngineChoice:
    if settings.engine == "extractive":
        return EngineChoice("extractive", "as --engine says")
    if settings.model:
        return EngineChoice("llm", f"model {settings.model}")
    if settings.base_url is not None:
        hint = "add --model; `summarizer doctor --base-url …` lists what the endpoint offers"
        raise CallError("--base-url (or SUMMARIZER_BASE_URL) is given, but no model", hint=hint)
    if env.get("OPENAI_API_KEY"):
        return EngineChoice("llm", f"model {DEFAULT_MODEL}, because OPENAI_API_KEY is set")
    if settings.engine == "llm":
        raise CallError("the llm engine needs a model", hint="add --model, or set SUMMARIZER_MODEL or OPENAI_API_KEY")
    return EngineChoice("extractive", "no --model, SUMMARIZER_MODEL or OPENAI_API_KEY")
