"""What an endpoint does and does not take in a request, learnt from its refusals and kept for the next request.

Parameters by other names or none at all (OpenAI's reasoning models), a limit of its own for the answer, thinking that
needs room before the answer, no message of the role "system" (Gemma, o1-mini), a smaller part of JSON Schema, switches
that it wants set (a stream, no thinking), a tool choice that it can read.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, get_args

from summarizer.contract.request import Message, SchemaForm
from summarizer.endpoint.service_words import answer_limit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.contract.errors import EndpointError
    from summarizer.contract.request import Completion, Request, WireMode

_FORMS: tuple[SchemaForm, ...] = get_args(SchemaForm)
_RENAMED = {"max_tokens": "max_completion_tokens"}
_ANSWER_LENGTHS = ("max_tokens", "max_completion_tokens")
_LONGEST_ANSWER = 65_536  # tokens; no answer of ours needs more, thinking included
_SHORTEST_ANSWER = 256
_SAYS_REFUSED = re.compile(
    r"unsupported|not supported|(?:does|do) not support|unknown|unrecognized|unexpected|not permitted|not allowed"
    r"|not available|not compatible|extra|forbidden|deprecated|no longer|may only|must be|only the default|only support"
    r"|only \S{1,12} is (?:allowed|supported)|strictly positive|should be (?:in|between|within|greater)|has to be"
    r"|cannot (?:both )?be (?:set|used|specified)|invalid (?:parameter|argument|field|value)|incompatible|not enabled"
    r"|not implemented",
    re.IGNORECASE,
)
_SAYS_NO_SYSTEM = re.compile(
    r"system[' ]?(?:role|message|prompt|instruction)s?[^.]{0,40}(?:not |un)(?:support|allow|enabl|permit)"
    r"|(?:not support|unsupported|invalid|unknown|does not allow)[^.]{0,40}\bsystem\b"
    r"|(?:unexpected|unsupported|invalid|unknown) role[^.]{0,10}\bsystem\b"
    r"|developer instruction is not|only (?:the )?'?user'? and '?assistant'? roles|roles must alternate"
    r"|messages(?:\[0\]|\.0)\.role|role.{0,20}'?system'?[^.]{0,30}not",
    re.IGNORECASE,
)
_SAYS_OTHER_SCHEMA = re.compile(
    r"\$ref|\$defs|additional_?properties|\bstrict\b|invalid[ _](?:json[ _])?schema|unknown name"
    r"|(?<![_\w])schema[^.]{0,60}(?:invalid|not valid|not supported|not permitted|unsupported|too complex)"
    r"|(?:keyword|property|field)[^.]{0,40}\b(?:title|default|anyOf|oneOf|const|minItems|maxLength|minLength)\b",
    re.IGNORECASE,
)
_SAYS_TOO_SHORT = re.compile(
    r"could not finish the message|higher max_tokens|max_tokens\W{1,3}must be greater than"
    r"|(?:raise|increase) max_\w*tokens",
    re.IGNORECASE,
)
_SAYS_STREAM = re.compile(
    r"only supports? (?:the )?stream|enable (?:the )?stream|stream\W{1,3}(?:must|has to|needs to) be"
    r"|streaming is required",
    re.IGNORECASE,
)
# The switches that services are known to want in one position; of any other word it would be a guess.
_SAYS_SWITCH = re.compile(
    r"\b(stream|enable_thinking|thinking|store|parallel_tool_calls)\b\W{1,3}(?:parameter )?"
    r"(?:must|has to|should|needs to|can only) be (?:set to )?\W?(true|false)\b",
    re.IGNORECASE,
)
_SAYS_TOOL_CHOICE = re.compile(
    r"tool_choice[^.]{0,60}(?:invalid|unsupported|must be|object|not support)"
    r"|(?:invalid|unsupported)[^.]{0,20}tool_choice",
    re.IGNORECASE,
)
_CHOICES_TOLD = tuple(  # the better one first
    (choice, re.compile(rf"(?:values?|one of|must be|only|supported)\b.{{0,60}}\b{choice}\b", re.IGNORECASE))
    for choice in ("required", "auto")
)
_SAYS_BARE = re.compile(r"\$ref|\$defs|additional_?properties|unknown name|anyOf|title|default|const\b", re.IGNORECASE)


@dataclass(slots=True)
class Dialect:
    """How one endpoint wants one model to be asked.

    `refused` names the parameters that it does not take, `limit` is the most answer tokens that it allows, `thinking`
    how many it needs besides the answer; `form` is that of the schema; `switches` go into the body, `tool_choice` where
    tools are sent, when it is not empty.
    """

    refused: set[str] = field(default_factory=set)
    limit: int | None = None
    thinking: int = 0
    has_system: bool = True
    form: SchemaForm = "strict"
    switches: dict[str, bool] = field(default_factory=dict)
    tool_choice: str = ""

    @classmethod
    def read(cls, text: str) -> Dialect:
        """The dialect that was kept as a text; a new one when the text cannot be understood."""
        try:
            told = json.loads(text)
            return cls(
                refused={str(name) for name in told["refused"]},
                limit=int(told["limit"]) if told["limit"] else None,
                thinking=int(told["thinking"]),
                has_system=bool(told["has_system"]),
                form=next(form for form in _FORMS if form == told["form"]),
                switches={str(name): bool(value) for name, value in told["switches"].items()},
                tool_choice=str(told["tool_choice"]),
            )
        except (ValueError, KeyError, TypeError, AttributeError, StopIteration):
            return cls()

    def write(self) -> str:
        """The dialect as a text."""
        told = {
            "refused": sorted(self.refused),
            "limit": self.limit,
            "thinking": self.thinking,
            "has_system": self.has_system,
            "form": self.form,
            "switches": self.switches,
            "tool_choice": self.tool_choice,
        }
        return json.dumps(told, sort_keys=True)

    def told(self) -> list[str]:
        """In words, what is particular about the endpoint."""
        said = [f"{name} is sent as {_RENAMED[name]}" for name in sorted(self.refused) if name in _RENAMED]
        said += [f"{name} is left out" for name in sorted(self.refused) if name not in _RENAMED]
        if self.limit is not None:
            said.append(f"answers are limited to {self.limit:,} tokens")
        if self.thinking:
            said.append(f"{self.thinking:,} tokens are allowed for thinking")
        if not self.has_system:
            said.append("instructions go into the user's message")
        if self.form != "strict":
            said.append(f"the schema is sent in its {self.form} form")
        said += [f"{name} is set to {str(value).lower()}" for name, value in sorted(self.switches.items())]
        if self.tool_choice:
            said.append(f"the tool choice is {self.tool_choice!r}")
        return said

    def fit(self, request: Request, mode: WireMode, *, room: int | None = None) -> Request:
        """A request as this endpoint takes it; `room` is how long the answer may become, else what was asked for."""
        parameters: dict[str, Any] = {}
        for name, value in request.parameters.items():
            taken = _RENAMED.get(name, "") if name in self.refused else name
            if taken and taken not in self.refused:
                parameters[taken] = self._length(value, room) if name in _ANSWER_LENGTHS else value
        messages = request.messages if self.has_system else _without_system(request.messages)
        added: dict[str, Any] = {"tool_choice": self.tool_choice} if self.tool_choice and mode == "tools" else {}
        if self.switches.get("stream"):
            added["stream_options"] = {"include_usage": True}  # else nobody knows what the answer took
        extra = {**self.switches, **added, **request.extra}
        return replace(request, mode=mode, form=self.form, parameters=parameters, messages=messages, extra=extra)

    def left_out(self, request: Request) -> tuple[str, ...]:
        """The names of the request's parameters that this endpoint does not take by any name."""
        return tuple(
            name
            for name in request.parameters
            if name in self.refused and (name not in _RENAMED or _RENAMED[name] in self.refused)
        )

    def learn(self, sent: Request, error: EndpointError) -> bool:
        """Learn from a refusal; whether the same request would be sent in another way now."""
        if error.status in (400, 402, 404, 416, 422, 500, 501):
            self._learn_from(sent, error.words)
        now = self.fit(sent, sent.mode or "json_schema", room=self._asked(sent))
        is_same = (now.parameters, now.messages, now.form) == (sent.parameters, sent.messages, sent.form)
        return not is_same or now.extra != sent.extra

    def _learn_from(self, sent: Request, words: str) -> None:
        asked = self._asked(sent)
        most = answer_limit(words, asked) if asked is not None else None
        if most is not None:
            self.limit = max(_SHORTEST_ANSWER, most)
            return
        refused = {name for name in sent.parameters if _is_refused_in(words, name)}
        if refused:
            self.refused |= refused
        elif switches := _switches_in(words):
            self.switches |= switches
        elif sent.mode == "tools" and _SAYS_TOOL_CHOICE.search(words) and (choice := _choice_in(words)):
            self.tool_choice = choice
        elif _SAYS_NO_SYSTEM.search(words) and any(message.role == "system" for message in sent.messages):
            self.has_system = False
        elif _SAYS_OTHER_SCHEMA.search(words) and sent.mode in ("json_schema", "tools") and self.form == sent.form:
            place = len(_FORMS) - 1 if _SAYS_BARE.search(words) else _FORMS.index(self.form) + 1
            self.form = _FORMS[min(place, len(_FORMS) - 1)]

    @staticmethod
    def _asked(request: Request) -> int | None:
        """How long the answer to a request may become."""
        return next((int(request.parameters[name]) for name in _ANSWER_LENGTHS if name in request.parameters), None)

    def wider(self, request: Request, sent: Request, completion: Completion) -> int | None:
        """How long the answer may become when it is asked for again, because it was cut off; None for no longer.

        What thinking took is remembered for all further requests.
        """
        is_thinking = not completion.text.strip() or 4 * completion.thinking_tokens > completion.completion_tokens
        return self._more(request, sent, is_thinking=is_thinking)

    def wider_for(self, request: Request, sent: Request, error: EndpointError) -> int | None:
        """The same, where the service refuses because thinking alone takes more than the answer may have."""
        if error.status not in (400, 422) or not _SAYS_TOO_SHORT.search(error.words):
            return None
        return self._more(request, sent, is_thinking=True)

    def _more(self, request: Request, sent: Request, *, is_thinking: bool) -> int | None:
        asked, given = self._asked(request), self._asked(sent)
        if asked is None or given is None:
            return None
        wanted = max(4 * given, given + 8_000) if is_thinking else 2 * given
        most = min(wanted, self.limit or _LONGEST_ANSWER, _LONGEST_ANSWER)
        if most <= given:
            return None
        if is_thinking:
            self.thinking = max(self.thinking, most - asked)
        return most

    def _length(self, asked: Any, room: int | None) -> int:
        wanted = room or min(int(asked) + self.thinking, _LONGEST_ANSWER)
        return min(wanted, self.limit) if self.limit is not None else wanted


