"""Cues within their own content."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


def test_those_who_answered_leave_no_gap() -> None:
    said = said_in("Ann Poe said most of those who answered had wanted a bridge.")
    assert [one.source for one in said] == ["Ann Poe"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("It was a step which he said was late.", "was late"),
        ("It was a step which the guild described as late.", "as late"),
    ],
)
def test_a_cue_within_its_content_leaves_the_rest(text: str, content: str) -> None:
    assert content in said_in(text)[0].content
