"""The only place where requests are retried: after which errors, how often, and after which wait.

`RetryPolicy` holds the limits and the waits, `Retry.call` does the retrying, and `Retry._seconds_to_wait` computes each
wait. Everything below this (client.py, modes.py, the openai SDK) sends a request once and raises.
"""

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

_MOST_EMPTY_ANSWERS = 5  # an empty answer is a hiccup or, when it keeps coming, all that the model has to say
_WAITS_FROM_ZERO = 2  # the first waits are random from 0; later ones are at least half of their longest


class RetryPolicy(Frozen):
    """How often and how long one request is retried; all times in seconds.

    `attempts` counts the first one. When the service says how long to wait, that is done. Otherwise the wait before
    attempt n is a random part of `first_wait` * 2 ** (n - 2), at most `longest_wait`; from the third wait on it is at
    least half of that, so that all attempts together outlast a restart of the service. The sum of all waits stays below
    `seconds`, which does not include the time that requests take or queue.
    """

    attempts: int = 6
    seconds: float = 300.0
    first_wait: float = 0.5
    longest_wait: float = 30.0


class Retry:
    """Retries calls that failed with a retryable error, and a few times those whose answer was empty.

    `causes` counts the retries by error class. Once `is_over` is set, nothing is retried any more.
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
        """Call `send` until it succeeds. Raises its last error, unchanged, when there is no further attempt."""
        attempts = tenacity.AsyncRetrying(
            retry=self._is_retried,
            stop=self._is_exhausted,
            wait=self._seconds_to_wait,
            before_sleep=self._count_cause,
            sleep=self._sleep,
            reraise=True,
        )

        async def attempt() -> T:  # tenacity awaits only what it can see is a coroutine function
            return await send()

        return await attempts(attempt)

    def _is_retried(self, state: tenacity.RetryCallState) -> bool:
        error = _error_of(state)
        if isinstance(error, EmptyAnswerError):
            return state.attempt_number < _MOST_EMPTY_ANSWERS and not self.is_over
        return isinstance(error, SummarizerError) and error.retryable and not self.is_over

    def _is_exhausted(self, state: tenacity.RetryCallState) -> bool:
        policy = self._policy
        return state.attempt_number >= policy.attempts or state.idle_for + state.upcoming_sleep >= policy.seconds

    def _seconds_to_wait(self, state: tenacity.RetryCallState) -> float:
        error = _error_of(state)
        longest = min(self._policy.longest_wait, self._policy.first_wait * 2.0 ** (state.attempt_number - 1))
        shortest = longest / 2 if state.attempt_number > _WAITS_FROM_ZERO else 0.0
        wait = shortest + (longest - shortest) * self._chance()
        demanded = error.retry_after if isinstance(error, EndpointError) else None
        # A demanded wait of 0 is not obeyed: all attempts would be over at once.
        return demanded + min(wait, 0.1 * demanded) if demanded else wait

    def _count_cause(self, state: tenacity.RetryCallState) -> None:
        self._causes[type(_error_of(state)).__name__] += 1


def _error_of(state: tenacity.RetryCallState) -> BaseException | None:
    return state.outcome.exception() if state.outcome else None
