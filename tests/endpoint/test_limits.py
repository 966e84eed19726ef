"""The gate: concurrency that adapts, requests and tokens a minute, and waits that hold all requests."""

from __future__ import annotations

import asyncio
import heapq
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.contract.errors import RateLimitError, ServerError, SlowEndpointError
from summarizer.endpoint.limits import AdaptiveLimit, Gate, MinuteWindow, Pass


class Clock:
    """Time that passes only when someone sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def time(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def gate(clock: Clock, most: int = 8, *, rpm: float | None = None, tpm: float | None = None) -> Gate:
    return Gate(most, rpm=rpm, tpm=tpm, clock=clock.time, sleep=clock.sleep)


async def test_no_more_requests_than_allowed_are_in_flight() -> None:
    limited = gate(Clock(), 2)
    passes = [await limited.enter(), await limited.enter()]
    third = asyncio.ensure_future(limited.enter())
    await asyncio.sleep(0)
    assert not third.done()
    limited.leave(passes[0])
    assert (await third).level == 2


async def refuse(limited: Gate, times: int, told: float | None) -> None:
    for _ in range(times):
        limited.leave(await limited.enter(), RateLimitError("no", retry_after=told))


async def test_a_refusal_among_answers_holds_nobody() -> None:
    clock = Clock()
    limited = gate(clock)
    for _ in range(20):
        await refuse(limited, 2, 3.0)
        limited.leave(await limited.enter())
    assert clock.slept == []


async def test_refusals_in_a_row_hold_all_requests_for_as_long_as_told() -> None:
    clock = Clock()
    limited = gate(clock)
    await refuse(limited, 5, 3.0)
    await limited.enter()
    assert clock.slept == [pytest.approx(3.0)]


async def test_after_a_hold_two_refusals_are_enough_for_the_next() -> None:
    clock = Clock()
    limited = gate(clock)
    await refuse(limited, 5, 3.0)
    limited.leave(await limited.enter())
    await refuse(limited, 2, 4.0)
    await limited.enter()
    assert clock.slept == [pytest.approx(3.0), pytest.approx(4.0)]


async def test_without_a_word_of_how_long_one_request_tries_after_twice_as_long() -> None:
    clock = Clock()
    limited = gate(clock)
    await refuse(limited, 5, None)
    assert limited.limit == 1
    await refuse(limited, 3, None)
    passed = await limited.enter()
    assert clock.slept == [1.0, 2.0, 4.0, 8.0]
    limited.leave(passed)
    assert limited.limit > 1


async def test_refusals_of_what_was_under_way_prolong_no_hold() -> None:
    clock = Clock()
    limited = gate(clock)
    passes = [await limited.enter() for _ in range(8)]
    clock.now += 1
    for passed in passes:
        limited.leave(passed, RateLimitError("no"))
    await limited.enter()
    assert clock.slept == [1.0]


async def test_rate_limit_headers_of_an_answer_hold_all_requests() -> None:
    clock = Clock()
    limited = gate(clock)
    headers = {"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1m2s"}
    limited.leave(await limited.enter(), headers=headers)
    await limited.enter()
    assert clock.slept == [pytest.approx(62.0)]


@given(
    limit=st.integers(1, 50),
    amounts=st.lists(st.integers(1, 20), min_size=1, max_size=80),
    pauses=st.lists(st.floats(0, 30), min_size=80, max_size=80),
)
def test_a_minute_window_is_never_exceeded(limit: int, amounts: list[int], pauses: list[float]) -> None:
    window, now, spent = MinuteWindow(limit), 0.0, []
    for amount, pause in zip(amounts, pauses, strict=False):
        now += pause
        now += window.delay(amount, now)
        now += window.delay(amount, now)  # what is larger than the window waits for an empty one
        window.spend(amount, now)
        spent.append((now, amount))
        inside = [one for one in spent if one[0] > now - 60 + 1e-6]
        assert sum(size for _, size in inside) <= max(limit, amount)


def test_a_minute_window_is_available_in_full_at_once() -> None:
    window = MinuteWindow(600)
    for _ in range(600):
        assert window.delay(1, 5.0) == 0
        window.spend(1, 5.0)
    assert window.delay(1, 5.0) == pytest.approx(60.0)


def test_a_minute_window_is_corrected_to_what_was_really_used() -> None:
    window = MinuteWindow(100)
    spent = window.spend(90, 0.0)
    assert window.delay(50, 1.0) > 0
    window.correct(spent, 10)
    assert window.delay(50, 1.0) == 0


async def test_requests_a_minute_are_limited() -> None:
    clock = Clock()
    limited = gate(clock, rpm=3)
    for _ in range(4):
        limited.leave(await limited.enter())
    assert sum(clock.slept) == pytest.approx(60.2)  # with what one may be longer on its way than another


async def test_a_request_that_is_no_longer_wanted_stops_waiting() -> None:
    clock = Clock()
    limited = gate(clock, rpm=1)
    limited.leave(await limited.enter())

    def check() -> None:
        if len(clock.slept) == 2:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await limited.enter(check=check)
    assert sum(clock.slept) < 1


async def test_tokens_a_minute_count_the_tokens_really_used() -> None:
    clock = Clock()
    limited = gate(clock, tpm=100)
    for _ in range(3):
        limited.leave(await limited.enter(60), tokens=20)
    assert clock.slept == []


def test_refusals_of_the_first_wave_lower_the_limit_to_the_capacity() -> None:
    limit = AdaptiveLimit(32)
    for others, level in zip(range(31, 15, -1), range(32, 16, -1), strict=True):
        limit.refused(level, others=others)
    assert limit.limit == 16


def simulate(capacity: int, most: int, count: int, *, random_refusals: int = 0) -> tuple[int, int, float]:
    """Rounds in which each request takes one unit of time: refusals, final limit, and rounds used."""
    limit, left, rounds, refused, sent = AdaptiveLimit(most), count, 0, 0, 0
    while left > 0:
        rounds += 1
        wave = min(limit.limit, left)
        sent += wave
        under_way = wave
        for level in range(wave, capacity, -1):
            under_way -= 1
            refused += 1
            limit.refused(level, others=under_way)
        taken = min(wave, capacity)
        for level in range(1, taken + 1):
            if random_refusals and (sent + level) % random_refusals == 0:
                refused += 1
                limit.refused(level, others=taken - 1)
            else:
                limit.answered(level, limit.generation)
                left -= 1
    return refused, limit.limit, rounds


def test_a_service_of_half_the_capacity_is_filled_with_few_refusals() -> None:
    refused, limit, rounds = simulate(capacity=16, most=32, count=300)
    assert refused <= 30
    assert limit in (16, 17)
    assert rounds <= 1.3 * 300 / 16


def test_answers_to_earlier_requests_do_not_prove_the_lowered_limit() -> None:
    limit = AdaptiveLimit(32)
    before = limit.generation
    for others in range(31, 15, -1):
        limit.refused(32, others=others)
    limit.answered(31, before)
    lowered = limit.limit
    limit.refused(lowered, others=lowered - 1)
    assert limit.limit < lowered


def test_a_rise_hastens_the_next_and_a_refusal_delays_it() -> None:
    def answers_until_raised(limit: AdaptiveLimit) -> int:
        before, count = limit.limit, 0
        while limit.limit == before:
            limit.answered(limit.limit, limit.generation)
            count += 1
        return count // before

    limit = AdaptiveLimit(32)
    for _ in range(3):
        limit.refused(9, others=8)
    first, second = answers_until_raised(limit), answers_until_raised(limit)
    assert second < first
    limit.refused(limit.limit, others=limit.limit - 1)
    assert answers_until_raised(limit) > second


def test_random_refusals_leave_most_of_the_concurrency() -> None:
    _, limit, rounds = simulate(capacity=32, most=32, count=3000, random_refusals=10)
    assert limit >= 24
    assert rounds <= 1.5 * 3000 / 32


def test_one_refusal_above_what_was_taken_is_an_accident_and_three_are_a_limit() -> None:
    limit = AdaptiveLimit(8)
    limit.refused(8, others=7)
    limit.refused(8, others=7)
    assert limit.limit == 8
    limit.answered(8, limit.generation)
    limit.refused(7, others=6)
    assert limit.limit == 8
    other = AdaptiveLimit(8)
    for _ in range(3):
        other.refused(8, others=7)
    assert other.limit == 7


def test_after_a_limit_was_learnt_one_refusal_takes_back_a_rise() -> None:
    limit = AdaptiveLimit(8)
    for level in (8, 7, 6):
        limit.refused(level, others=4)
    while limit.limit < 6:
        limit.answered(limit.limit, limit.generation)
    limit.refused(6, others=5)
    assert limit.limit == 5


class Service:
    """Answers after half a second of the clock's time, and refuses at once every n-th request or what is too many."""

    def __init__(self, most: int, *, refused_of: int = 0, capacity: int = 100) -> None:
        self.clock = Clock()
        self.gate = gate(self.clock, most)
        self.refused = 0
        self._of, self._capacity = refused_of, capacity
        self._sent = 0

    async def answer(self, count: int, retry_after: float) -> float:
        """Seconds until so many requests are answered, the refused ones asked for again after their wait."""
        began, order, taken = self.clock.now, itertools.count(), 0
        ends: list[tuple[float, int, Pass, RateLimitError | None]] = []
        ready = [(began, number) for number in range(count)]
        while ready or ends:
            while ready and ready[0][0] <= self.clock.now and self.gate.in_flight < self.gate.limit:
                heapq.heappop(ready)
                passed = await self.gate.enter()
                self._sent += 1
                is_refused = bool(self._of and self._sent % self._of == 0) or taken >= self._capacity
                taken += not is_refused
                error = RateLimitError("no", retry_after=retry_after) if is_refused else None
                heapq.heappush(ends, (self.clock.now + (0.01 if error else 0.5), next(order), passed, error))
            can_enter = self.gate.in_flight < self.gate.limit
            if not ends or (can_enter and ready and ready[0][0] < ends[0][0]):
                self.clock.now = max(self.clock.now, ready[0][0])
                continue
            end, _, passed, error = heapq.heappop(ends)
            self.clock.now = max(self.clock.now, end)
            taken -= error is None
            self.gate.leave(passed, error)
            if error is not None:
                self.refused += 1
                heapq.heappush(ready, (self.clock.now + retry_after, count + next(order)))
        return self.clock.now - began


