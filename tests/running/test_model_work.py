"""Reports by a model: asked through the loop's calls, counted, and kept before they are built."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.answer import Answer
from summarizer.contract.article import Article
from summarizer.contract.errors import CallError
from summarizer.contract.report import Usage
from summarizer.contract.tally import CallTally, RunTally
from summarizer.running.model_work import reports_by_model
from summarizer.running.settings import Settings
from tests.fault_server import FaultServer
from tests.loopback import Loopback, Said, completion

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = Article(id="gate", text="Gate stuck\n\nThe gate is stuck, keeper Ode Lunt said on Friday.")
CLAIM = {"sentence": 2, "quotes": ["The gate is stuck"], "source": "Ode Lunt", "kind": "person", "stance": "asserts"}
DRAFT = {
    "claims": [{**CLAIM, "mention": "keeper Ode Lunt", "role": "keeper", "via": [], "text": "The gate is stuck."}],
    "headline": "Gate stuck",
    "abstract": "The gate is stuck.",
    "key_points": [],
}


def answer(_path: str, _asked: dict[str, Any]) -> Said:
    return completion(DRAFT)


def settings(base_url: str, folder: Path, **more: Any) -> Settings:
    return Settings(model="m", base_url=base_url, cache_dir=folder, mode="json_schema", context=100_000, **more)


async def test_an_answer_is_waited_for_counted_and_kept(tmp_path: Path) -> None:
    async with Loopback(answer) as server:
        work = reports_by_model(settings(server.base_url, tmp_path), RunTally())
        call = CallTally(article_id="gate")
        wait = work.ask(ARTICLE, call)
        assert not server.asked
        answered = await wait()
        assert isinstance(answered, Answer)
        assert (answered.attempts, answered.usage) == (1, Usage(prompt_tokens=7, completion_tokens=3))
        assert work.cache is not None
        assert work.cache.answer(ARTICLE) == answered
        report = work.build(ARTICLE, answered)
        assert [(claim.source.name, claim.origin) for claim in report.claims] == [("Ode Lunt", "model")]
        await work.aclose()
        work.close()


def test_one_work_goes_from_loop_to_loop(tmp_path: Path) -> None:
    with FaultServer() as server:
        work = reports_by_model(settings(server.base_url, tmp_path), RunTally())
        for number in range(3):
            article = Article(id="gate", text=f"{ARTICLE.text} Number {number}.")
            asyncio.run(work.ask(article, CallTally())())  # type: ignore[arg-type]  a coroutine
        asyncio.run(work.aclose())
        work.close()
        assert server.seen.requests == 3


def test_complete_adds_what_the_model_missed(tmp_path: Path) -> None:
    work = reports_by_model(settings("http://127.0.0.1:1/v1", tmp_path, complete=True), RunTally())
    nothing = Answer.model_validate({"draft": {**DRAFT, "claims": []}, "engine": "llm"})
    assert [claim.origin for claim in work.build(ARTICLE, nothing).claims] == ["rules"]
    work.close()


async def test_an_answer_that_lacks_a_part_of_the_article_is_asked_for_again(tmp_path: Path) -> None:
    article = Article(id="gate", text=f"{ARTICLE.text} It will be mended. Nobody knows when. Boats wait.")
    refuses = True

    def say(_path: str, asked: dict[str, Any]) -> Said:
        is_last = refuses and "Boats wait" in str(asked["messages"][-1])
        return completion(None, refusal="No.") if is_last else completion(DRAFT)

    async with Loopback(say) as server:
        work = reports_by_model(settings(server.base_url, tmp_path, window=2, max_reasks=0), RunTally())
        assert work.cache is not None
        part = await work.ask(article, CallTally())()
        assert not part.is_whole
        assert work.cache.answer(article) is None
        refuses = False
        assert (await work.ask(article, CallTally())()).is_whole
        assert work.cache.answer(article) is not None
        await work.aclose()
        work.close()


def test_without_a_cache_nothing_is_kept(tmp_path: Path) -> None:
    work = reports_by_model(settings("http://127.0.0.1:1/v1", tmp_path / "none", cache=False), RunTally())
    assert work.cache is None
    assert not (tmp_path / "none").exists()


def test_a_service_without_a_key_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="key"):
        reports_by_model(Settings(model="openai/m", cache_dir=tmp_path), RunTally())
