"""What stands around a call: in which order, and that what it took is counted."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.article import Article
from summarizer.contract.errors import SummarizerError, UnreachableError
from summarizer.contract.request import AnswerSchema, Message, Request
from summarizer.contract.tally import CallTally, RunTally, current_call
from summarizer.endpoint import retry
from summarizer.endpoint.client import Endpoint
from summarizer.endpoint.limits import Gate
from summarizer.running import model_calls
from summarizer.running.model_calls import ModelCalls
from summarizer.running.settings import Settings
from tests.loopback import Loopback, Said, completion
from tests.strange_servers import unreachable

if TYPE_CHECKING:
    from collections.abc import Callable

ANSWER = {"claims": []}
SCHEMA = AnswerSchema("Draft", {"type": "object", "properties": {"claims": {"type": "array"}}, "required": ["claims"]})
REQUEST = Request(messages=(Message("user", "Who speaks? " * 40),), model="m", schema=SCHEMA, mode="json_schema")


def calls(server: Loopback, tally: RunTally) -> ModelCalls:
    return ModelCalls(Settings(model="m", base_url=server.base_url, cache=False), tally)


@pytest.fixture(autouse=True)
def _no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_calls, "RetryPolicy", partial(retry.RetryPolicy, first_wait=0.0))


async def test_a_long_article_is_no_slower_in_telling_that_nobody_is_there() -> None:
    """What it is asked about first is the context, which waits for an answer as long as an article may."""
    long = Article(id="a", text="Gate stuck\n\n" + "The gate is stuck, Ode Lunt said. " * 900)
    async with unreachable() as port:
        settings = Settings(model="m", base_url=f"http://127.0.0.1:{port}/v1", cache=False, timeout=5)
        made = ModelCalls(settings, tally := RunTally())
        with pytest.raises(UnreachableError, match="nobody answers") as told:
            async with asyncio.timeout(4):
                await made.engine.answer(long)
        await made.aclose()
    assert "is it running" in told.value.hint
    assert tally.ended_by == "UnreachableError"


async def test_settings_for_the_model_are_sent_and_told_unless_they_are_refused() -> None:
    def say(_path: str, asked: dict[str, Any]) -> Said:
        if "temperature" in asked:
            return Said(400, {"error": {"message": "temperature is not supported with this model"}})
        return completion({"claims": [], "headline": "H", "abstract": "A", "key_points": []})

    given: dict[str, Any] = {
        "temperature": 0.4, "reasoning_effort": "low", "extra": {"top_p": 0.5}, "header": ("X-Desk: night",),
    }  # fmt: skip
    async with Loopback(say) as server:
        made = ModelCalls(Settings(model="m", base_url=server.base_url, cache=False, **given), RunTally())
        answer = await made.engine.answer(Article(id="a", text="Gate stuck\n\nThe gate is stuck, Ode Lunt said."))
        await made.aclose()
        bodies, headers = [one[1] for one in server.asked], server.asked[-1][2]
    assert bodies[0]["temperature"] == 0.4
    assert (bodies[-1]["reasoning_effort"], bodies[-1]["top_p"], headers["x-desk"]) == ("low", 0.5, "night")
    assert "temperature" not in bodies[-1]
    assert answer.parameters["reasoning_effort"] == "low"
    assert answer.parameters["extra"] == '{"top_p": 0.5}'
    assert "temperature" not in answer.parameters
    assert "night" not in answer.model_dump_json()


async def ask_in_turn(say: Callable[[int], Said], articles: list[str]) -> tuple[RunTally, int]:
    """The counts after some articles were asked about one after the other, and the requests that were sent."""
    tally, sent = RunTally(), iter(range(1_000))
    async with Loopback(lambda *_: say(next(sent))) as server:
        made = calls(server, tally)
        for one in articles:
            current_call.set(CallTally(article_id=one))
            with suppress(SummarizerError):
                await made.complete(REQUEST)
        await made.aclose()
        return tally, len(server.asked)


REFUSAL = Said(400, {"error": {"message": "the tide is out"}})


async def test_what_is_refused_in_the_same_words_for_every_article_ends_the_run() -> None:
    tally, sent = await ask_in_turn(lambda _: REFUSAL, [f"a{number}" for number in range(9)])
    assert (tally.ended_by, sent) == ("RequestRefusedError", 5)


@pytest.mark.parametrize(
    ("say", "articles"),
    [
        (lambda _: REFUSAL, ["long"] * 9),  # the windows of one article
        (lambda number: completion(ANSWER) if number == 0 else REFUSAL, [f"a{n}" for n in range(9)]),
        (lambda number: Said(400, {"error": {"message": f"not at tide {number}"}}), [f"a{n}" for n in range(9)]),
    ],
)
async def test_refusals_that_may_be_the_articles_own_do_not(say: Callable[[int], Said], articles: list[str]) -> None:
    tally, sent = await ask_in_turn(say, articles)
    assert (tally.ended_by, sent) == ("", 9)


async def test_an_empty_answer_is_counted_and_retried() -> None:
    empty = Said(body={"choices": [], "usage": {"prompt_tokens": 70, "completion_tokens": 1}})
    said, tally = [empty, completion(None), completion(ANSWER)], RunTally()
    async with Loopback(lambda *_: said.pop(0)) as server:
        made = calls(server, tally)
        await made.complete(REQUEST)
        await made.aclose()
    assert (tally.attempts, dict(tally.retries)) == (3, {"EmptyAnswerError": 2})
    assert (tally.prompt_tokens, tally.completion_tokens) == (70 + 7 + 7, 1 + 3 + 3)


@pytest.mark.parametrize("usage", [None, {}, {"prompt_tokens": "7"}, {"prompt_tokens": 0, "completion_tokens": 0}])
async def test_tokens_that_the_service_does_not_report_are_estimated(usage: object) -> None:
    said, tally = completion(ANSWER), RunTally()
    async with Loopback(lambda *_: said._replace(body={**said.body, "usage": usage})) as server:
        made = calls(server, tally)
        await made.complete(REQUEST)
        await made.aclose()
    assert tally.prompt_tokens > 100
    assert tally.completion_tokens > 0


async def test_the_client_is_opened_before_the_request_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steps: list[str] = []

    def noted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        async def step(*args: Any, **more: Any) -> Any:
            steps.append(name)
            return await function(*args, **more)

        return step

    monkeypatch.setattr(Endpoint, "open", noted("open", Endpoint.open))
    monkeypatch.setattr(Gate, "enter", noted("enter", Gate.enter))
    async with Loopback(lambda *_: completion(ANSWER)) as server:
        made = calls(server, RunTally())
        await made.complete(REQUEST)
        await made.aclose()
    assert steps[:2] == ["open", "enter"]
