"""The one owner of retries: which errors are worth another attempt, when, and how often."""

from __future__ import annotations

import asyncio
import random
from typing import TYPE_CHECKING, TypeVar

import tenacity

from summarizer.contract.errors import EmptyAnswerError, EndpointError, SummarizerError
from summarizer.contract.frozen import Frozen

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Awaitable, Callable

T = TypeVar("T")

_EMPTY_ATTEMPTS = 5  # an empty answer is a hiccup or, when it comes again, the model's last word
_UNBRIDLED = 2  # waits that may be as short as chance will have it


class RetryPolicy(Frozen):
    """How often and how long one call is repeated; all times in seconds.

    Without a word from the service, the wait before attempt n is a random part of `first_wait` * 2 ** (n - 2), at most
    `longest_wait`; from the third wait on at least half of that, so that all attempts together outlast a service that
    is started again. When the service says how long to wait, that is done. All waits together are within `seconds`;
    the time that a request takes, or waits for its turn, is no part of them.
    """

    attempts: int = 6
    seconds: float = 300.0
    first_wait: float = 0.5
    longest_wait: float = 30.0


class Retry:
    """Repeats calls that failed with a retryable error, and a few times those whose answer was empty.

    `causes` counts the repeats by error class. With `is_over` set nothing is repeated any more.
    """

    def __init__(
        self,
        policy: RetryPolicy,
        causes: Counter[str],
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._policy = policy
        self._causes = causes
        self._sleep = sleep
        self._chance = chance
        self.is_over = False

    async def call(self, send: Callable[[], Awaitable[T]]) -> T:
        """Call `send` until it succeeds. Raises its last error, as it is, when no further attempt is worth it."""
        attempts = tenacity.AsyncRetrying(
            retry=self._is_worth_it,
            stop=self._is_enough,
            wait=self._wait,
            before_sleep=self._count,
            sleep=self._sleep,
            reraise=True,
        )

        async def attempt() -> T:  # tenacity awaits only what it can see is a coroutine function
            return await send()

        return await attempts(attempt)

    def _is_worth_it(self, state: tenacity.RetryCallState) -> bool:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, EmptyAnswerError):
            return state.attempt_number < _EMPTY_ATTEMPTS and not self.is_over
        return isinstance(error, SummarizerError) and error.retryable and not self.is_over

    def _is_enough(self, state: tenacity.RetryCallState) -> bool:
        policy = self._policy
        return state.attempt_number >= policy.attempts or state.idle_for + state.upcoming_sleep >= policy.seconds

    def _wait(self, state: tenacity.RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        told = error.retry_after if isinstance(error, EndpointError) else None
        ceiling = min(self._policy.longest_wait, self._policy.first_wait * 2.0 ** (state.attempt_number - 1))
        least = ceiling / 2 if state.attempt_number > _UNBRIDLED else 0.0
        spread = least + (ceiling - least) * self._chance()
        # A wait of 0 tells nothing: all attempts would be over at once.
        return told + min(spread, 0.1 * told) if told else spread

    def _count(self, state: tenacity.RetryCallState) -> None:
        error = state.outcome.exception() if state.outcome else None
        self._causes[type(error).__name__] += 1
