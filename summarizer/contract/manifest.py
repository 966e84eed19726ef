"""What a batch was and did, for manifest.json beside its output."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING, Literal

from pydantic import Field, NonNegativeFloat, NonNegativeInt

from summarizer.contract.frozen import Frozen
from summarizer.contract.version import __version__

if TYPE_CHECKING:
    from summarizer.contract.tally import RunTally


class Outcomes(Frozen):
    """How many articles ended how; `reports` and `failures` add up to `articles`, `cached` are among the reports."""

    articles: NonNegativeInt
    reports: NonNegativeInt
    cached: NonNegativeInt
    failures: NonNegativeInt
    failures_by_error: dict[str, NonNegativeInt] = Field(default_factory=dict)


class Calls(Frozen):
    """What was sent: requests, those that were sent again by the error that was the cause, and what all of them took.

    `cost` is in US dollars, null when the model is unpriced. Failed attempts are included as far as the service told
    what they took.
    """

    attempts: NonNegativeInt
    retries_by_cause: dict[str, NonNegativeInt] = Field(default_factory=dict)
    prompt_tokens: NonNegativeInt
    completion_tokens: NonNegativeInt
    cost: NonNegativeFloat | None


class EngineRecord(Frozen):
    """Which engine answered, and by which prompt and schema (name@hash)."""

    engine: Literal["llm", "extractive"]
    model: str | None = None
    base_url_host: str | None = None
    prompts: tuple[str, ...] = ()
    schema_name: str | None = None
    parameters: dict[str, str | int | float | bool | None] = Field(default_factory=dict)


class Manifest(Frozen):
    """A batch: what ran, on how many articles, and what it took. Times in seconds; moments in UTC, ISO 8601."""

    manifest_version: Literal["1"] = "1"
    started: str
    finished: str
    status: Literal["complete", "interrupted", "stopped"] = Field(
        description='"stopped" when failures or a limit ended it before all articles were taken'
    )
    inputs: tuple[str, ...] = ()
    outcomes: Outcomes
    calls: Calls
    engine: EngineRecord
    wall_seconds: NonNegativeFloat
    cpu_seconds: NonNegativeFloat
    summarizer_version: str = __version__
    python_version: str = Field(default_factory=platform.python_version)


def outcomes_of(tally: RunTally) -> Outcomes:
    """The articles that a tally counted."""
    return Outcomes(
        articles=tally.finished,
        reports=tally.done,
        cached=tally.cached,
        failures=tally.failed,
        failures_by_error=dict(sorted(tally.failures.items())),
    )


def calls_of(tally: RunTally) -> Calls:
    """The calls that a tally counted."""
    return Calls(
        attempts=tally.attempts,
        retries_by_cause=dict(sorted(tally.retries.items())),
        prompt_tokens=tally.prompt_tokens,
        completion_tokens=tally.completion_tokens,
        cost=tally.cost if tally.cost is None else round(tally.cost, 6),
    )
