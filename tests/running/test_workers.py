"""Processes that do a run's work: their results, their errors, their deaths and their end."""

from __future__ import annotations

import logging
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.article import Article
from summarizer.contract.errors import CallError
from summarizer.contract.failure import Failure
from summarizer.contract.tally import RunTally
from summarizer.running.settings import Settings
from summarizer.running.worker_process import Articles
from summarizer.running.workers import WorkerPool, usable_cores

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.report import Report

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals to processes")
TEXT = "“The dyke held all night,” warden Ada Kroon said on Monday. Nobody was hurt."
INPUTS = tuple(Article(id=f"a{number}", text=TEXT) for number in range(3))


@pytest.fixture
def tally() -> RunTally:
    return RunTally()


@pytest.fixture
def pool(tally: RunTally) -> Iterator[WorkerPool]:
    pool = WorkerPool(Settings(engine="extractive"), 1, tally)
    yield pool
    pool.close()


def same(report: Report) -> Report:
    return report


def number_of_process(_: Report) -> int:
    return os.getpid()


def die_of_the_second(report: Report) -> str:
    if report.article.id == "a1":
        os.kill(os.getpid(), signal.SIGKILL)
    return report.article.id


def die_once(report: Report) -> str:
    place = report.article.path
    assert place is not None
    if not Path(place).exists():
        Path(place).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return report.article.id


def fail(_: Report) -> None:
    raise LookupError("a bug")


def say(report: Report) -> str:
    print("to standard output")  # noqa: T201  what is tested
    logging.getLogger("summarizer.test").warning("about %s", report.article.id)
    return report.article.id


def done(pool: WorkerPool, then: Any, inputs: tuple[Article, ...] = INPUTS) -> list[Any]:
    result: list[Any] = pool.submit(Articles(inputs, then)).result(60)
    return result


def test_a_process_does_the_work_and_its_time_is_counted(pool: WorkerPool, tally: RunTally) -> None:
    reports = done(pool, same)
    assert [report.article for report in reports] == list(INPUTS)
    assert all(report.claims for report in reports)
    (process, *others) = set(done(pool, number_of_process))
    assert not others
    assert process != os.getpid()
    assert pool.is_ready
    assert tally.worker_seconds > 0


def test_an_error_of_what_is_done_with_a_report_is_raised_here(pool: WorkerPool) -> None:
    with pytest.raises(LookupError, match="a bug"):
        done(pool, fail)
    assert len(done(pool, same)) == 3  # the process goes on


def test_only_the_article_that_a_process_dies_of_twice_fails(
    pool: WorkerPool, caplog: pytest.LogCaptureFixture
) -> None:
    first, second, third = done(pool, die_of_the_second)
    assert (first, third) == ("a0", "a2")
    assert isinstance(second, Failure)
    assert (second.id, second.error) == ("a1", "EngineError")
    assert second.message == "the process that worked on it ended: signal 9"
    assert "it is done again" in caplog.text


def test_a_process_that_is_killed_loses_nothing(pool: WorkerPool, tmp_path: Path) -> None:
    inputs = tuple(one.model_copy(update={"path": str(tmp_path / "died")}) for one in INPUTS)
    assert done(pool, die_once, inputs) == ["a0", "a1", "a2"]


def test_what_it_logs_is_logged_here_and_what_it_prints_is_no_reply(
    pool: WorkerPool, caplog: pytest.LogCaptureFixture
) -> None:
    assert done(pool, say) == ["a0", "a1", "a2"]
    assert [record.getMessage() for record in caplog.records] == ["about a0", "about a1", "about a2"]


def test_nothing_is_started_before_it_pays(tally: RunTally) -> None:
    pool = WorkerPool(Settings(), 1, tally, pays_after=1.0)
    pool.note(0.9)
    pool.close()
    assert tally.worker_seconds == 0


def test_closing_ends_the_processes(tally: RunTally) -> None:
    pool = WorkerPool(Settings(), 2, tally)
    (process, *_) = done(pool, number_of_process)
    pool.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_python_that_cannot_be_started_ends_the_run(pool: WorkerPool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/python")
    with pytest.raises(CallError, match="cannot be started"):
        done(pool, same)


def test_there_is_a_core() -> None:
    assert 1 <= usable_cores() <= (os.cpu_count() or 1)
