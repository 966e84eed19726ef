"""Runs by the Batch API: every article is accounted for and paid once, whatever becomes of a batch or a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.batch_corpus import articles
from summarizer.contract.article import Article
from summarizer.contract.errors import CallError
from summarizer.contract.failure import Failure
from summarizer.contract.report import Report
from summarizer.running.api import Summarizer
from tests.batch_server import BatchPlan, BatchServer, LineFault
from tests.fault_server import FaultServer

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = [Article(**one) for one in articles(12)]


def run(server: FaultServer, folder: Path, some: list[Article] | None = None, **more: Any) -> list[Report | Failure]:
    settings: Any = {"model": "m", "base_url": server.base_url, "cache_dir": folder, "batch": True, **more}
    with Summarizer(**settings) as summarizer:
        return list(summarizer.run(ARTICLES if some is None else some))


def ids(results: list[Report | Failure]) -> list[str]:
    return [one.article.id for one in results if isinstance(one, Report)]


ALL = [one.id for one in ARTICLES]


def test_all_articles_are_answered_by_one_batch_and_single_runs_share_its_answers(tmp_path: Path) -> None:
    with BatchServer(BatchPlan(seconds=0.3)) as server:
        by_batch = run(server, tmp_path / "one")
        assert ids(by_batch) == ALL
        assert (len(server.batches), set(server.paid.values()), server.seen.requests) == (1, {1}, 0)
        assert ids(run(server, tmp_path / "one", batch=False)) == ALL
        assert (len(server.batches), server.seen.requests) == (1, 0)
        by_one = run(server, tmp_path / "two", batch=False)
        assert [one.claims for one in by_batch if isinstance(one, Report)] == [
            one.claims for one in by_one if isinstance(one, Report)
        ]


@pytest.mark.parametrize("kind", ["500", "429", "missing", "expired", "garbled", "empty", "length"])
def test_lines_that_came_to_nothing_are_asked_again_in_the_next_batch(kind: str, tmp_path: Path) -> None:
    with BatchServer(BatchPlan(faults=(LineFault(kind, 0.2),), seed=2)) as server:
        assert ids(run(server, tmp_path)) == ALL
        assert len(server.batches) > 1
        assert max(server.names.values()) == 1
        if kind not in ("garbled", "empty", "length"):
            assert set(server.paid.values()) == {1}


def test_a_line_that_comes_twice_is_one_answer(tmp_path: Path) -> None:
    with BatchServer(BatchPlan(faults=(LineFault("twice", 0.5),))) as server:
        results = run(server, tmp_path)
    assert ids(results) == ALL
    assert {one.provenance.attempts for one in results if isinstance(one, Report)} == {1}


def test_an_article_that_is_declined_fails_alone_and_is_asked_anew_by_the_next_run(tmp_path: Path) -> None:
    with BatchServer(BatchPlan(faults=(LineFault("refusal", 0.3),), seed=3)) as server:
        results = run(server, tmp_path)
        declined = [one for one in results if isinstance(one, Failure)]
        assert {one.error for one in declined} == {"RefusalError"}
        assert 0 < len(declined) < len(ALL)
        server.batch_plan.faults = ()
        assert ids(run(server, tmp_path)) == ALL
        assert len(server.batches) == 2
        assert sum(server.names.values()) == len(ALL) + len(declined)


def test_what_an_expired_batch_answered_is_used_and_the_rest_asked_again(tmp_path: Path) -> None:
    with BatchServer(BatchPlan(outcomes=("expired", "completed"))) as server:
        assert ids(run(server, tmp_path)) == ALL
        assert (len(server.batches), set(server.paid.values())) == (2, {1})


def test_a_batch_that_is_cancelled_ends_the_run_and_the_next_one_asks_for_the_rest(tmp_path: Path) -> None:
    with BatchServer(BatchPlan(outcomes=("cancelled", "completed"), seconds=0.4)) as server:
        results = run(server, tmp_path)
        left = [one for one in results if isinstance(one, Failure)]
        assert {one.error for one in left} == {"BatchRefusedError"}
        assert len(left) == len(ALL) // 2
        assert ids(run(server, tmp_path)) == ALL
        assert (len(server.batches), set(server.paid.values())) == (2, {1})


def test_what_the_service_does_not_take_is_learnt_from_the_lines(tmp_path: Path) -> None:
    def check(asked: dict[str, Any]) -> tuple[int, str] | None:
        return (
            (400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'.")
            if "max_tokens" in asked
            else None
        )

    with BatchServer(BatchPlan(check=check)) as server:
        assert ids(run(server, tmp_path)) == ALL
        assert (len(server.batches), set(server.paid.values())) == (2, {1})


def test_a_batch_that_is_refused_for_some_lines_goes_again_without_them(tmp_path: Path) -> None:
    def faults(bodies: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [
            {"code": "content_policy", "message": "flagged", "line": number, "param": None}
            for number, body in enumerate(bodies, start=1)
            if "Storm report 3:" in str(body)
        ]

    with BatchServer(BatchPlan(faults_of=faults)) as server:
        results = run(server, tmp_path)
        assert [one.id for one in results if isinstance(one, Failure)] == [ALL[3]]
        assert ids(results) == [one for one in ALL if one != ALL[3]]
        assert set(server.paid.values()) == {1}


def test_a_batch_that_is_refused_as_a_whole_says_why(tmp_path: Path) -> None:
    fault = {"code": "billing_hard_limit_reached", "message": "Billing hard limit has been reached", "line": None}
    with BatchServer(BatchPlan(faults_of=lambda _: [fault])) as server:
        results = run(server, tmp_path)
    assert {one.error for one in results if isinstance(one, Failure)} == {"QuotaError"}
    assert len(results) == len(ALL)


def test_an_account_with_little_room_gets_smaller_batches(tmp_path: Path) -> None:
    fault = {"code": "token_limit_exceeded", "message": "Enqueued token limit reached", "line": None}
    with BatchServer(BatchPlan(faults_of=lambda bodies: [fault] if len(bodies) > 4 else [])) as server:
        assert ids(run(server, tmp_path)) == ALL
        assert set(server.paid.values()) == {1}


@pytest.mark.parametrize("call", ["POST /files", "POST /batches", "GET /batches/id", "GET /files/content"])
def test_a_connection_that_breaks_after_the_service_obeyed_costs_nothing(call: str, tmp_path: Path) -> None:
    with BatchServer(BatchPlan(breaks=[call], refuses={call: [503]})) as server:
        assert ids(run(server, tmp_path)) == ALL
        assert (len(server.batches), set(server.paid.values())) == (1, {1})


def test_a_service_without_batches_is_said_to_have_none(tmp_path: Path) -> None:
    with FaultServer() as server:
        results = run(server, tmp_path)
    assert {one.error for one in results if isinstance(one, Failure)} == {"BatchRefusedError"}
    assert isinstance(results[0], Failure)
    assert "offers no Batch API" in results[0].message
    assert len(results) == len(ALL)


def test_one_article_alone_and_a_long_one_in_windows(tmp_path: Path) -> None:
    with BatchServer() as server:
        settings: Any = {"model": "m", "base_url": server.base_url, "cache_dir": tmp_path, "batch": True}
        with Summarizer(**settings) as summarizer:
            assert summarizer.summarize(ARTICLES[0]).claims
        assert (len(server.batches), sum(server.names.values())) == (1, 1)
        assert len(run(server, tmp_path, ARTICLES[1:2], window=5)) == 1
        counts = [batch.total for batch in server.batches.values()]
        assert counts[1] > 1  # its windows, side by side
        assert counts[2:] == [1]  # the summary of what they came to


def test_a_budget_holds_and_does_not_hold_up(tmp_path: Path) -> None:
    with BatchServer() as server:
        results = run(server, tmp_path, max_tokens=9_000)
        failed = [one for one in results if isinstance(one, Failure)]
        assert {one.error for one in failed} == {"BudgetError"}
        assert 0 < len(failed) < len(ALL)
        assert ids(run(server, tmp_path)) == ALL
        assert set(server.paid.values()) == {1}


def test_a_run_without_a_cache_cannot_remember_its_batches() -> None:
    with pytest.raises(CallError, match="--batch keeps in the cache"):
        run(FaultServer(), None, cache=False)  # type: ignore[arg-type]  no folder
    with pytest.raises(CallError, match="--batch is for a language model"):
        Summarizer(engine="extractive", batch=True)
