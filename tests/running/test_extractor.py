"""`extract`, `aextract` and `Extractor` against a loopback endpoint whose answers are authored here."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel, create_model, field_validator

from summarizer import Article, Evidence, Failure
from summarizer.contract.errors import CallError, InvalidAnswerError
from summarizer.engines.model.custom_schema import load_model
from summarizer.running.extractor import Extractor, aextract, extract
from tests.conftest import ROOT
from tests.loopback import Loopback, Said, completion

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "Four soldiers died in Varn on Monday.\n\nThe army said that 12 of its men were wounded there.\n"
CASUALTIES: Any = load_model(f"{ROOT}/docs/casualties.py:Casualties")
PROMPT = ROOT / "docs" / "casualties.md"


def entry(harm: str, number: int, quote: str, sentence: int) -> dict[str, Any]:
    evidence = {"sentence": sentence, "quote": quote}
    return {"party": "soldiers", "harm": harm, "number": number, "source": "", "evidence": evidence}


GOOD = entry("killed", 4, "Four soldiers died", 1)
WRONG_NUMBER = entry("wounded", 20, "12 of its men were wounded", 2)


def always(*entries: dict[str, Any]) -> Callable[[str, dict[str, Any]], Said]:
    return lambda _path, _asked: completion({"casualties": list(entries)})


async def test_an_article_fills_in_a_custom_schema_with_evidence() -> None:
    async with Loopback(always(GOOD)) as server:
        found = await aextract(TEXT, CASUALTIES, PROMPT, model="m", base_url=server.base_url)
    one = found.result.casualties[0]
    assert (one.number, one.evidence.start, one.evidence.end) == (4, 0, 18)
    assert type(found.result) is CASUALTIES
    asked = server.asked[0][1]
    assert asked["messages"][0]["content"].endswith(PROMPT.read_text(encoding="utf-8").strip())
    assert found.provenance.usage.prompt_tokens == 7
    assert found.provenance.attempts == 1


async def test_a_part_that_the_custom_schema_refuses_is_retried_and_removed() -> None:
    async with Loopback(always(GOOD, WRONG_NUMBER)) as server:
        found = await aextract(TEXT, CASUALTIES, PROMPT, model="m", base_url=server.base_url, max_reasks=1)
    assert "casualties[1]: the quote does not hold the number 20" in server.asked[1][1]["messages"][-1]["content"]
    assert len(found.result.casualties) == 1
    assert found.rejected[0].reason == "the quote does not hold the number 20"
    assert found.provenance.attempts == 2


async def test_the_same_request_is_sent_once_and_another_prompt_or_schema_again() -> None:
    other = create_model("Casualties", __base__=CASUALTIES, more=(list[str], []))
    async with Loopback(always(GOOD)) as server:
        options: Any = {"model": "m", "base_url": server.base_url}
        first = await aextract(TEXT, CASUALTIES, "Who died?", **options)
        again = await aextract(TEXT, CASUALTIES, "Who died?", **options)
        assert again.model_dump_json() == first.model_dump_json()
        assert len(server.asked) == 1
        await aextract(TEXT, CASUALTIES, "Who was hurt?", **options)
        await aextract(TEXT, other, "Who died?", **options)
        assert len(server.asked) == 3
        await aextract(TEXT, CASUALTIES, "Who died?", cache=False, **options)
        assert len(server.asked) == 4


def _form(most: int) -> type[BaseModel]:
    """A form whose required number may be so high; the wire schema does not tell."""

    class Form(BaseModel):
        number: int
        evidence: Evidence

        @field_validator("number")
        @classmethod
        def _few(cls, number: int) -> int:
            if number > most:
                msg = "too many"
                raise ValueError(msg)
            return number

    return Form


async def test_a_kept_answer_that_a_stricter_schema_refuses_is_requested_again() -> None:
    answer = {"number": 4, "evidence": GOOD["evidence"]}
    async with Loopback(lambda _path, _asked: completion(answer)) as server:
        options: Any = {"model": "m", "base_url": server.base_url, "max_reasks": 0}
        await aextract(TEXT, _form(4), **options)
        await aextract(TEXT, _form(5), **options)
        assert len(server.asked) == 1
        with pytest.raises(InvalidAnswerError, match="number: too many"):
            await aextract(TEXT, _form(3), **options)
        assert len(server.asked) == 2


async def test_many_articles_give_results_and_failures_in_order(tmp_path: Path) -> None:
    sources = [Article(id="a", text=TEXT), tmp_path / "none.txt", Article(id="b", text=TEXT + "More."), ""]
    async with Loopback(always(GOOD)) as server:

        def run() -> list[Any]:
            with Extractor(CASUALTIES, PROMPT, model="m", base_url=server.base_url) as extractor:
                found = list(extractor.run(sources))
                assert (extractor.tally.done, extractor.tally.failed) == (2, 2)
                return found

        found = await asyncio.to_thread(run)
    assert [getattr(one, "error", "") for one in found] == ["", "UnreadableInputError", "", "EmptyArticleError"]
    assert isinstance(found[1], Failure)
    assert [found[0].article.id, found[2].article.id] == ["a", "b"]


async def test_an_answer_of_another_shape_is_an_error_and_not_used_again() -> None:
    async with Loopback(lambda _path, _asked: completion({"other": 1})) as server:
        for expected in (2, 4):
            with pytest.raises(InvalidAnswerError):
                await aextract(TEXT, CASUALTIES, model="m", base_url=server.base_url, max_reasks=1, mode="json")
            assert len(server.asked) == expected


async def test_one_extractor_goes_from_loop_to_loop() -> None:
    def run(base_url: str) -> list[Any]:
        with Extractor(CASUALTIES, model="m", base_url=base_url, cache=False) as extractor:
            return [asyncio.run(extractor.asummarize(TEXT)) for _ in range(2)]

    async with Loopback(always(GOOD)) as server:
        found = await asyncio.to_thread(run, server.base_url)
    assert [len(one.result.casualties) for one in found] == [1, 1]


def test_a_custom_schema_needs_a_language_model(tmp_path: Path) -> None:
    for options in ({}, {"engine": "extractive", "model": "m"}):
        with pytest.raises(CallError, match="needs a language model") as raised:
            extract(TEXT, CASUALTIES, **options)  # type: ignore[arg-type]
        assert "--model" in raised.value.hint
    with pytest.raises(CallError, match="the prompt cannot be read"):
        extract(TEXT, CASUALTIES, tmp_path / "none.md", model="m", base_url="http://127.0.0.1:9/v1")
