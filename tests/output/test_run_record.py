"""The manifest of a run is built from its inputs, its settings, its tally and what its reports say."""

from __future__ import annotations

from collections import Counter

import pytest

from summarizer.contract.manifest import Manifest
from summarizer.contract.tally import RunTally
from summarizer.output.run_record import RunRecord
from summarizer.running.settings import EngineChoice, Settings
from tests.reports import report


def make(**settings: object) -> RunRecord:
    engine = "llm" if settings else "extractive"
    return RunRecord(["a.txt", "b/"], Settings(**settings), EngineChoice(engine, "as a test wants it"))  # type: ignore[arg-type]


def test_a_manifest_holds_the_tallys_counts_and_reads_back_equal() -> None:
    tally = RunTally(done=7, cached=2, failed=3, attempts=12, prompt_tokens=100, completion_tokens=50, cost=0.12345678)
    tally.retries.update(["ServerError", "ServerError", "RateLimitError"])
    tally.failures.update({"RefusalError": 3})
    manifest = make().build(tally, "complete")
    assert (manifest.status, manifest.inputs) == ("complete", ("a.txt", "b/"))
    assert manifest.outcomes.articles == 10
    assert manifest.outcomes.failures_by_error == {"RefusalError": 3}
    assert manifest.calls.retries_by_cause == {"RateLimitError": 1, "ServerError": 2}
    assert manifest.calls.cost == pytest.approx(0.123457)
    assert Manifest.model_validate_json(manifest.model_dump_json()) == manifest


def test_the_cost_of_an_unpriced_run_is_null() -> None:
    assert make().build(RunTally(retries=Counter()), "stopped").calls.cost is None


def test_a_manifest_names_the_engine_of_the_first_report_and_all_prompts() -> None:
    record = make(model="m")
    for prompt in ("whole@1", "window@2", "whole@1"):
        provenance = report("Dyke holds.").provenance.model_copy(
            update={"model": "m-7", "base_url_host": "host.example", "prompt": prompt}
        )
        record.note(provenance)
    engine = record.build(RunTally(done=3), "complete").engine
    assert (engine.engine, engine.model, engine.base_url_host) == ("llm", "m-7", "host.example")
    assert engine.prompts in (("whole@1", "window@2"), ("window@2", "whole@1"))


def test_a_manifest_without_reports_names_the_model_of_the_settings() -> None:
    assert make(model="m").build(RunTally(), "interrupted").engine.model == "m"
    assert make().build(RunTally(), "interrupted").engine.model is None


def test_a_manifests_moments_are_in_order() -> None:
    record = make()
    first, second = record.build(RunTally(), "complete"), record.build(RunTally(), "complete")
    assert first.started == second.started <= first.finished <= second.finished
    assert 0 <= first.wall_seconds <= second.wall_seconds <= record.seconds + 0.001
