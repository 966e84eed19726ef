"""Compares saved reports for `summarizer compare`: the comparison goes to its place, all else to standard error."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from summarizer.cli.console import complain
from summarizer.cli.interruption import how_to_go_on, interruptible
from summarizer.cli.saved_reports import SavedReports
from summarizer.contract.errors import CallError
from summarizer.output.atomic_files import as_output_error, to_bytes, write_whole
from summarizer.output.comparison.formats import format_of_suffix, render
from summarizer.output.comparison.terminal import terminal_text
from summarizer.output.progress import unremembered_text
from summarizer.running.comparer import Comparer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.comparison import Comparison
    from summarizer.running.settings import Settings

_TABLE_WIDTH = 120  # columns, where there is no terminal to ask


def compare_saved(
    inputs: Sequence[str], settings: Settings, out: str | None, form: str | None, *, quiet: bool = False
) -> int:
    """Compare the reports of some inputs, write the comparison, and return the exit code. Raises SummarizerError."""
    path = None if out in (None, "-") else _check_out(str(out))
    name = form or (_format_of(path) if path else None)
    saved = SavedReports(inputs, out=out, tell_twice=True)
    with Comparer(settings) as comparer, interruptible(comparer.runner) as interruption:
        if comparer.choice.engine == "llm" and not quiet:
            complain(f"engine llm for what the rules leave open: {comparer.choice.reason}")
        comparison = comparer.compare(saved)
        _say_unanswered(comparer)
    if len(comparison.articles) == 1:
        complain("there is one article, and nothing to compare it with")
    if path is None:
        _print(comparison, name)
    else:
        text = _table(comparison) if name == "table" else render(comparison, name or "json")
        mark = "\ufeff" if name == "csv" else ""  # Excel takes a file without it for one of its own country's
        write_whole(path, to_bytes(mark + text))
    if interruption:
        complain(how_to_go_on(comparer.runner))
        return interruption.exit_code
    return 1 if saved.failed or comparer.failures else 0


def _say_unanswered(comparer: Comparer) -> None:
    """Say on standard error what the model did not answer, each reason once."""
    for (message, hint), count in Counter((one.message, one.hint) for one in comparer.failures).items():
        advice = f" ({hint})" if hint else ""
        complain(f"{_sheets(count)} not answered by the model, and compared by the rules alone: {message}{advice}")
    if comparer.unasked:
        complain(f"{_sheets(comparer.unasked)} not asked about, and compared by the rules alone")
    if comparer.tally.unremembered:
        complain(unremembered_text(comparer.tally))


def _sheets(count: int) -> str:
    return "1 sheet of passages was" if count == 1 else f"{count} sheets of passages were"


def _check_out(out: str) -> Path:
    path = Path(out)
    if not out or out.endswith(("/", os.sep)) or path.is_dir():
        raise CallError("a comparison is one file", where=out or "-o", hint="name a .json, .md, .html or .csv file")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CallError(f"cannot write: {error.strerror}", where=out, hint="name another -o") from None
    return path


def _format_of(path: Path) -> str:
    name = format_of_suffix(path.suffix)
    if name is None:
        hint = "end it in .json, .md, .html or .csv, or add --format"
        raise CallError("cannot tell the format from the name", where=str(path), hint=hint)
    return name


def _print(comparison: Comparison, name: str | None) -> None:
    stream = sys.stdout
    if stream is None:
        raise CallError("standard output is closed", hint="name a file with -o")
    is_terminal = stream.isatty()
    name = name or ("table" if is_terminal else "json")
    if name == "table" and is_terminal:
        width = shutil.get_terminal_size().columns
        typer.echo(terminal_text(comparison, width, is_colored="NO_COLOR" not in os.environ), nl=False)
        return
    text = _table(comparison) if name == "table" else render(comparison, name)
    with as_output_error("standard output"):
        stream.buffer.write(to_bytes(text))
        stream.buffer.flush()


def _table(comparison: Comparison) -> str:
    return terminal_text(comparison, _TABLE_WIDTH)
