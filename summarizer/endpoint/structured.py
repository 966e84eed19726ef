"""Asks for structured output and reads it back, by way of instructor's mode handlers."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Self

from instructor.mode import Mode
from instructor.v2.core.errors import ResponseParsingError
from instructor.v2.core.json import extract_json_from_codeblock
from instructor.v2.core.providers import Provider
from instructor.v2.core.registry import mode_registry
from instructor.v2.providers.openai import handlers as _registers  # noqa: F401  importing it registers the handlers
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


class _Verbatim(BaseModel):
    """Stands where instructor wants a model: gives back the answer's text, which llm.py validates leniently."""

    text: str

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **_: object) -> Self:
        """Keep what was answered, whatever it is."""
        return cls(text=str(json_data))


def request_part(mode: WireMode, schema: AnswerSchema) -> dict[str, Any]:
    """The part of a request's body, beside the messages, that asks for an answer of this schema in this mode."""
    handlers = mode_registry.get_handlers(Provider.OPENAI, _MODES[mode])
    _, body = handlers.request_handler(response_model=_model_of(schema), kwargs={"messages": []})
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
    content = _content(message.get("content"))
    calls = _calls(message.get("tool_calls"))
    if not calls:
        return content
    handlers = mode_registry.get_handlers(Provider.OPENAI, _MODES["tools"])
    shown = SimpleNamespace(content=content, refusal=None, tool_calls=calls)
    # finish_reason is judged by llm.py, which can save the whole claims of an answer that was cut off.
    response = SimpleNamespace(choices=[SimpleNamespace(message=shown, finish_reason=None)])
    try:
        return str(handlers.response_parser(response=response, response_model=_Verbatim).text)
    except ResponseParsingError:
        return content


def _content(content: object) -> str:
    if isinstance(content, list):  # parts, as some gateways give them
        return "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def _calls(calls: object) -> list[SimpleNamespace]:
    if not isinstance(calls, list):
        return []
    functions = [call.get("function") for call in calls if isinstance(call, dict)]
    return [
        SimpleNamespace(function=SimpleNamespace(arguments=function.get("arguments")))
        for function in functions
        if isinstance(function, dict)
    ]


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
