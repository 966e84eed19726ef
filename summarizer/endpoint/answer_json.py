"""Finds the JSON object of a schema in what a model wrote, and undoes how servers and models wrap and encode it.

Only what loses nothing is undone: a fence, prose around it, an object in a list or under its own name, JSON in a
string, line breaks in a string, a comma too many. Of an answer that was cut off nothing is made up.
"""

from __future__ import annotations

import ast
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DECODER = json.JSONDecoder(strict=False)  # raw line breaks and tabs in strings are no ambiguity
_FENCE = re.compile(r"```[\w-]*[ \t]*\r?\n?(.*?)```", re.DOTALL)
_EXTRA_COMMA = re.compile(r",(\s*[}\]])")
_PYTHON = re.compile(r"^\{\s*'")
_MOST_TRIES = 40
_PROSE = 60  # characters; braces in prose are found to be no JSON sooner
_DEEPEST = 4
_ENVELOPES = (
    "arguments",
    "parameters",
    "input",
    "properties",
    "json",
    "output",
    "response",
    "result",
    "answer",
    "data",
)


def find_json(text: str, schema: Mapping[str, Any]) -> str | None:
    """The JSON object of this schema in an answer, as JSON text; None when there is no whole one."""
    text = text.strip()
    value = _load(text)
    if isinstance(value, dict) and not value:
        return "{}"
    found = _answer_in(value, schema, 0) if value is not None else None
    if found is None:
        candidates = (_answer_in(one, schema, 0) for one in _candidates(text))
        # The last is the final one, unless an earlier one holds more of what is asked for.
        ranked = [one for one in candidates if one is not None]
        found = max(reversed(ranked), key=lambda one: _held(one, schema), default=None)
    if found is None:
        return None
    shaped = _shaped(found, schema, schema, 0)
    if shaped == value and _is_strict(text):
        return text
    return json.dumps(shaped, ensure_ascii=False)


