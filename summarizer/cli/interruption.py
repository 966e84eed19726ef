"""Signals that end a run: the first one lets what is in flight finish, the second ends the run at once."""

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

_HANGUP = getattr(signal, "SIGHUP", None)  # a terminal or a connection that is closed, which Windows does not tell
# Ctrl-C; what `kill`, containers and service managers send.
_ENDING = (signal.SIGINT, signal.SIGTERM, *([_HANGUP] if _HANGUP is not None else []))


class Interruption:
    """Whether a signal has asked for the run's end, and which one: 0 while none has."""

    number: int = 0

    def __bool__(self) -> bool:
        return self.number != 0

    @property
    def exit_code(self) -> int:
        """What a shell reports of a program that this signal has ended."""
        return 128 + self.number


def how_to_go_on(runner: Runner[Any]) -> str:
    if runner.settings.batch:
        return "interrupted; batches go on at the service: run the same command again, or `summarizer batch cancel`"
    is_kept = runner.choice.engine == "llm" and runner.settings.cache
    rest = ": what was answered is not asked for again" if is_kept else ""
    return f"interrupted; run the same command again to go on{rest}"


@contextmanager
def interruptible(runner: Runner[Any]) -> Iterator[Interruption]:
    """Let the first signal finish what is in flight; the second ends the run at once."""
    came = Interruption()
    if threading.current_thread() is not threading.main_thread():
        yield came  # only the main thread may handle signals
        return

    def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001  the signal module's signature
        if came:
            complain(how_to_go_on(runner))
            raise KeyboardInterrupt
        came.number = number
        again = "press Ctrl-C again" if number == signal.SIGINT else "send the signal again"
        what = "a batch that is being sent" if runner.settings.batch else "what is in flight"
        complain(f"stopping: waiting for {what}; {again} not to wait")
        runner.stop()

    # A hangup that is ignored, as nohup has it, stays so.
    handled = [number for number in _ENDING if number != _HANGUP or signal.getsignal(number) is not signal.SIG_IGN]
    earlier = {number: signal.signal(number, stop) for number in handled}
    try:
        yield came
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)
