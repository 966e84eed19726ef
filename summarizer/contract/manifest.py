"""What a batch was and did, as manifest.json beside its results says; output/run_record.py gathers it."""

from __future__ import annotations

import platform
from typing import Literal

from pydantic import Field, NonNegativeFloat, NonNegativeInt

from summarizer.contract.frozen import Frozen
from summarizer.contract.version import __version__

Status = Literal["complete", "interrupted", "stopped"]
Out = Literal["written", "left"]


class Outcomes(Frozen):
    """How the articles ended. `reports` and `failures` add up to `articles`; `cached` counts some of the reports."""

    articles: NonNegativeInt
    reports: NonNegativeInt
    cached: NonNegativeInt
    failures: NonNegativeInt
    failures_by_error: dict[str, NonNegativeInt] = Field(default_factory=dict)


class Calls(Frozen):
    """What was sent: the number of requests, the retries by the error that caused them, and the tokens of all of them.

    `cost` is in US dollars, null when the model is unpriced. Failed attempts are included as far as the service
    reported their tokens.
    """

    attempts: NonNegativeInt
    retries_by_cause: dict[str, NonNegativeInt] = Field(default_factory=dict)
    prompt_tokens: NonNegativeInt
    completion_tokens: NonNegativeInt
    cost: NonNegativeFloat | None


class EngineRecord(Frozen):
    """Which engine answered, with which prompts and schema (name@hash)."""

    engine: Literal["llm", "extractive"]
    model: str | None = None
    base_url_host: str | None = None
    prompts: tuple[str, ...] = ()
    schema_name: str | None = None
    parameters: dict[str, str | int | float | bool | None] = Field(default_factory=dict)


class Shard(Frozen):
    """One file of a run's outcomes. `is_of_earlier_run` says that it was there already, and was not made again."""

    name: str
    reports: NonNegativeInt
    failures: NonNegativeInt
    failures_by_error: dict[str, NonNegativeInt] = Field(default_factory=dict)
    is_of_earlier_run: bool = False


class ShardsManifest(Frozen):
    """A run whose outcomes are shards in a folder: these, and no other file there, are what it came to."""

    manifest_version: Literal["1"] = "1"
    engine: str
    model: str | None
    wall_seconds: NonNegativeFloat
    reports: NonNegativeInt
    failures: NonNegativeInt
    shards: tuple[Shard, ...]
    others: tuple[str, ...] = Field(default=(), description="shards in the folder that other runs have made")
    summarizer_version: str = __version__


class Manifest(Frozen):
    """A batch: what ran, on how many articles, and what that took. Durations in seconds; moments in UTC, ISO 8601."""

    manifest_version: Literal["1"] = "1"
    started: str
    finished: str
    status: Status = Field(description='"stopped" when failures or a limit ended it before all articles were taken')
    out: Out = Field(
        default="written",
        description='"left" when OUT is still what it was before: what this run has is in OUT.partial',
    )
    earlier_reports: NonNegativeInt = Field(
        default=0,
        description="failed articles whose report of an earlier run is in the folder; failures.jsonl names it",
    )
    unremembered: NonNegativeInt = Field(default=0, description="answers that could not be put into the cache")
    inputs: tuple[str, ...] = ()
    shard: str | None = Field(default=None, description="which part of the inputs it was, such as 2/8")
    outcomes: Outcomes
    calls: Calls
    engine: EngineRecord
    wall_seconds: NonNegativeFloat
    cpu_seconds: NonNegativeFloat
    summarizer_version: str = __version__
    python_version: str = Field(default_factory=platform.python_version)
