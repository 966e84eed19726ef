"""The Python interface: one article or many, plain or async, inside a running loop too."""

from __future__ import annotations

import asyncio
import gc
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.errors import CallError, InputError, KeyRefusedError, UnreadableInputError
from summarizer.contract.failure import Failure
from summarizer.contract.report import Report
from summarizer.running.api import Summarizer, summarize
from summarizer.running.options import Options
from summarizer.running.settings import Settings
from tests.fault_server import Fault, FaultServer, Plan
from tests.loopback import Loopback, Said, completion

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "Bridge shut\n\nThe bridge at Olm is shut until May, engineer Tara Nock said on Monday. Nobody was hurt."


@pytest.fixture(autouse=True)
def _no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "SUMMARIZER_MODEL", "SUMMARIZER_ENGINE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


def model_options(server: FaultServer, tmp_path: Path) -> Options:
    return {"model": "m", "base_url": server.base_url, "cache_dir": tmp_path / "cache", "concurrency": 4}


def test_settings_and_options_together_are_refused() -> None:
    with pytest.raises(CallError):
        Summarizer(Settings(), concurrency=3)


def test_many_give_reports_and_failures_in_input_order(tmp_path: Path) -> None:
    with Summarizer() as summarizer:
        results = list(summarizer.run([TEXT, tmp_path / "none.txt", "", TEXT]))
    assert [type(one) for one in results] == [Report, Failure, Failure, Report]
    assert isinstance(results[1], Failure)
    assert (results[1].error, results[1].path) == (UnreadableInputError.__name__, str(tmp_path / "none.txt"))
    assert (summarizer.tally.done, summarizer.tally.failed) == (2, 2)


def test_an_input_of_the_wrong_type_is_a_failure_like_any_other() -> None:
    given = [TEXT, b"bytes", None, 5, [TEXT], TEXT]
    with Summarizer() as summarizer:
        results = list(summarizer.run(given))  # type: ignore[arg-type]
    assert [type(result).__name__ for result in results] == ["Report", *["Failure"] * 4, "Report"]
    with pytest.raises(InputError, match="of type bytes"):
        summarize(b"bytes")  # type: ignore[arg-type]


def test_inputs_are_taken_one_at_a_time() -> None:
    taken = 0

    def inputs() -> Iterator[str]:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield TEXT

    with Summarizer() as summarizer:
        results = summarizer.run(inputs())
        next(results)
        assert taken == 1
        next(results)
        assert taken == 2


def test_a_run_stops_after_max_failures() -> None:
    with Summarizer() as summarizer:
        results = list(summarizer.run(["", TEXT, "", "", TEXT], max_failures=1))
    assert len(results) == 3


def test_failures_of_an_earlier_run_do_not_count_towards_max_failures() -> None:
    with Summarizer() as summarizer:
        for _ in range(2):
            assert len(list(summarizer.run(["", TEXT, "", "", TEXT], max_failures=1))) == 3


async def test_failures_of_an_earlier_async_run_do_not_count_towards_max_failures() -> None:
    async with Summarizer() as summarizer:
        for _ in range(2):
            assert [one async for one in summarizer.arun(["", TEXT], max_failures=1)]


async def test_each_article_counts_only_its_own_tokens_in_one_task(server: FaultServer, tmp_path: Path) -> None:
    async with Summarizer(**model_options(server, tmp_path)) as summarizer:
        one = await summarizer.asummarize(TEXT)
        texts = [f"{TEXT} Number {number}." for number in range(4)]
        more = [await summarizer.asummarize(texts[0]), *await asyncio.gather(*map(summarizer.asummarize, texts[1:]))]
    assert {report.provenance.attempts for report in (one, *more)} == {1}
    assert sum(report.provenance.usage.prompt_tokens for report in (one, *more)) == summarizer.tally.prompt_tokens


