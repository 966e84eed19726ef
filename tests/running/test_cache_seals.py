"""A row is what we wrote, or it is not read."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from summarizer.running.cache_seals import REPORTS, _own_secret, seal, unseal

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "own"))
    _own_secret.cache_clear()
    return tmp_path / "own" / "summarizer"


@pytest.mark.parametrize("key", ["answer/x", f"{REPORTS}x", "note/x"])
@pytest.mark.parametrize("text", ["", "river", "two\nlines", "é\0“"])
@pytest.mark.usefixtures("own_state")
def test_what_was_sealed_comes_back_and_every_change_is_seen(key: str, text: str) -> None:
    kept = seal(key, text)
    assert unseal(key, kept) == text
    assert unseal(f"{key}y", kept) is None
    for at in range(len(kept)):
        assert unseal(key, kept[:at] + chr(ord(kept[at]) ^ 1) + kept[at + 1 :]) is None
    assert unseal(key, kept[1:]) is None


@pytest.mark.parametrize("kept", ["", "\n", "river", "\udc80\nriver", "é\nriver"])
def test_what_has_no_seal_is_nothing(kept: str) -> None:
    assert unseal("answer/x", kept) is None


def test_reports_are_sealed_with_a_secret_that_only_their_user_can_read(own_state: Path) -> None:
    kept = seal(f"{REPORTS}x", "river")
    (secret,) = own_state.iterdir()
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    _own_secret.cache_clear()
    assert unseal(f"{REPORTS}x", kept) == "river"
    secret.unlink()
    _own_secret.cache_clear()
    assert unseal(f"{REPORTS}x", kept) is None
    assert unseal("answer/x", seal("answer/x", "river")) == "river"


def test_where_no_secret_can_be_kept_a_seal_lasts_as_long_as_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    _own_secret.cache_clear()
    kept = seal(f"{REPORTS}x", "river")
    assert unseal(f"{REPORTS}x", kept) == "river"
    _own_secret.cache_clear()
    assert unseal(f"{REPORTS}x", kept) is None
