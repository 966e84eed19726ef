"""A schema in the forms that services take: what it demands stays the same."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer.endpoint.schema_forms import can_be_strict, in_form
from summarizer.engines.model.schemas import claims_schema, draft_schema, summary_schema

BODY: dict[str, Any] = {
    "title": "Catch",
    "type": "object",
    "properties": {
        "boats": {"type": "array", "items": {"$ref": "#/$defs/Boat"}, "default": []},
        "title": {"type": "string", "title": "Title", "default": "none"},
        "kind": {"const": "catch"},
        "weight": {"oneOf": [{"type": "number"}, {"type": "null"}], "discriminator": {"propertyName": "x"}},
    },
    "required": ["kind"],
    "$defs": {"Boat": {"type": "object", "properties": {"name": {"type": "string", "default": ""}}}},
}


def words(node: Any) -> set[str]:
    """All keywords of a schema; the names of fields are none."""
    if isinstance(node, list):
        return set().union(*map(words, node))
    if not isinstance(node, dict):
        return set()
    inner = [
        one for key, value in node.items() for one in (value.values() if key in ("properties", "$defs") else [value])
    ]
    return set(node) | set().union(set(), *map(words, inner))


def test_strict_requires_every_field_and_allows_no_other() -> None:
    strict = in_form(BODY, "strict")
    assert strict["required"] == ["boats", "title", "kind", "weight"]
    assert strict["additionalProperties"] is False
    assert strict["$defs"]["Boat"]["required"] == ["name"]
    assert strict["properties"]["boats"]["items"] == {"$ref": "#/$defs/Boat"}
    assert strict["properties"]["kind"] == {"enum": ["catch"]}
    assert not words(strict) & {"default", "title", "oneOf", "discriminator", "const"}
    assert list(strict["properties"]) == list(BODY["properties"])


def test_bare_has_no_references_and_only_words_of_openapi() -> None:
    bare = in_form(BODY, "bare")
    assert bare["properties"]["boats"]["items"]["properties"] == {"name": {"type": "string"}}
    assert not words(bare) & {"$ref", "$defs", "additionalProperties", "title", "default", "const", "oneOf"}


@pytest.mark.parametrize("schema", [draft_schema, claims_schema, summary_schema])
def test_our_own_schemas_can_be_put_in_every_form(schema: Any) -> None:
    body = schema().body
    before = json.dumps(body)
    assert can_be_strict(body)
    assert "$ref" not in json.dumps(in_form(body, "bare"))
    assert in_form(body, "plain") is body
    assert json.dumps(body) == before


@pytest.mark.parametrize(
    "odd",
    [
        {"type": "object", "additionalProperties": {"type": "string"}},
        {"type": "object"},
        {"type": "object", "properties": {"a": {"type": "object", "properties": {}, "additionalProperties": True}}},
        {"type": "object", "properties": {"a": {"allOf": [{"type": "string"}]}}},
    ],
)
def test_a_schema_that_strict_mode_does_not_know_stays_as_it_is(odd: dict[str, Any]) -> None:
    assert not can_be_strict(odd)
    assert in_form(odd, "strict") is odd


def test_a_schema_that_holds_itself_keeps_its_references() -> None:
    tree = {
        "type": "object",
        "properties": {"nodes": {"type": "array", "items": {"$ref": "#/$defs/Node"}}},
        "$defs": {"Node": {"type": "object", "properties": {"inner": {"$ref": "#/$defs/Node"}}}},
    }
    assert in_form(tree, "bare") is tree
    assert in_form(tree, "strict")["$defs"]["Node"]["properties"] == {"inner": {"$ref": "#/$defs/Node"}}
