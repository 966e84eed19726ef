"""What is asked for in each mode, and what is read back of any shape of answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.contract.request import AnswerSchema
from summarizer.endpoint.structured import answer_text, find_json, request_part

if TYPE_CHECKING:
    from summarizer.contract.request import WireMode

BODY: dict[str, Any] = {
    "description": "What the desk wants.",
    "type": "object",
    "properties": {"claims": {"type": "array", "items": {"$ref": "#/$defs/One"}}},
    "required": ["claims"],
    "$defs": {"One": {"type": "object", "properties": {"quote": {"type": "string"}}}},
}
SCHEMA = AnswerSchema("Claims", BODY)
ANSWER = {"claims": [{"quote": "the “dyke” {holds}"}]}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["content", "tool_calls", "function", "arguments", "text", "claims"]), inner, max_size=3
        )
    ),
    max_leaves=12,
)


def test_json_schema_sends_the_schema_under_its_name() -> None:
    told = request_part("json_schema", SCHEMA)["response_format"]
    assert told["type"] == "json_schema"
    assert told["json_schema"]["name"] == "Claims"
    assert told["json_schema"]["schema"] == {"title": "Claims", **BODY}


def test_tools_offers_one_tool_of_that_name_and_demands_it() -> None:
    told = request_part("tools", SCHEMA)
    assert [tool["function"]["name"] for tool in told["tools"]] == ["Claims"]
    assert told["tool_choice"]["function"]["name"] == "Claims"
    parameters = told["tools"][0]["function"]["parameters"]
    assert (parameters["properties"], parameters["$defs"]) == (BODY["properties"], BODY["$defs"])


def test_the_other_modes_send_no_schema() -> None:
    assert request_part("json", SCHEMA) == {"response_format": {"type": "json_object"}}
    assert request_part("fenced", SCHEMA) == {}


@pytest.mark.parametrize("mode", ["json_schema", "tools", "json", "fenced"])
def test_asking_changes_neither_the_schema_nor_the_messages(mode: WireMode) -> None:
    before = json.dumps(BODY)
    told = request_part(mode, SCHEMA)
    assert json.dumps(BODY) == before
    assert "messages" not in told
    assert request_part(mode, SCHEMA) == told


def call(arguments: object) -> dict[str, object]:
    return {"type": "function", "function": {"name": "Claims", "arguments": arguments}}


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ({"content": "plain"}, "plain"),
        ({"content": " not\nstripped "}, " not\nstripped "),
        ({"content": None, "tool_calls": [call('{"claims": []}')]}, '{"claims": []}'),
        ({"content": "thinking", "tool_calls": [call('{"claims": []}')]}, '{"claims": []}'),
        ({"content": "thinking", "tool_calls": [call('{"claims": [')]}, '{"claims": ['),
        ({"content": "plain", "tool_calls": []}, "plain"),
        ({"content": "plain", "tool_calls": [{"type": "function"}, "none"]}, "plain"),
        ({"content": [{"type": "text", "text": "in "}, "x", {"type": "image"}, {"text": "parts"}]}, "in parts"),
        ({"content": 7}, ""),
        ({}, ""),
    ],
)
def test_what_the_model_wrote(message: dict[str, object], text: str) -> None:
    assert answer_text(message) == text


def test_the_first_of_two_calls_is_the_answer() -> None:
    assert answer_text({"tool_calls": [call('{"claims": []}'), call("other")]}) == '{"claims": []}'


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(["content", "tool_calls"]), JSON))
@example({"tool_calls": [{"function": {"arguments": None}}]})
def test_no_message_breaks_it(message: dict[str, object]) -> None:
    assert isinstance(answer_text(message), str)


SHOWN = json.dumps(ANSWER, ensure_ascii=False)


@pytest.mark.parametrize(
    "text",
    [
        SHOWN,
        f"\n  {SHOWN}\n",
        f"```json\n{SHOWN}\n```",
        f"```\n{SHOWN}\n```\nThat is all.",
        f"Here it is:\n\n```json\n{json.dumps(ANSWER, indent=2)}\n```",
        f"Certainly! {SHOWN}",
    ],
)
def test_an_answer_is_found_bare_and_fenced(text: str) -> None:
    found = find_json(text, BODY)
    assert found is not None
    assert json.loads(found) == ANSWER


@pytest.mark.parametrize(
    "text",
    [
        "",
        "No.",
        "[1, 2]",
        '"claims"',
        SHOWN[:-1],
        '{"claims": [{"quote": "whole"}, {"quo',
        '{"quote": "an inner object is no answer"}',
        '```json\n{"claims": [\n```',
        '{"a":' * 100_000,
        f'{{"claims": {"9" * 10_000}}}',
    ],
    ids=lambda text: text[:12],
)
def test_what_is_not_whole_or_not_of_the_schema_is_none(text: str) -> None:
    assert find_json(text, BODY) is None


def test_an_empty_object_is_an_answer_and_so_is_any_of_a_schema_without_fields() -> None:
    assert find_json("{}", BODY) == "{}"
    assert find_json('{"x": 1}', {"type": "object"}) == '{"x": 1}'


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from('{}[]":,`\n claims1\\')))
@example('```json\n{"claims": 1}\n```')
def test_whatever_is_found_is_an_object(text: str) -> None:
    found = find_json(text, BODY)
    assert found is None or isinstance(json.loads(found), dict)


@settings(max_examples=60, deadline=None)
@given(
    JSON.filter(lambda value: "`" not in json.dumps(value)),
    st.sampled_from(["{}", "```json\n{}\n```", "Here:\n```\n{}\n```\nDone."]),
)
def test_every_value_of_the_schemas_field_comes_through(value: object, around: str) -> None:
    shown = json.dumps({"claims": value})
    found = find_json(around.replace("{}", shown), BODY)
    assert found is not None
    assert json.loads(found) == {"claims": value}


def test_arguments_that_came_as_an_object_are_written_as_json() -> None:
    assert answer_text({"tool_calls": [call({"claims": []})]}) == '{"claims": []}'
