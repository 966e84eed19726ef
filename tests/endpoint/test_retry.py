"""The attempts and the waits of one answer: which errors, how long the waits, when to give up."""

from __future__ import annotations

from collections import Counter

import pytest

from summarizer.contract.errors import (
    BadGenerationError,
    EmptyAnswerError,
    KeyRefusedError,
    ModelNotFoundError,
    QuotaError,
    RateLimitError,
    RequestRefusedError,
    ServerError,
    SlowEndpointError,
    SummarizerError,
    UnreachableError,
)
from summarizer.contract.tally import CallTally, current_call
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


async def call(retry: Retry, service: Service) -> str:
    """Ask until it is answered, as asking.py does."""
    effort = retry.effort()

    async def ask() -> str:
        effort.begin()
        return await service.send()

    return await effort.run(ask)


@pytest.mark.parametrize(
    "error", [UnreachableError, SlowEndpointError, RateLimitError, ServerError, BadGenerationError]
)
async def test_transient_errors_are_retried(error: type[SummarizerError]) -> None:
    service, causes = Service(error("once"), error("twice")), Counter[str]()
    assert await call(make(Clock(), causes), service) == "answer"
    assert service.asked == 3
    assert causes == {error.__name__: 2}


@pytest.mark.parametrize("error", [RequestRefusedError, KeyRefusedError, ModelNotFoundError])
async def test_errors_that_the_user_must_fix_are_not_retried(error: type[SummarizerError]) -> None:
    service, clock = Service(error("no"), error("no")), Clock()
    with pytest.raises(error):
        await call(make(clock), service)
    assert (service.asked, clock.waits) == (1, [])


async def test_the_last_error_is_raised_unchanged() -> None:
    last = ServerError("the third", status=503)
    service = Service(ServerError("one"), ServerError("two"), last)
    with pytest.raises(ServerError) as raised:
        await call(make(Clock(), attempts=3), service)
    assert raised.value is last
    assert service.asked == 3


async def test_waits_double_up_to_the_longest() -> None:
    service, clock = Service(*(ServerError("no") for _ in range(5))), Clock()
    await call(make(clock, first_wait=1.0, longest_wait=5.0), service)
    assert clock.waits == [1.0, 2.0, 4.0, 5.0, 5.0]


async def test_the_first_wait_is_random_from_zero() -> None:
    service, clock = Service(ServerError("no")), Clock()
    await call(make(clock, chance=0.0), service)
    assert clock.waits == [0.0]


async def test_retry_after_is_waited_for_in_full() -> None:
    service, clock = Service(RateLimitError("no", retry_after=7.0)), Clock()
    await call(make(clock, longest_wait=1.0), service)
    assert 7.0 <= clock.waits[0] <= 8.0


async def test_a_demanded_wait_beyond_the_time_limit_ends_the_retries() -> None:
    service, clock = Service(RateLimitError("no", retry_after=500.0)), Clock()
    with pytest.raises(RateLimitError):
        await call(make(clock, seconds=60.0), service)
    assert (service.asked, clock.waits) == (1, [])


async def test_an_empty_answer_gets_five_attempts() -> None:
    service = Service(*(EmptyAnswerError("nothing") for _ in range(9)))
    with pytest.raises(EmptyAnswerError):
        await call(make(Clock()), service)
    assert service.asked == 5


async def test_later_waits_have_a_minimum_that_outlasts_a_restart() -> None:
    service, clock = Service(*(UnreachableError("no") for _ in range(5))), Clock()
    await call(make(clock, chance=0.0), service)
    assert clock.waits == [0.0, 0.0, 1.0, 2.0, 4.0]


async def test_a_retry_after_of_zero_is_not_obeyed() -> None:
    service, clock = Service(RateLimitError("no", retry_after=0.0)), Clock()
    await call(make(clock), service)
    assert clock.waits == [0.5]


async def test_all_waits_together_stay_below_the_time_limit() -> None:
    service, clock = Service(*(RateLimitError("no", retry_after=25.0) for _ in range(5))), Clock()
    with pytest.raises(RateLimitError):
        await call(make(clock, seconds=60.0, chance=0.0), service)
    assert clock.waits == [25.0, 25.0]


async def test_nothing_is_retried_once_the_run_is_over() -> None:
    service = Service(ServerError("no"))
    retry = make(Clock())
    retry.is_over = True
    with pytest.raises(ServerError):
        await call(retry, service)
    assert service.asked == 1


async def test_refusals_for_the_rate_count_by_time_and_not_by_number() -> None:
    service, clock = Service(*(RateLimitError("no", retry_after=2.0) for _ in range(20))), Clock()
    assert await call(make(clock, attempts=3), service) == "answer"
    assert service.asked == 21


async def test_a_strict_policy_bounds_every_request() -> None:
    service = Service(*(RateLimitError("no", retry_after=2.0) for _ in range(20)))
    with pytest.raises(RateLimitError):
        await call(make(Clock(), attempts=3, is_strict=True), service)
    assert service.asked == 3


async def test_a_strict_policy_counts_what_is_sent_in_another_way() -> None:
    effort = make(Clock(), attempts=2, is_strict=True).effort()
    effort.begin()
    assert effort.may_change
    effort.begin()
    assert not effort.may_change


async def test_nobody_there_at_first_is_not_retried_and_later_is() -> None:
    absent = [UnreachableError("nothing is listening", is_absent=True) for _ in range(2)]
    retry = make(Clock())
    with pytest.raises(UnreachableError):
        await call(retry, Service(*absent))
    retry.was_reached = True
    assert await call(retry, Service(*absent)) == "answer"


async def test_who_broke_off_a_request_may_come_back() -> None:
    absent = UnreachableError("nothing is listening", is_absent=True)
    retry = make(Clock())
    retry.note(absent)
    with pytest.raises(UnreachableError):
        await call(retry, Service(absent))
    retry.note(UnreachableError("the connection broke"))
    assert await call(retry, Service(absent)) == "answer"
    assert not retry.was_reached


async def test_a_limit_of_hours_ends_a_batch_and_says_for_how_long() -> None:
    with pytest.raises(QuotaError, match="asks to wait 3 h") as caught:
        await call(make(Clock()), Service(RateLimitError("spent", retry_after=10_800.0)))
    assert caught.value.fatal
    assert "--max-wait" in caught.value.hint


async def test_what_the_windows_of_one_article_wait_at_once_counts_once_and_in_all() -> None:
    tally = CallTally(waiting=1)
    token = current_call.set(tally)
    try:
        await call(make(Clock()), Service(RateLimitError("no", retry_after=5.0)))
        assert tally.waited == 0
        tally.waiting = 0
        await call(make(Clock(), chance=0.0), Service(RateLimitError("no", retry_after=5.0)))
        assert tally.waited == 5
        with pytest.raises(RateLimitError, match="after 5 s of waiting; --max-wait is 8 s"):
            await call(make(Clock(), seconds=8.0), Service(RateLimitError("no", retry_after=5.0)))
    finally:
        current_call.reset(token)