@pytest.mark.parametrize("refused_of", [3, 4, 5, 7, 10, 20])
@pytest.mark.parametrize("retry_after", [0.1, 1.0, 5.0])
async def test_refusals_that_come_before_the_answers_leave_the_limit(refused_of: int, retry_after: float) -> None:
    service = Service(32, refused_of=refused_of)
    seconds = await service.answer(300, retry_after)
    assert service.gate.limit == 32
    assert seconds <= 0.5 * 300 / 32 + 1.0 + 5 * retry_after
    assert service.clock.slept == []


@pytest.mark.parametrize("capacity", [4, 8, 16, 24, 28])
@pytest.mark.parametrize("retry_after", [0.1, 1.0])
async def test_a_service_that_takes_fewer_is_filled_with_few_refusals(capacity: int, retry_after: float) -> None:
    service = Service(32, capacity=capacity)
    seconds = await service.answer(300, retry_after)
    assert capacity - 1 <= service.gate.limit <= capacity + 1
    assert seconds <= 1.35 * 0.5 * 300 / capacity + retry_after
    assert service.refused <= 60


def test_the_limit_rises_again_to_the_most() -> None:
    limit = AdaptiveLimit(8)
    for _ in range(3):
        limit.refused(5, others=4)
    assert limit.limit == 4
    for _ in range(400):
        limit.answered(limit.limit, limit.generation)
    assert limit.limit == 8


