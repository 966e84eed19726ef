"""One question until it is answered: in another mode or way, with more room, after a wait; with how many requests."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest

from summarizer.contract.errors import (
    BadGenerationError,
    ContextTooSmallError,
    EmptyAnswerError,
    EndpointError,
    KeyRefusedError,
    RateLimitError,
    RefusalError,
    RequestRefusedError,
    ServerError,
    SummarizerError,
)
from summarizer.contract.request import AnswerSchema, Completion, Message, Request
from summarizer.endpoint.asking import Asking
from summarizer.endpoint.retry import Retry, RetryPolicy

REQUEST = Request(
    (Message("user", "x"),), "m", AnswerSchema("S", {"type": "object"}), {"temperature": 0.0, "max_tokens": 900}
)
REFUSED = "Input should be 'text' or 'json_object' in response_format"


class Server:
    """Answers each mode as authored: an error, a text without JSON, or an object."""

    def __init__(self, **said: object) -> None:
        self.said = said
        self.requests: list[Request] = []
        self.gate: asyncio.Event | None = None
        self.crowd = asyncio.Event()
        self.slept: list[float] = []

    @property
    def asked(self) -> list[str]:
        return [str(request.mode) for request in self.requests]

    async def __call__(self, request: Request) -> Completion:
        assert request.mode is not None
        self.requests.append(request)
        if len(self.requests) == 5:
            self.crowd.set()
        if self.gate is not None:
            await self.gate.wait()
        await asyncio.sleep(0)
        said = self.said.get(request.mode, "{}")
        if isinstance(said, list):
            said = said.pop(0) if len(said) > 1 else said[0]
        if isinstance(said, Exception):
            raise said
        if isinstance(said, Completion):
            return said
        return Completion(text=str(said), json_text=str(said) if str(said).startswith("{") else None, mode=request.mode)

    def asking(self, *, strict: int | None = None, **options: object) -> Asking:
        async def sleep(seconds: float) -> None:
            self.slept.append(seconds)

        policy = RetryPolicy(attempts=strict or 6, is_strict=strict is not None)
        retry = Retry(policy, Counter(), sleep=sleep)
        return Asking(self, address="http://h/v1", model="m", retry=retry, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("status", [400, 404, 422, 500])
async def test_a_refused_mode_is_replaced_once_and_the_choice_is_remembered(status: int) -> None:
    kind = ServerError if status == 500 else RequestRefusedError
    server = Server(json_schema=kind(REFUSED, status=status), tools=kind("tools are unsupported", status=status))
    remember: dict[str, str] = {}
    asking = server.asking(remember=remember)
    for _ in range(3):
        await asking.complete(REQUEST)
    assert server.asked == ["json_schema", "tools", "json", "json", "json"]
    assert asking.mode == "json"
    other = Server()
    await other.asking(remember=remember).complete(REQUEST)
    assert other.asked == ["json"]
    assert server.slept == []


async def test_a_passing_500_does_not_rule_out_a_mode() -> None:
    server = Server(json_schema=[ServerError("overloaded", status=500), "{}"])
    remember: dict[str, str] = {}
    asking = server.asking(remember=remember)
    for _ in range(3):
        await asking.complete(REQUEST)
    assert server.asked == ["json_schema", "tools", "json_schema", "json_schema"]
    assert list(remember.values()) == ["json_schema"]


async def test_a_500_that_comes_twice_rules_out_a_mode_but_not_for_good() -> None:
    server = Server(json_schema=ServerError("Internal Server Error", status=500))
    remember: dict[str, str] = {}
    asking = server.asking(remember=remember)
    for _ in range(3):
        await asking.complete(REQUEST)
    assert server.asked == ["json_schema", "tools", "json_schema", "tools", "tools"]
    assert remember == {}


async def test_attempts_bound_the_requests_over_all_modes() -> None:
    error = ServerError("the disk is full", status=500)
    server = Server(json_schema=error, tools=error, json=error, fenced=error)
    with pytest.raises(ServerError, match="the disk is full"):
        await server.asking(strict=3).complete(REQUEST)
    assert server.asked == ["json_schema", "tools", "json"]
    server.requests.clear()
    with pytest.raises(ServerError, match="the disk is full"):
        await server.asking().complete(REQUEST)
    assert len(server.asked) == 6


@pytest.mark.parametrize("error", [RateLimitError("slow down", status=429), ServerError("busy", status=503)])
async def test_an_error_that_is_not_about_the_mode_is_waited_for_in_that_mode(error: EndpointError) -> None:
    server = Server(json_schema=[error, "{}"])
    await server.asking().complete(REQUEST)
    assert server.asked == ["json_schema", "json_schema"]
    assert len(server.slept) == 1


@pytest.mark.parametrize("error", [KeyRefusedError("no", status=400), RefusalError("flagged")])
async def test_an_error_that_no_other_way_helps_against_is_raised_at_once(error: SummarizerError) -> None:
    server = Server(json_schema=error)
    asking = server.asking()
    with pytest.raises(type(error)):
        await asking.complete(REQUEST)
    assert server.asked == ["json_schema"]
    server.said["json_schema"] = "{}"
    await asking.complete(REQUEST)
    assert asking.mode == "json_schema"


async def test_a_400_in_the_same_words_is_not_about_the_mode() -> None:
    error = RequestRefusedError("The sky is too blue", status=400)
    server = Server(json_schema=error, tools=error)
    with pytest.raises(RequestRefusedError):
        await server.asking().complete(REQUEST)
    assert server.asked == ["json_schema", "tools"]


async def test_a_mode_that_was_answered_is_not_given_up_for_one_article() -> None:
    no_route = RequestRefusedError("No endpoints found that support tools", status=404)
    server = Server(json_schema=["{}", no_route, "{}"])
    asking = server.asking()
    for _ in range(3):
        await asking.complete(REQUEST)
    assert server.asked == ["json_schema", "json_schema", "tools", "json_schema"]
    assert asking.mode == "json_schema"


async def test_a_wait_does_not_bring_back_the_modes_that_failed() -> None:
    no_route = RequestRefusedError("No endpoints found that support it", status=404)
    server = Server(json_schema=no_route, tools=[RateLimitError("cooling down", retry_after=5.0), "{}"])
    await server.asking().complete(REQUEST)
    assert server.asked == ["json_schema", "tools", "tools"]


async def test_a_bad_generation_is_asked_for_once_more_then_in_the_next_mode() -> None:
    bad = BadGenerationError("json_validate_failed", status=400)
    server = Server(json_schema=["{}", bad, "{}", bad, bad, "{}"])
    asking = server.asking()
    for _ in range(4):
        await asking.complete(REQUEST)
    assert server.asked == ["json_schema"] * 5 + ["tools", "json_schema"]


async def test_a_mode_that_is_answered_in_prose_is_replaced() -> None:
    server = Server(json_schema="Here are the claims.", tools="Sure!", json="{}")
    assert (await server.asking().complete(REQUEST)).mode == "json"


async def test_prose_in_every_mode_is_the_first_ones_answer() -> None:
    server = Server(json_schema="one", tools="two", json="three", fenced="four")
    assert (await server.asking().complete(REQUEST)).text == "one"
    assert len(server.asked) == 4


async def test_a_fixed_mode_is_never_replaced() -> None:
    server = Server(tools=RequestRefusedError("tools are unsupported", status=400))
    with pytest.raises(RequestRefusedError):
        await server.asking(mode="tools").complete(REQUEST)
    assert server.asked == ["tools"]


async def test_an_empty_answer_is_asked_for_again_and_twice_means_another_mode() -> None:
    server = Server(json_schema=EmptyAnswerError("nothing"))
    assert (await server.asking().complete(REQUEST)).mode == "tools"
    assert server.asked == ["json_schema", "json_schema", "tools"]


async def test_many_questions_at_the_same_time_wait_for_the_first_to_find_out() -> None:
    server = Server(json_schema=RequestRefusedError(REFUSED, status=400))
    asking = server.asking(patience=30.0)
    await asyncio.gather(*(asking.complete(REQUEST) for _ in range(300)))
    assert Counter(server.asked) == {"json_schema": 1, "tools": 300}


async def test_parameters_are_found_out_once_for_many_questions() -> None:
    refusals = [
        RequestRefusedError("Unsupported parameter: 'max_tokens' is not supported with this model.", status=400),
        RequestRefusedError("Unsupported value: 'temperature' does not support 0.0 with this model.", status=400),
    ]
    server = Server(json_schema=[*refusals, "{}"])
    remember: dict[str, str] = {}
    asking = server.asking(remember=remember, patience=30.0)
    answers = await asyncio.gather(*(asking.complete(REQUEST) for _ in range(20)))
    assert len(server.requests) == 22
    assert dict(server.requests[-1].parameters) == {"max_completion_tokens": 900}
    assert {answer.left_out for answer in answers} == {("temperature",)}
    other = Server()
    await other.asking(remember=remember).complete(REQUEST)
    assert dict(other.requests[0].parameters) == {"max_completion_tokens": 900}


async def test_other_questions_do_not_wait_for_a_slow_first_answer() -> None:
    server = Server()
    server.gate = asyncio.Event()
    asking = server.asking(patience=0.01)
    calls = [asyncio.ensure_future(asking.complete(REQUEST)) for _ in range(5)]
    async with asyncio.timeout(5):
        await server.crowd.wait()
    server.gate.set()
    assert {answer.mode for answer in await asyncio.gather(*calls)} == {"json_schema"}


async def test_a_near_endpoint_is_given_less_time_to_refuse() -> None:
    server = Server()
    server.gate = asyncio.Event()
    asking = server.asking(patience=30.0)
    asking.expect_refusals(0.0002)
    calls = [asyncio.ensure_future(asking.complete(REQUEST)) for _ in range(5)]
    async with asyncio.timeout(5):
        await server.crowd.wait()
    server.gate.set()
    await asyncio.gather(*calls)


@pytest.mark.parametrize("distance", [None, 60.0])
async def test_no_endpoint_is_given_more_time_to_refuse_than_patience_lasts(distance: float | None) -> None:
    server = Server()
    server.gate = asyncio.Event()
    asking = server.asking(patience=0.01)
    asking.expect_refusals(distance)
    calls = [asyncio.ensure_future(asking.complete(REQUEST)) for _ in range(5)]
    async with asyncio.timeout(5):
        await server.crowd.wait()
    server.gate.set()
    await asyncio.gather(*calls)


async def test_when_the_first_question_fails_the_next_one_goes_ahead() -> None:
    server = Server(json_schema=[RefusalError("flagged"), "{}"])
    asking = server.asking(patience=5.0)
    answers = await asyncio.gather(*(asking.complete(REQUEST) for _ in range(3)), return_exceptions=True)
    assert [type(one).__name__ for one in answers] == ["RefusalError", "Completion", "Completion"]


def cut(text: str, **more: int) -> Completion:
    return Completion(text=text, json_text=None, finish_reason="length", completion_tokens=900, **more)


async def test_thinking_that_used_up_the_answer_gets_more_room_at_once_and_for_the_next() -> None:
    server = Server(json_schema=[cut(""), "{}"])
    asking = server.asking()
    await asking.complete(REQUEST)
    await asking.complete(REQUEST)
    assert [request.parameters["max_tokens"] for request in server.requests] == [900, 8_900, 8_900]


async def test_an_answer_that_stays_cut_is_what_there_is() -> None:
    server = Server(json_schema=[cut('{"claims": [1, 2'), cut('{"claims": [1')])
    assert (await server.asking().complete(REQUEST)).text == '{"claims": [1, 2'
    assert [request.parameters["max_tokens"] for request in server.requests] == [900, 1_800]


async def test_a_cut_answer_is_kept_when_more_room_is_refused() -> None:
    server = Server(json_schema=[cut('{"claims": [1'), ContextTooSmallError("no room")])
    assert (await server.asking().complete(REQUEST)).text == '{"claims": [1'


async def test_an_answer_of_a_length_that_the_user_chose_is_not_asked_for_again() -> None:
    chosen = Request(REQUEST.messages, "m", REQUEST.schema, REQUEST.parameters, may_grow=False)
    server = Server(json_schema=cut(""))
    await server.asking().complete(chosen)
    assert len(server.requests) == 1


async def test_a_prompt_that_the_endpoint_cut_is_an_error_with_its_size() -> None:
    long = Request((Message("user", "x" * 30_000),), "m", REQUEST.schema, REQUEST.parameters)
    server = Server(json_schema=Completion(text="{}", json_text="{}", prompt_tokens=4096))
    with pytest.raises(ContextTooSmallError, match="4,096 tokens") as caught:
        await server.asking().complete(long)
    assert caught.value.limit == 4096
