"""The process that works for a run: what it is sent and what it says, by way of its own standard streams."""

from __future__ import annotations

import io
import pickle
import subprocess
from typing import TYPE_CHECKING, Any

from summarizer.contract.answer import Answer
from summarizer.contract.article import Article
from summarizer.contract.draft import Draft
from summarizer.contract.report import Report
from summarizer.running.settings import Settings
from summarizer.running.worker_process import Articles, Grounding, Reply, Start

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "“The dyke held all night,” warden Ada Kroon said on Monday. Nobody was hurt."
WORK = ["-c", "from summarizer.running.worker_process import work; work()"]


def replies(python: list[str], *jobs: object, settings: Settings | None = None) -> Iterator[Reply]:
    """What a process answers to jobs, until its standard input ends."""
    told = b"".join(pickle.dumps(one) for one in (Start(settings or Settings(), 0), *jobs))
    ended = subprocess.run([*python, *WORK], input=told, capture_output=True, check=True)
    assert ended.stderr == b""
    answers = io.BytesIO(ended.stdout)
    while answers.tell() < len(ended.stdout):
        yield pickle.load(answers)  # noqa: S301  from our child


def values(python: list[str], *jobs: object, settings: Settings | None = None) -> list[Any]:
    ready, *others = replies(python, *jobs, settings=settings)
    assert (ready.value, ready.error) == (None, None)
    assert all(reply.error is None for reply in others)
    return [reply.value for reply in others]


def test_it_ends_when_its_input_does(python: list[str]) -> None:
    assert values(python) == []


def test_inputs_that_are_no_articles_are_failures(python: list[str]) -> None:
    found = values(python, Articles((TEXT, "", TEXT), str))
    assert [type(one).__name__ for one in found[0]] == ["str", "Failure", "str"]


def test_an_answer_of_a_model_is_grounded_by_the_runs_settings(python: list[str]) -> None:
    answer = Answer(draft=Draft(headline="", abstract="", key_points=(), claims=()), engine="llm")
    job = Grounding(Article(id="a", text=TEXT), answer)
    (report,) = values(python, job, settings=Settings(model="m", complete=True))
    assert isinstance(report, Report)
    assert [claim.origin for claim in report.claims] == ["rules"]
