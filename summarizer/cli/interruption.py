"""Ctrl-C during a run: the first one lets what is in flight finish, the second ends the run at once."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from summarizer.cli.console import complain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from summarizer.running.runner import Runner


def how_to_go_on(runner: Runner[Any]) -> str:
    is_kept = runner.choice.engine == "llm" and runner.settings.cache
    rest = ": what was answered is not asked for again" if is_kept else ""
    return f"interrupted; run the same command again to go on{rest}"


@contextmanager
def interruptible(runner: Runner[Any]) -> Iterator[threading.Event]:
    """Let the first Ctrl-C finish what is in flight; the second ends the run at once. The event says that one came."""
    came = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield came  # only the main thread may handle signals
        return

    def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  the signal module's signature
        if came.is_set():
            complain(how_to_go_on(runner))
            raise KeyboardInterrupt
        came.set()
        complain("stopping: waiting for what is in flight; press Ctrl-C again not to wait")
        runner.stop()

    earlier = signal.signal(signal.SIGINT, stop)
    try:
        yield came
    finally:
        signal.signal(signal.SIGINT, earlier)
