"""The JSON object of a schema is found in what a model wrote, however it is wrapped; of a cut answer there is none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.endpoint.answer_json import find_json

if TYPE_CHECKING:
    from collections.abc import Callable

BODY: dict[str, Any] = {
    "type": "object",
    "properties": {
        "claims": {"type": "array", "items": {"$ref": "#/$defs/One"}},
        "headline": {"type": "string"},
        "about": {"anyOf": [{"$ref": "#/$defs/One"}, {"type": "null"}]},
    },
    "required": ["claims"],
    "$defs": {"One": {"type": "object", "properties": {"quote": {"type": "string"}, "claims": {"type": "array"}}}},
}
ANSWER = {"claims": [{"quote": "the “dyke” {holds}"}]}
SHOWN = json.dumps(ANSWER, ensure_ascii=False)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(codec="utf-8"), max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["claims", "x"]), inner, max_size=3),
    max_leaves=12,
)


def found(text: str) -> Any:
    told = find_json(text, BODY)
    return None if told is None else json.loads(told)


@pytest.mark.parametrize(
    "text",
    [
        SHOWN,
        f"\n  {SHOWN}\n",
        f"```json\n{SHOWN}\n```",
        f"```\n{SHOWN}\n```\nThat is all.",
        f"Here it is:\n\n```json\n{json.dumps(ANSWER, indent=2)}\n```",
        f"Certainly! {SHOWN}",
        f"A list like [1, 2] or {{x}}. {SHOWN} I hope it helps {{you}}.",
        f'I will write {{"claims": [...]}} now: {SHOWN}',
        f"First try: {json.dumps({'claims': []})} It misses one: {SHOWN}",
        json.dumps(SHOWN),
        json.dumps(json.dumps(SHOWN)),
        json.dumps([ANSWER]),
        json.dumps({"Claims": ANSWER}),
        json.dumps({"name": "Claims", "arguments": ANSWER}),
        json.dumps({"name": "Claims", "arguments": SHOWN}),
        f"<tool_call>\n{json.dumps({'name': 'Claims', 'parameters': ANSWER})}\n</tool_call>",
        f"<tool_call>\n<function=Claims>\n<parameter=claims>\n{json.dumps(ANSWER['claims'])}\n</parameter>\n</function>",
        json.dumps(ANSWER["claims"]),
        json.dumps({"claims": json.dumps(ANSWER["claims"])}),
        json.dumps({"claims": [json.dumps(one) for one in ANSWER["claims"]]}),
        json.dumps({"claims": {"1": ANSWER["claims"][0]}}),
        json.dumps({"claims": {"claim": ANSWER["claims"]}}),
        SHOWN[:-2] + ",],}",
        SHOWN + ";",
        SHOWN.replace('"', '\\"'),
        SHOWN.replace('"', "&quot;"),
        json.dumps(ANSWER, indent=1, ensure_ascii=False).replace("\n", "\\n"),
        "> ```json\n" + "\n".join(f"> {line}" for line in json.dumps(ANSWER, indent=1).split("\n")) + "\n>\n> ```",
        json.dumps({"CLAIMS": [{"Quote": "the “dyke” {holds}"}]}),
        json.dumps({"claims": [{"quote": {"text": "the “dyke” {holds}"}}]}),
        json.dumps({"claims": {"first": ANSWER["claims"][0]}}),
        json.dumps({"draft": {**ANSWER}, "note": "fine"}),
        json.dumps({"note": "fine", "answers": [ANSWER]}),
        json.dumps({"role": "assistant", "content": SHOWN}),
    ],
    ids=lambda text: text[:30],
)
def test_an_answer_is_found_however_it_is_wrapped(text: str) -> None:
    assert found(text) == ANSWER


def test_an_answer_in_pieces_is_put_together() -> None:
    whole = {**ANSWER, "headline": "H"}
    assert found(f'```json\n{SHOWN}\n```\nand\n```json\n{{"headline": "H"}}\n```') == whole
    assert found(f'{SHOWN}\n{{"headline": "H"}}') == whole
    assert found(json.dumps([ANSWER, {"headline": "H"}])) == whole


def test_line_breaks_in_a_string_and_pythons_own_words_are_read() -> None:
    assert found('{"claims": [], "headline": "one\nand\ttwo"}') == {"claims": [], "headline": "one\nand\ttwo"}
    assert found("{'claims': [], 'about': None}") == {"claims": [], "about": None}


def test_an_object_in_a_string_is_read_where_an_object_is_wanted_and_only_there() -> None:
    told = {"claims": [], "headline": "[not a list]", "about": '{"quote": "q"}'}
    assert found(json.dumps(told)) == {**told, "about": {"quote": "q"}}


def test_of_a_draft_in_prose_and_the_answer_the_answer_counts() -> None:
    draft = {"claims": [], "headline": "draft"}
    assert found(f'```json\n{json.dumps(draft)}\n```\nbetter:\n```json\n{SHOWN[:-1]}, "headline": "H"}}\n```') == {
        **ANSWER,
        "headline": "H",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No.",
        "[1, 2]",
        '"claims"',
        SHOWN[:-1],
        '{"claims": [{"quote": "whole"}, {"quo',
        '{"claims": [{"quote": "whole", "claims": [1]}], "headline": "broken "here',
        '{"quote": "an inner object", "claims": [1]} is no answer'.replace(" is no answer", "x" * 0),
        '```json\n{"claims": [\n```',
        '{"a":' * 100_000,
        f'{{"claims": {"9" * 10_000}}}',
        '{{"name": "Claims", "arguments": {"claims": []}}}',
    ],
    ids=lambda text: text[:30],
)
def test_what_is_not_whole_or_not_of_the_schema_is_none(text: str) -> None:
    assert find_json(text, BODY) is None


WHOLE = {"claims": [{"quote": 'the "dyke" }] holds'}], "headline": "H", "about": None}


@pytest.mark.parametrize("missing", [1, 2])
def test_brackets_that_an_ended_answer_forgot_are_added(missing: int) -> None:
    order = WHOLE if missing == 1 else {**WHOLE, "about": {"quote": "q"}}
    text = json.dumps(order)[:-missing]
    told = find_json(text, BODY, is_ended=True)
    assert told is not None
    assert json.loads(told) == order
    assert find_json(f"```json\n{text}\n```", BODY, is_ended=True) == told
    assert find_json(text, BODY) is None


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"claims": WHOLE["claims"], "headline": "H"})[:-1],  # its last field never came
        json.dumps(WHOLE)[:-6],
        '{"claims": [], "headline": "", "about": null',
        '{"claims": [], "headline": "H", "about": 12',
        json.dumps(WHOLE)[:-1] + "]",
        '{"claims": [], "headline": "H", "about": {"quote": "no end',
    ],
)
def test_an_answer_that_lacks_more_than_brackets_is_none_even_if_it_ended(text: str) -> None:
    assert find_json(text, BODY, is_ended=True) is None


@pytest.mark.parametrize(
    "double", [lambda text: f"{{{text}}}", lambda text: text.replace("{", "{{").replace("}", "}}")]
)
def test_doubled_braces_are_read_as_one(double: Callable[[str], str]) -> None:
    whole = {"claims": [{"quote": "it holds"}], "headline": "H", "about": {"quote": "q"}}
    assert found(double(json.dumps(whole))) == whole


def test_an_empty_object_is_an_answer_and_so_is_any_of_a_schema_without_fields() -> None:
    assert find_json("{}", BODY) == "{}"
    assert find_json('{"x": 1}', {"type": "object"}) == '{"x": 1}'


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from('{}[]":,`\n claims1\\')))
@example('```json\n{"claims": 1}\n```')
def test_whatever_is_found_is_an_object(text: str) -> None:
    told = find_json(text, BODY)
    assert told is None or isinstance(json.loads(told), dict)


@settings(max_examples=60, deadline=None)
@given(
    VALUES.filter(lambda value: "`" not in json.dumps(value)),
    st.sampled_from(["{}", "```json\n{}\n```", "Here:\n```\n{}\n```\nDone."]),
)
def test_every_value_of_a_field_comes_through(value: object, around: str) -> None:
    schema = {"type": "object", "properties": {"claims": {}}}
    told = find_json(around.replace("{}", json.dumps({"claims": value})), schema)
    assert told is not None
    assert json.loads(told) == {"claims": value}
