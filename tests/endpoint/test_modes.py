from __future__ import annotations

import asyncio
from collections import Counter

import pytest

from summarizer.contract.errors import EndpointError, RateLimitError, RequestRefusedError, ServerError
from summarizer.contract.request import AnswerSchema, Completion, Message, Request
from summarizer.endpoint.modes import ModeChoice

REQUEST = Request(
    (Message("user", "x"),), "m", AnswerSchema("S", {"type": "object"}), {"temperature": 0.0, "max_tokens": 9}
)
REFUSED = "Input should be 'text' or 'json_object' in response_format"


class Server:
    """Answers each mode as authored: an error, a text without JSON, or an object."""

    def __init__(self, **said: object) -> None:
        self.said = said
        self.asked: list[str] = []
        self.requests: list[Request] = []
        self.gate: asyncio.Event | None = None
        self.crowd = asyncio.Event()

    async def __call__(self, request: Request) -> Completion:
        assert request.mode is not None
        self.asked.append(request.mode)
        self.requests.append(request)
        if len(self.asked) == 5:
            self.crowd.set()
        if self.gate is not None:
            await self.gate.wait()
        said = self.said.get(request.mode, "{}")
        if isinstance(said, list):
            said = said.pop(0) if len(said) > 1 else said[0]
        if isinstance(said, Exception):
            raise said
        return Completion(text=str(said), json_text=str(said) if str(said).startswith("{") else None, mode=request.mode)

    def choice(self, **options: object) -> ModeChoice:
        return ModeChoice(self, host="h", model="m", **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("status", [400, 404, 422, 500])
async def test_a_refused_mode_is_replaced_once_and_the_choice_is_remembered(status: int) -> None:
    kind = ServerError if status == 500 else RequestRefusedError
    server = Server(json_schema=kind(REFUSED, status=status), tools=kind("tools are unsupported", status=status))
    remember: dict[str, str] = {}
    choice = server.choice(remember=remember)
    for _ in range(3):
        await choice.complete(REQUEST)
    assert server.asked == ["json_schema", "tools", "json", "json", "json"]
    assert choice.mode == "json"
    other = server.choice(remember=remember)
    server.asked.clear()
    await other.complete(REQUEST)
    assert server.asked == ["json"]


async def test_a_passing_500_does_not_rule_out_a_mode() -> None:
    server = Server(json_schema=[ServerError("overloaded", status=500), "{}"])
    remember: dict[str, str] = {}
    choice = server.choice(remember=remember)
    await choice.complete(REQUEST)
    assert remember == {}
    await choice.complete(REQUEST)
    await choice.complete(REQUEST)
    assert server.asked == ["json_schema", "tools", "json_schema", "json_schema"]
    assert list(remember.values()) == ["json_schema"]


async def test_a_500_that_comes_twice_rules_out_a_mode() -> None:
    server = Server(json_schema=ServerError("Internal Server Error", status=500))
    choice = server.choice()
    for _ in range(3):
        await choice.complete(REQUEST)
    assert server.asked == ["json_schema", "tools", "json_schema", "tools", "tools"]


async def test_the_first_error_is_raised_when_every_mode_fails() -> None:
    error = ServerError("the disk is full", status=500)
    server = Server(json_schema=error, tools=error, json=error, fenced=error)
    with pytest.raises(ServerError, match="the disk is full"):
        await server.choice().complete(REQUEST)
    assert server.asked == ["json_schema", "tools", "json", "fenced"]


@pytest.mark.parametrize("error", [RateLimitError("slow down", status=429), ServerError("busy", status=503)])
async def test_an_error_that_is_not_about_the_mode_is_raised_at_once(error: EndpointError) -> None:
    server = Server(json_schema=[error, "{}"])
    choice = server.choice()
    with pytest.raises(type(error)):
        await choice.complete(REQUEST)
    await choice.complete(REQUEST)
    assert server.asked == ["json_schema", "json_schema"]


async def test_a_mode_that_is_answered_in_prose_is_replaced() -> None:
    server = Server(json_schema="Here are the claims.", tools="Sure!", json="{}")
    choice = server.choice()
    answer = await choice.complete(REQUEST)
    assert answer.mode == "json"


async def test_a_fixed_mode_is_never_replaced() -> None:
    server = Server(tools=RequestRefusedError("tools are unsupported", status=400))
    with pytest.raises(RequestRefusedError):
        await server.choice(mode="tools").complete(REQUEST)
    assert server.asked == ["tools"]


async def test_a_remembered_mode_that_is_refused_is_chosen_again() -> None:
    server = Server(tools=RequestRefusedError("tools are not supported", status=400))
    choice = server.choice(remember={"mode h m": "tools"})
    await choice.complete(REQUEST)
    assert choice.mode == "json_schema"


async def test_requests_at_the_same_time_wait_for_the_first_to_choose() -> None:
    server = Server(json_schema=RequestRefusedError(REFUSED, status=400))
    choice = server.choice()
    await asyncio.gather(*(choice.complete(REQUEST) for _ in range(20)))
    assert Counter(server.asked) == {"json_schema": 1, "tools": 20}


async def test_other_requests_do_not_wait_for_a_slow_first_answer() -> None:
    server = Server()
    server.gate = asyncio.Event()
    choice = server.choice(patience=0.01)
    calls = [asyncio.ensure_future(choice.complete(REQUEST)) for _ in range(5)]
    async with asyncio.timeout(5):
        await server.crowd.wait()
    server.gate.set()
    assert {answer.mode for answer in await asyncio.gather(*calls)} == {"json_schema"}


async def test_parameters_that_are_refused_by_name_are_renamed_or_left_out() -> None:
    server = Server(
        json_schema=[
            RequestRefusedError("Unsupported parameter: 'max_tokens' is not supported with this model.", status=400),
            RequestRefusedError("Unsupported value: 'temperature' does not support 0.0 with this model.", status=400),
            "{}",
        ]
    )
    remember: dict[str, str] = {}
    await server.choice(remember=remember).complete(REQUEST)
    assert dict(server.requests[-1].parameters) == {"max_completion_tokens": 9}
    assert len(server.asked) == 3
    server.asked.clear()
    await server.choice(remember=remember).complete(REQUEST)
    assert len(server.asked) == 1
    assert dict(server.requests[-1].parameters) == {"max_completion_tokens": 9}
