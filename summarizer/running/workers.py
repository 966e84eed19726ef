"""The processes of a run: each is a Python of its own, asked by one thread of this one.

They are started by their command line, not by multiprocessing: a program that uses us needs no `if __name__ ==
"__main__"`, may have threads, and may itself be typed into a terminal.
"""

from __future__ import annotations

import itertools
import logging
import os
import pickle  # between a process and its own child, never from a file
import subprocess
import sys
import threading
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from pathlib import Path
from queue import PriorityQueue
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.contract.errors import CallError, EngineError
from summarizer.contract.failure import Failure
from summarizer.running.logs import PACKAGE, get_logger
from summarizer.running.worker_process import Articles, Job, Reply, Start

if TYPE_CHECKING:
    from summarizer.contract.tally import RunTally
    from summarizer.running.settings import Settings

_BEGIN = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from summarizer.running.worker_process import work; work()"
)
_QUOTA = Path("/sys/fs/cgroup/cpu.max")
_log = get_logger("workers")


def usable_cores() -> int:
    """How many cores this process may use: those that it may run on, and no more than its container is given."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with suppress(OSError, ValueError):  # there is no quota, or "max"
        quota, period = map(int, _QUOTA.read_text("ascii").split())
        allowed = min(allowed, max(1, quota // period))
    return allowed


class _DeadProcess(Exception):  # noqa: N818  never leaves this module
    """A process ended before it answered."""


class _Ticket(NamedTuple):
    """A job in the queue: those that more waits for come first, and of one kind those that came first."""

    turn: int
    number: int
    job: Job | None  # None ends who takes it
    future: Future[Any]


class WorkerPool:
    """Some processes that do jobs. They start when `start` is called or the first job comes; `close` ends them.

    A process that dies loses nothing: its articles are done again, each by itself, and only the one that a process dies
    of a second time fails. `pays_after` is how many seconds of work a run by rules should do itself before it starts
    them; `note` counts them. Raises CallError for a job when no process can be started.
    """

    def __init__(self, settings: Settings, count: int, tally: RunTally, *, pays_after: float = 0.0) -> None:
        self.count = count
        self._settings = settings
        self._tally = tally
        self._pays_after = pays_after
        self._jobs: PriorityQueue[_Ticket] = PriorityQueue()
        self._numbers = itertools.count()
        self._threads: list[threading.Thread] = []
        self._processes: set[_Process] = set()
        self._changing = threading.Lock()  # held while processes begin or end, and times are added
        self._is_ready = pays_after <= 0  # whoever asks for processes does not want the work done without them
        self.beginning: Future[bool] = Future()  # whether the first process could be started, once that is known
        self._is_closed = False

    @property
    def is_ready(self) -> bool:
        """Whether the processes should be given the work."""
        return self._is_ready

    @property
    def is_started(self) -> bool:
        """Whether processes were started."""
        return bool(self._threads)

    @property
    def is_hungry(self) -> bool:
        """Whether no job waits to be taken."""
        return self._jobs.empty()

    def note(self, seconds: float) -> None:
        """Count the seconds of an article that was done without the processes; start them when they pay."""
        self._pays_after -= seconds
        if self._pays_after <= 0:
            self.start()

    def start(self) -> None:
        """Start the processes, if they are not, without waiting for them."""
        if self._threads or self._is_closed:
            return
        level = logging.getLogger(PACKAGE).getEffectiveLevel()
        start = Start(self._settings, level)
        for number in range(self.count):
            thread = threading.Thread(
                target=self._serve, args=(start,), name=f"summarizer-worker-{number}", daemon=True
            )
            self._threads.append(thread)
            thread.start()

    def submit(self, job: Job) -> Future[Any]:
        """Have a job done; its value comes as the future's result, what it raises as its exception."""
        self.start()
        future: Future[Any] = Future()
        self._jobs.put(_Ticket(job.turn, next(self._numbers), job, future))
        return future

    def close(self) -> None:
        """End the processes, and what they are doing."""
        with self._changing:
            self._is_closed = True
            processes = tuple(self._processes)
        for _ in self._threads:
            self._jobs.put(_Ticket(-1, next(self._numbers), None, Future()))
        for process in processes:
            process.end()
        for thread in self._threads:
            thread.join()
        while not self._jobs.empty():
            self._jobs.get().future.cancel()

    def _serve(self, start: Start) -> None:
        seat = _Seat(self, start)
        try:
            seat.process()  # it gets ready before there is a job
        except (_DeadProcess, CallError):
            self._tell_begun(self._is_ready)  # who asked for processes is told with the first job
        else:
            self._tell_begun(True)
        while (ticket := self._jobs.get()).job is not None:
            if not ticket.future.set_running_or_notify_cancel():
                continue
            try:
                value = self._done(seat, ticket.job)
            except BaseException as error:  # noqa: BLE001  raised where the future's result is asked for
                ticket.future.set_exception(error)
            else:
                ticket.future.set_result(value)
        seat.leave()

    def _tell_begun(self, has_begun: bool) -> None:
        with suppress(InvalidStateError):  # another process was faster
            self.beginning.set_result(has_begun)

    def _done(self, seat: _Seat, job: Job) -> Any:
        try:
            return self._answer(seat, job)
        except _DeadProcess as death:
            if self._is_closed:
                raise
            _log.warning("a process ended in its work (%s): it is done again", death)
        if not isinstance(job, Articles):
            try:
                return self._answer(seat, job)
            except _DeadProcess as death:
                raise _as_error(death) from None
        values: list[Any] = []
        for one in job.inputs:
            try:
                values += self._answer(seat, Articles((one,), job.then))
            except _DeadProcess as death:
                if self._is_closed:
                    raise
                values.append(Failure.of(_as_error(death), one))
        return values

    def _answer(self, seat: _Seat, job: Job) -> Any:
        reply = seat.ask(job)
        self.take(reply)
        if reply.error is not None:
            raise reply.error
        return reply.value

    def take(self, reply: Reply) -> None:
        """Count what a process took, and log what it logged."""
        with self._changing:
            self._tally.worker_seconds += reply.seconds
            self._is_ready = True
        for record in reply.records:
            logging.getLogger(record.name).handle(record)

    def begun(self, start: Start) -> _Process:
        """A new process, which `close` ends. Raises _DeadProcess when the pool is closed, CallError when it fails."""
        with self._changing:
            if self._is_closed:
                raise _DeadProcess("the run is over")
            process = _Process()
            self._processes.add(process)
        try:
            self.take(process.ask(start))
        except _DeadProcess as death:
            self.ended(process)
            if self._is_closed:
                raise
            raise _not_started(str(death)) from death
        return process

    def ended(self, process: _Process) -> None:
        """Note that a process is no more."""
        process.end()
        with self._changing:
            self._processes.discard(process)


