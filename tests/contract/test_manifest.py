"""The manifest is a closed model whose published form does not drift."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from summarizer.contract.manifest import Calls, EngineRecord, Manifest, Outcomes

MANIFEST = Manifest(
    started="2026-01-01T00:00:00Z",
    finished="2026-01-01T00:00:05Z",
    status="complete",
    outcomes=Outcomes(articles=1, reports=1, cached=0, failures=0),
    calls=Calls(attempts=1, prompt_tokens=10, completion_tokens=5, cost=None),
    engine=EngineRecord(engine="llm", model="m"),
    wall_seconds=5.0,
    cpu_seconds=1.0,
)


def test_a_manifest_written_as_json_reads_back_equal() -> None:
    assert Manifest.model_validate_json(MANIFEST.model_dump_json()) == MANIFEST


def test_a_manifest_with_unknown_keys_is_refused() -> None:
    with pytest.raises(ValidationError):
        Manifest.model_validate({**MANIFEST.model_dump(), "mood": "good"})


@pytest.mark.parametrize("change", [{"status": "fine"}, {"wall_seconds": -1.0}, {"outcomes": {"articles": -1}}])
def test_a_manifest_with_an_impossible_value_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Manifest.model_validate({**MANIFEST.model_dump(), **change})
