"""Retry is the one owner of repeats: which errors, how long the waits, when to give up."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace

import pytest

from summarizer.contract.errors import (
    EmptyAnswerError,
    KeyRefusedError,
    ModelNotFoundError,
    RateLimitError,
    RequestRefusedError,
    ServerError,
    SlowEndpointError,
    SummarizerError,
    UnreachableError,
)
from summarizer.endpoint.retry import Retry, RetryPolicy


class Service:
    """Raises what it is given, one after the other, then answers."""

    def __init__(self, *errors: SummarizerError) -> None:
        self.errors = list(errors)
        self.asked = 0

    async def send(self) -> str:
        self.asked += 1
        if self.errors:
            raise self.errors.pop(0)
        return "answer"


class Clock:
    """Sleeps without taking time."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


def make(clock: Clock, causes: Counter[str] | None = None, *, chance: float = 1.0, **policy: float) -> Retry:
    given = RetryPolicy.model_validate(policy)
    return Retry(given, causes if causes is not None else Counter(), sleep=clock.sleep, chance=lambda: chance)


@pytest.mark.parametrize("error", [UnreachableError, SlowEndpointError, RateLimitError, ServerError])
async def test_transient_errors_are_retried(error: type[SummarizerError]) -> None:
    service, causes = Service(error("once"), error("twice")), Counter[str]()
    assert await make(Clock(), causes).call(service.send) == "answer"
    assert service.asked == 3
    assert causes == {error.__name__: 2}


@pytest.mark.parametrize("error", [RequestRefusedError, KeyRefusedError, ModelNotFoundError])
async def test_errors_that_the_user_must_fix_are_not_retried(error: type[SummarizerError]) -> None:
    service, clock = Service(error("no"), error("no")), Clock()
    with pytest.raises(error):
        await make(clock).call(service.send)
    assert (service.asked, clock.waits) == (1, [])


async def test_the_last_error_is_raised_unchanged() -> None:
    last = ServerError("the third", status=503)
    service = Service(ServerError("one"), ServerError("two"), last)
    with pytest.raises(ServerError) as raised:
        await make(Clock(), attempts=3).call(service.send)
    assert raised.value is last
    assert service.asked == 3


async def test_waits_double_up_to_the_longest() -> None:
    service, clock = Service(*(ServerError("no") for _ in range(5))), Clock()
    await make(clock, first_wait=1.0, longest_wait=5.0).call(service.send)
    assert clock.waits == [1.0, 2.0, 4.0, 5.0, 5.0]


async def test_the_first_wait_is_random_from_zero() -> None:
    service, clock = Service(ServerError("no")), Clock()
    await make(clock, chance=0.0).call(service.send)
    assert clock.waits == [0.0]


async def test_retry_after_is_waited_for_in_full() -> None:
    service, clock = Service(RateLimitError("no", retry_after=7.0)), Clock()
    await make(clock, longest_wait=1.0).call(service.send)
    assert 7.0 <= clock.waits[0] <= 8.0


async def test_a_demanded_wait_beyond_the_time_limit_ends_the_retries() -> None:
    service, clock = Service(RateLimitError("no", retry_after=700.0)), Clock()
    with pytest.raises(RateLimitError):
        await make(clock, seconds=60.0).call(service.send)
    assert (service.asked, clock.waits) == (1, [])


async def test_an_empty_answer_gets_five_attempts() -> None:
    service = Service(*(EmptyAnswerError("nothing") for _ in range(9)))
    with pytest.raises(EmptyAnswerError):
        await make(Clock()).call(service.send)
    assert service.asked == 5


async def test_later_waits_have_a_minimum_that_outlasts_a_restart() -> None:
    service, clock = Service(*(UnreachableError("no") for _ in range(5))), Clock()
    await make(clock, chance=0.0).call(service.send)
    assert clock.waits == [0.0, 0.0, 1.0, 2.0, 4.0]


async def test_a_retry_after_of_zero_is_not_obeyed() -> None:
    service, clock = Service(RateLimitError("no", retry_after=0.0)), Clock()
    await make(clock).call(service.send)
    assert clock.waits == [0.5]


async def test_the_time_that_requests_take_does_not_count_as_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr("tenacity.time", SimpleNamespace(monotonic=lambda: now[0]))
    service = Service(ServerError("no"), ServerError("no"))

    async def slow() -> str:
        now[0] += 1000.0  # at the gate, when there are few requests a minute
        return await service.send()

    assert await make(Clock(), seconds=60.0).call(slow) == "answer"


async def test_all_waits_together_stay_below_the_time_limit() -> None:
    service, clock = Service(*(RateLimitError("no", retry_after=25.0) for _ in range(5))), Clock()
    with pytest.raises(RateLimitError):
        await make(clock, seconds=60.0, chance=0.0).call(service.send)
    assert clock.waits == [25.0, 25.0]


async def test_nothing_is_retried_once_the_run_is_over() -> None:
    service = Service(ServerError("no"))
    retry = make(Clock())
    retry.is_over = True
    with pytest.raises(ServerError):
        await retry.call(service.send)
    assert service.asked == 1


async def test_other_exceptions_pass_through() -> None:
    async def broken() -> str:
        msg = "a bug"
        raise KeyError(msg)

    with pytest.raises(KeyError):
        await make(Clock()).call(broken)