class _Seat:
    """One thread's process, and the next one when it dies."""

    def __init__(self, pool: WorkerPool, start: Start) -> None:
        self._pool = pool
        self._start = start
        self._process: _Process | None = None

    def process(self) -> _Process:
        """The process, begun if there is none."""
        if self._process is None:
            self._process = self._pool.begun(self._start)
        return self._process

    def ask(self, job: Job) -> Reply:
        """The reply to a job. Raises _DeadProcess."""
        try:
            return self.process().ask(job)
        except _DeadProcess:
            self.leave()
            raise

    def leave(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            self._pool.ended(process)


class _Process:
    """A Python that runs worker_process.py, and the pipes to and from it."""

    def __init__(self) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603  our own
                [sys.executable, "-c", _BEGIN],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                process_group=0 if os.name == "posix" else None,  # its own: Ctrl-C is for us to answer
            )
        except OSError as error:
            raise _not_started(str(error)) from error
        self._is_told = False

    def ask(self, message: Job | Start) -> Reply:
        """Send a message and wait for the reply to it. Raises _DeadProcess."""
        requests, replies = self._process.stdin, self._process.stdout
        assert requests is not None  # noqa: S101  they are pipes
        assert replies is not None  # noqa: S101
        data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        try:
            if not self._is_told:
                self._is_told = True
                requests.write(pickle.dumps(sys.path))
            requests.write(data)
            requests.flush()
            reply: Reply = pickle.load(replies)  # noqa: S301  from our child
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:  # ValueError: it was ended by `end`
            raise _DeadProcess(self._how_it_ended()) from error
        return reply

    def end(self) -> None:
        """End it at once; whoever waits for its reply is told."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()

    def _how_it_ended(self) -> str:
        try:
            code = self._process.wait(5)
        except subprocess.TimeoutExpired:
            return "it no longer answers"
        return f"signal {-code}" if code < 0 else f"exit code {code}"


def _not_started(reason: str) -> CallError:
    return CallError(f"a process for the work cannot be started: {reason}", hint="run with --workers 1")


def _as_error(death: _DeadProcess) -> EngineError:
    hint = "it may need more memory than there is: run it by itself, with --workers 1"
    return EngineError(f"the process that worked on it ended: {death}", hint=hint)
