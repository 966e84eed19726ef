"""A batch against a service that fails, over real sockets: nothing is lost, and nothing is requested without need."""

from __future__ import annotations

import json
import logging
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from benchmarks.batch_corpus import articles
from summarizer.contract.article import Article
from summarizer.contract.failure import Failure
from summarizer.contract.report import Report
from summarizer.endpoint import retry
from summarizer.running import model_calls
from summarizer.running.api import Summarizer
from summarizer.running.options import Options
from tests.fault_server import BAD_ANSWERS, HARMLESS, TRANSIENT, Fault, FaultServer, Plan

if TYPE_CHECKING:
    from pathlib import Path

COUNT = 40
CORPUS = [Article(id=one["id"], title=one["title"], text=one["text"]) for one in articles(COUNT)]
CAUSES = {
    "429-seconds": "RateLimitError", "429-date": "RateLimitError", "429-ms": "RateLimitError", "500": "ServerError",
    "503": "ServerError", "truncated-json": "ServerError", "hang": "SlowEndpointError",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = retry.RetryPolicy(first_wait=0.01, longest_wait=0.05)

    def policy(**limits: object) -> retry.RetryPolicy:
        return quick.model_copy(update=limits)

    monkeypatch.setattr(model_calls, "RetryPolicy", policy)


def options(server: FaultServer, tmp_path: Path, **more: object) -> Options:
    settings = {
        "model": "m",
        "base_url": server.base_url,
        "cache_dir": tmp_path / "cache",
        "concurrency": 8,
        "timeout": 0.5,
    }
    return Options(**{**settings, **more})  # type: ignore[typeddict-item]


def run(server: FaultServer, tmp_path: Path, **more: object) -> tuple[list[Report | Failure], Summarizer]:
    with Summarizer(**options(server, tmp_path, **more)) as summarizer:
        return list(summarizer.run(CORPUS)), summarizer


@pytest.mark.parametrize("kind", TRANSIENT)
def test_transient_faults_lose_no_article_and_pay_for_none_twice(kind: str, tmp_path: Path) -> None:
    plan = Plan(faults=(Fault(kind, 0.2),), seed=5, hang=2.0)
    with FaultServer(plan) as server:
        results, summarizer = run(server, tmp_path, timeout=0.5 if kind == "hang" else 20)
        seen = server.seen
    assert [one.article.id for one in results if isinstance(one, Report)] == [one.id for one in CORPUS]
    faults = seen.kinds[kind]
    assert faults > 0
    assert seen.requests == COUNT + faults
    assert set(seen.answered.values()) == {1}
    assert summarizer.tally.retries == Counter({CAUSES.get(kind, "UnreachableError"): faults})


@pytest.mark.parametrize("kind", HARMLESS)
def test_slow_answers_are_waited_for(kind: str, tmp_path: Path) -> None:
    with FaultServer(Plan(latency=0.005, faults=(Fault(kind, 0.3),), seed=2)) as server:
        results, _ = run(server, tmp_path, timeout=10)
        assert server.seen.requests == COUNT
    assert all(isinstance(one, Report) for one in results)


@pytest.mark.parametrize(
    ("kind", "error", "attempts"),
    [
        ("not-json", "InvalidAnswerError", 2),
        ("wrong-shape", "InvalidAnswerError", 2),
        ("refusal", "RefusalError", 1),
        ("length", "TruncatedAnswerError", 2),
        ("empty-choices", "EmptyAnswerError", 4),
        ("500", "ServerError", 4),
        ("400", "RequestRefusedError", 1),
    ],
)
def test_articles_that_never_succeed_are_failures_that_name_the_cause(
    kind: str, error: str, attempts: int, tmp_path: Path
) -> None:
    with FaultServer(Plan(faults=(Fault(kind, 0.2, "article"),), seed=4)) as server:
        results, summarizer = run(server, tmp_path, max_attempts=4, max_reasks=1, mode="json_schema")
        wrong = server.seen.kinds[kind]
    failures = [one for one in results if isinstance(one, Failure)]
    assert failures
    assert {one.error for one in failures} == {error}
    assert {one.attempts for one in failures} == {attempts}
    assert wrong == attempts * len(failures)
    assert all(one.message and one.id for one in failures)
    assert summarizer.tally.failures == Counter({error: len(failures)})
    assert len(results) == COUNT


@pytest.mark.parametrize("kind", BAD_ANSWERS)
def test_the_next_run_requests_only_the_failed_articles(kind: str, tmp_path: Path) -> None:
    with FaultServer(Plan(faults=(Fault(kind, 0.2, "article"),), seed=4)) as server:
        results, _ = run(server, tmp_path)
        failed = sum(isinstance(one, Failure) for one in results)
        before = server.seen.requests
        server.plan.faults = ()
        again, _ = run(server, tmp_path)
        assert server.seen.requests == before + failed
    assert all(isinstance(one, Report) for one in again)


def test_a_service_of_half_the_capacity_is_not_overrun(tmp_path: Path) -> None:
    with FaultServer(Plan(latency=0.02, capacity=4, retry_after=0.02)) as server:
        results, _ = run(server, tmp_path, timeout=20)
        assert server.seen.most_in_flight <= 4
        assert server.seen.refused <= COUNT // 4  # four at once, then one for each time that more is tried
    assert all(isinstance(one, Report) for one in results)


def test_a_demanded_wait_is_the_refused_requests_own(tmp_path: Path) -> None:
    plan = Plan(latency=0.005, faults=(Fault("429-seconds", 0.05),), seed=3, retry_after=4)
    with FaultServer(plan) as server:
        results, _ = run(server, tmp_path)
        times = server.seen.times
        refused = server.seen.kinds["429-seconds"]
    assert all(isinstance(one, Report) for one in results)
    assert refused > 0
    assert times[COUNT - 1] - times[0] < 4  # every article had its turn before the first refused one came again
    assert times[-1] - times[0] >= 4


def test_the_token_limit_holds_and_finished_articles_stay_cached(tmp_path: Path) -> None:
    with FaultServer(Plan(usage=(1000, 200))) as server:
        results, summarizer = run(server, tmp_path, max_tokens=40_000, max_output_tokens=1000)
        spent = summarizer.tally.prompt_tokens + summarizer.tally.completion_tokens
        assert 25_000 < spent <= 40_000
        done = [one for one in results if isinstance(one, Report)]
        assert len(done) == server.seen.requests == spent // 1200
        assert {one.error for one in results if isinstance(one, Failure)} == {"BudgetError"}
        again, _ = run(server, tmp_path, max_output_tokens=1000)
        assert server.seen.requests == COUNT
    assert all(isinstance(one, Report) for one in again)


def test_the_cost_limit_holds(tmp_path: Path) -> None:
    table = tmp_path / "prices.toml"
    table.write_text('[mine.models]\n"m" = { input = 100.0, output = 1000.0 }\n')
    with FaultServer(Plan(usage=(1000, 200))) as server:
        _, summarizer = run(server, tmp_path, max_cost=6.0, max_output_tokens=1000, prices=table)
    assert summarizer.tally.cost is not None
    assert 3.0 < summarizer.tally.cost <= 6.0


def test_a_reports_cost_includes_failed_attempts(tmp_path: Path) -> None:
    table = tmp_path / "prices.toml"
    table.write_text('[mine.models]\n"m" = { input = 1.0, output = 10.0 }\n')
    with FaultServer(Plan(usage=(1000, 100), faults=(Fault("not-json", 0.3),), seed=1)) as server:
        results, summarizer = run(server, tmp_path, prices=table)
    reports = [one for one in results if isinstance(one, Report)]
    twice = [one for one in reports if one.provenance.attempts == 2]
    assert twice
    assert {one.provenance.usage.cost for one in twice} == {0.004}
    assert summarizer.tally.cost == pytest.approx(sum(one.provenance.usage.cost or 0 for one in reports))


def test_the_limit_of_requests_a_minute_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    naps: list[float] = []

    class Hurried(model_calls.Gate):
        def __init__(self, most: int, *, rpm: float | None, tpm: float | None) -> None:
            self.now = 0.0
            super().__init__(most, rpm=rpm, tpm=tpm, clock=lambda: self.now, sleep=self.skip)

        async def skip(self, seconds: float) -> None:
            naps.append(seconds)
            self.now += seconds

    monkeypatch.setattr(model_calls, "Gate", Hurried)
    with FaultServer() as server:
        run(server, tmp_path, rpm=15)
    assert 120 <= sum(naps) < 121  # 15 at once, 15 after one minute, 10 after two


def test_an_unreachable_endpoint_is_not_retried_for_every_article(tmp_path: Path) -> None:
    with FaultServer() as server:
        url = server.base_url
    with Summarizer(model="m", base_url=url, cache_dir=tmp_path / "cache", concurrency=4) as summarizer:
        results = list(summarizer.run(CORPUS))
    assert {one.error for one in results if isinstance(one, Failure)} == {"UnreachableError"}
    assert len(results) == COUNT
    assert summarizer.tally.attempts <= (4 + 2) * 6  # two more articles stand ready than requests may be under way


def test_no_key_is_in_the_cache_the_log_or_a_failure(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, password, token = "sk" + "-" + "loopback" * 4, "hunter" + "22222", "tok" + "en-of-the-desk"
    monkeypatch.setenv("OPENAI_API_KEY", key)
    caplog.set_level(logging.DEBUG)
    with FaultServer(Plan(faults=(Fault("500", 0.2, "article"),), seed=4)) as server:
        url = server.base_url.replace("http://", f"http://user:{password}@") + f"?token={password}"
        results, _ = run(server, tmp_path, base_url=url, max_attempts=2, header={"X-Desk": token})
    logged = [record.getMessage() for record in caplog.records if record.name.startswith("summarizer")]
    shown = json.dumps([*logged, *(one.model_dump(mode="json") for one in results)])
    kept = b"".join(path.read_bytes() for path in (tmp_path / "cache").iterdir())
    for secret in (key, password, token):
        assert secret not in shown
        assert secret.encode() not in kept
    assert any(isinstance(one, Failure) for one in results)


def test_every_request_is_one_line_of_the_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="summarizer.calls")
    with FaultServer(Plan(faults=(Fault("503", 0.2),), seed=5)) as server:
        run(server, tmp_path, timeout=20)  # on a busy machine an answer may take a while
        count = server.seen.requests
    lines = [record.getMessage() for record in caplog.records if record.name == "summarizer.calls"]
    assert len(lines) == count
    assert sum("status=503" in line for line in lines) == count - COUNT
    assert all(line.startswith("id=a000") and len(line) < 200 for line in lines)