async def test_many_timeouts_halve_the_limit_and_server_errors_do_not() -> None:
    limited = gate(Clock(), 8)
    limited.leave(await limited.enter(), ServerError("no"))
    assert limited.limit == 8
    for _ in range(3):
        limited.leave(await limited.enter(), SlowEndpointError("no"))
    assert limited.limit == 4


async def test_timeouts_of_one_wave_halve_the_limit_once() -> None:
    limited = gate(Clock(), 8)
    for passed in [await limited.enter() for _ in range(8)]:
        limited.leave(passed, SlowEndpointError("no"))
    assert limited.limit == 4


async def test_a_timeout_in_ten_leaves_the_limit() -> None:
    limited = gate(Clock(), 8)
    for number in range(400):
        limited.leave(await limited.enter(), SlowEndpointError("no") if number % 10 == 9 else None)
    assert limited.limit == 8


async def test_one_request_is_always_let_through() -> None:
    limited = gate(Clock(), 4)
    while limited.limit > 1:
        limited.leave(await limited.enter(), SlowEndpointError("no"))
    assert isinstance(await limited.enter(), Pass)


async def test_a_timeout_of_a_request_alone_shows_that_their_number_was_not_the_reason() -> None:
    limited = gate(Clock(), 8)
    seen = []
    for _ in range(20):
        limited.leave(await limited.enter(), SlowEndpointError("no"))
        seen.append(limited.limit)
    assert 1 in seen
    assert set(seen[seen.index(1) + 1 :]) == {8}
    limited.leave(await limited.enter())
    limited.leave(await limited.enter(), SlowEndpointError("no"))
    assert limited.limit < 8


async def test_a_cancelled_waiter_leaves_its_turn_to_the_next() -> None:
    limited = gate(Clock(), 1)
    first = await limited.enter()
    impatient, patient = asyncio.ensure_future(limited.enter()), asyncio.ensure_future(limited.enter())
    await asyncio.sleep(0)
    impatient.cancel()
    limited.leave(first)
    assert (await patient).level == 1