async def test_tokens_that_the_service_does_not_report_count_towards_the_budget(tmp_path: Path) -> None:
    def say(_path: str, _asked: object) -> Said:
        said = completion({"claims": [], "headline": "Olm", "abstract": "Olm.", "key_points": []})
        return said._replace(body={**said.body, "usage": None})

    async with Loopback(say) as service:
        options = Options(model="m", base_url=service.base_url, cache_dir=tmp_path, max_reasks=0, concurrency=1)
        async with Summarizer(**options, max_tokens=5_000) as summarizer:
            results = [one async for one in summarizer.arun(f"{TEXT} Number {number}." for number in range(40))]
    spent = summarizer.tally.prompt_tokens + summarizer.tally.completion_tokens
    assert 0 < spent <= 5_000
    assert isinstance(results[0], Report)
    assert isinstance(results[-1], Failure)
    assert results[-1].error == "BudgetError"


def test_stop_takes_no_new_article() -> None:
    with Summarizer() as summarizer:
        results = summarizer.run([TEXT] * 9)
        next(results)
        summarizer.stop()
        assert list(results) == []


def test_a_model_answers_and_a_second_run_asks_nothing(server: FaultServer, tmp_path: Path) -> None:
    texts = [f"{TEXT} Number {number}." for number in range(12)]
    with Summarizer(**model_options(server, tmp_path)) as summarizer:
        first = [one.model_dump_json() for one in summarizer.run(texts)]
    assert (server.seen.requests, summarizer.tally.attempts, summarizer.tally.cached) == (12, 12, 0)
    with Summarizer(**model_options(server, tmp_path)) as summarizer:
        second = [one.model_dump_json() for one in summarizer.run(texts)]
    assert server.seen.requests == 12
    assert summarizer.tally.cached == 12
    assert first == second


def test_one_more_article_is_one_more_request(server: FaultServer, tmp_path: Path) -> None:
    texts = [f"{TEXT} Number {number}." for number in range(6)]
    for corpus in (texts, [*texts[:3], f"{TEXT} Another.", *texts[3:]]):
        with Summarizer(**model_options(server, tmp_path)) as summarizer:
            assert len(list(summarizer.run(corpus))) == len(corpus)
    assert server.seen.requests == 7


async def test_arun_gives_reports_and_failures_in_input_order(server: FaultServer, tmp_path: Path) -> None:
    async with Summarizer(**model_options(server, tmp_path)) as summarizer:
        results = [one async for one in summarizer.arun([TEXT, "", TEXT + " Again."])]
    assert [type(one) for one in results] == [Report, Failure, Report]


def test_one_summarizer_answers_one_after_the_other_in_one_loop(server: FaultServer, tmp_path: Path) -> None:
    with Summarizer(**model_options(server, tmp_path)) as summarizer:
        for number in range(3):
            assert summarizer.summarize(f"{TEXT} Number {number}.").provenance.engine == "llm"
        assert len(list(summarizer.run([TEXT]))) == 1


def test_one_summarizer_goes_from_loop_to_loop(server: FaultServer, tmp_path: Path) -> None:
    summarizer = Summarizer(**model_options(server, tmp_path))
    for number in range(3):
        report = asyncio.run(summarizer.asummarize(f"{TEXT} Number {number}."))
        assert report.provenance.attempts == 1
    asyncio.run(summarizer.aclose())
    gc.collect()


def test_leaving_a_run_early_is_clean(server: FaultServer, tmp_path: Path) -> None:
    server.plan.latency = 0.05
    with Summarizer(**model_options(server, tmp_path)) as summarizer:
        results = summarizer.run(f"{TEXT} Number {number}." for number in range(100))
        next(results)
        results.close()
    assert server.seen.requests < 20


def test_a_run_whose_summarizer_was_closed_raises(server: FaultServer, tmp_path: Path) -> None:
    with Summarizer(**model_options(server, tmp_path)) as summarizer:
        results = summarizer.run(f"{TEXT} Number {number}." for number in range(20))
        assert isinstance(next(results), Report)
    with pytest.raises(CallError, match="closed during the run"):
        list(results)


def test_several_threads_share_one_summarizer(server: FaultServer, tmp_path: Path) -> None:
    server.plan.latency = 0.02
    texts = [f"{TEXT} Number {number}." for number in range(8)]
    with Summarizer(**model_options(server, tmp_path)) as summarizer, ThreadPoolExecutor(4) as threads:
        reports = list(threads.map(summarizer.summarize, texts))
    assert [one.article.text for one in reports] == texts


