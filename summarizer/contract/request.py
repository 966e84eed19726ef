"""What goes to a model's endpoint and what comes back: one HTTP request each way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

WireMode = Literal["json_schema", "tools", "json", "fenced"]
Role = Literal["system", "user", "assistant"]


class Message(NamedTuple):
    """One message of a conversation."""

    role: Role
    content: str


class AnswerSchema(NamedTuple):
    """The JSON Schema that an answer must follow; `name` is what the endpoint is told to call it."""

    name: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Request:
    """One request for a structured answer.

    `mode` None leaves the choice of the structured-output mode to `ModeChoice`; an endpoint itself needs it named.
    `parameters` go into the request's body as they are ("temperature", "max_tokens", "seed").
    """

    messages: tuple[Message, ...]
    model: str
    schema: AnswerSchema
    parameters: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    mode: WireMode | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """One answer.

    `text` is what the model wrote (a tool call's arguments in mode "tools"); `json_text` the JSON object in it, None
    when there is none. `headers` holds those that tell of rate limits, in lower case.
    """

    text: str
    json_text: str | None
    finish_reason: str | None = None
    refusal: str | None = None
    prompt_tokens: int = 0
    completion_tokens: int = 0
    model: str = ""
    mode: WireMode = "json_schema"
    headers: Mapping[str, str] = field(default_factory=dict)
    choices: int = 1
