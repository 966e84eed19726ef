"""Shows a run's progress: a bar on a terminal, otherwise a line every few seconds; and the closing line."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.progress import Progress, TaskID

    from summarizer.contract.tally import RunTally

_SAMPLE = 1 << 16  # bytes
_BAR_SECONDS = 0.2  # between two updates of the bar
_BATCH_SECONDS = 300.0  # between two lines that say the same of a batch


def count_inputs(inputs: Iterable[str]) -> int | None:
    """About how many articles the inputs hold; None when that is unknown.

    Of a JSONL file only the beginning is read, and of what cannot be read again, a pipe or a device, nothing.
    """
    from summarizer.reading.kinds import FOLDER_SUFFIXES, LINES_SUFFIXES  # noqa: PLC0415  heavy

    total = 0
    for name in inputs:
        path = Path(name)
        try:
            if name == "-" or not (path.is_file() or path.is_dir()):  # also a glob, a pipe, or a missing file
                return None
            files = path.rglob("*") if path.is_dir() else iter([path])
            for file in files:
                if file.suffix.lower() in LINES_SUFFIXES and file.is_file():
                    total += _estimate_lines(file)
                elif not path.is_dir() or file.suffix.lower() in FOLDER_SUFFIXES:
                    total += 1
        except OSError:
            return None
    return total


def count_meanwhile(inputs: Iterable[str]) -> Callable[[], int | None]:
    """`count_inputs` in another thread: None until it has counted, because a large folder takes seconds."""
    counted: list[int | None] = []
    names = tuple(inputs)
    threading.Thread(target=lambda: counted.append(count_inputs(names)), name="summarizer-count", daemon=True).start()
    return lambda: counted[0] if counted else None


def _estimate_lines(path: Path) -> int:
    """About how many lines a file has, from those at its beginning."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(_SAMPLE)
    lines = start.count(b"\n")
    return lines if size <= len(start) else max(1, round(lines * size / len(start)))


@contextmanager
def show_progress(
    tally: RunTally, total: Callable[[], int | None], stream: TextIO, *, seconds_between_lines: float = 5.0
) -> Iterator[None]:
    """Show a run's progress on a stream while the body runs.

    `total` gives the number of articles, None while it is unknown.
    """
    with _bar(tally, total, stream) if stream.isatty() else _lines(tally, total, stream, seconds_between_lines):
        yield


@contextmanager
def _lines(tally: RunTally, total: Callable[[], int | None], stream: TextIO, seconds: float) -> Iterator[None]:
    begin = time.monotonic()
    told, told_at = "", begin

    def write_line() -> None:
        nonlocal told, told_at
        now = time.monotonic()
        if tally.batches and tally.batches == told and now - told_at < _BATCH_SECONDS:
            return  # a batch takes hours
        told, told_at = tally.batches, now
        stream.write(f"summarizer: {progress_text(tally, now - begin, total())}\n")
        stream.flush()

    with _repeating(write_line, seconds):
        yield


@contextmanager
def _bar(tally: RunTally, total: Callable[[], int | None], stream: TextIO) -> Iterator[None]:
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
    task = bar.add_task("", total=None, counts="")
    begin = time.monotonic()
    with suppress(OSError):  # a terminal that was closed
        bar.start()
    try:
        with _repeating(lambda: _update(bar, task, tally, total(), begin), _BAR_SECONDS):
            yield
    finally:
        with suppress(OSError):
            bar.stop()


def _update(bar: Progress, task: TaskID, tally: RunTally, total: int | None, begin: float) -> None:
    bar.update(task, total=total, completed=tally.finished, counts=progress_text(tally, time.monotonic() - begin, None))


@contextmanager
def _repeating(action: Callable[[], None], seconds: float) -> Iterator[None]:
    """Call `action` every few seconds in another thread, which goes on while the body waits for a service."""
    is_over = threading.Event()

    def repeat() -> None:
        while not is_over.wait(seconds):
            with suppress(OSError):  # the terminal was closed: the run goes on without it
                action()

    thread = threading.Thread(target=repeat, name="summarizer-progress", daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def progress_text(tally: RunTally, elapsed: float, total: int | None) -> str:
    """How far a run has come, on one line; `elapsed` in seconds, `total` as `count_inputs` estimates it."""
    done = f"{tally.done:,} of about {total:,} done" if total else f"{tally.done:,} done"
    parts = [done, f"{tally.failed} failed", f"{tally.cached} cached"]
    if tally.batches:
        return ", ".join([*parts, tally.batches, *_spent(tally)])
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


def unremembered_text(tally: RunTally) -> str:
    """That answers could not be put into the cache, and why, on one line."""
    count = _counted(tally.unremembered, "answer")
    return f"{count} could not be remembered, because {tally.unremembered_because}: the next run asks, and pays, again"


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
