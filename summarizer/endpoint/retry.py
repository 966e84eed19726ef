"""How often and how long one question is asked again: the attempts and the waits of one answer.

`RetryPolicy` holds the limits, an `Effort` counts what one answer has taken. Everything below this (client.py, the
openai SDK) sends a request once and raises; asking.py decides what is sent next.
"""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING, TypeVar

from summarizer.contract.errors import (
    EmptyAnswerError,
    EndpointError,
    QuotaError,
    RateLimitError,
    SummarizerError,
    UnreachableError,
)
from summarizer.contract.frozen import Frozen
from summarizer.contract.tally import CallTally, current_call

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Awaitable, Callable

    import tenacity

T = TypeVar("T")

_MOST_EMPTY_ANSWERS = 5  # an empty answer is a hiccup or, when it keeps coming, all that the model has to say
_WAITS_FROM_ZERO = 2  # the first waits are random from 0; later ones are at least half of their longest
_MOST_REQUESTS = 60  # for one answer, in other forms and after refusals too; no service needs as many to be understood
_HOPELESS = 600.0  # seconds; who is told to wait longer has used up a limit of hours or days


class RetryPolicy(Frozen):
    """How often and how long one question is asked again; all times in seconds.

    `attempts` counts the requests that failed, refusals for their rate apart; when `is_strict`, every request that is
    sent. When the service says how long to wait, that is done. Otherwise the wait before attempt n is a random part of
    `first_wait` * 2 ** (n - 2), at most `longest_wait`; from the third wait on it is at least half of that, so that all
    attempts together outlast a restart of the service. `seconds` is how long one article may wait in all; it does not
    include the time that requests take or queue.
    """

    attempts: int = 6
    is_strict: bool = False
    seconds: float = 600.0
    first_wait: float = 0.5
    longest_wait: float = 30.0


class Retry:
    """The policy of a run. `causes` counts the retries by error class; once `is_over` is set, nothing is retried.

    `was_reached` says that the service answered, `was_there` that it at least took a request.
    """

    def __init__(
        self,
        policy: RetryPolicy,
        causes: Counter[str],
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.policy = policy
        self.causes = causes
        self.sleep = sleep
        self.chance = chance
        self.is_over = False
        self.was_reached = False
        self.was_there = False

    def note(self, error: SummarizerError) -> None:
        """Note what a failed request says about whether anybody is there."""
        if isinstance(error, EndpointError) and error.status is not None:
            self.was_reached = True
        if isinstance(error, UnreachableError) and not error.is_absent:
            self.was_there = True  # it broke off, as a server does that is started again

    def effort(self) -> Effort:
        """What one answer may take, with nothing taken yet."""
        return Effort(self, current_call.get() or CallTally())


class Effort:
    """The requests and waits of one answer so far."""

    def __init__(self, retry: Retry, call: CallTally) -> None:
        self._retry = retry
        self._call = call
        self._sent = 0
        self._failed = 0
        self._refused = 0
        self._empty = 0

    def begin(self) -> None:
        """Count a request that is about to be sent."""
        self._sent += 1

    @property
    def may_change(self) -> bool:
        """Whether the question may be sent at once in another way."""
        policy = self._retry.policy
        most = policy.attempts if policy.is_strict else _MOST_REQUESTS
        return self._sent < most and self._failed < policy.attempts and not self._retry.is_over

    def fail(self, error: SummarizerError) -> None:
        """Count a request that failed and is sent at once in another way."""
        self._failed += 1
        self._retry.causes[type(error).__name__] += 1

    async def run(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Call `ask` until it succeeds, and wait in between as its errors demand.

        Raises the last error when asking again is of no use or takes too long.
        """
        import tenacity  # noqa: PLC0415  a run whose answers are all in the cache does without it

        attempts = tenacity.AsyncRetrying(
            retry=self._is_retried,
            wait=self._seconds_to_wait,
            before_sleep=self._count_cause,
            sleep=self._wait,
            reraise=True,
        )

        async def attempt() -> T:  # tenacity awaits only what it can see is a coroutine function
            try:
                return await ask()
            except SummarizerError as error:
                self._count(error)
                raise

        return await attempts(attempt)

    def _count(self, error: SummarizerError) -> None:
        if isinstance(error, RateLimitError):
            self._refused += 1
        else:
            self._failed += 1
        self._empty += isinstance(error, EmptyAnswerError)

    def _is_retried(self, state: tenacity.RetryCallState) -> bool:
        error = _error_of(state)
        if not isinstance(error, SummarizerError) or not self.may_change:
            return False
        if isinstance(error, EmptyAnswerError):
            return self._empty < _MOST_EMPTY_ANSWERS
        was_seen = self._retry.was_reached or self._retry.was_there
        if isinstance(error, UnreachableError) and error.is_absent and not was_seen:
            return False  # nobody was ever there: the address is wrong, or the server is not running
        return error.retryable

    def _count_cause(self, state: tenacity.RetryCallState) -> None:
        self._retry.causes[type(_error_of(state)).__name__] += 1

    def _seconds_to_wait(self, state: tenacity.RetryCallState) -> float:
        error = _error_of(state)
        policy, number = self._retry.policy, self._refused if isinstance(error, RateLimitError) else self._failed
        longest = min(policy.longest_wait, policy.first_wait * 2.0 ** min(number - 1, 30))
        shortest = longest / 2 if number > _WAITS_FROM_ZERO else 0.0
        wait = shortest + (longest - shortest) * self._retry.chance()
        demanded = error.retry_after if isinstance(error, EndpointError) else None
        # A demanded wait of 0 is not obeyed: all attempts would be over at once.
        wait = demanded + min(wait, 0.1 * demanded) if demanded else wait
        if isinstance(error, SummarizerError):
            self._check_patience(error, wait)
        return wait

    def _check_patience(self, error: SummarizerError, wait: float) -> None:
        left = self._retry.policy.seconds - self._call.waited
        if wait < left:
            return
        demanded = error.retry_after if isinstance(error, EndpointError) else None
        if isinstance(error, RateLimitError) and demanded is not None and demanded >= _HOPELESS:
            message = f"the service asks to wait {_told(demanded)}, and so it would every article: {error.message}"
            hint = "run the same command again then, or raise --max-wait; finished articles are cached"
            raise QuotaError(message, where=error.where, hint=hint, status=error.status)
        if isinstance(error, RateLimitError):
            waited = f"after {_told(self._call.waited)} of waiting" if self._call.waited else f"for {_told(wait)}"
            error.message = f"{error.message} ({waited}; --max-wait is {_told(self._retry.policy.seconds)})"
        raise error

    async def _wait(self, seconds: float) -> None:
        call = self._call
        if call.waiting == 0:  # the windows of an article wait at the same time
            call.waited += seconds
        call.waiting += 1
        try:
            await self._retry.sleep(seconds)
        finally:
            call.waiting -= 1


def _error_of(state: tenacity.RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None


def _told(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.0f} h"
