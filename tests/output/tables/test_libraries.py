"""What a table needs is told with how to get it."""

from __future__ import annotations

import json

import pytest

from summarizer.contract.errors import CallError
from summarizer.output.tables.libraries import library


def test_a_library_that_is_there_is_imported() -> None:
    assert library("json") is json


def test_one_that_is_not_is_told_with_its_extra() -> None:
    with pytest.raises(CallError, match="nowhere_to_be_found is not installed") as caught:
        library("nowhere_to_be_found.parquet")
    assert caught.value.hint == "pip install 'summarizer[tables]'"
