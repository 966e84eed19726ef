"""The forms in which a JSON Schema is sent, for the services that take only a part of JSON Schema.

"strict" is what OpenAI's structured outputs demand, and with them Azure and OpenRouter: every property required,
nothing additional, no defaults. "plain" is the schema as it is. "bare" is for those that know neither $ref nor
additionalProperties, such as Gemini: all in one piece, and only the words that OpenAPI has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.contract.request import SchemaForm

_BARE = frozenset(
    {"type", "description", "enum", "items", "properties", "required", "anyOf", "minItems", "maxItems", "format"}
    | {"minimum", "maximum", "nullable", "pattern"}
)
_NOT_STRICT = frozenset(
    {"patternProperties", "unevaluatedProperties", "propertyNames", "allOf", "not", "if", "dependentRequired"}
    | {"prefixItems", "contains"}
)
_DROPPED = frozenset({"default", "title", "examples", "discriminator", "deprecated", "readOnly", "writeOnly"})
_DEEPEST = 30


def in_form(body: Mapping[str, Any], form: SchemaForm) -> Mapping[str, Any]:
    """A schema in a form; unchanged where it cannot be put into it."""
    if form == "strict" and can_be_strict(body):
        strict: dict[str, Any] = _strict(body)
        return strict
    if form == "bare" and not _is_recursive(body, body, ()):
        bare: dict[str, Any] = _bare(body, body)
        return bare
    return body


def can_be_strict(node: Any) -> bool:
    """Whether a schema says nothing that strict mode does not know, such as fields of any name."""
    if isinstance(node, list):
        return all(can_be_strict(one) for one in node)
    if not isinstance(node, dict):
        return True
    is_open = node.get("type") == "object" and (
        "properties" not in node or node.get("additionalProperties") not in (None, False)
    )
    is_known = not is_open and not (_NOT_STRICT & node.keys())
    return is_known and all(
        can_be_strict(list(value.values()) if key in ("properties", "$defs") and isinstance(value, dict) else value)
        for key, value in node.items()
        if key not in ("default", "enum", "const", "examples") and isinstance(value, dict | list)
    )


def _strict(node: Any) -> Any:
    if isinstance(node, list):
        return [_strict(one) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return {"$ref": node["$ref"]}  # nothing may stand beside it
    made: dict[str, Any] = {}
    for key, value in node.items():
        if key in _DROPPED:
            continue
        if key in ("properties", "$defs"):
            made[key] = {name: _strict(one) for name, one in value.items()}
        elif key == "const":
            made["enum"] = [value]
        else:
            made["anyOf" if key == "oneOf" else key] = value if key == "enum" else _strict(value)
    if "properties" in made:
        made["required"] = list(made["properties"])
        made["additionalProperties"] = False
    return made


def _bare(node: Any, schema: Mapping[str, Any]) -> Any:
    if isinstance(node, list):
        return [_bare(one, schema) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        beside = {key: value for key, value in node.items() if key == "description"}
        return {**_bare(_target(node, schema), schema), **beside}
    made: dict[str, Any] = {}
    for key, value in node.items():
        name = "anyOf" if key == "oneOf" else "enum" if key == "const" else key
        if name not in _BARE:
            continue
        if key == "properties":
            made[key] = {field: _bare(one, schema) for field, one in value.items()}
        else:
            made[name] = [value] if key == "const" else value if key in ("enum", "required") else _bare(value, schema)
    if "properties" in made:
        made["required"] = list(made["properties"])
    return made


def _target(node: Mapping[str, Any], schema: Mapping[str, Any]) -> Any:
    return schema.get("$defs", {}).get(str(node["$ref"]).rpartition("/")[2], {})


def _is_recursive(node: Any, schema: Mapping[str, Any], above: tuple[str, ...]) -> bool:
    if len(above) > _DEEPEST:
        return True
    if isinstance(node, list):
        return any(_is_recursive(one, schema, above) for one in node)
    if not isinstance(node, dict):
        return False
    name = node.get("$ref")
    if isinstance(name, str):
        return name in above or _is_recursive(_target(node, schema), schema, (*above, name))
    return any(_is_recursive(value, schema, above) for key, value in node.items() if key != "$defs")
