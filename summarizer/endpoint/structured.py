"""Asks for structured output by way of instructor's mode handlers, and reads it back.

Only public names of instructor are used. Its response parsers give a validated model or an exception and never the
text, so that nothing of an answer that was cut off could be kept: the text is read here, and validated leniently by
the engine.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from instructor.utils import extract_json_from_codeblock
from instructor.v2 import Mode, Provider, mode_registry
from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.contract.request import AnswerSchema, WireMode

_MODES: dict[WireMode, Mode] = {
    "json_schema": Mode.JSON_SCHEMA,
    "tools": Mode.TOOLS,
    "json": Mode.JSON,
    "fenced": Mode.MD_JSON,
}
# Looked up here because the first look-up imports much: that is not to happen between a rate limit and its request.
_HANDLERS = {name: mode_registry.get_handlers(Provider.OPENAI, mode) for name, mode in _MODES.items()}


def request_part(mode: WireMode, schema: AnswerSchema) -> dict[str, Any]:
    """The part of a request's body, beside the messages, that asks for an answer of this schema in this mode."""
    _, body = _HANDLERS[mode].request_handler(response_model=_model_of(schema), kwargs={"messages": []})
    body.pop("messages", None)
    return dict(body)


def _model_of(schema: AnswerSchema) -> type[BaseModel]:
    """A class that shows instructor this schema, and nothing else."""

    def model_json_schema(*_: object, **__: object) -> Mapping[str, Any]:
        return {"title": schema.name, **schema.body}  # instructor reads the name there in mode "tools"

    body = {"__module__": __name__, "__doc__": "", "model_json_schema": staticmethod(model_json_schema)}
    return type(schema.name, (BaseModel,), body)


def answer_text(message: Mapping[str, Any]) -> str:
    """What the model wrote: a tool call's arguments when there is one, else the message's content, unchanged.

    A server that ignores the mode answers in the content; that is as good.
    """
    calls = message.get("tool_calls")
    functions = [call.get("function") for call in calls if isinstance(call, dict)] if isinstance(calls, list) else []
    arguments = next((function.get("arguments") for function in functions if isinstance(function, dict)), None)
    if arguments is None:
        return _content(message.get("content"))
    return arguments if isinstance(arguments, str) else json.dumps(arguments)  # some servers send an object


def _content(content: object) -> str:
    if isinstance(content, list):  # parts, as some gateways give them
        return "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def find_json(text: str, schema: Mapping[str, Any]) -> str | None:
    """The JSON object of this schema in an answer, bare or fenced; None when there is no whole one."""
    text = text.strip()
    if _is_answer(text, schema):
        return text
    try:
        found = extract_json_from_codeblock(text)
    except ValueError:
        return None
    return found if _is_answer(found, schema) else None


def _is_answer(text: str, schema: Mapping[str, Any]) -> bool:
    if not text.startswith("{"):
        return False
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    # Of an answer that was cut off only an inner object is whole; that is no answer.
    return isinstance(value, dict) and (not value or bool(value.keys() & schema.get("properties", value).keys()))
