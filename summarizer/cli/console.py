"""How the command line looks: help with its options in groups, and one line an error."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import typer
from typer.core import TyperCommand

from summarizer.cli.options import GROUPS
from summarizer.output.controls import without_controls

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., Any]")
_ORDER = {name: number for number, name in enumerate(("Arguments", *GROUPS, "Options"))}


class GroupedCommand(TyperCommand):
    """A command whose plain help lists its options in groups."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write one section for each group of options."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is None:
                continue
            group = "Arguments" if param.param_type_name == "argument" else getattr(param, "rich_help_panel", None)
            sections.setdefault(group or "Options", []).append(record)
        for name, rows in sorted(sections.items(), key=lambda section: _ORDER[section[0]]):
            with formatter.section(name):
                formatter.write_dl(rows)


def add_command(app: typer.Typer, name: str | None = None) -> Callable[[Command], Command]:
    """Register a command, under its own name if no other is given; its docstring has its examples after "Examples:"."""

    def register(function: Command) -> Command:
        text, _, examples = (function.__doc__ or "").partition("\n\n    Examples:\n")
        epilog = "\b\nExamples:\n" + "\n".join(line[2:] for line in examples.splitlines()) if examples else None
        return app.command(name, cls=GroupedCommand, help=text, epilog=epilog)(function)

    return register


def show(text: str, *, nl: bool = True) -> None:
    """Print a text on standard output."""
    typer.echo(without_controls(text), nl=nl)


def complain(text: str) -> None:
    """Say one line on standard error, whatever characters are in it."""
    line = "".join(char if char.isprintable() else " " for char in f"summarizer: {text}")
    encoding = sys.stderr.encoding or "utf-8"
    with suppress(OSError):  # the terminal was closed: a run goes on without it
        sys.stderr.write(f"{' '.join(line.split())}\n".encode(encoding, "backslashreplace").decode(encoding))
        sys.stderr.flush()
