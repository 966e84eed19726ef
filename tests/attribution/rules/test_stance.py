"""What stand a statement takes."""

from __future__ import annotations

import pytest

from tests.attribution.reading import only_statement


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Lund called the vote a farce.", "condemns"),
        ("Lund called the choir a gift to the valley.", "supports"),
        ("Lund called the hall a barn.", "asserts"),
        ("Lund said the vote was late.", "asserts"),
        ("Lund called the plan no mistake.", "asserts"),
        ("Lund described the crew as heroic.", "supports"),
        ("Lund told the crews to leave the hall.", "demands"),
        ("Lund asked the guild to wait.", "demands"),
        ("Lund asked whether the guild would wait.", "other"),
        ("Lund ordered the crews to leave the hall.", "demands"),
        ("Lund alleged that the guild had hidden the sums.", "accuses"),
        ("Lund did not call the vote a farce.", "other"),
    ],
)
def test_the_words_after_a_cue_decide_with_it(text: str, stance: str) -> None:
    assert only_statement(text).stance == stance
