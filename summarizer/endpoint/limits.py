"""How many requests may be under way, and when the next one may go: one gate that all workers pass.

Concurrency adapts. A refusal (429) of a request that had `n` others beside it, where nobody has shown that more than
`n` are taken, says that `n` is what the service takes; answers that come far more slowly than they once did say that it
queues. The limit rises again by one at a time, the sooner the better that goes: a try that fails costs everybody the
wait that the service then asks for. That wait holds everybody.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.contract.errors import EndpointError, RateLimitError, SlowEndpointError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

_MINUTE = 60.0
_TRAVEL = 0.2  # seconds by which one request may be longer on its way than another: the service counts what arrives
_NAP = 0.25  # seconds between two looks at whether a request that waits is still wanted
_LONGEST_COOLDOWN = 300.0
_SLOWED = 2.5  # times as long as at best: the service queues, and it is not just this machine that is busy
_LEAST_RISE = 0.05  # seconds; below that, a rise is noise
_PATIENCE = 32  # rounds of answers before the limit is tried one higher; halved when that goes well, else doubled
_MOST_PATIENCE = 128
_TIRED = 0.3  # share of refusals from which on they are taken for a limit, whatever was shown before
_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)?")
_SECONDS = {"ms": 0.001, "s": 1.0, "": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}


@dataclass(slots=True)
class Pass:
    """Leave to send one request: `level` is how many are under way with it, `entry` its place in the token window.

    `epoch` tells requests that were sent before the limit was last lowered from those after.
    """

    level: int
    since: float
    epoch: int
    entry: _Spent | None = None


@dataclass(slots=True, eq=False)
class _Spent:
    time: float
    amount: float


class MinuteWindow:
    """A limit on what is spent in any 60 seconds: never passed, and used in full from the start."""

    def __init__(self, limit: float, seconds: float = _MINUTE) -> None:
        self._limit = limit
        self._seconds = seconds
        self._spent: deque[_Spent] = deque()
        self._total = 0.0

    def delay(self, amount: float, now: float) -> float:
        """Seconds until so much more may be spent. What is more than the whole limit may be when nothing else is."""
        while self._spent and self._spent[0].time <= now - self._seconds:
            self._total -= self._spent.popleft().amount
        over = self._total + amount - self._limit
        if over <= 0 or not self._spent:
            return 0.0
        for one in self._spent:
            over -= one.amount
            if over <= 0:
                return one.time + self._seconds - now
        return self._spent[-1].time + self._seconds - now

    def spend(self, amount: float, now: float) -> _Spent:
        """Note what is spent."""
        spent = _Spent(now, amount)
        self._spent.append(spent)
        self._total += amount
        return spent

    def correct(self, spent: _Spent, amount: float) -> None:
        """Say how much it really was."""
        if spent in self._spent:
            self._total += amount - spent.amount
        spent.amount = amount


class Gate:
    """Lets requests through, in the order in which they come, as fast as the service takes them.

    `most` is the concurrency that was asked for, where it starts; `rpm` and `tpm` are requests and tokens a minute.
    """

    def __init__(
        self,
        most: int,
        *,
        rpm: float | None = None,
        tpm: float | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._concurrency = AdaptiveLimit(most)
        self._requests = MinuteWindow(rpm, _MINUTE + _TRAVEL) if rpm else None
        self._tokens = MinuteWindow(tpm, _MINUTE + _TRAVEL) if tpm else None
        self._clock = clock
        self._sleep = sleep
        self._turn = asyncio.Lock()
        self._freed = asyncio.Event()
        self._not_before = 0.0
        self.in_flight = 0

    @property
    def limit(self) -> int:
        """How many requests may be under way now."""
        return self._concurrency.limit

    async def enter(self, tokens: float = 0.0, check: Callable[[], None] | None = None) -> Pass:
        """Wait until one more request, of about so many tokens, may go.

        `check` is called now and then while a time is waited for, and raises when the request is no longer wanted.
        """
        async with self._turn:
            while True:
                if check is not None:
                    check()
                if self.in_flight >= self._concurrency.limit:
                    self._freed.clear()
                    await self._freed.wait()
                elif (delay := self._delay(tokens)) > 0:
                    await self._sleep(delay if check is None else min(delay, _NAP))
                else:
                    break
            now = self._clock()
            self.in_flight += 1
            if self._requests is not None:
                self._requests.spend(1, now)
            entry = self._tokens.spend(tokens, now) if self._tokens is not None else None
            return Pass(self.in_flight, now, self._concurrency.epoch, entry)

    def leave(
        self,
        passed: Pass,
        error: BaseException | None = None,
        *,
        tokens: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Tell how a request ended: what it raised, or how many tokens it really took and what its headers say."""
        now = self._clock()
        self.in_flight -= 1
        self._freed.set()
        if self._tokens is not None and passed.entry is not None and tokens is not None:
            self._tokens.correct(passed.entry, tokens)
        if isinstance(error, EndpointError) and error.retry_after:
            self._cool_down(error.retry_after)
        self._cool_down(told_wait(headers or {}))
        if error is None:
            self._concurrency.answered(passed.level, now - passed.since, passed.epoch)
        elif isinstance(error, RateLimitError):
            self._concurrency.refused(passed.level, others=self.in_flight)
        elif isinstance(error, SlowEndpointError):
            self._concurrency.timed_out(passed.epoch)

    def _cool_down(self, seconds: float) -> None:
        self._not_before = max(self._not_before, self._clock() + min(seconds, _LONGEST_COOLDOWN))

    def _delay(self, tokens: float) -> float:
        now = self._clock()
        delays = [self._not_before - now]
        if self._requests is not None:
            delays.append(self._requests.delay(1, now))
        if self._tokens is not None:
            delays.append(self._tokens.delay(tokens, now))
        return max(delays)


