"""Finds the choices of an answer in what a service sent, whatever protocol it speaks.

A gateway that should speak OpenAI's protocol hands on an answer in an envelope of its own, or as the service behind it
gave it: Anthropic's content, Google's candidates, Ollama's message, the output of OpenAI's newer protocol.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from summarizer.endpoint.answer_text import answer_text

if TYPE_CHECKING:
    from collections.abc import Mapping

_ENVELOPES = ("data", "result", "response", "body", "output", "completion")
_BARE_TEXTS = ("output_text", "generated_text", "completion", "response", "text", "output", "result", "answer")
_REASONS = ("finish_reason", "finishReason", "stop_reason", "done_reason")
_PROMPT_COUNTS = ("prompt_tokens", "input_tokens", "promptTokenCount", "prompt_eval_count")
_ANSWER_COUNTS = ("completion_tokens", "output_tokens", "candidatesTokenCount", "eval_count")
_MOST_TOKENS = 1_000_000_000  # more is no count
_DEEPEST = 4


def unwrapped(payload: object, depth: int = 0) -> dict[str, Any] | None:
    """The answer itself, where a gateway hands it on in a text, a list or an envelope; None when it is no object."""
    if isinstance(payload, str) and payload.lstrip()[:1] in ("{", "[") and depth < _DEEPEST:
        try:
            return unwrapped(json.loads(payload), depth + 1)
        except (ValueError, RecursionError):
            return None
    if isinstance(payload, list):
        return unwrapped(payload[0], depth + 1) if len(payload) == 1 and depth < _DEEPEST else None
    if not isinstance(payload, dict):
        return None
    if "choices" in payload:
        return payload
    held = [inner for key in _ENVELOPES if isinstance(inner := payload.get(key), dict)]
    answer = next((inner for inner in held if "choices" in inner), None)
    if answer is None and _native(payload) is None:
        answer = next(filter(_native, held), None)  # Cloudflare's own: {"result": {"response": …}}
    return answer or payload


def choices_of(payload: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The choices of an answer; each has a "message", and a "finish_reason" where one is told."""
    told = _flat(payload.get("choices") or payload.get("candidates"))
    if not told:
        native = _native(payload)
        told = [{"message": native, "finish_reason": _reason(payload)}] if native is not None else []
    return [{**choice, "message": message_of(choice), "finish_reason": _reason(choice)} for choice in told]


def message_of(choice: Mapping[str, Any]) -> dict[str, Any]:
    """What a choice says; a bare text of older protocols counts as a message."""
    for name in ("message", "messages", "delta"):
        said = choice.get(name)
        said = said[-1] if isinstance(said, list) and said else said
        if said and isinstance(said, dict | str):
            return said if isinstance(said, dict) else {"content": said}
    said = choice.get("content") or choice.get("text")
    return {"content": said} if isinstance(said, dict | list | str) else {}


def _flat(choices: object) -> list[dict[str, Any]]:
    """Choices that came as an object, as numbered ones or as lists in a list."""
    if isinstance(choices, dict):
        choices = [choices] if choices.keys() & {"message", "text", "delta"} else list(choices.values())
    found: list[dict[str, Any]] = []
    for one in choices if isinstance(choices, list) else []:
        found += [one] if isinstance(one, dict) else _flat(one) if isinstance(one, list) else []
    return found


def _native(payload: Mapping[str, Any]) -> dict[str, Any] | None:
    """The message of an answer that has no choices."""
    message, content, output = payload.get("message"), payload.get("content"), payload.get("output")
    if isinstance(message, dict):
        return message
    if isinstance(content, list):
        return {"content": content}
    if isinstance(output, list):
        parts = [one.get("content") for one in output if isinstance(one, dict) and one.get("type") == "message"]
        return {"content": [part for told in parts if isinstance(told, list) for part in told]}
    if isinstance(output, dict):
        return _native(output)
    said = next((payload[name] for name in _BARE_TEXTS if isinstance(payload.get(name), str)), None)
    return None if said is None else {"content": said}


def _reason(told: Mapping[str, Any]) -> str | None:
    reason = next((told[name] for name in _REASONS if told.get(name)), None)
    if isinstance(reason, dict):
        reason = reason.get("type")
    return reason if isinstance(reason, str) else None


def best_choice(choices: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The first choice that holds an object, else the first in which there is something, else the first one."""
    texts = [answer_text(choice["message"]) for choice in choices]
    for sign in ("{", ""):
        found = next((one for one, text in zip(choices, texts, strict=True) if text.strip() and sign in text), None)
        if found is not None:
            return found
    return choices[0] if choices else None


def tokens_of(payload: Mapping[str, Any]) -> tuple[int, int]:
    """Prompt and answer tokens as the service counted them; 0 where it did not."""
    usage = payload.get("usage") or payload.get("usageMetadata")
    counts = usage if isinstance(usage, dict) else payload
    return _count(counts, _PROMPT_COUNTS), _count(counts, _ANSWER_COUNTS)


def thinking_tokens_of(payload: Mapping[str, Any]) -> int:
    """The tokens of the answer that were spent on thinking, as far as the service tells."""
    usage = payload.get("usage")
    details = usage.get("completion_tokens_details") if isinstance(usage, dict) else None
    return _count(details, ("reasoning_tokens",)) if isinstance(details, dict) else 0


def _count(counts: Mapping[str, Any], names: tuple[str, ...]) -> int:
    for name in names:
        value = counts.get(name)
        if isinstance(value, int) and 0 < value < _MOST_TOKENS:
            return value
    return 0
