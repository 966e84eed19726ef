from __future__ import annotations

import sys

import pytest

from summarizer.contract.errors import UnreadableInputError
from summarizer.reading.documents.libraries import import_library


def test_a_library_is_imported() -> None:
    assert import_library("json", "pdf", "a.pdf").loads("1") == 1


def test_a_missing_one_is_named_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(UnreadableInputError, match="zstandard, which reads such, is not installed") as caught:
        import_library("zstandard", "zstd", "a.zst")
    assert caught.value.hint == "pip install 'summarizer[zstd]'"
