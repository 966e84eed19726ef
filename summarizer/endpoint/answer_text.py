"""Takes what a model wrote out of an answer's message, wherever its server put it, and its thinking out of that.

Servers put the thinking of a model into fields of their own (DeepSeek, vLLM, OpenRouter), into parts (Mistral), before
the answer between tags (Ollama, llama.cpp), or into channels (gpt-oss); some put the answer where the thinking belongs.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_THINKING_PARTS = ("thinking", "reasoning", "thought", "redacted")
_REASONING_FIELDS = ("reasoning_content", "reasoning", "thinking", "thought")
_CALL_PARTS = ("tool_use", "tool_call", "function_call", "toolUse")
_ARGUMENTS = ("arguments", "parameters", "input", "args")
_WORD = r"(?:think(?:ing)?|thought|reasoning|reflection)\|?[>\]▷]"
_BRACKET = r"[<\[◁]\|?"
_OPENS = re.compile(rf"{_BRACKET}(?:\w+:)?(?:(?:begin_of|start)_)?{_WORD}", re.IGNORECASE)
_CLOSES = re.compile(rf"{_BRACKET}(?:/(?:\w+:)?|(?:end_of|end)_){_WORD}", re.IGNORECASE)
_FINAL = re.compile(r"<\|channel\|>\s*final\b.{0,80}?<\|message\|>|assistant\s?final\s?(?=[\[{`])", re.DOTALL)
_CHANNEL = re.compile(r"<\|(?:channel|start|message)\|>")
_ENDS = re.compile(r"<\|(?:end|return|call|im_end|eot_id|endoftext)\|>|<(?:end_of_turn|/s)>")


def answer_text(message: Mapping[str, Any]) -> str:
    """What the model wrote: a tool call's arguments when there are any, else the message's content, without thinking.

    A server that ignores the mode answers in the content; that is as good.
    """
    arguments = _arguments(message)
    if arguments.strip() not in ("", "{}", "null"):
        return arguments
    text = without_thinking(_content(message.get("content")))
    if text.strip():
        return text
    parsed = message.get("parsed")
    if isinstance(parsed, dict) and parsed:
        return json.dumps(parsed, ensure_ascii=False)
    return arguments or _answer_in_thinking(message) or text


def _arguments(message: Mapping[str, Any]) -> str:
    """The arguments of the message's function calls, put together where the model spread its answer over several."""
    calls, content = message.get("tool_calls"), message.get("content")
    calls = [*(calls if isinstance(calls, list) else [calls]), message.get("function_call")]
    calls += [part for part in content if _is_call(part)] if isinstance(content, list) else []
    told = [_arguments_of(call) for call in calls if isinstance(call, dict)]
    # Some servers send an object.
    texts = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in told if one is not None]
    return texts[0] if len(texts) == 1 else _together(texts)


def _is_call(part: object) -> bool:
    return isinstance(part, dict) and str(part.get("type", "")).startswith(_CALL_PARTS)


def _arguments_of(call: Mapping[str, Any]) -> Any:
    """The arguments of a call, by whatever name; they may stand in the call itself."""
    function = call.get("function")
    held = function if isinstance(function, dict) else call
    return next((held[name] for name in _ARGUMENTS if held.get(name) is not None), None)


def _together(texts: list[str]) -> str:
    if not texts:
        return ""
    values = [_object(text) for text in texts]
    objects = [value for value in values if value is not None]
    if not objects:
        whole = "".join(texts)
        return whole if _object(whole) is not None else texts[0]
    merged: dict[str, Any] = {}
    for value in objects:
        for key, part in value.items():
            kept = merged.get(key)
            if isinstance(kept, list) and isinstance(part, list):
                merged[key] = kept + [one for one in part if one not in kept]
            elif not kept:
                merged[key] = part
    return json.dumps(merged, ensure_ascii=False) if len(objects) > 1 else texts[values.index(objects[0])]


def _object(text: str) -> dict[str, Any] | None:
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _content(content: object) -> str:
    if isinstance(content, dict) and isinstance(content.get("parts"), list):  # Google's
        return _content(content["parts"])
    if isinstance(content, dict) and "text" not in content:  # an object instead of its JSON
        return json.dumps(content, ensure_ascii=False)
    if isinstance(content, list | dict):  # parts, as some gateways give them
        return "".join(_part(part) for part in (content if isinstance(content, list) else [content]))
    return content if isinstance(content, str) else ""


def _part(part: object) -> str:
    if isinstance(part, str):
        return part
    if (
        not isinstance(part, dict)
        or str(part.get("type", "")).startswith((*_THINKING_PARTS, *_CALL_PARTS))
        or part.get("thought") is True
    ):
        return ""
    text = part.get("text", "")
    text = text.get("value", "") if isinstance(text, dict) else text
    if isinstance(text, str) and text:
        return text
    held = part.get("json") if "type" in part else part  # an object instead of its JSON
    return json.dumps(held, ensure_ascii=False) if isinstance(held, dict) and held and held.keys() != {"text"} else ""


def without_thinking(text: str) -> str:
    """A text without the thinking that stands before the answer in it; blank when there is nothing but thinking."""
    if text.lstrip().startswith("{") and _object(text) is not None:
        return text  # an article's words may look like a tag
    finals = list(_FINAL.finditer(text))
    if finals:
        return _ENDS.split(text[finals[-1].end() :], maxsplit=1)[0]
    if _CHANNEL.search(text):
        return ""  # it never came to its answer
    closes = list(_CLOSES.finditer(text))
    if closes:
        text = text[closes[-1].end() :]
    elif (opens := _OPENS.search(text)) is not None and not text[: opens.start()].strip():
        inner = text[opens.end() :]
        return inner if _ends_in_object(inner) else ""
    return _ENDS.split(text, maxsplit=1)[0] if _ENDS.search(text) else text


def _ends_in_object(text: str) -> bool:
    """Whether a model forgot to end its thinking before the answer."""
    return text.rstrip().rstrip("`").rstrip().endswith("}")


def _answer_in_thinking(message: Mapping[str, Any]) -> str:
    for field in _REASONING_FIELDS:
        said = message.get(field)
        if isinstance(said, str) and _ends_in_object(said):
            return without_thinking(said)
    return ""
