"""The gate: concurrency that adapts, requests and tokens a minute, waits that hold everybody."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.contract.errors import RateLimitError, ServerError, SlowEndpointError
from summarizer.endpoint.limits import AdaptiveLimit, Gate, MinuteWindow, Pass, told_wait


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


async def test_no_more_than_asked_for_are_under_way() -> None:
    limited = gate(Clock(), 2)
    passes = [await limited.enter(), await limited.enter()]
    third = asyncio.ensure_future(limited.enter())
    await asyncio.sleep(0)
    assert not third.done()
    limited.leave(passes[0])
    assert (await third).level == 2


async def test_retry_after_holds_everybody() -> None:
    clock = Clock()
    limited = gate(clock)
    limited.leave(await limited.enter(), RateLimitError("no", retry_after=3.0))
    await limited.enter()
    assert clock.slept == [pytest.approx(3.0)]


async def test_headers_of_a_good_answer_hold_everybody_too() -> None:
    clock = Clock()
    limited = gate(clock)
    headers = {"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1m2s"}
    limited.leave(await limited.enter(), headers=headers)
    await limited.enter()
    assert clock.slept == [pytest.approx(62.0)]


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0.0),
        ({"x-ratelimit-remaining-requests": "4", "x-ratelimit-reset-requests": "9s"}, 0.0),
        ({"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "20ms"}, 0.02),
        ({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1.5"}, 1.5),
        ({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "soon"}, 0.0),
        ({"x-ratelimit-remaining-requests": "none"}, 0.0),
    ],
)
def test_told_wait(headers: dict[str, str], seconds: float) -> None:
    assert told_wait(headers) == pytest.approx(seconds)


@given(
    limit=st.integers(1, 50),
    amounts=st.lists(st.integers(1, 20), min_size=1, max_size=80),
    pauses=st.lists(st.floats(0, 30), min_size=80, max_size=80),
)
def test_a_minute_window_is_never_passed(limit: int, amounts: list[int], pauses: list[float]) -> None:
    window, now, spent = MinuteWindow(limit), 0.0, []
    for amount, pause in zip(amounts, pauses, strict=False):
        now += pause
        now += window.delay(amount, now)
        now += window.delay(amount, now)  # what is larger than the window waits for an empty one
        window.spend(amount, now)
        spent.append((now, amount))
        inside = [one for one in spent if one[0] > now - 60 + 1e-6]
        assert sum(size for _, size in inside) <= max(limit, amount)


def test_a_minute_window_is_used_in_full_at_once() -> None:
    window = MinuteWindow(600)
    for _ in range(600):
        assert window.delay(1, 5.0) == 0
        window.spend(1, 5.0)
    assert window.delay(1, 5.0) == pytest.approx(60.0)


def test_tokens_are_corrected_to_what_was_really_used() -> None:
    window = MinuteWindow(100)
    spent = window.spend(90, 0.0)
    assert window.delay(50, 1.0) > 0
    window.correct(spent, 10)
    assert window.delay(50, 1.0) == 0


async def test_requests_a_minute_are_spaced_by_the_window() -> None:
    clock = Clock()
    limited = gate(clock, rpm=3)
    for _ in range(4):
        limited.leave(await limited.enter())
    assert sum(clock.slept) == pytest.approx(60.2)  # with what one may be longer on its way than another


async def test_who_is_no_longer_wanted_does_not_wait_for_its_minute() -> None:
    clock = Clock()
    limited = gate(clock, rpm=1)
    limited.leave(await limited.enter())

    def check() -> None:
        if len(clock.slept) == 2:
            raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await limited.enter(check=check)
    assert sum(clock.slept) < 1


async def test_tokens_a_minute_count_what_was_really_used() -> None:
    clock = Clock()
    limited = gate(clock, tpm=100)
    for _ in range(3):
        limited.leave(await limited.enter(60), tokens=20)
    assert clock.slept == []


def test_refusals_in_the_first_wave_show_the_capacity() -> None:
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
                limit.answered(level, 0.5, limit.epoch)
                left -= 1
    return refused, limit.limit, rounds


def test_a_service_of_half_the_size_is_filled_with_few_refusals() -> None:
    refused, limit, rounds = simulate(capacity=16, most=32, count=300)
    assert refused <= 30
    assert limit in (16, 17)
    assert rounds <= 1.3 * 300 / 16


def test_answers_to_what_was_sent_before_show_nothing_of_the_number_now() -> None:
    limit = AdaptiveLimit(32)
    before = limit.epoch
    for others in range(31, 15, -1):
        limit.refused(32, others=others)
    limit.answered(31, 0.5, before)
    limit.refused(17, others=15)
    assert limit.limit < 16


def test_a_try_that_goes_well_hastens_the_next_and_one_that_fails_delays_it() -> None:
    def answers_until_raised(limit: AdaptiveLimit) -> int:
        before, count = limit.limit, 0
        while limit.limit == before:
            limit.answered(limit.limit, 0.5, limit.epoch)
            count += 1
        return count // before

    limit = AdaptiveLimit(32)
    limit.refused(9, others=8)
    first, second = answers_until_raised(limit), answers_until_raised(limit)
    assert second < first
    limit.refused(limit.limit, others=limit.limit - 1)
    assert answers_until_raised(limit) > second


def test_refusals_that_are_not_for_the_number_leave_the_concurrency() -> None:
    _, limit, rounds = simulate(capacity=32, most=32, count=3000, random_refusals=10)
    assert limit >= 24
    assert rounds <= 1.5 * 3000 / 32


def test_the_limit_rises_again() -> None:
    limit = AdaptiveLimit(8)
    limit.refused(5, others=4)
    assert limit.limit == 4
    for _ in range(400):
        limit.answered(limit.limit, 0.5, limit.epoch)
    assert limit.limit == 8


def test_rising_latency_lowers_the_limit_and_falling_lets_it_rise() -> None:
    limit = AdaptiveLimit(32)
    for _ in range(64):
        limit.answered(32, 0.5, limit.epoch)
    assert limit.limit == 32
    for _ in range(200):
        limit.answered(limit.limit, 2.0, limit.epoch)
    low = limit.limit
    assert low < 28
    for _ in range(3000):
        limit.answered(limit.limit, 0.5, limit.epoch)
    assert limit.limit > low


async def test_timeouts_lower_it_server_errors_do_not() -> None:
    limited = gate(Clock(), 8)
    limited.leave(await limited.enter(), ServerError("no"))
    assert limited.limit == 8
    for _ in range(3):
        limited.leave(await limited.enter(), SlowEndpointError("no"))
    assert limited.limit == 4


async def test_timeouts_of_what_was_sent_before_lower_it_once() -> None:
    limited = gate(Clock(), 8)
    for passed in [await limited.enter() for _ in range(8)]:
        limited.leave(passed, SlowEndpointError("no"))
    assert limited.limit == 4


async def test_an_article_in_ten_that_always_hangs_leaves_the_concurrency() -> None:
    limited = gate(Clock(), 8)
    for number in range(400):
        limited.leave(await limited.enter(), SlowEndpointError("no") if number % 10 == 9 else None)
    assert limited.limit == 8


async def test_one_is_always_let_through() -> None:
    limited = gate(Clock(), 4)
    for _ in range(20):
        limited.leave(await limited.enter(), SlowEndpointError("no"))
    assert limited.limit == 1
    assert isinstance(await limited.enter(), Pass)


async def test_whoever_gives_up_waiting_leaves_the_turn_to_the_next() -> None:
    limited = gate(Clock(), 1)
    first = await limited.enter()
    impatient, patient = asyncio.ensure_future(limited.enter()), asyncio.ensure_future(limited.enter())
    await asyncio.sleep(0)
    impatient.cancel()
    limited.leave(first)
    assert (await patient).level == 1
