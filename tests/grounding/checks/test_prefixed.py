"""What is illegal is not legal."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.prefixed import find_prefixed
from tests.grounding.checks.beside import beside


@pytest.mark.parametrize(
    ("text", "sentence", "told"),
    [
        ("Lorn sold the nets illegally.", "Lorn sold the nets legally.", ("illegally", "legally")),
        ("Lorn gave a competent answer.", "Lorn gave an incompetent answer.", ("competent", "incompetent")),
        ("Lorn's answer was not legal.", "Lorn's answer was illegal.", None),
        ("Lorn counted immigrants.", "Lorn counted migrants.", None),
        ("Legal nets, not illegal ones, were sold.", "Illegal and legal nets were sold.", None),
    ],
)
def test_a_word_and_its_other_half_are_told(text: str, sentence: str, told: tuple[str, str] | None) -> None:
    assert find_prefixed(beside(text, sentence)) == told
