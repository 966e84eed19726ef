"""Doctor: what is missing in an installation, and when an endpoint is meant."""

from __future__ import annotations

import pytest

from summarizer.running import doctor
from summarizer.running.doctor import examine_setup, means_endpoint
from summarizer.running.settings import read_settings


def test_a_missing_library_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LIBRARIES", ("pydantic", "no-such-library"))
    findings = {finding.name: finding for finding in examine_setup(read_settings())}
    assert findings["libraries"].level == "FAIL"
    assert "no-such-library" in findings["libraries"].detail


@pytest.mark.parametrize(
    ("given", "means"), [({}, False), ({"base_url": "http://localhost:1/v1"}, True), ({"model": "m"}, True)]
)
def test_a_model_an_address_or_a_key_means_an_endpoint(given: dict[str, str], means: bool) -> None:
    assert means_endpoint(read_settings(**given)) is means


def test_an_extra_that_is_not_installed_is_named_with_what_it_is_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "EXTRAS", (("PDF", "no_such_reader", "pdf"), ("JSON", "json", "none")))
    findings = {finding.name: finding for finding in examine_setup(read_settings())}
    assert findings["extras"].level == "note"
    assert findings["extras"].detail == "not installed, and only needed for: PDF (summarizer[pdf])"
