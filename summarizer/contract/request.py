"""What goes to a model's endpoint and what comes back: one HTTP request each way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

WireMode = Literal["json_schema", "tools", "json", "fenced"]
SchemaForm = Literal["strict", "plain", "bare"]
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

    `mode` None leaves the choice of the structured-output mode to whoever sends it; an endpoint itself needs it named.
    `parameters` go into the request's body as they are ("temperature", "max_tokens", "seed"), unless the endpoint
    refuses them; `extra` goes in whatever it says. `form` is how the schema is put. `may_grow` says that the answer may
    become longer than `max_tokens`, when it was cut off there.
    """

    messages: tuple[Message, ...]
    model: str
    schema: AnswerSchema
    parameters: Mapping[str, str | int | float | bool] = field(default_factory=dict)
    mode: WireMode | None = None
    form: SchemaForm = "strict"
    extra: Mapping[str, Any] = field(default_factory=dict)
    may_grow: bool = True


@dataclass(frozen=True, slots=True)
class Completion:
    """One answer.

    `text` is what the model wrote (a tool call's arguments in mode "tools"); `json_text` the JSON object in it, None
    when there is none. `thinking_tokens` are those of the completion's that were spent before it. `headers` holds those
    that tell of rate limits, in lower case. `left_out` names the parameters that the endpoint does not take.
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
    thinking_tokens: int = 0
    left_out: tuple[str, ...] = ()

    @property
    def is_cut(self) -> bool:
        """Whether the answer ended at its limit, before a whole JSON object."""
        return self.finish_reason == "length" and self.json_text is None
