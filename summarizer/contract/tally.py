"""Counts what a run does while it goes on: for the progress, the closing line and the manifest."""

from __future__ import annotations

from collections import Counter
from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass(slots=True)
class CallTally:
    """What was sent for one article so far, failed attempts included; `cost` in US dollars, None when unpriced.

    `is_of_batch` says that the article is one of a batch, whose requests are not begun any more once it is stopping.
    `waited` is how many seconds it has waited after failed requests, `waiting` how many of its requests wait now.
    `lines` names those that went into a file of the service's Batch API.
    """

    attempts: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    article_id: str = ""
    waited: float = 0.0
    waiting: int = 0
    is_of_batch: bool = False
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RunTally:
    """What a run has done so far. `cost` is in US dollars, None when the model is unpriced.

    `worker_seconds` is the CPU time that the run's other processes have taken. `is_stopping` is set when no further
    article must be begun. `ended_by` is the class of the error that every later article meets as well. `unremembered`
    counts the answers that could not be put into the cache, and `unremembered_because` says why. `batches` tells, in
    words, how the batches are doing that the service has.
    """

    done: int = 0
    cached: int = 0
    failed: int = 0
    unremembered: int = 0
    attempts: int = 0
    in_flight: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    worker_seconds: float = 0.0
    retries: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    is_stopping: bool = False
    ended_by: str = ""
    unremembered_because: str = ""
    batches: str = ""

    @property
    def finished(self) -> int:
        """Articles that have a report or a failure."""
        return self.done + self.failed


# The article whose requests are being made. It is not passed through the engine, which knows nothing of tallies.
current_call: ContextVar[CallTally | None] = ContextVar("summarizer_current_call", default=None)
