"""Finds the JSON object of a schema in what a model wrote, and undoes how servers and models wrap and encode it.

Only what loses nothing is undone: a fence, prose around it, an object in a list or under its own name, JSON in a
string, line breaks in a string, names in another case, the mistakes that loose_json.py reads, and brackets. Of an
answer that was cut off nothing is made up.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

from summarizer.endpoint.brackets import closed, undoubled
from summarizer.endpoint.loose_json import LooseJsonError, read_loosely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DECODER = json.JSONDecoder(strict=False)  # raw line breaks and tabs in strings are no ambiguity
_FENCE = re.compile(r"```[\w-]*[ \t]*\r?\n?(.*?)```", re.DOTALL)
_PARAMETER = re.compile(r"<parameter=([\w-]{1,60})>\s*(.*?)\s*</parameter>", re.DOTALL)  # Qwen's calls, in tags
_ESCAPED = re.compile(r"[\[{\s]*\\\\?\"|[\[{\s]*\\n")  # JSON as it stands in a string: {\"claims\": …
_ESCAPED_BREAK = re.compile(r'("(?:[^"\\]|\\.)*")|\\[nrt]', re.DOTALL)  # between the strings of an answer
_QUOTED_LINE = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_AFTER = re.compile(r"[\s;)`.\u200b\ufeff]*")  # what may stand after an answer's last bracket
_MARKS = re.compile(r"[\W_]+")
_LONGEST_LOOSE = 500_000  # characters
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
    "final_answer",
    "final",
    "data",
    "content",
    "message",
    "text",
)


def find_json(text: str, schema: Mapping[str, Any], *, is_ended: bool = False) -> str | None:
    """The JSON object of this schema in an answer, as JSON text; None when there is no whole one.

    `is_ended` says that the model is known to have come to its end: then it may have forgotten the last brackets.
    """
    text = text.strip()
    if text.startswith(">") and all(line.lstrip().startswith(">") for line in text.splitlines()):  # as a mail quotes
        text = _QUOTED_LINE.sub("", text)
    value = _load(text)
    if isinstance(value, dict) and not value:
        return "{}"
    found = _answer_in(value, schema, 0) if value is not None else None
    if found is None:
        candidates = (_answer_in(one, schema, 0) for one in _candidates(text))
        found = _best([one for one in candidates if one is not None], schema)
    if found is None:
        found = _with_brackets_mended(text, schema, is_ended=is_ended)
    if found is None:
        return None
    shaped = _shaped(found, schema, schema, 0)
    if shaped == value and _is_strict(text):
        return text
    return json.dumps(shaped, ensure_ascii=False)


def _with_brackets_mended(text: str, schema: Mapping[str, Any], *, is_ended: bool) -> dict[str, Any] | None:
    """The answer in a text whose brackets are doubled, or lack the last ones.

    None for one that lacks the last field or holds nothing: it was cut off after all, or is the form of an answer.
    """
    mended = (*undoubled(text), closed(text) if is_ended else None)
    values = (_load(one) for one in mended if one is not None)
    found = (_answer_in(value, schema, 0) for value in values if value is not None)
    last = set(list(schema.get("properties", {}))[-1:])
    return next((one for one in found if one is not None and one.keys() >= last and any(one.values())), None)


def _best(found: list[dict[str, Any]], schema: Mapping[str, Any]) -> dict[str, Any] | None:
    """The last answer, which is the final one, unless an earlier one holds more; with the parts that it lacks where the
    model wrote its answer in pieces."""
    best = max(reversed(found), key=lambda one: _held(one, schema), default=None)
    for one in found:
        if best is not None and not best.keys() & one.keys():
            best = {**best, **one}
    return best


def _load(text: str) -> Any:
    try:
        return _DECODER.decode(text)
    except (ValueError, RecursionError):
        pass
    if len(text) > _LONGEST_LOOSE:
        return None
    if "&quot;" in text[:_PROSE]:
        text = html.unescape(text)
    if _ESCAPED.match(text):
        try:
            return _DECODER.decode(json.loads(f'"{text}"', strict=False))
        except (ValueError, RecursionError):
            text = _ESCAPED_BREAK.sub(lambda found: found[1] or " ", text)
    try:
        value, end = read_loosely(text)
    except LooseJsonError:
        return None
    return value if _AFTER.fullmatch(text, end) else None


def _is_strict(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _candidates(text: str) -> Iterator[Any]:
    """All values that stand in a text, in its order: in a call's tags or fences, or anywhere when none holds one."""
    tagged = {name: _load(value) if value[:1] in ("[", "{") else value for name, value in _PARAMETER.findall(text)}
    if tagged:
        yield tagged
        return
    fenced = [_load(block.strip()) for block in _FENCE.findall(text)]
    if any(isinstance(value, dict | list) for value in fenced):
        yield from fenced
        return
    at = tries = 0
    is_inside = False  # an object that is broken: a list in it is a part of it, not an answer
    while (at := _next_bracket(text, at)) >= 0 and tries < _MOST_TRIES:
        if text.startswith("{{", at):  # a template's braces: the form of a call, not a call
            return
        try:
            value, at = _decode(text, at)
        except LooseJsonError as error:
            if error.is_cut:  # what is whole after it is a part of it
                return
            is_inside = is_inside or error.pos - at > _PROSE
            tries, at = tries + 1, at + 1
        except RecursionError:
            return
        else:
            if isinstance(value, dict) or not is_inside:
                yield value


