"""What is asked for in each mode and form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.request import AnswerSchema
from summarizer.endpoint.structured import request_part

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


def test_the_strict_form_says_that_it_is_strict_where_it_can_be() -> None:
    part = request_part("json_schema", SCHEMA, "strict")["response_format"]["json_schema"]
    assert part["strict"] is True
    assert part["schema"]["additionalProperties"] is False
    function = request_part("tools", SCHEMA, "strict")["tools"][0]["function"]
    assert function["strict"] is True
    assert function["parameters"]["$defs"]["One"]["required"] == ["quote"]
    odd = SCHEMA._replace(body={"type": "object", "properties": {"any": {"type": "object"}}})
    assert "strict" not in request_part("json_schema", odd, "strict")["response_format"]["json_schema"]


def test_the_bare_form_holds_no_reference() -> None:
    for mode in ("json_schema", "tools"):
        assert "$ref" not in json.dumps(request_part(mode, SCHEMA, "bare"))
