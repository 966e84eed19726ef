"""`summarizer doctor`: what it prints, its exit code, and never a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fault_server import Fault, FaultServer, Plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from tests.conftest import Outcome

KEY = "hidden" + "-words"


def _levels(out: str) -> dict[str, str]:
    return {line[6:26].strip(): line[:6].strip() for line in out.splitlines()}


def test_a_sound_setup_needs_no_network_and_no_key(cli: Callable[..., Outcome]) -> None:
    ended = cli("doctor")
    assert ended.code == 0
    levels = _levels(ended.out)
    for name in ("python", "summarizer", "libraries", "data files", "cache", "rules"):
        assert levels[name] == "ok"
    assert levels["OPENAI_API_KEY"] == "note"
    assert "none asked" in ended.out


def test_a_key_is_reported_as_set_and_never_shown(cli: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    ended = cli("doctor", "--offline")
    assert _levels(ended.out)["OPENAI_API_KEY"] == "ok"
    assert KEY not in ended.out + ended.err


def test_an_unusable_cache_fails(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = cli("doctor", "--cache-dir", tmp_path / "file" / "cache")
    assert ended.code == 1
    assert _levels(ended.out)["cache"] == "FAIL"


def test_an_endpoints_models_context_and_modes_are_examined(cli: Callable[..., Outcome]) -> None:
    with FaultServer() as server:
        ended = cli("doctor", "--base-url", server.base_url, "--model", "fault-model")
    assert "fault-model is available" in ended.out
    assert "131,072 tokens" in ended.out
    levels = _levels(ended.out)
    assert [levels[f"mode {name}"] for name in ("json_schema", "tools", "json", "fenced")] == ["ok"] * 4
    assert ended.code == 0


def test_modes_that_the_endpoint_refuses_are_noted(cli: Callable[..., Outcome]) -> None:
    with FaultServer(Plan(modes=("tools", "json"))) as server:
        ended = cli("doctor", "--base-url", server.base_url, "--model", "fault-model")
    levels = _levels(ended.out)
    assert [levels[f"mode {name}"] for name in ("json_schema", "tools", "json", "fenced")] == [
        "note",
        "ok",
        "ok",
        "note",
    ]
    assert ended.code == 0


def test_an_unreachable_endpoint_fails_once(cli: Callable[..., Outcome]) -> None:
    with FaultServer() as server:
        address = server.base_url
    ended = cli("doctor", "--base-url", address, "--model", "m")
    assert ended.code == 1
    failed = [line for line in ended.out.splitlines() if line.startswith("FAIL")]
    assert len(failed) == 1
    assert "models" in failed[0]


def test_a_refused_key_fails_with_a_hint(cli: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZER_API_KEY", KEY)
    with FaultServer(Plan(faults=(Fault("401", 1.0),))) as server:
        ended = cli("doctor", "--base-url", server.base_url, "--model", "fault-model")
    assert ended.code == 1
    assert "refused the key (401)" in ended.out
    assert _levels(ended.out)["answer"] == "FAIL"
    assert KEY not in ended.out
