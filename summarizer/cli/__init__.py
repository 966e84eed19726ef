"""The command line: `summarizer run`, and the commands that read what it wrote, or tell what it would do.

Nothing heavy is imported before a command is chosen, so that `--help` and completion answer at once.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.batch import batch_app
from summarizer.cli.cache import cache_app
from summarizer.cli.compare import compare
from summarizer.cli.console import add_command, complain
from summarizer.cli.doctor import doctor
from summarizer.cli.evaluate import evaluate_reports
from summarizer.cli.join import join
from summarizer.cli.prompt import prompt
from summarizer.cli.run import run
from summarizer.cli.schema import schema
from summarizer.cli.show import show_reports
from summarizer.cli.stats import stats
from summarizer.cli.view import view
from summarizer.contract.errors import CallError, SummarizerError
from summarizer.contract.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXAMPLES = """\b
Examples:
  summarizer run article.txt
  summarizer run articles/ -o reports/
  summarizer run articles/ -o reports.jsonl --model openai/gpt-5.4-mini
  summarizer run article.txt --base-url http://localhost:11434/v1 --model qwen3
  summarizer COMMAND --help
"""

# Plain help: drawing it with rich costs four times as long as all the rest of `--help`.
app = typer.Typer(
    name="summarizer",
    help="Turn news articles into summaries and source-attributed claims, each with the exact words that prove it.",
    epilog=_EXAMPLES,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


for _function in (run, join, compare, view, stats, prompt, schema, doctor):
    add_command(app)(_function)
add_command(app, "show")(show_reports)
add_command(app, "eval")(evaluate_reports)
app.add_typer(batch_app, name="batch")
app.add_typer(cache_app, name="cache")

_COMMANDS = ("run", "join", "compare", "view", "show", "stats", "prompt", "schema", "doctor", "eval", "batch", "cache")
_OWN_OPTIONS = ("--version", "--help", "-h", "--install-completion", "--show-completion")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001  its callback does the work
        bool, typer.Option("--version", help="Show the version and exit.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 all done, 1 something failed, 2 the call is wrong, 130 interrupted.

    A run that another signal has ended exits as shells say: 143 by SIGTERM, 129 by SIGHUP.
    """
    _fill_closed_streams()
    _start_fast()
    try:
        given = list(sys.argv[1:] if arguments is None else arguments)
        code = app(args=_with_command(given), prog_name="summarizer", standalone_mode=False)
    except SummarizerError as error:
        complain(str(error))
        code = 2 if isinstance(error, CallError) else 1
    except typer.TyperException as error:
        complain(f"{error.format_message().replace('Value error, ', '')} (see `{_help_command(error)}`)")
        code = 2
    except (typer.Abort, KeyboardInterrupt):
        code = 130
    except BrokenPipeError:
        # Whoever read our output has gone; without this Python complains when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)


def _with_command(arguments: list[str]) -> list[str]:
    """The arguments with `run` before them where they begin with an input: `summarizer article.txt`."""
    first = arguments[0] if arguments else "--help"
    if first in _COMMANDS or first in _OWN_OPTIONS:
        return arguments
    is_input = first == "-" or any(mark in first for mark in "./*") or Path(first).exists()
    return ["run", *arguments] if is_input else arguments


def _start_fast() -> None:
    """Spare this process, which is all ours, what costs a third of a second and does nothing for it."""
    # While modules are imported, and when they are released at the end, there is no garbage to collect.
    gc.set_threshold(50_000, 10, 10)
    atexit.register(gc.freeze)
    # pydantic looks for plugins in every installed distribution.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _fill_closed_streams() -> None:
    """What was started with a standard stream closed (`<&-`) would give its number to the next file that it opens."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    # Standard output stays None: results that nobody sees must not seem written.
    if sys.stdin is None:
        sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  as long as the process
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  as above


def _help_command(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return f"{context.command_path if context else 'summarizer'} --help"
