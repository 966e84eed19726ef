"""Quotations of which it is told whose answer they were."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“Nonsense,” was her one-word answer.", "her", "“Nonsense,”"),
        ("“A farce” was Ada Lund’s verdict.", "Ada Lund’s", "“A farce”"),
        ("“We shall see,” came the mayor’s curt reply.", "the mayor’s", "“We shall see,”"),
    ],
)
def test_an_answer_is_of_whose_it_is(text: str, source: str, content: str) -> None:
    ((who, _, pieces),) = said_in(text)
    assert (who.rstrip("’s"), pieces) == (source.rstrip("’s"), (content,))


@pytest.mark.parametrize(
    "text", ["“Salt Road” was her first book.", "“Salt Road” was the answer.", "“Ada” was her boat."]
)
def test_what_else_something_was_is_no_answer(text: str) -> None:
    assert not said_in(text)
