"""How many requests may be in flight, and when the next one may be sent: one gate that all workers pass.

Concurrency adapts (`AdaptiveLimit`): refusals (429) of the highest numbers in flight lower it to what is in flight
without them, many timeouts halve it, and rounds of answers raise it again by one. A refused request waits by itself;
everybody is held when requests are refused that were sent in a row (`Hold`), or when an answer's headers say that
nothing is left. A refusal mostly comes sooner than an answer: what was sent before the refused request and is still
in flight counts as taken, else the first to come back would look as if all were refused.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from summarizer.contract.errors import RateLimitError, SlowEndpointError
from summarizer.endpoint.told_waits import until_reset

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

Outcome = Literal["answered", "refused", "timed out"]

_MINUTE = 60.0
_TRAVEL = 0.2  # seconds by which requests may differ in their time on the way; the service counts them as they arrive
_NAP = 0.25  # seconds between two checks of whether a waiting request is still wanted
_LONGEST_HOLD = 300.0
_FIRST_HOLD, _LONGEST_UNTOLD = 1.0, 30.0  # seconds, where the service does not say how long
_MANY_IN_A_ROW, _FEW_IN_A_ROW = 5, 2  # refusals that hold everybody: by chance hardly ever; after a first hold
_ROUNDS = 32  # rounds of answers before the limit first rises; each rise halves it, so the next comes sooner
_MANY_SUSPECTS = 3  # refusals above every number in flight that was ever taken; fewer happen by chance
# the share of the recent requests above which these are no longer accidents
_MANY: dict[Outcome, float] = {"refused": 0.5, "timed out": 0.3}
_RECENT = 32  # requests
_FEWEST = 8  # requests that must have ended before a share means anything


@dataclass(slots=True, eq=False)
class Pass:
    """Permission to send one request.

    `level` is how many requests are in flight with it, `generation` how often the limit had been lowered by then,
    `time` when it was given, `entry` its place in the window of tokens a minute, `outcome` how it ended.
    """

    level: int
    generation: int
    time: float = 0.0
    entry: _Spent | None = None
    outcome: Outcome | None = None


@dataclass(slots=True, eq=False)
class _Spent:
    time: float
    amount: float


class MinuteWindow:
    """A limit on what is spent in any 60 seconds: never exceeded, and available in full from the start."""

    def __init__(self, limit: float, seconds: float = _MINUTE) -> None:
        self._limit = limit
        self._seconds = seconds
        self._spent: deque[_Spent] = deque()
        self._total = 0.0

    def delay(self, amount: float, now: float) -> float:
        """Seconds until `amount` may be spent. More than the whole limit may be spent once nothing else is."""
        while self._spent and self._spent[0].time <= now - self._seconds:
            self._total -= self._spent.popleft().amount
        over = self._total + amount - self._limit
        if over <= 0 or not self._spent:
            return 0.0
        for spent in self._spent:
            over -= spent.amount
            if over <= 0:
                return spent.time + self._seconds - now
        return self._spent[-1].time + self._seconds - now

    def spend(self, amount: float, now: float) -> _Spent:
        """Note what is spent."""
        spent = _Spent(now, amount)
        self._spent.append(spent)
        self._total += amount
        return spent

    def correct(self, spent: _Spent, amount: float) -> None:
        """Replace an estimate by what was really spent."""
        if spent in self._spent:
            self._total += amount - spent.amount
        spent.amount = amount


class Gate:
    """Lets requests through in the order in which they come, as fast as the service takes them.

    `most` is the concurrency to start with, which is never exceeded; `rpm` and `tpm` are requests and tokens a minute.
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
        self._hold = Hold()
        self._sent: deque[Pass] = deque(maxlen=2 * max(_RECENT, most))
        self.in_flight = 0

    @property
    def limit(self) -> int:
        """How many requests may be in flight now."""
        return 1 if self._hold.is_trying else self._concurrency.limit

    async def enter(self, tokens: float = 0.0, check: Callable[[], None] | None = None) -> Pass:
        """Wait until one more request, of about this many tokens, may be sent.

        `check` is called now and then while waiting; it raises when the request is no longer wanted.
        """
        async with self._turn:
            while True:
                if check is not None:
                    check()
                if self.in_flight >= self.limit:
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
            passed = Pass(self.in_flight, self._concurrency.generation, now, entry)
            self._sent.append(passed)
            return passed

    def leave(
        self,
        passed: Pass,
        error: BaseException | None = None,
        *,
        tokens: float | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Report how a request ended: what it raised, or how many tokens it really took and the answer's headers."""
        self.in_flight -= 1
        self._freed.set()
        if self._tokens is not None and passed.entry is not None and tokens is not None:
            self._tokens.correct(passed.entry, tokens)
        now = self._clock()
        self._hold.until(now, until_reset(headers or {}) or 0.0)
        if isinstance(error, RateLimitError):
            passed.outcome = "refused"
            self._hold.refused(passed.time, now, error.retry_after, in_a_row=self._refused_beside(passed))
            self._concurrency.refused(passed.level, others=self.in_flight, taken=self._taken_before(passed))
        elif isinstance(error, SlowEndpointError):
            passed.outcome = "timed out"
            self._concurrency.timed_out(passed.generation)
        else:
            passed.outcome = "answered"  # for the order of refusals, where other errors are answers too
            if error is None:
                self._hold.answered()
                self._concurrency.answered(passed.level, passed.generation)

    def _refused_beside(self, passed: Pass) -> int:
        """How many requests were refused that were sent in a row with this one since the last hold began."""
        sent = list(self._sent)
        at = sent.index(passed) if passed in self._sent else len(sent)
        count = 1
        for side in (reversed(sent[:at]), sent[at + 1 :]):
            for other in side:
                if other.outcome != "refused" or other.time < self._hold.began:
                    break
                count += 1
        return count

    def _taken_before(self, passed: Pass) -> int:
        """The highest level of the requests that were sent before this one and are in flight still."""
        before = takewhile(lambda sent: sent is not passed, self._sent)
        return max((sent.level for sent in before if sent.outcome is None), default=0)

    def _delay(self, tokens: float) -> float:
        now = self._clock()
        delays = [self._hold.end - now]
        if self._requests is not None:
            delays.append(self._requests.delay(1, now))
        if self._tokens is not None:
            delays.append(self._tokens.delay(tokens, now))
        return max(delays)


class Hold:
    """When everybody waits: refusals of what was sent in a row say that a limit of the whole account is used up.

    A single refusal among answers is that request's own affair. For how long is what the service says; when it says
    nothing, for twice as long each time, and then one request alone tries whether it is over (`is_trying`). `began` is
    when the last one was made.
    """

    def __init__(self) -> None:
        self.end = 0.0
        self.is_trying = False
        self.began = 0.0
        self._enough = _MANY_IN_A_ROW
        self._untold = _FIRST_HOLD / 2

    def until(self, now: float, seconds: float) -> None:
        """Hold for so many seconds from now, but not for ever."""
        self.end = max(self.end, now + min(seconds, _LONGEST_HOLD))

    def answered(self) -> None:
        """A request was answered."""
        if self.is_trying:
            self.is_trying = False
            self._untold = max(_FIRST_HOLD / 2, self._untold / 2)

    def refused(self, sent: float, now: float, told: float | None, *, in_a_row: int) -> None:
        """A request that was sent at a moment was refused, with the wait that was told.

        `in_a_row` is how many were refused that were sent in a row with it since the last hold began.
        """
        if sent < self.began:
            return  # it was under way when the hold began, and says nothing of what comes after it
        if in_a_row < self._enough and not self.is_trying:
            return
        self._enough, self.began = _FEW_IN_A_ROW, now
        if told is None:
            self._untold = min(2 * self._untold, _LONGEST_UNTOLD)
            self.is_trying = True
        self.until(now, self._untold if told is None else told)


class AdaptiveLimit:
    """How many requests a service takes at a time, learnt from how it answers; at most `most`.

    `generation` counts how often the limit was lowered: what a request of an earlier generation comes to says nothing
    about the limit of now.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self.limit = most
        self.generation = 0
        self._proven = 0  # the highest level at which a request of this generation was answered
        self._suspects: deque[int] = deque(maxlen=_RECENT)  # levels of refusals above all that were answered since
        self._answers = 0  # since the limit last changed
        self._has_risen = False  # in this generation
        self._rounds = _ROUNDS
        self._recent: deque[Outcome] = deque(maxlen=_RECENT)
        self._before_timeouts = 0  # the limit before it was lowered because requests took too long; 0 while it was not
        self._is_load = True  # whether requests that take too long may do so because there are many at a time

    def answered(self, level: int, generation: int) -> None:
        """A request was answered that brought the number in flight to `level`."""
        self._recent.append("answered")
        self._before_timeouts, self._is_load = 0, True
        if generation == self.generation:
            self._proven = max(self._proven, level)
            self._clear_up_to(level)
        self._answers += 1
        if level >= self.limit and self._answers >= self._rounds * self.limit and self.limit < self._most:
            self.limit += 1
            self._has_risen = True
            self._answers = 0
            self._rounds = max(1, self._rounds // 2)

    def refused(self, level: int, *, others: int, taken: int = 0) -> None:
        """A request was refused that brought the number in flight to `level`; `others` are in flight still.

        `taken` is the highest level of those that were sent before it. If the service has taken as many, the reason was
        another one, unless it refuses many. One refusal above all that it took may be an accident, unless the limit has
        just risen; some are not: they stay suspect until a request of their level is answered. A request that was alone
        was not one too many.
        """
        self._recent.append("refused")
        if not others:
            return
        self._clear_up_to(min(taken, level - 1))
        if level > max(self._proven, taken):
            self._suspects.append(level)
        enough = 1 if self._has_risen else _MANY_SUSPECTS
        is_over = level > max(self._proven, taken) and len(self._suspects) >= enough
        if is_over or self._are_many("refused", others):
            self._set(min(self.limit - 1, max(others, level - 1)))

    def timed_out(self, generation: int) -> None:
        """A request was not answered in time: one says nothing about the others, many are too many at a time.

        One that was alone was not one too many: until another is answered, the reason is not how many there are.
        """
        self._recent.append("timed out")
        if generation != self.generation or not self._is_load:
            return
        if self.limit == 1 and self._before_timeouts:
            self._set(self._before_timeouts)
            self._is_load = False
        elif self._are_many("timed out"):
            self._before_timeouts = self._before_timeouts or self.limit
            self._set(self.limit // 2)

    def _clear_up_to(self, level: int) -> None:
        """So many at a time are taken: refusals of as many had another reason."""
        if self._suspects and min(self._suspects) <= level:
            self._suspects = deque((suspect for suspect in self._suspects if suspect > level), maxlen=_RECENT)

    def _are_many(self, outcome: Outcome, pending: int = 0) -> bool:
        asked = max(_FEWEST, min(_RECENT, len(self._recent) + pending))
        return self._recent.count(outcome) > _MANY[outcome] * asked

    def _set(self, limit: int) -> None:
        """Begin a generation with another limit."""
        self.limit = max(1, limit)
        self.generation += 1
        self._has_risen = False
        self._proven = 0
        self._answers = 0
        self._rounds = _ROUNDS
