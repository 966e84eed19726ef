"""One article's path: failures are values, the cache is a journal, and a fatal error is not asked about twice."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.article import Article
from summarizer.contract.errors import (
    EmptyArticleError,
    RecordError,
    RequestRefusedError,
    SummarizerError,
    UnreadableInputError,
)
from summarizer.contract.failure import Failure
from summarizer.contract.report import Report, Usage
from summarizer.contract.tally import CallTally, RunTally, current_call
from summarizer.grounding import ground as grounding
from summarizer.reading.inputs import FailedInput
from summarizer.running.pipeline import Pipeline, default_cache_dir, read_source, usage_of
from summarizer.running.settings import Settings, choose_engine
from tests.loopback import Loopback, Said, completion

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

TEXT = (
    "Lock gate stuck\n\nThe lock gate at Ferrow is stuck, keeper Ode Lunt said on Friday. "
    "No boat is waiting, clerk Ilse Varr said."
)
OTHER = TEXT.replace("Ferrow", "Marle")
DRAFT = {
    "claims": [
        {
            "sentence": 2,
            "quotes": ["The lock gate at Ferrow is stuck"],
            "source": "Ode Lunt",
            "mention": "keeper Ode Lunt",
            "kind": "person",
            "role": "keeper",
            "via": [],
            "stance": "asserts",
            "text": "The lock gate at Ferrow is stuck.",
        }
    ],
    "headline": "Lock gate stuck",
    "abstract": "The lock gate at Ferrow is stuck, keeper Ode Lunt said on Friday.",
    "key_points": [{"text": "The lock gate at Ferrow is stuck.", "claims": [1]}],
}


def article(text: str = TEXT, **more: Any) -> Article:
    return Article(id=more.pop("id", "gate"), title="Lock gate stuck", text=text, **more)


def pipeline(tally: RunTally | None = None, **options: Any) -> Pipeline:
    settings = Settings(**options)
    return Pipeline(settings, choose_engine(settings, {}), tally or RunTally())


class Service:
    """A loopback server that answers with a draft, or as it is told, and the settings that lead there."""

    def __init__(self, server: Loopback, folder: Path) -> None:
        self.asked = server.asked
        self.settings = {
            "model": "m",
            "base_url": server.base_url,
            "cache_dir": folder,
            "max_attempts": 1,
            "max_reasks": 0,
            "mode": "json_schema",
            "context": 100_000,
        }

    @asynccontextmanager
    async def pipeline(self, tally: RunTally | None = None, **options: Any) -> AsyncIterator[Pipeline]:
        made = pipeline(tally, **{**self.settings, **options})
        try:
            yield made
        finally:
            await made.aclose()
            made.close()


@asynccontextmanager
async def service(folder: Path, say: Callable[[str], Said] | None = None) -> AsyncIterator[Service]:
    def answer(_: str, body: dict[str, Any]) -> Said:
        return say(str(body)) if say else completion(DRAFT)

    async with Loopback(answer) as server:
        yield Service(server, folder)


def refused(status: int) -> Callable[[str], Said]:
    return lambda _: Said(status, {"error": {"message": "not you"}})


def failed(result: object) -> Failure:
    assert isinstance(result, Failure)
    return result


def broken(*_: object, **__: object) -> Report:
    msg = "a bug of ours"
    raise ZeroDivisionError(msg)


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("", EmptyArticleError),
        (" \n", EmptyArticleError),
        (Path("nowhere.txt"), UnreadableInputError),
        (7, RecordError),
        (FailedInput(id="row-3", where="feed.jsonl:3", error=RecordError("it is no JSON")), RecordError),
    ],
)
async def test_a_source_that_gives_no_article_is_a_failure_and_counted(
    source: Any, error: type[SummarizerError]
) -> None:
    tally = RunTally()
    made = pipeline(tally)
    results = [made.result_now(source), await made.result(source)]
    assert [failed(result).error for result in results] == [error.__name__] * 2
    assert (tally.failed, tally.done, tally.failures[error.__name__]) == (2, 0, 2)
    with pytest.raises(error):
        made.read(source)


def test_a_failed_input_keeps_its_name_and_place() -> None:
    bad = FailedInput(id="row-3", where="feed.jsonl:3", error=RecordError("it is no JSON", hint="mend the line"))
    failure = failed(pipeline().result_now(bad))
    assert (failure.id, failure.path, failure.message, failure.hint) == (
        "row-3", "feed.jsonl:3", "it is no JSON", "mend the line",
    )  # fmt: skip


def test_an_article_is_a_source_of_itself() -> None:
    one = article()
    assert read_source(one) is one
    assert read_source(TEXT).text == TEXT


def test_rules_report_at_once_and_keep_no_cache(tmp_path: Path) -> None:
    tally = RunTally()
    made = pipeline(tally, cache_dir=tmp_path / "none")
    report = made.result_now(article())
    assert isinstance(report, Report)
    assert {claim.origin for claim in report.claims} == {"rules"}
    assert (tally.done, tally.cached, tally.attempts, tally.finished) == (1, 0, 0, 1)
    assert not (tmp_path / "none").exists()


async def test_a_bug_costs_one_article_and_says_that_it_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    tally = RunTally()
    made = pipeline(tally)
    with monkeypatch.context() as patched:
        patched.setattr(grounding, "ground", broken)
        for failure in (failed(made.result_now(article())), failed(await made.result(article(path="a.txt")))):
            assert failure.error == "EngineError"
            assert failure.message == "unexpected ZeroDivisionError: a bug of ours"
            assert (failure.id, failure.hint, failure.retryable) == ("gate", "please report this", False)
    assert isinstance(made.result_now(article()), Report)
    assert (tally.failed, tally.done) == (2, 1)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, asyncio.CancelledError])
async def test_who_stops_the_run_stops_it(monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]) -> None:
    def stopping(*_: object, **__: object) -> Report:
        raise stop

    monkeypatch.setattr(grounding, "ground", stopping)
    made = pipeline()
    with pytest.raises(stop):
        made.result_now(article())
    with pytest.raises(stop):
        await made.result(article())


async def test_a_model_is_asked_once_and_then_the_cache_is(tmp_path: Path) -> None:
    async with service(tmp_path) as running:
        tally = RunTally()
        async with running.pipeline(tally) as made:
            assert made.report_now(article()) is None
            assert not running.asked
            report = await made.result(article())
            assert isinstance(report, Report)
            assert (tally.done, tally.cached, len(running.asked)) == (1, 0, 1)
            assert made.result_now(article()) == report
        async with running.pipeline(tally) as made:
            assert await made.report(article()) == report
        assert (tally.done, tally.cached, len(running.asked)) == (2, 2, 1)
    assert report.provenance.attempts == 1
    assert report.provenance.usage == Usage(prompt_tokens=7, completion_tokens=3)
    assert [claim.origin for claim in report.claims] == ["model"]


async def test_an_answer_is_kept_before_anything_can_go_wrong_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with service(tmp_path) as running:
        async with running.pipeline() as made:
            with monkeypatch.context() as patched:
                patched.setattr(grounding, "ground", broken)
                failure = failed(await made.result(article()))
        assert (failure.error, failure.attempts) == ("EngineError", 1)
        async with running.pipeline() as made:
            assert isinstance(made.result_now(article()), Report)
        assert len(running.asked) == 1


async def test_a_finished_report_is_not_made_a_second_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with service(tmp_path) as running, running.pipeline() as made:
        report = await made.report(article())
        monkeypatch.setattr(grounding, "ground", broken)
        assert made.report_now(article()) == report


async def test_a_report_is_made_anew_from_its_answer_when_another_is_wanted(tmp_path: Path) -> None:
    async with service(tmp_path) as running:
        async with running.pipeline() as made:
            first = await made.report(article())
        async with running.pipeline(complete=True) as made:
            completed = made.result_now(article())
            renamed = made.report_now(article(id="elsewhere", outlet="Courier"))
        assert isinstance(completed, Report)
        assert [claim.origin for claim in completed.claims] == ["model", "rules"]
        assert [claim.origin for claim in first.claims] == ["model"]
        assert renamed is not None
        assert (renamed.article.id, renamed.article.outlet) == ("elsewhere", "Courier")
        assert renamed.provenance == first.provenance
        assert len(running.asked) == 1


async def test_without_a_cache_nothing_is_kept(tmp_path: Path) -> None:
    async with service(tmp_path / "none") as running:
        async with running.pipeline(cache=False) as made:
            await made.report(article())
            assert made.report_now(article()) is None
            await made.report(article())
        assert len(running.asked) == 2
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("status", [401, 404])
async def test_what_would_fail_for_all_is_asked_about_once(tmp_path: Path, status: int) -> None:
    async with service(tmp_path, refused(status)) as running:
        tally = RunTally()
        async with running.pipeline(tally) as made:
            first = failed(await made.result(article()))
            assert (first.attempts, len(running.asked)) == (1, 1)
            second = failed(await made.result(article(id="next")))
            assert (second.error, second.message, second.attempts) == (first.error, first.message, 0)
            with pytest.raises(SummarizerError, match="not you"):
                await made.report(article(id="third"))
            assert len(running.asked) == 1
        assert tally.failures[first.error] == 2


async def test_after_what_would_fail_for_all_the_cache_still_answers(tmp_path: Path) -> None:
    says = [completion(DRAFT), Said(403, {"error": {"message": "not you"}})]
    async with service(tmp_path, lambda _: says.pop(0)) as running, running.pipeline() as made:
        report = await made.report(article())
        assert failed(await made.result(article(OTHER, id="other"))).error == "KeyRefusedError"
        assert await made.result(article()) == report
        assert not says


async def test_what_fails_for_one_article_is_asked_about_for_the_next(tmp_path: Path) -> None:
    says = [Said(400, {"error": {"message": "not this"}}), completion(DRAFT)]
    async with service(tmp_path, lambda _: says.pop(0)) as running:
        async with running.pipeline() as made:
            assert failed(await made.result(article(OTHER, id="other"))).error == RequestRefusedError.__name__
            assert isinstance(await made.result(article()), Report)
        assert len(running.asked) == 2


async def test_a_failure_is_not_kept(tmp_path: Path) -> None:
    says = [Said(500, {"error": {"message": "oops"}}), completion(DRAFT)]
    async with service(tmp_path, lambda _: says.pop(0)) as running:
        for kind in (Failure, Report):
            async with running.pipeline() as made:
                assert isinstance(await made.result(article()), kind)


async def test_the_calls_of_a_batch_are_told_from_a_single_one() -> None:
    made = pipeline()
    await made.result(article())
    call = current_call.get()
    assert call is not None
    assert (call.article_id, call.is_of_batch) == ("gate", True)


async def test_what_was_never_used_closes_too(tmp_path: Path) -> None:
    async with service(tmp_path) as running, running.pipeline():
        pass
    rules = pipeline()
    await rules.aclose()
    rules.close()


def test_usage_is_what_the_calls_took() -> None:
    call = CallTally(attempts=3, prompt_tokens=20, completion_tokens=5, cost=0.1 + 0.2)
    assert usage_of(call) == Usage(prompt_tokens=20, completion_tokens=5, cost=0.3)
    assert usage_of(CallTally()).cost is None


def test_the_users_cache_is_a_folder_of_our_own() -> None:
    assert default_cache_dir().name == "summarizer"
