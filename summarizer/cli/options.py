"""The options of commands, each declared once: settings come from `Settings`, the rest of a run from `RunOptions`.

`with_options` spreads them over a command's signature, where typer reads them, and hands the command what they say.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass, fields
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin, get_type_hints

import typer

from summarizer.running.settings import ABOUT, CACHE, ENGINE, INPUT, LIMITS, Settings, option_name, read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

OUTPUT, BATCH, NOTES = "Output options", "Batch options", "Notes on standard error"
GROUPS = (INPUT, OUTPUT, ENGINE, BATCH, LIMITS, CACHE, NOTES)  # in the order of help

SavedInputs = Annotated[
    list[str],
    typer.Argument(
        metavar="REPORTS...", help="Reports: .json or .jsonl files, folders, globs, or - for standard input."
    ),
]
FormatName = Literal[
    "json", "jsonl", "csv", "md", "markdown", "html", "parquet", "sqlite",
    "annotations", "schema-org", "ftm", "label-studio",
]  # fmt: skip
SchemaName = Annotated[
    str | None,
    typer.Option(
        "--schema", metavar="MODULE:MODEL", rich_help_panel=ENGINE, help="Fill in a pydantic model of your own instead."
    ),
]
PromptFile = Annotated[
    Path | None,
    typer.Option("--prompt", metavar="FILE", rich_help_panel=ENGINE, help="What --schema wants, in plain words."),
]


def _flag(name: str, group: str, help: str) -> Any:  # noqa: A002  its word
    return typer.Option(name, rich_help_panel=group, help=help)


@dataclass(frozen=True, kw_only=True)
class RunOptions:
    """The options of `summarizer run` besides the settings."""

    out: Annotated[
        str | None,
        typer.Option(
            "-o",
            "--out",
            metavar="OUT",
            rich_help_panel=OUTPUT,
            help="A folder (ending in /, or new), or a .json, .jsonl, .csv, .md, .html, .parquet or .sqlite file; "
            "else standard output.",
        ),
    ] = None
    form: Annotated[
        FormatName | None,
        typer.Option("--format", rich_help_panel=OUTPUT, help="If OUT's name does not tell it."),
    ] = None
    manifest: Annotated[
        Path | None,
        typer.Option(
            "--manifest", metavar="FILE", rich_help_panel=OUTPUT, help="What ran; else manifest.json beside OUT."
        ),
    ] = None
    save: Annotated[
        Path | None,
        typer.Option("--save", metavar="DIR", rich_help_panel=INPUT, help="Keep what was fetched from addresses."),
    ] = None
    schema: SchemaName = None
    prompt: PromptFile = None
    dry_run: Annotated[
        bool, _flag("--dry-run", BATCH, "Say what would be sent and what it may cost; send nothing.")
    ] = False
    retry_failed: Annotated[bool, _flag("--retry-failed", BATCH, "Run just those in failures.jsonl.")] = False
    shard: Annotated[
        str | None,
        typer.Option(
            "--shard", metavar="I/N", rich_help_panel=BATCH, help="Part I of N of the inputs; see `summarizer join`."
        ),
    ] = None
    fail_fast: Annotated[bool, _flag("--fail-fast", BATCH, "Take no new article after a failure.")] = False
    max_failures: Annotated[
        int | None,
        typer.Option("--max-failures", metavar="N", min=0, rich_help_panel=BATCH, help="The same, after more than N."),
    ] = None
    explain: Annotated[bool, _flag("--explain", NOTES, "The rule and cue behind each claim.")] = False
    quiet: Annotated[bool, typer.Option("-q", "--quiet", rich_help_panel=NOTES, help="Say nothing but errors.")] = False
    verbose: Annotated[
        int,
        typer.Option(
            "-v",
            "--verbose",
            count=True,
            show_default=False,
            rich_help_panel=NOTES,
            help="One line a request; -vv says more.",
        ),
    ] = 0
    log_file: Annotated[
        Path | None,
        typer.Option("--log-file", metavar="FILE", rich_help_panel=NOTES, help="Write those lines to a file."),
    ] = None

    @property
    def most_failures(self) -> int | None:
        """After how many failures no new article is taken."""
        return 0 if self.fail_fast else self.max_failures


def with_options(*settings: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command its options: these settings for its parameter `settings`, those of a run for `options`.

    What the command line does not say of a setting is None for `read_settings`, so that a variable or the default may.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        hints = get_type_hints(command, include_extras=True)
        groups = {"settings": [_setting_option(name) for name in settings]}
        if "options" in hints:
            groups["options"] = _run_options()
        own: list[inspect.Parameter] = []
        for one in inspect.signature(command).parameters.values():
            own += groups.get(one.name) or [one.replace(kind=one.KEYWORD_ONLY, annotation=hints[one.name])]

        @wraps(command)
        def call(**values: Any) -> None:
            given = {name: _value(name, values.pop(name)) for name in settings}
            values["settings"] = read_settings(option_name, **given)
            if "options" in hints:
                values["options"] = RunOptions(**{one.name: values.pop(one.name) for one in fields(RunOptions)})
            command(**values)

        # typer reads a command's options off its signature and annotations.
        call.__annotations__ = {one.name: one.annotation for one in own}
        setattr(call, "__signature__", inspect.Signature(own))  # noqa: B010  mypy does not know it of functions
        return call

    return decorate


def _setting_option(name: str) -> inspect.Parameter:
    about = ABOUT[name]
    option = typer.Option(option_name(name), metavar=about.metavar, rich_help_panel=about.group, help=about.help)
    return _parameter(name, Annotated[_typed(_setting_types()[name]) | None, option], None)


@cache
def _setting_types() -> dict[str, Any]:
    return get_type_hints(Settings)


def _typed(kind: Any) -> Any:
    """The type that a person types: several texts for a list of anything, a text for an object."""
    if get_origin(kind) is tuple:
        return list[str]
    is_object = any(get_origin(one) is dict for one in (kind, *get_args(kind)))
    return str if is_object else kind


def _run_options() -> list[inspect.Parameter]:
    hints = get_type_hints(RunOptions, include_extras=True)
    return [_parameter(one.name, hints[one.name], one.default) for one in fields(RunOptions)]


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _value(name: str, value: Any) -> Any:
    """What an option says of its setting: a flag turns the default round."""
    if not ABOUT[name].flag:
        return value or None if isinstance(value, list) else value
    return not Settings.model_fields[name].default if value else None