def test_after_a_refused_key_only_requests_under_way_are_sent(tmp_path: Path) -> None:
    with FaultServer(Plan(faults=(Fault("401", 1.0),))) as server:
        options = model_options(server, tmp_path)
        with Summarizer(**options) as summarizer:
            results = list(summarizer.run(f"{TEXT} Number {number}." for number in range(50)))
        assert {one.error for one in results if isinstance(one, Failure)} == {KeyRefusedError.__name__}
        assert len(results) == 50
        assert server.seen.requests <= 4 * 4  # at most every mode of those that went together
        with pytest.raises(KeyRefusedError):
            summarize(TEXT, **options)


def test_after_a_fatal_error_what_is_cached_still_comes_out(server: FaultServer, tmp_path: Path) -> None:
    options = model_options(server, tmp_path)
    known = f"{TEXT} Known."
    summarize(known, **options)
    server.plan.faults = (Fault("403", 1.0),)
    with Summarizer(**options) as summarizer:
        results = list(summarizer.run([TEXT, *(f"{TEXT} Number {number}." for number in range(9)), known]))
    assert [type(one) for one in results] == [Failure] * 10 + [Report]


def test_a_summarizer_left_open_ends_without_a_warning() -> None:
    with FaultServer() as server:
        code = (
            "from summarizer import Summarizer\n"
            f"s = Summarizer(model='m', base_url={server.base_url!r}, cache=False)\n"
            "print(s.summarize('Dyke holds\\n\\nWarden Ada Kroon said the dyke had held.').article.id)\n"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip()
    assert done.stderr == ""


@pytest.mark.parametrize("one", ["The reeve said so.", Path("a.txt"), b"text"])
def test_one_input_where_several_are_expected_is_refused(one: Any) -> None:
    with Summarizer(engine="extractive") as summarizer, pytest.raises(CallError, match="one input where several"):
        next(summarizer.run(one))


def three_and_a_failure(folder: Path) -> list[Any]:
    return [TEXT, folder / "none.txt", TEXT + " She was there.", "", TEXT]


def test_any_number_of_processes_gives_the_same_results(tmp_path: Path) -> None:
    def results(workers: int) -> list[str]:
        with Summarizer(engine="extractive", workers=workers) as summarizer:
            found = [one.model_dump_json() for one in summarizer.run(three_and_a_failure(tmp_path) * 10)]
            assert (summarizer.tally.done, summarizer.tally.failed) == (30, 20)
            return found

    assert results(1) == results(2)


async def test_async_code_has_the_processes_too(tmp_path: Path) -> None:
    async with Summarizer(engine="extractive", workers=2) as summarizer:
        results = [one async for one in summarizer.arun(three_and_a_failure(tmp_path) * 10)]
    with Summarizer(engine="extractive") as summarizer:
        assert results == list(summarizer.run(three_and_a_failure(tmp_path) * 10))


def test_processes_ground_what_a_model_answers(server: FaultServer, tmp_path: Path) -> None:
    texts = [f"{TEXT} It is span {number}." for number in range(20)]
    with Summarizer(**model_options(server, tmp_path), workers=2) as summarizer:
        reports = list(summarizer.run(texts))
        assert summarizer.tally.worker_seconds > 0
    assert all(isinstance(one, Report) for one in reports)
    assert server.seen.requests == 20
    with Summarizer(**model_options(server, tmp_path)) as summarizer:
        assert list(summarizer.run(texts)) == reports
        assert summarizer.tally.cached == 20


def test_after_too_many_failures_no_further_input_is_taken() -> None:
    with Summarizer(engine="extractive", workers=2) as summarizer:
        results = list(summarizer.run([""] * 5000, max_failures=3))
    assert 3 < len(results) < 1000


def test_it_can_be_sent_to_another_process() -> None:
    with Summarizer(engine="extractive", min_confidence=0.7) as summarizer:
        report = summarizer.summarize(TEXT)
        sent = pickle.dumps(summarizer)
    with pickle.loads(sent) as there:  # noqa: S301  just made
        assert there.settings == summarizer.settings
        assert there.choice == summarizer.choice
        assert there.tally.done == 0
        assert there.summarize(TEXT) == report