def _without_system(messages: tuple[Message, ...]) -> tuple[Message, ...]:
    """The same messages, with the instructions at the head of the first one of the user."""
    instructions = "\n\n".join(message.content for message in messages if message.role == "system")
    rest = [message for message in messages if message.role != "system"]
    if not instructions or not rest:
        return tuple(rest) or tuple(Message("user", message.content) for message in messages)
    return (rest[0]._replace(content=f"{instructions}\n\n{rest[0].content}"), *rest[1:])


def _is_refused_in(words: str, parameter: str) -> bool:
    name = parameter.replace("_", "_?")  # "reasoningEffort" too
    return bool(_SAYS_REFUSED.search(words)) and bool(re.search(rf"(?<![\w]){name}(?![\w])", words, re.IGNORECASE))


def _choice_in(words: str) -> str:
    """The tool choice that a refusal names among those that it takes, if it names one."""
    return next((choice for choice, pattern in _CHOICES_TOLD if pattern.search(words)), "")


def _switches_in(words: str) -> dict[str, bool]:
    """The switches that a refusal wants set, and how."""
    told = {name.lower(): value.lower() == "true" for name, value in _SAYS_SWITCH.findall(words)}
    return told or ({"stream": True} if _SAYS_STREAM.search(words) else {})


def notes_of(remember: Mapping[str, str], key: str) -> Dialect:
    """The dialect that is remembered under a key."""
    return Dialect.read(remember.get(key, ""))