class AdaptiveLimit:
    """How many requests a service takes at a time, learnt from how it answers; at most `most`."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.limit = most
        self.epoch = 0  # counts how often the limit was lowered
        self._shown = 0  # the highest level at which a request of this epoch was answered
        self._patience = _PATIENCE
        self._answered = 0  # since the limit last changed
        self._is_trying = False  # whether the limit was last raised, and not yet shown to be right
        self._recent: deque[bool] = deque(maxlen=32)  # refused?
        self._in_time: deque[bool] = deque(maxlen=32)
        self._latencies: list[float] = []
        self._best_latency = float("inf")

    def answered(self, level: int, latency: float, epoch: int) -> None:
        """A request that made `level` under way was answered after so many seconds."""
        self._recent.append(False)
        self._in_time.append(True)
        if epoch == self.epoch:
            self._shown = max(self._shown, level)
        self._answered += 1
        self._latencies.append(latency)
        if self._is_trying and self._answered >= self.limit:
            self._is_trying = False
            self._patience = max(1, self._patience // 2)
        if len(self._latencies) >= max(8, self.limit) and self._is_slower():
            self._lower(self.limit - max(1, self.limit // 10))
        elif level >= self.limit and self._answered >= self._patience * self.limit and self.limit < self._most:
            self.limit += 1
            self._answered = 0
            self._is_trying = True

    def refused(self, level: int, *, others: int) -> None:
        """A request that made `level` under way was refused; `others` are still under way."""
        self._recent.append(True)
        if sum(self._recent) > _TIRED * max(8, len(self._recent)):
            self._shown = 0
        if level <= self._shown:
            return  # as many were taken before: it was not for the number
        if self._is_trying:
            self._patience = min(self._patience * 2, _MOST_PATIENCE)
        self._lower(min(self.limit - 1, max(others, level - 1)))

    def timed_out(self, epoch: int) -> None:
        """A request was not answered in time.

        One that hangs says nothing of the others. When many do, they are too many: half as many may follow, once for
        all that were sent before.
        """
        self._in_time.append(False)
        if epoch == self.epoch and self._in_time.count(False) > _TIRED * max(8, len(self._in_time)):
            self._lower(self.limit // 2)

    def _is_slower(self) -> bool:
        mean = sum(self._latencies) / len(self._latencies)
        self._latencies.clear()
        # What was best is slowly forgotten, because articles and services change.
        self._best_latency = min(self._best_latency * 1.05, mean)
        return mean > self._best_latency * _SLOWED and mean - self._best_latency > _LEAST_RISE

    def _lower(self, limit: int) -> None:
        self.limit = max(1, limit)
        self.epoch += 1
        self._shown = 0
        self._answered = 0
        self._is_trying = False


def told_wait(headers: Mapping[str, str]) -> float:
    """Seconds that the x-ratelimit-* headers ask to wait: those until what is used up is there again."""
    waits = [0.0]
    for kind in ("requests", "tokens"):
        remaining = headers.get(f"x-ratelimit-remaining-{kind}", "").strip()
        if remaining.lstrip("-").isdigit() and int(remaining) <= 0:
            waits.append(_duration(headers.get(f"x-ratelimit-reset-{kind}", "")))
    return max(waits)


def _duration(text: str) -> float:
    """Seconds in "6m0s", "20ms" or "1.5"."""
    if not re.fullmatch(f"({_DURATION.pattern})+", text.strip()):
        return 0.0
    return sum(float(number) * _SECONDS[unit] for number, unit in _DURATION.findall(text))
