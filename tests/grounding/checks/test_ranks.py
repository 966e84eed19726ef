"""A vice president is no president."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.ranks import other_rank
from tests.grounding.checks.beside import beside


@pytest.mark.parametrize(
    ("text", "sentence", "told"),
    [
        ("The director of the mill sued.", "The deputy director of the mill sued.", "director"),
        ("The deputy director of the mill sued.", "The director of the mill sued.", "deputy director"),
        ("The deputy director of the mill sued.", "The deputy director of the mill sued.", None),
        ("The director of the mill sued.", "The deputy of the director sued the director of the mill.", None),
    ],
)
def test_another_rank_is_told(text: str, sentence: str, told: str | None) -> None:
    assert other_rank(beside(text, sentence)) == told
