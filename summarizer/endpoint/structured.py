"""Asks for structured output by way of instructor's mode handlers.

Only public names of instructor are used. Its response parsers give a validated model or an exception and never the
text, so that nothing of an answer that was cut off could be kept: answer_text.py and answer_json.py read the answer,
and the engine validates it leniently.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from instructor.v2 import Mode, Provider, mode_registry
from pydantic import BaseModel

from summarizer.contract.request import AnswerSchema
from summarizer.endpoint.schema_forms import can_be_strict, in_form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.contract.request import SchemaForm, WireMode

_MODES: dict[WireMode, Mode] = {
    "json_schema": Mode.JSON_SCHEMA,
    "tools": Mode.TOOLS,
    "json": Mode.JSON,
    "fenced": Mode.MD_JSON,
}
# Looked up here because the first look-up imports much: that is not to happen between a rate limit and its request.
_HANDLERS = {name: mode_registry.get_handlers(Provider.OPENAI, mode) for name, mode in _MODES.items()}


def request_part(mode: WireMode, schema: AnswerSchema, form: SchemaForm = "plain") -> dict[str, Any]:
    """The part of a request's body, beside the messages, that asks for an answer of this schema in this mode."""
    is_strict = form == "strict" and can_be_strict(schema.body)
    body = in_form(schema.body, form)
    _, part = _HANDLERS[mode].request_handler(
        response_model=_model_of(AnswerSchema(schema.name, body)), kwargs={"messages": []}
    )
    part = {key: value for key, value in part.items() if key != "messages"}
    if mode == "json_schema" and form != "plain":
        named = {"name": schema.name, "schema": body, **({"strict": True} if is_strict else {})}
        part["response_format"] = {"type": "json_schema", "json_schema": named}
    elif mode == "tools" and is_strict:
        tool = part["tools"][0]
        part["tools"] = [{**tool, "function": {**tool["function"], "strict": True}}]
    return part


def _model_of(schema: AnswerSchema) -> type[BaseModel]:
    """A class that shows instructor this schema, and nothing else."""

    def model_json_schema(*_: object, **__: object) -> Mapping[str, Any]:
        return {"title": schema.name, **schema.body}  # instructor reads the name there in mode "tools"

    body = {"__module__": __name__, "__doc__": "", "model_json_schema": staticmethod(model_json_schema)}
    return type(schema.name, (BaseModel,), body)
