"""Gathers what manifest.json says about a run, from its beginning to its end."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from summarizer.contract.manifest import Calls, EngineRecord, Manifest, Outcomes
from summarizer.reading.addresses import without_password

if TYPE_CHECKING:
    from summarizer.contract.manifest import Out, Status
    from summarizer.contract.report import Provenance
    from summarizer.contract.tally import RunTally
    from summarizer.running.settings import EngineChoice, Settings


class RunRecord:
    """Notes what a run consists of while it goes on; `build` makes the manifest at its end."""

    def __init__(
        self, inputs: list[str], settings: Settings, choice: EngineChoice, *, shard: str | None = None
    ) -> None:
        self._inputs = tuple(map(without_password, inputs))
        self._shard = shard
        self._settings = settings
        self._choice = choice
        self._started = datetime.now(UTC)
        self._clock = time.monotonic()
        self._first: Provenance | None = None
        self._prompts: set[str] = set()
        self._earlier_reports = 0
        self.out: Out = "written"

    @property
    def seconds(self) -> float:
        """Seconds that the run has taken so far."""
        return time.monotonic() - self._clock

    def note(self, provenance: Provenance) -> None:
        """Note what a report says about the engine."""
        self._first = self._first or provenance
        if provenance.prompt:
            self._prompts.add(provenance.prompt)

    def note_earlier_report(self) -> None:
        """Note that an article failed whose report of an earlier run still lies in the folder."""
        self._earlier_reports += 1

    def build(self, tally: RunTally, status: Status) -> Manifest:
        """The manifest of the run so far."""
        return Manifest(
            started=_moment(self._started),
            finished=_moment(datetime.now(UTC)),
            status=status,
            out=self.out,
            earlier_reports=self._earlier_reports,
            unremembered=tally.unremembered,
            inputs=self._inputs,
            shard=self._shard,
            outcomes=_outcomes(tally),
            calls=_calls(tally),
            engine=self._engine(),
            wall_seconds=round(self.seconds, 3),
            cpu_seconds=round(time.process_time() + tally.worker_seconds, 3),
        )

    def _engine(self) -> EngineRecord:
        if self._first is None:
            model = self._settings.model if self._choice.engine == "llm" else None
            return EngineRecord(engine=self._choice.engine, model=model)
        return EngineRecord(
            engine=self._choice.engine,
            model=self._first.model,
            base_url_host=self._first.base_url_host,
            prompts=tuple(sorted(self._prompts)),
            schema_name=self._first.schema_,
            parameters=self._first.parameters,
        )


def _outcomes(tally: RunTally) -> Outcomes:
    return Outcomes(
        articles=tally.finished,
        reports=tally.done,
        cached=tally.cached,
        failures=tally.failed,
        failures_by_error=dict(sorted(tally.failures.items())),
    )


def _calls(tally: RunTally) -> Calls:
    return Calls(
        attempts=tally.attempts,
        retries_by_cause=dict(sorted(tally.retries.items())),
        prompt_tokens=tally.prompt_tokens,
        completion_tokens=tally.completion_tokens,
        cost=tally.cost if tally.cost is None else round(tally.cost, 6),
    )


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
