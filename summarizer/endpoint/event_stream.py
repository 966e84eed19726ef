"""Puts an answer together that came as a stream of events, or line by line, though nobody asked for a stream."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def is_stream(text: str) -> bool:
    """Whether an answer's body is a stream: events ("data: {…}"), or several JSON objects on lines of their own."""
    start = text.lstrip()
    if start.startswith(("data:", "event:", "id:", ": ")):
        return True
    first, _, rest = start.partition("\n")
    return first.rstrip().startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{")


def joined(text: str) -> dict[str, Any]:
    """The chat completion that a stream's events come to; without any choices when they hold none.

    An error among the events is the completion's error.
    """
    whole: dict[str, Any] = {}
    message: dict[str, Any] = {"role": "assistant"}
    calls: dict[int, dict[str, Any]] = {}
    choice: dict[str, Any] = {"index": 0, "message": message}
    for event in _events(text):
        whole.update({name: event[name] for name in ("id", "model", "usage", "error") if event.get(name)})
        for part in _parts(event, choice):
            _add(message, calls, part)
    if calls:
        message["tool_calls"] = [calls[number] for number in sorted(calls)]
    return {**whole, "choices": [choice] if len(message) > 1 or "finish_reason" in choice else []}


def _events(text: str) -> Iterator[dict[str, Any]]:
    for line in text.splitlines():
        data = line.strip()
        data = data.removeprefix("data:").strip()
        if not data.startswith("{"):
            continue
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict):
            yield value


def _parts(event: dict[str, Any], choice: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What an event adds to the message; how the answer ended is noted in `choice`."""
    choices = event.get("choices")
    if not isinstance(choices, list):  # Ollama's own form
        choices = [event] if isinstance(event.get("message"), dict) else []
    for one in choices[:1]:
        if not isinstance(one, dict):
            continue
        reason = one.get("finish_reason") or one.get("done_reason")
        if reason:
            choice["finish_reason"] = reason
        for name in ("delta", "message"):
            if isinstance(one.get(name), dict):
                yield one[name]


def _add(message: dict[str, Any], calls: dict[int, dict[str, Any]], part: dict[str, Any]) -> None:
    for name, value in part.items():
        if name == "tool_calls" and isinstance(value, list):
            for place, call in enumerate(value):
                _add_call(calls, place, call)
        elif name != "role" and isinstance(value, str):
            message[name] = f"{message.get(name, '')}{value}"
        elif name != "role" and value is not None:
            message[name] = value


def _add_call(calls: dict[int, dict[str, Any]], place: int, call: object) -> None:
    if not isinstance(call, dict) or not isinstance(call.get("function"), dict):
        return
    number = call.get("index")
    function = calls.setdefault(number if isinstance(number, int) else place, {"type": "function", "function": {}})
    held = function["function"]
    for name, value in call["function"].items():
        held[name] = f"{held.get(name, '')}{value}" if isinstance(value, str) else value
