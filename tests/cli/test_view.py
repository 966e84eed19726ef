"""`summarizer view` as a person calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome


def test_help_has_examples(cli: Callable[..., Outcome]) -> None:
    said = cli("view", "--help").out
    assert "summarizer view reports/ -o page.html" in said
    assert "parquet" in said
