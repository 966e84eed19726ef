"""Shows how a run goes on: a bar on a terminal, else a line every few seconds; and the closing line."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.progress import Progress, TaskID

    from summarizer.contract.tally import RunTally

_LINE_SECONDS = 5.0
_BAR_SECONDS = 0.2


def count_inputs(inputs: Iterable[str]) -> int | None:
    """About how many articles the inputs hold, without opening any but JSONL; None when it cannot be told."""
    from summarizer.reading.inputs import FOLDER_SUFFIXES, LINES_SUFFIXES  # noqa: PLC0415  not needed by an idle command line

    total = 0
    for name in inputs:
        path = Path(name)
        try:
            if name == "-" or not path.exists():  # standard input, a glob, or nothing at all
                return None
            files = path.rglob("*") if path.is_dir() else iter([path])
            for file in files:
                if file.suffix.lower() in LINES_SUFFIXES:
                    total += _count_lines(file)
                elif not path.is_dir() or file.suffix.lower() in FOLDER_SUFFIXES:
                    total += 1
        except OSError:
            return None
    return total


def _count_lines(path: Path) -> int:
    count = 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            count += block.count(b"\n")
    return count


@contextmanager
def show_progress(tally: RunTally, total: int | None, stream: TextIO) -> Iterator[None]:
    """Show a run's progress on a stream while the body runs; `total` None when the number of articles is unknown."""
    begin = time.monotonic()
    with _bar(tally, total, stream) if stream.isatty() else _lines(tally, total, stream, begin):
        yield


@contextmanager
def _lines(tally: RunTally, total: int | None, stream: TextIO, begin: float) -> Iterator[None]:
    def say() -> None:
        elapsed = time.monotonic() - begin
        stream.write(f"summarizer: {progress_text(tally, elapsed, total)}\n")
        stream.flush()

    with _repeating(say, _LINE_SECONDS):
        yield


@contextmanager
def _bar(tally: RunTally, total: int | None, stream: TextIO) -> Iterator[None]:
    from rich.console import Console  # noqa: PLC0415  40 ms, for a terminal only
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415  as above

    bar = Progress(
        BarColumn(),
        TextColumn("{task.fields[counts]}", markup=False),
        TimeRemainingColumn(compact=True),
        console=Console(file=stream),
        transient=True,
        redirect_stdout=False,  # results are for stdout alone
    )
    task = bar.add_task("", total=total, counts="")
    begin = time.monotonic()
    with bar, _repeating(lambda: _update(bar, task, tally, begin), _BAR_SECONDS):
        yield


def _update(bar: Progress, task: TaskID, tally: RunTally, begin: float) -> None:
    bar.update(task, completed=tally.finished, counts=progress_text(tally, time.monotonic() - begin, None))


@contextmanager
def _repeating(action: Callable[[], None], seconds: float) -> Iterator[None]:
    """Do something every so many seconds in another thread, so that it goes on while a service is awaited."""
    over = threading.Event()

    def repeat() -> None:
        while not over.wait(seconds):
            action()

    thread = threading.Thread(target=repeat, name="summarizer-progress", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def progress_text(tally: RunTally, elapsed: float, total: int | None) -> str:
    """Where a run stands, on one line; `elapsed` in seconds."""
    done = f"{tally.done} of {total} done" if total else f"{tally.done} done"
    parts = [done, f"{tally.failed} failed", f"{tally.cached} cached"]
    rate = tally.finished / elapsed if elapsed > 0 else 0.0
    parts.append(f"{rate:.1f} articles/s")
    parts += _spent(tally)
    if total and rate and total > tally.finished:
        parts.append(f"about {_duration((total - tally.finished) / rate)} left")
    return ", ".join(parts)


def closing_text(tally: RunTally, elapsed: float) -> str:
    """What a run has done, on one line; `elapsed` in seconds."""
    cached = f" ({tally.cached} cached)" if tally.cached else ""
    parts = [f"{_counted(tally.done, 'report')}{cached}", _counted(tally.failed, "failure"), *_spent(tally)]
    return f"{', '.join(parts)}, {_duration(elapsed)}"


def _spent(tally: RunTally) -> list[str]:
    if not tally.attempts:
        return []
    cost = "unpriced" if tally.cost is None else f"${tally.cost:.4f}"
    tokens = f"{tally.prompt_tokens:,} + {tally.completion_tokens:,} tokens"
    return [_counted(tally.attempts, "request"), tokens, cost]


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
