"""One process that works for a run: it takes jobs from standard input and answers on standard output.

`workers.py` starts it and is the only one to write to it. It ends when its standard input does, so that no run, however
it ends, leaves one behind.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle  # between a process and its own child, never from a file
import signal
import sys
import time
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from summarizer.running.logs import PACKAGE, silence_libraries

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.contract.answer import Answer
    from summarizer.contract.article import Article
    from summarizer.engines.model.steps import Step
    from summarizer.engines.model.task import Task
    from summarizer.running.pipeline import Input
    from summarizer.running.settings import Settings


_MOST_KNOWN = 64  # articles; as many as wait for a step at a time, and what is read from one takes a megabyte


class Start(NamedTuple):
    """What a process is told first: the run's settings, and what it should log."""

    settings: Settings
    log_level: int


class Articles(NamedTuple):
    """A job: make the reports of some inputs by rules, and of each report what `then` makes of it."""

    inputs: tuple[Input, ...]
    then: Callable[[Any], Any]

    @property
    def turn(self) -> int:
        """As they came."""
        return 0


class Grounding(NamedTuple):
    """A job: build the report that a model's answer proves."""

    article: Article
    answer: Answer

    @property
    def turn(self) -> int:
        """Before other answers are read: what was read from its article is still known."""
        return 1


class ReadingAhead(NamedTuple):
    """A job: read an article while the model answers."""

    article: Article

    @property
    def turn(self) -> int:
        """When nothing else is to be done."""
        return 3


class Reading(NamedTuple):
    """A job: a step of what is done with a model's answer."""

    task: Task[Any, Any]
    step: Step

    @property
    def turn(self) -> int:
        """What comes last of an answer comes first: then it is kept."""
        return 0 if self.step.is_last else 2


Job = Articles | Grounding | Reading | ReadingAhead


class Reply(NamedTuple):
    """What came of a job: its value or the error that it raised, the CPU seconds that it took, and what was logged."""

    value: Any
    error: Exception | None = None
    seconds: float = 0.0
    records: tuple[logging.LogRecord, ...] = ()


def work() -> None:
    """Do what standard input asks for until it ends."""
    _leave_signals()
    jobs = sys.stdin.buffer
    with _take_standard_output() as replies:
        start: Start = pickle.load(jobs)  # noqa: S301  from our parent
        records = _Records(start.log_level)
        do = _prepared(start.settings)
        _send(replies, Reply(None, seconds=time.process_time()))
        while True:
            try:
                job = pickle.load(jobs)  # noqa: S301  as above
            except EOFError:
                return
            begin = time.process_time()
            try:
                value, error = do(job), None
            except Exception as raised:  # noqa: BLE001  raised again by the parent
                value, error = None, raised
            _send(replies, Reply(value, error, time.process_time() - begin, records.taken()))
            del job, value


def _prepared(settings: Settings) -> Callable[[Job], Any]:
    from summarizer.contract.failure import Failure  # noqa: PLC0415  the parent needs of this module only the jobs
    from summarizer.contract.tally import RunTally  # noqa: PLC0415
    from summarizer.grounding.ground import read_for_grounding  # noqa: PLC0415
    from summarizer.running.model_reports import report_of_answer  # noqa: PLC0415
    from summarizer.running.pipeline import Pipeline  # noqa: PLC0415
    from summarizer.running.rule_reports import RuleReports  # noqa: PLC0415

    pipeline = Pipeline(RuleReports(settings.min_confidence), RunTally())
    known = _KnownArticles()

    def do(job: Job) -> Any:
        if isinstance(job, Reading):
            return job.step._replace(article=known.one_like(job.step.article)).done_by(job.task)
        if isinstance(job, ReadingAhead):
            read_for_grounding(known.one_like(job.article))
            return None
        if isinstance(job, Grounding):
            return report_of_answer(settings, known.one_like(job.article), job.answer)
        results = map(pipeline.outcome_by_rules, job.inputs)
        return [result if isinstance(result, Failure) else job.then(result) for result in results]

    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)  # as the command does: an article's objects are freed without it
    return do


class _KnownArticles:
    """The articles that jobs came for last, with all that has been read from them: most come for several jobs."""

    def __init__(self) -> None:
        self._known: dict[Article, Article] = {}

    def one_like(self, article: Article) -> Article:
        """The same article, the one that has been read if there is one."""
        known = self._known.pop(article, article)
        self._known[known] = known  # the last of them
        if len(self._known) > _MOST_KNOWN:
            del self._known[next(iter(self._known))]
        return known


def _leave_signals() -> None:
    """Leave it to the parent what a signal means: it lets what is in flight finish."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)


def _take_standard_output() -> BinaryIO:
    """Standard output for the replies alone: what anything prints goes to standard error."""
    sys.stdout.flush()
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return replies


def _send(replies: BinaryIO, reply: Reply) -> None:
    try:
        pickle.dump(reply, replies, pickle.HIGHEST_PROTOCOL)
        replies.flush()
    except BrokenPipeError:  # the parent was killed; Python would complain when it flushes at exit
        os._exit(0)


class _Records(logging.Handler):
    """Keeps what our loggers say, for the parent's handlers."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        silence_libraries()
        self._kept: list[logging.LogRecord] = []
        logger = logging.getLogger(PACKAGE)
        logger.addHandler(self)
        logger.setLevel(level)

    def emit(self, record: logging.LogRecord) -> None:
        record.msg, record.args = self.format(record), None  # with the trace, which cannot be sent
        record.exc_info = record.exc_text = None
        self._kept.append(record)

    def taken(self) -> tuple[logging.LogRecord, ...]:
        """What was said since the last time."""
        records = tuple(self._kept)
        self._kept.clear()
        return records
