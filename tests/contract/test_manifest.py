"""The manifest counts what a run's tally counted."""

from __future__ import annotations

from collections import Counter

import pytest
from pydantic import ValidationError

from summarizer.contract.manifest import EngineRecord, Manifest, calls_of, outcomes_of
from summarizer.contract.tally import RunTally


def make(tally: RunTally) -> Manifest:
    return Manifest(
        started="2026-01-01T00:00:00Z",
        finished="2026-01-01T00:00:05Z",
        status="complete",
        outcomes=outcomes_of(tally),
        calls=calls_of(tally),
        engine=EngineRecord(engine="llm", model="m"),
        wall_seconds=5.0,
        cpu_seconds=1.0,
    )


def test_a_manifest_holds_the_tallys_counts_and_reads_back_equal() -> None:
    tally = RunTally(done=7, cached=2, failed=3, attempts=12, prompt_tokens=100, completion_tokens=50, cost=0.12345678)
    tally.retries.update(["ServerError", "ServerError", "RateLimitError"])
    tally.failures.update({"RefusalError": 3})
    manifest = make(tally)
    assert manifest.outcomes.articles == 10
    assert manifest.outcomes.failures_by_error == {"RefusalError": 3}
    assert manifest.calls.retries_by_cause == {"RateLimitError": 1, "ServerError": 2}
    assert manifest.calls.cost == pytest.approx(0.123457)
    assert Manifest.model_validate_json(manifest.model_dump_json()) == manifest


def test_the_cost_of_an_unpriced_run_is_null() -> None:
    assert make(RunTally(retries=Counter())).calls.cost is None


def test_a_manifest_with_unknown_keys_is_refused() -> None:
    told = make(RunTally()).model_dump()
    with pytest.raises(ValidationError):
        Manifest.model_validate({**told, "mood": "good"})
