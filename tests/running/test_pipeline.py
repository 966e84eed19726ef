"""One article's path: failures are values, the cache is a journal, and a fatal error is not asked about twice."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from summarizer.contract.article import Article
from summarizer.contract.errors import (
    CallError,
    EmptyArticleError,
    RecordError,
    RequestRefusedError,
    SummarizerError,
    UnreadableInputError,
)
from summarizer.contract.failure import Failure
from summarizer.contract.report import Report, Usage
from summarizer.contract.tally import RunTally, current_call
from summarizer.reading.inputs import FailedInput
from summarizer.running import model_reports, rule_reports
from summarizer.running.model_work import reports_by_model
from summarizer.running.pipeline import Pipeline, Steps, finish, read_input
from summarizer.running.rule_reports import RuleReports
from summarizer.running.settings import Settings
from tests.loopback import Loopback, Said, completion

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

T = TypeVar("T")
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


def rules(tally: RunTally | None = None) -> Pipeline[Any, Report]:
    return Pipeline(RuleReports(), tally or RunTally())


def at_once(steps: Steps[T]) -> T | None:
    """What steps come to without waiting; None when something has to be waited for."""
    try:
        next(steps)
    except StopIteration as end:
        result: T = end.value
        return result
    return None


class Service:
    """A loopback server that answers with a draft, or as `say` does, and the settings that lead there."""

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
    async def pipeline(self, tally: RunTally | None = None, **options: Any) -> AsyncIterator[Pipeline[Any, Report]]:
        tally = tally or RunTally()
        work = reports_by_model(Settings(**{**self.settings, **options}), tally)
        try:
            yield Pipeline(work, tally)
        finally:
            await work.aclose()
            work.close()


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
    ("given", "error"),
    [
        ("", EmptyArticleError),
        (" \n", EmptyArticleError),
        (Path("nowhere.txt"), UnreadableInputError),
        (7, RecordError),
        (FailedInput(id="row-3", where="feed.jsonl:3", error=RecordError("it is not JSON")), RecordError),
    ],
)
def test_an_input_without_an_article_is_a_failure_and_counted(given: Any, error: type[SummarizerError]) -> None:
    tally = RunTally()
    made = rules(tally)
    assert failed(at_once(made.outcome(given))).error == error.__name__
    assert (tally.failed, tally.done, tally.failures[error.__name__]) == (1, 0, 1)
    with pytest.raises(error):
        at_once(made.result(given))


def test_a_failed_input_keeps_its_name_and_place() -> None:
    bad = FailedInput(id="row-3", where="feed.jsonl:3", error=RecordError("it is not JSON", hint="mend the line"))
    failure = failed(at_once(rules().outcome(bad)))
    assert (failure.id, failure.path, failure.message, failure.hint) == (
        "row-3", "feed.jsonl:3", "it is not JSON", "mend the line",
    )  # fmt: skip


def test_an_article_is_read_as_itself_and_a_text_as_an_article() -> None:
    one = article()
    assert read_input(one) is one
    assert read_input(TEXT).text == TEXT


def test_rules_report_at_once() -> None:
    tally = RunTally()
    report = at_once(rules(tally).outcome(article()))
    assert isinstance(report, Report)
    assert {claim.origin for claim in report.claims} == {"rules"}
    assert (tally.done, tally.cached, tally.attempts, tally.finished) == (1, 0, 0, 1)


def test_a_bug_costs_one_article_and_says_that_it_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    tally = RunTally()
    made = rules(tally)
    with monkeypatch.context() as patched:
        patched.setattr(rule_reports, "ground", broken)
        failure = failed(at_once(made.outcome(article())))
    assert failure.error == "EngineError"
    assert failure.message == "unexpected ZeroDivisionError: a bug of ours"
    assert (failure.id, failure.hint, failure.retryable) == ("gate", "please report this", False)
    assert isinstance(at_once(made.outcome(article())), Report)
    assert (tally.failed, tally.done) == (1, 1)


@pytest.mark.parametrize("stop", [KeyboardInterrupt, asyncio.CancelledError])
def test_an_interruption_is_not_made_a_failure(monkeypatch: pytest.MonkeyPatch, stop: type[BaseException]) -> None:
    def stopping(*_: object, **__: object) -> Report:
        raise stop

    monkeypatch.setattr(rule_reports, "ground", stopping)
    with pytest.raises(stop):
        at_once(rules().outcome(article()))


async def test_a_model_is_asked_once_and_then_the_cache_answers(tmp_path: Path) -> None:
    async with service(tmp_path) as running:
        tally = RunTally()
        async with running.pipeline(tally) as made:
            assert at_once(made.result(article())) is None
            assert not running.asked
            report = await finish(made.outcome(article()))
            assert isinstance(report, Report)
            assert (tally.done, tally.cached, len(running.asked)) == (1, 0, 1)
            assert at_once(made.outcome(article())) == report
        async with running.pipeline(tally) as made:
            assert await finish(made.result(article())) == report
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
                patched.setattr(model_reports, "ground", broken)
                failure = failed(await finish(made.outcome(article())))
        assert (failure.error, failure.attempts) == ("EngineError", 1)
        async with running.pipeline() as made:
            assert isinstance(at_once(made.outcome(article())), Report)
        assert len(running.asked) == 1


async def test_a_finished_report_is_not_made_a_second_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with service(tmp_path) as running, running.pipeline() as made:
        report = await finish(made.result(article()))
        monkeypatch.setattr(model_reports, "ground", broken)
        assert at_once(made.result(article())) == report


async def test_a_report_with_other_options_is_built_from_the_kept_answer(tmp_path: Path) -> None:
    async with service(tmp_path) as running:
        async with running.pipeline() as made:
            first = await finish(made.result(article()))
        async with running.pipeline(complete=True) as made:
            completed = at_once(made.outcome(article()))
            renamed = at_once(made.result(article(id="elsewhere", outlet="Courier")))
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
            await finish(made.result(article()))
            assert at_once(made.result(article())) is None
            await finish(made.result(article()))
        assert len(running.asked) == 2
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("status", [401, 404])
async def test_a_fatal_error_is_requested_once(tmp_path: Path, status: int) -> None:
    async with service(tmp_path, refused(status)) as running:
        tally = RunTally()
        async with running.pipeline(tally) as made:
            first = failed(await finish(made.outcome(article())))
            assert (first.attempts, len(running.asked)) == (1, 1)
            second = failed(await finish(made.outcome(article(id="next"))))
            assert (second.error, second.message, second.attempts) == (first.error, first.message, 0)
            with pytest.raises(SummarizerError, match="not you"):
                await finish(made.result(article(id="third")))
            assert len(running.asked) == 1
        assert tally.failures[first.error] == 2


async def test_after_a_fatal_error_the_cache_still_answers(tmp_path: Path) -> None:
    says = [completion(DRAFT), Said(401, {"error": {"message": "not you"}})]
    async with service(tmp_path, lambda _: says.pop(0)) as running, running.pipeline() as made:
        report = await finish(made.result(article()))
        assert failed(await finish(made.outcome(article(OTHER, id="other")))).error == "KeyRefusedError"
        assert await finish(made.outcome(article())) == report
        assert not says


async def test_a_refused_article_does_not_stop_the_next_request(tmp_path: Path) -> None:
    says = [Said(400, {"error": {"message": "not this"}}), completion(DRAFT)]
    async with service(tmp_path, lambda _: says.pop(0)) as running:
        async with running.pipeline() as made:
            assert failed(await finish(made.outcome(article(OTHER, id="other")))).error == RequestRefusedError.__name__
            assert isinstance(await finish(made.outcome(article())), Report)
        assert len(running.asked) == 2


async def test_a_failure_is_not_kept(tmp_path: Path) -> None:
    says = [Said(500, {"error": {"message": "oops"}}), completion(DRAFT)]
    async with service(tmp_path, lambda _: says.pop(0)) as running:
        for kind in (Failure, Report):
            async with running.pipeline() as made:
                assert isinstance(await finish(made.outcome(article())), kind)


async def test_the_calls_of_a_batch_are_marked(tmp_path: Path) -> None:
    async with service(tmp_path) as running, running.pipeline() as made:
        for steps, is_of_batch in ((made.outcome(article()), True), (made.result(article(OTHER)), False)):
            await finish(steps)
            call = current_call.get()
            assert call is not None
            assert (call.article_id, call.is_of_batch, call.attempts) == ("gate", is_of_batch, 1)


async def test_work_that_was_never_used_closes_too(tmp_path: Path) -> None:
    async with service(tmp_path) as running, running.pipeline():
        pass
    work = RuleReports()
    await work.aclose()
    work.close()


@pytest.mark.parametrize("name", ["article.txt", "articles/a.html"])
def test_a_name_is_not_summed_up_as_an_article(name: str) -> None:
    with pytest.raises(CallError, match="is a name, not the text"):
        read_input(name)


def test_the_name_of_a_folder_that_exists_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="is a name, not the text"):
        read_input(str(tmp_path))
    assert read_input("Nobody was hurt, the reeve said").text == "Nobody was hurt, the reeve said"


def test_a_text_that_ends_like_a_name_is_a_text() -> None:
    assert read_input("The reeve of Tolm said that he had lost the file weir.txt").text.endswith("weir.txt")
