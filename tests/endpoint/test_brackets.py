"""Brackets that were doubled or forgotten are put right, and nothing else is added."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.endpoint.brackets import closed, undoubled

OBJECTS = st.dictionaries(st.text(max_size=3), st.lists(st.text(max_size=4), max_size=2), min_size=1, max_size=3)


@given(OBJECTS, st.integers(1, 2))
def test_forgotten_last_brackets_come_back(value: dict[str, list[str]], missing: int) -> None:
    text = json.dumps(value)
    told = closed(text[:-missing])
    assert told is None or json.loads(told) == value
    assert told is not None or not text[:-missing].endswith(("}", "]", '"'))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no object",
        '{"a": 1}',
        '{"a": ["b"',
        '{"a": [1}',
        '{"a": {"b": [{"c": [1]',
        '{"a": "no end',
        '{"a": ',
        '{"a": 1,',
    ],
)
def test_what_is_whole_or_lacks_more_is_left_alone(text: str) -> None:
    told = closed(text)
    assert told is None or json.loads(told) == {"a": ["b"]}


def test_doubled_braces_may_stand_around_the_whole_or_everywhere() -> None:
    assert '{"a": {"b": 1}}' in undoubled('{{"a": {"b": 1}}}')
    assert '{"a": {"b": 1}}' in undoubled('{{"a": {{"b": 1}}}}')
    assert undoubled('{"a": {}}') == ()