def _decode(text: str, at: int) -> tuple[Any, int]:
    """The value at a place of a text, and where it ends. Raises LooseJsonError."""
    try:
        return _DECODER.raw_decode(text, at)
    except ValueError:
        if len(text) > _LONGEST_LOOSE:
            raise LooseJsonError("too long", at, is_cut=True) from None
        return read_loosely(text, at)


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
        found = _best([one for one in inner if one is not None], schema)
        return found if found is not None else _as_only_list(value, schema)
    if not isinstance(value, dict):
        return None
    named = _by_schemas_names(value, schema.get("properties", {}))
    if _is_answer(named, schema):
        return named
    for name in dict.fromkeys((*_ENVELOPES, *value)):
        held = value.get(name)
        if isinstance(held, dict | str | list) and (len(value) == 1 or name in _ENVELOPES or _is_whole(held, schema)):
            found = _answer_in(held, schema, depth + 1)
            if found is not None:
                return found
    return None


def _is_whole(value: object, schema: Mapping[str, Any]) -> bool:
    """Whether a value, or the only one in a list, has what the schema demands, or at least half of its fields."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    fields = schema.get("properties")
    if not isinstance(value, dict) or not fields:
        return False
    known = _by_schemas_names(value, fields).keys() & fields.keys()
    return known >= set(schema.get("required", fields)) or 2 * len(known) >= len(fields)


def _by_schemas_names(value: dict[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """An object whose names are the schema's, where they differ in case or marks alone: "keyPoints", "Key Points"."""
    if value.keys() <= fields.keys():
        return value
    names = {_folded(name): name for name in fields}
    known = {name: names.get(_folded(name), name) for name in value}
    if len({*known.values()}) < len(known):
        return value
    return {known[name]: held for name, held in value.items()}


def _folded(name: str) -> str:
    return _MARKS.sub("", name).casefold()


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
    if isinstance(value, dict) and kinds == {"string"}:
        value = _as_text(value)
    if isinstance(value, list):
        items = _branch(node, schema, "array").get("items", {})
        return [_shaped(one, items, schema, depth + 1) for one in value] if items else value
    if isinstance(value, dict):
        fields = _branch(node, schema, "object").get("properties", {})
        value = _by_schemas_names(value, fields)
        return {
            key: _shaped(one, fields[key], schema, depth + 1) if key in fields else one for key, one in value.items()
        }
    return value


def _as_list(value: dict[str, Any]) -> Any:
    """The list that an object stands for: its numbered fields, several objects of one form, or its only field."""
    if value and (all(key.isdigit() for key in value) or _are_alike(list(value.values()))):
        return list(value.values())
    only = next(iter(value.values())) if len(value) == 1 else None
    return only if isinstance(only, list) else value


def _are_alike(values: list[Any]) -> bool:
    first = values[0]
    return isinstance(first, dict) and all(isinstance(one, dict) and one.keys() == first.keys() for one in values)


def _as_text(value: dict[str, Any]) -> Any:
    """The text that an object stands for, when there is only one in it."""
    texts = [held for held in value.values() if isinstance(held, str)]
    return texts[0] if len(texts) == 1 else value


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
