"""Titles of programmes beside quotations."""

from __future__ import annotations

import pytest

from summarizer.attribution.syntax.titles import is_titled
from tests.attribution.reading import tokens_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pell spoke on RTN’s “The Week With Mia Holt.”", True),
        ("Pell told the hosts of “Morning Desk With Bo Arl.”", True),
        ("Pell said on Monday: “The Week Was Not Long.”", False),
        ("Pell spoke of “a week that was not long.”", False),
    ],
)
def test_a_title_has_capitals_and_stands_behind_what_it_is_of(text: str, expected: bool) -> None:
    paragraph = tokens_of(text).paragraph
    assert is_titled(paragraph, paragraph.quotes[0]) is expected