def _load(text: str) -> Any:
    for mended in (text, _EXTRA_COMMA.sub(r"\1", text)):
        try:
            return _DECODER.decode(mended)
        except (ValueError, RecursionError):
            continue
    if _PYTHON.match(text) and len(text) < 1_000_000:
        try:
            return ast.literal_eval(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            return None
    return None


def _is_strict(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _candidates(text: str) -> Iterator[Any]:
    """All values that stand in a text, in its order: in fences, or anywhere when no fence holds one."""
    fenced = [_load(block.strip()) for block in _FENCE.findall(text)]
    if any(isinstance(value, dict | list) for value in fenced):
        yield from fenced
        return
    at = tries = 0
    is_inside = False  # an object that is broken: a list in it is a part of it, not an answer
    while (at := _next_bracket(text, at)) >= 0 and tries < _MOST_TRIES:
        try:
            value, at = _DECODER.raw_decode(text, at)
        except json.JSONDecodeError as error:
            if _is_hopeless(text, at, error):
                return
            whole = _load(text[at : text.rfind("}") + 1])
            if whole is not None:
                yield whole
                return
            is_inside = is_inside or error.pos - at > _PROSE
            tries, at = tries + 1, at + 1
        except (ValueError, RecursionError):
            return
        else:
            if isinstance(value, dict) or not is_inside:
                yield value


def _is_hopeless(text: str, at: int, error: json.JSONDecodeError) -> bool:
    """Whether nothing after a broken value can be the answer: it was cut off, so that what is whole is a part of it."""
    is_cut = error.msg.startswith("Unterminated") or error.pos >= len(text.rstrip()) - 1
    return is_cut or text.startswith("{{", at)  # a template's braces: the form of a call, not a call


def _next_bracket(text: str, at: int) -> int:
    places = [place for place in (text.find("{", at), text.find("[", at)) if place >= 0]
    return min(places, default=-1)


def _answer_in(value: Any, schema: Mapping[str, Any], depth: int) -> dict[str, Any] | None:
    """The object of the schema that a value is, or is wrapped around."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, str):
        return _answer_in(_load(value.strip()), schema, depth + 1) if value.lstrip()[:1] in ("{", "[", '"') else None
    if isinstance(value, list):
        inner = (_answer_in(one, schema, depth + 1) for one in value if isinstance(one, dict | str))
        found = next((one for one in inner if one is not None), None)
        return found if found is not None else _as_only_list(value, schema)
    if not isinstance(value, dict):
        return None
    if _is_answer(value, schema):
        return value
    for name in dict.fromkeys((*(_ENVELOPES), *value)):
        held = value.get(name)
        if isinstance(held, dict | str) and (len(value) == 1 or name in _ENVELOPES):
            found = _answer_in(held, schema, depth + 1)
            if found is not None:
                return found
    return None


def _is_answer(value: dict[str, Any], schema: Mapping[str, Any]) -> bool:
    properties = schema.get("properties")
    if not properties:
        return bool(value)
    known = value.keys() & properties.keys()
    # An inner object may share a name with the answer; it has others that the answer has not.
    return bool(known) and (value.keys() <= properties.keys() or 2 * len(known) >= len(properties))


def _held(value: dict[str, Any], schema: Mapping[str, Any]) -> int:
    return len(value.keys() & schema.get("properties", value).keys())


def _as_only_list(values: list[Any], schema: Mapping[str, Any]) -> dict[str, Any] | None:
    """A bare list as the answer's first list, when what it holds has that list's fields."""
    for name, field in schema.get("properties", {}).items():
        items = _resolved(field.get("items", {}), schema) if field.get("type") == "array" else {}
        fields = items.get("properties", {}).keys()
        if (
            fields
            and values
            and all(isinstance(one, dict) and 2 * len(one.keys() & fields) > len(one) for one in values)
        ):
            return {name: values}
    return None


def _shaped(value: Any, node: Mapping[str, Any], schema: Mapping[str, Any], depth: int) -> Any:
    """A value with the lists and objects that came as JSON in a string, or as numbered fields, as what they are."""
    if depth > 40:
        return value
    node = _resolved(node, schema)
    kinds = _kinds(node, schema)
    if isinstance(value, str) and kinds & {"array", "object"} and "string" not in kinds:
        decoded = _load(value.strip()) if value.lstrip()[:1] in ("[", "{") else None
        value = decoded if isinstance(decoded, list | dict) else value
    if isinstance(value, dict) and kinds == {"array"}:
        value = _as_list(value)
    if isinstance(value, list):
        items = _branch(node, schema, "array").get("items", {})
        return [_shaped(one, items, schema, depth + 1) for one in value] if items else value
    if isinstance(value, dict):
        fields = _branch(node, schema, "object").get("properties", {})
        return {
            key: _shaped(one, fields[key], schema, depth + 1) if key in fields else one for key, one in value.items()
        }
    return value


def _as_list(value: dict[str, Any]) -> Any:
    if value and all(key.isdigit() for key in value):
        return list(value.values())
    only = next(iter(value.values())) if len(value) == 1 else None
    return only if isinstance(only, list) else value


def _resolved(node: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    for _ in range(_DEEPEST):
        name = node.get("$ref")
        if not isinstance(name, str):
            break
        node = schema.get("$defs", {}).get(name.rpartition("/")[2], {})
    return node


def _kinds(node: Mapping[str, Any], schema: Mapping[str, Any]) -> set[str]:
    branches = [_resolved(one, schema) for one in node.get("anyOf", node.get("oneOf", [node]))]
    told = [one.get("type") for one in branches]
    return {kind for one in told for kind in (one if isinstance(one, list) else [one]) if kind and kind != "null"}


def _branch(node: Mapping[str, Any], schema: Mapping[str, Any], kind: str) -> Mapping[str, Any]:
    field = "items" if kind == "array" else "properties"
    branches = [_resolved(one, schema) for one in node.get("anyOf", node.get("oneOf", [node]))]
    return next((one for one in branches if field in one), {})
