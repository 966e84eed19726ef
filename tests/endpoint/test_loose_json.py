"""What models write by mistake is read as they meant it, and nothing is made of what was cut off."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.endpoint.loose_json import LooseJsonError, read_loosely

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(st.characters(codec="utf-8"), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab c", max_size=3), inner, max_size=3),
    max_leaves=12,
)
QUOTE = "“No,” said Fenn: it’s [shut]"


def read(text: str) -> Any:
    value, end = read_loosely(text)
    assert end == len(text)
    return value


@pytest.mark.parametrize(
    "text",
    [
        '{"a": ["x", "y"], "b": {"c": 1}}',
        "{'a': ['x', 'y'], 'b': {'c': 1}}",
        "{a: ['x', 'y',], b: {c: 1,},}",
        "{“a”: [“x”, “y”], “b”: {“c”: 1}}",
        "{„a“: [„x“, „y“], „b“: {„c“: 1}}",
        "{‘a’: [`x`, «y»], 'b': {\"c\": +1}}",
        '{"a"： ["x"， "y"]， "b": {"c": 1}}',
        '{\n // the list\n "a": ["x", /* and */ "y"], # the rest\n "b": {"c": 1}}',
        '{"a": ["x",, "y"],, "b": {"c": 1}}',
        '{"a": ["x"\n "y"]\n "b": {"c": 1}\n}',
        '{\u00a0"a":\u2003["x",\u200b"y"],\n\u00a0"b": {"c": 1}}',
        '{\\n "a": ["x", "y"],\\n "b": {"c": 1}\\n}',
    ],
)
def test_what_was_meant_is_read(text: str) -> None:
    assert read(text) == {"a": ["x", "y"], "b": {"c": 1}}


def test_words_of_other_languages_are_values() -> None:
    told = read("[true, False, None, undefined, NaN, -Infinity, 1.5, -2e3]")
    assert told == [True, False, None, None, None, None, 1.5, -2000.0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f'{{"a": "{QUOTE}"}}', QUOTE),
        (f"{{“a”: “{QUOTE}”}}", QUOTE),
        (f"{{'a': '{QUOTE}'}}", QUOTE),
        ('{"a": "The "old" gate, "they" say", "b": 1}', 'The "old" gate, "they" say'),
        ("{'a': 'it's Fenn's', 'b': 1}", "it's Fenn's"),
        (r'{"a": "5\% of \$3, it\'s \d"}', r"5% of $3, it's \d"),
        (r'{"a": "\u00e9 \xe9 \ud83d\ude00 \ud83d",}', "é é 😀 �"),
        ('{"a": "one\ntwo",}', "one\ntwo"),
    ],
)
def test_a_string_ends_where_the_object_can_go_on(text: str, said: str) -> None:
    assert read(text)["a"] == said


def test_a_quote_in_an_item_of_a_list_does_not_end_it() -> None:
    assert read('["The "gate", then the "weir"", "b"]') == ['The "gate", then the "weir"', "b"]


@pytest.mark.parametrize(
    "text",
    ["{", '{"a', '{"a"', '{"a":', '{"a": "x', '{"a": "x"', '{"a": "x",', '["x", 1', '{"a": [{"b": "c"}'],
)
def test_what_was_cut_off_is_no_value(text: str) -> None:
    with pytest.raises(LooseJsonError) as caught:
        read_loosely(text)
    assert caught.value.is_cut


@pytest.mark.parametrize("text", ["", "x", "{claims, headline}", "{x: y}", '{"a": 1 "b": 2}', "{1}", "[" * 100 + "]"])
def test_what_is_no_json_is_no_value(text: str) -> None:
    with pytest.raises(LooseJsonError):
        read_loosely(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(VALUES) | st.dictionaries(st.text("ab c", max_size=3), VALUES, max_size=3))
@example([{"a": "", "": None}, [{"": ""}]])
def test_json_is_read_as_json_is(value: Any) -> None:
    for text in (json.dumps(value), json.dumps(value, ensure_ascii=False, indent=1)):
        assert json.loads(text) == value
        try:
            told = read(text)
        except LooseJsonError:
            continue  # a string that holds what looks like the object's own marks
        assert json.dumps(told)


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("{}[]\"\u201c\u201d':,/*# \\n1ab"), max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    try:
        _, end = read_loosely("{" + text)
    except LooseJsonError:
        return
    assert end <= len(text) + 1
