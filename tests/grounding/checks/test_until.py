"""What is not so until something is not so before."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.polarity import read_polarity
from summarizer.grounding.checks.until import has_not_until, says_no, until_difference


@pytest.mark.parametrize(
    ("text", "held", "is_told"),
    [
        ("The gate will stay shut until noon.", "The gate will not stay shut until noon.", True),
        ("The gate will not open until noon.", "The gate will not open until noon.", False),
        ("The gate opens before noon.", "The gate will not open until noon.", True),
        ("The gate opens at noon.", "The gate will not open until noon.", False),
    ],
)
def test_until_keeps_its_not(text: str, held: str, is_told: bool) -> None:
    assert (until_difference(read_polarity(text), read_polarity(held)) is not None) is is_told


def test_who_declines_until_then_does_not_do_it_before() -> None:
    assert has_not_until(read_polarity("They declined to eat until noon."))
    assert not has_not_until(read_polarity("They ate until noon."))
    assert says_no("won't")
    assert not says_no("will")
