"""Gathers what manifest.json says of a run."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from summarizer.contract.manifest import EngineRecord, Manifest, calls_of, outcomes_of

if TYPE_CHECKING:
    from summarizer.contract.report import Provenance
    from summarizer.contract.tally import RunTally
    from summarizer.running.settings import EngineChoice, Settings

Status = Literal["complete", "interrupted", "stopped"]


class RunRecord:
    """What is known of a run from its beginning on; `build` makes the manifest at its end."""

    def __init__(self, inputs: list[str], settings: Settings, choice: EngineChoice) -> None:
        self._inputs = tuple(inputs)
        self._settings = settings
        self._choice = choice
        self._started = datetime.now(UTC)
        self._clock = time.monotonic()
        self._first: Provenance | None = None
        self._prompts: set[str] = set()

    @property
    def seconds(self) -> float:
        """How long the run has taken so far."""
        return time.monotonic() - self._clock

    def note(self, provenance: Provenance) -> None:
        """Take what a report tells about the engine."""
        self._first = self._first or provenance
        if provenance.prompt:
            self._prompts.add(provenance.prompt)

    def build(self, tally: RunTally, status: Status) -> Manifest:
        """The manifest of the run as it stands."""
        return Manifest(
            started=_moment(self._started),
            finished=_moment(datetime.now(UTC)),
            status=status,
            inputs=self._inputs,
            outcomes=outcomes_of(tally),
            calls=calls_of(tally),
            engine=self._engine(),
            wall_seconds=round(self.seconds, 3),
            cpu_seconds=round(time.process_time(), 3),
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


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
