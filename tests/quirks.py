"""How real endpoints differ from the book, for the fault server: each quirk answers one request as such an endpoint.

    Plan(quirk="thinks-first")

A quirk gets what was asked, how many requests there were with it, and the draft that a good answer would hold. It
returns what to send, or None for a plain good answer.
"""

from __future__ import annotations

import email.utils
import gzip
import itertools
import json
import re
import time
import zlib
from collections.abc import Callable
from typing import Any, NamedTuple

Asked = dict[str, Any]
Draft = dict[str, Any]
GRIM = "grim"  # a word in the article that an endpoint takes offence at
THOUGHT = 'The keeper speaks in sentence 2. I could write {"claims": [...]}, or a list such as [1, 2].'


class Reply(NamedTuple):
    """One answer of the server: bytes are sent as they are."""

    status: int
    body: Any
    headers: tuple[str, ...] = ()


Quirk = Callable[[Asked, int, Draft], Reply | None]


def error(status: int, message: str, *headers: str, **more: Any) -> Reply:
    """A refusal in OpenAI's form."""
    return Reply(
        status, {"error": {"message": message, "type": "invalid_request_error", "param": None, **more}}, headers
    )


def whole(message: dict[str, Any], *, finish: str = "stop", prompt: int = 400, **usage: Any) -> Reply:
    """A completion with this message."""
    counts = {"prompt_tokens": prompt, "completion_tokens": 90, "total_tokens": prompt + 90, **usage}
    choice = {"index": 0, "message": {"role": "assistant", **message}, "finish_reason": finish}
    return Reply(200, {"id": "1", "object": "chat.completion", "model": "m", "choices": [choice], "usage": counts})


def text_of(asked: Asked) -> str:
    """All that is said in a request's messages."""
    return "\n".join(str(message["content"]) for message in asked["messages"])


def mode_of(asked: Asked) -> str:
    """The structured-output mode of a request."""
    if asked.get("tools"):
        return "tools"
    return str((asked.get("response_format") or {}).get("type", "fenced"))


def limit_of(asked: Asked) -> int:
    """How long the answer may become."""
    return int(asked.get("max_tokens") or asked.get("max_completion_tokens") or 10**6)


def size_of(asked: Asked) -> int:
    """About how many tokens a request's messages take."""
    return len(text_of(asked)) // 4


def _shown(draft: Draft) -> str:
    return json.dumps(draft, ensure_ascii=False)


def _call(arguments: Any) -> dict[str, Any]:
    return {"id": "c", "type": "function", "function": {"name": "Draft", "arguments": arguments}}


def says(make: Callable[[str], dict[str, Any]]) -> Quirk:
    """A quirk of the answer's message, made of the draft's JSON."""
    return lambda _asked, _count, draft: whole(make(_shown(draft)))


def says_at_its_limit(make: Callable[[str], dict[str, Any]]) -> Quirk:
    """A quirk of an answer that is said to have been cut off."""
    return lambda _asked, _count, draft: whole(make(_shown(draft)), finish="length")


def refuses(condition: Callable[[Asked], bool], reply: Callable[[Asked], Reply]) -> Quirk:
    """A quirk that refuses some requests and answers the others."""
    return lambda asked, _count, _draft: reply(asked) if condition(asked) else None


def at_first(times: int, reply: Callable[[], Reply]) -> Quirk:
    """A quirk of the first requests."""
    return lambda _asked, count, _draft: reply() if count <= times else None


def _sent(draft: Draft) -> bytes:
    """A plain good answer's bytes."""
    return json.dumps(whole({"content": _shown(draft)}).body).encode()


def _typographic(text: str) -> str:
    """JSON whose quotes open and close as in print."""
    quotes = itertools.cycle("“”")
    return re.sub(r'(?<!\\)"', lambda _: next(quotes), text)


def _renamed(value: Any, rename: Callable[[str], str]) -> Any:
    if isinstance(value, list):
        return [_renamed(one, rename) for one in value]
    return {rename(key): _renamed(one, rename) for key, one in value.items()} if isinstance(value, dict) else value


def _in_fences(draft: Draft) -> str:
    claims = draft.pop("claims")
    return f"```json\n{json.dumps({'claims': claims})}\n```\nIn short:\n```json\n{json.dumps(draft)}\n```"


def _stream(asked: Asked, _count: int, draft: Draft) -> Reply:
    text = _shown(draft)
    parts = [text[at : at + 40] for at in range(0, len(text), 40)]
    tools = mode_of(asked) == "tools"
    deltas: list[dict[str, Any]] = [
        {"tool_calls": [{"index": 0, "function": {"arguments": part}}]} if tools else {"content": part}
        for part in parts
    ]
    lines = [json.dumps({"choices": [{"index": 0, "delta": delta, "finish_reason": None}]}) for delta in deltas]
    lines.append(json.dumps({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]}))
    events = "".join(f"data: {line}\n\n" for line in [*lines, "[DONE]"])
    return Reply(200, f": wait\n\n{events}".encode())


def _thinks_first(asked: Asked, _count: int, draft: Draft) -> Reply:
    if limit_of(asked) < 9_000:
        return whole(
            {"content": None, "reasoning_content": THOUGHT}, finish="length", completion_tokens=limit_of(asked)
        )
    return whole({"content": _shown(draft)})


def _thinks_and_stops(asked: Asked, _count: int, draft: Draft) -> Reply:
    if limit_of(asked) < 9_000:
        return whole({"content": ""}, completion_tokens=limit_of(asked))
    return whole({"content": _shown(draft)})


def _cuts_prompt(asked: Asked, _count: int, draft: Draft) -> Reply:
    return whole({"content": _shown(draft)}, prompt=min(2048, size_of(asked)))


def _broken_lines(text: str) -> dict[str, Any]:
    return {"content": text.replace('"headline": "', '"headline": "\n\t')}


def _two_calls(text: str) -> dict[str, Any]:
    draft = json.loads(text)
    claims = draft.pop("claims")
    return {"content": None, "tool_calls": [_call(json.dumps({"claims": claims})), _call(json.dumps(draft))]}


def _lists_in_strings(text: str) -> dict[str, Any]:
    draft = json.loads(text)
    return {"content": json.dumps({**draft, "claims": json.dumps(draft["claims"])})}


def _is_grim(asked: Asked) -> bool:
    return GRIM in text_of(asked)


def _has_system(asked: Asked) -> bool:
    return any(message["role"] == "system" for message in asked["messages"])


def _schema(asked: Asked) -> str:
    return json.dumps([asked.get("response_format"), asked.get("tools")])


def _soon() -> str:
    return email.utils.formatdate(time.time() + 2, usegmt=True)


# Each is answered in the end, with all that the article holds.
ANSWERED: dict[str, Quirk] = {
    "plain": lambda *_: None,
    # where the answer stands
    "think-tags": says(lambda text: {"content": f"<think>\n{THOUGHT}\n</think>\n\n{text}"}),
    "think-without-opening": says(lambda text: {"content": f"{THOUGHT}\n</think>\n{text}"}),
    "channels": says(
        lambda text: {"content": f"<|channel|>analysis<|message|>{THOUGHT}<|end|><|channel|>final<|message|>{text}"}
    ),
    "thinking-part": says(
        lambda text: {"content": [{"type": "thinking", "thinking": THOUGHT}, {"type": "text", "text": text}]}
    ),
    "answer-as-reasoning": says(lambda text: {"content": None, "reasoning_content": f"{THOUGHT}\n{text}"}),
    "arguments-object": says(lambda text: {"content": "", "tool_calls": [_call(json.loads(text))]}),
    "arguments-twice": says(lambda text: {"content": "", "tool_calls": [_call(json.dumps(text))]}),
    "call-in-content": says(lambda text: {"content": json.dumps({"name": "Draft", "arguments": json.loads(text)})}),
    "function-call": says(lambda text: {"content": None, "function_call": _call(text)["function"]}),
    "two-calls": says(_two_calls),
    "lists-in-strings": says(_lists_in_strings),
    "line-breaks-in-strings": says(_broken_lines),
    "stream": _stream,
    "second-choice": lambda _asked, _count, draft: Reply(
        200, {"choices": [{"message": {"content": ""}}, {"message": {"content": _shown(draft)}}]}
    ),
    "old-protocol": lambda _asked, _count, draft: Reply(200, {"choices": [{"text": _shown(draft)}]}),
    "envelope": lambda _asked, _count, draft: Reply(
        200, {"code": 0, "data": {"choices": [{"message": {"content": _shown(draft)}}]}}
    ),
    # mistakes in the answer's JSON and in its form
    "typographic-quotes": says(lambda text: {"content": _typographic(text)}),
    "python-quotes": says(lambda text: {"content": f"Here it is:\n```python\n{json.loads(text)!r}\n```"}),
    "comments-and-commas": says(
        lambda text: {"content": text.replace('"headline"', '// in short\n "headline"').replace("}]", "},]")}
    ),
    "quotes-not-escaped": says(lambda text: {"content": text.replace("stay shut for", 'stay "shut" for')}),
    "names-in-capitals": says(lambda text: {"content": json.dumps(_renamed(json.loads(text), str.upper))}),
    "under-another-name": says(lambda text: {"content": json.dumps({"draft": json.loads(text), "note": "fine"})}),
    "in-two-fences": says(lambda text: {"content": _in_fences(json.loads(text))}),
    "length-though-whole": says_at_its_limit(lambda text: {"content": text}),
    # forms of the protocol
    "one-choice-no-list": lambda _asked, _count, draft: Reply(
        200, {"choices": {"message": {"content": _shown(draft)}, "finish_reason": "stop"}}
    ),
    "prose-first": lambda _asked, _count, draft: Reply(
        200, {"choices": [{"message": {"content": "I will."}}, {"message": {"content": _shown(draft)}}]}
    ),
    "message-as-text": lambda _asked, _count, draft: Reply(200, {"choices": [{"message": _shown(draft)}]}),
    "call-without-function": says(lambda text: {"content": None, "tool_calls": [{"name": "Draft", "arguments": text}]}),
    "call-as-part": says(lambda text: {"content": [{"type": "tool_use", "input": json.loads(text)}]}),
    "anthropics-own": lambda _asked, _count, draft: Reply(
        200, {"type": "message", "content": [{"type": "text", "text": _shown(draft)}], "stop_reason": "end_turn"}
    ),
    "googles-own": lambda _asked, _count, draft: Reply(
        200, {"candidates": [{"content": {"parts": [{"text": _shown(draft)}]}, "finishReason": "STOP"}]}
    ),
    "responses": lambda _asked, _count, draft: Reply(
        200, {"output": [{"type": "message", "content": [{"type": "output_text", "text": _shown(draft)}]}]}
    ),
    "answer-alone": lambda _asked, _count, draft: Reply(200, draft),
    "packed-without-a-word": lambda _asked, _count, draft: Reply(200, gzip.compress(_sent(draft))),
    "said-to-be-packed": lambda _asked, _count, draft: Reply(200, _sent(draft), ("content-encoding: gzip",)),
    "deflate-without-its-head": lambda _asked, _count, draft: Reply(
        200, zlib.compress(_sent(draft), wbits=-15), ("content-encoding: deflate",)
    ),
    "utf-16": lambda _asked, _count, draft: Reply(200, _sent(draft).decode().encode("utf-16")),
    "words-around": lambda _asked, _count, draft: Reply(200, b")]}',\n" + _sent(draft) + b"\n<!-- cached -->"),
    # what is not taken
    "no-max-tokens": refuses(
        lambda asked: "max_tokens" in asked,
        lambda _: error(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens'.", param="max_tokens"),
    ),
    "no-temperature": refuses(
        lambda asked: "temperature" in asked,
        lambda _: Reply(422, {"detail": [{"loc": ["body", "temperature"], "msg": "Extra inputs are not permitted"}]}),
    ),
    "temperature-above-zero": refuses(
        lambda asked: asked.get("temperature") == 0, lambda _: error(400, "Temperature should be in (0.0, 1.5)")
    ),
    "only-one-temperature": refuses(
        lambda asked: "temperature" in asked, lambda _: error(400, "bad temperature: only 1 is allowed here")
    ),
    "printed-errors": refuses(
        lambda asked: "temperature" in asked,
        lambda _: error(
            400, "[{'type': 'extra', 'loc': ('body', 'temperature'), 'msg': 'Extra inputs are not permitted'}]"
        ),
    ),
    "role-by-place": refuses(
        _has_system,
        lambda _: Reply(422, {"detail": [{"loc": ["body", "messages", 0, "role"], "msg": "unexpected value"}]}),
    ),
    "no-system": refuses(_has_system, lambda _: error(400, "System role not supported")),
    "no-references": refuses(
        lambda asked: "$ref" in _schema(asked),
        lambda _: Reply(400, [{"error": {"code": 400, "message": 'Unknown name "$ref": Cannot find field.'}}]),
    ),
    "no-strict": refuses(
        lambda asked: '"strict": true' in _schema(asked), lambda _: error(400, "Unrecognized field: strict")
    ),
    "no-schema": refuses(
        lambda asked: mode_of(asked) == "json_schema", lambda _: error(400, "response_format is not supported")
    ),
    "no-route": refuses(
        lambda asked: mode_of(asked) in ("json_schema", "tools"),
        lambda _: error(404, "No endpoints found that can handle the requested parameters.", code=404),
    ),
    "not-implemented": refuses(
        lambda asked: mode_of(asked) in ("json_schema", "tools"), lambda _: Reply(501, {"message": "not implemented"})
    ),
    "stream-alone": lambda asked, count, draft: (
        _stream(asked, count, draft) if asked.get("stream") else error(400, "m only supports stream mode")
    ),
    "thinking-switch": refuses(
        lambda asked: asked.get("enable_thinking") is not False,
        lambda _: error(400, "parameter.enable_thinking must be set to false for calls like this"),
    ),
    "tool-choice-in-a-word": refuses(
        lambda asked: mode_of(asked) != "tools" or isinstance(asked["tool_choice"], dict),
        lambda asked: Reply(
            400,
            {"error": "Invalid tool_choice type: 'object'. Supported string values: none, auto, required"}
            if mode_of(asked) == "tools"
            else {"error": "'response_format' is not supported by this engine"},
        ),
    ),
    "last-brackets-forgotten": says(lambda text: {"content": text[:-1]}),
    "doubled-braces": says(lambda text: {"content": f"{{{text}}}"}),
    "unexpected-role": refuses(_has_system, lambda _: error(400, 'messages: Unexpected role "system".')),
    "grammar-crash": refuses(
        lambda asked: mode_of(asked) == "json_schema", lambda _: error(500, "failed to parse grammar")
    ),
    # limits
    "thinks-first": _thinks_first,
    "short-answers": refuses(
        lambda asked: limit_of(asked) > 1_500,
        lambda asked: error(400, f"max_tokens {limit_of(asked)} exceeds the maximum of 1500 for this model"),
    ),
    "short-answers-as-416": refuses(
        lambda asked: limit_of(asked) > 1_500,
        lambda _: error(416, "max_tokens is limited to 1500 for this model"),
    ),
    "thinks-more-than-that": refuses(
        lambda asked: limit_of(asked) < 9_000,
        lambda _: error(400, "Could not finish the message because max_tokens or model output limit was reached."),
    ),
    "short-answers-in-words": refuses(
        lambda asked: limit_of(asked) > 1_500,
        lambda _: error(400, "too many tokens: max tokens must be less than or equal to 1500"),
    ),
    "all-thought-and-stopped": _thinks_and_stops,
    "small-prompt": refuses(
        lambda asked: size_of(asked) > 1_300,
        lambda asked: error(
            400, f"The maximum prompt length is 1300, but the request contains {size_of(asked)} tokens."
        ),
    ),
    "range-of-prompt": refuses(
        lambda asked: size_of(asked) > 1_300, lambda _: error(400, "Range of input length should be [1, 1300]")
    ),
    "prompt-over-length": refuses(
        lambda asked: size_of(asked) > 1_300, lambda _: error(400, "Prompt exceeds max length", code="1261")
    ),
    "context-as-reason": lambda asked, _count, _draft: (
        whole({"content": None}, finish="model_context_window_exceeded") if size_of(asked) > 1_300 else None
    ),
    "small-context": refuses(
        lambda asked: size_of(asked) + limit_of(asked) > 3_000,
        lambda asked: error(400, f"This model's maximum context length is 3000 tokens, not {size_of(asked)}"),
    ),
    "sum-over-context": refuses(
        lambda asked: size_of(asked) + limit_of(asked) > 3_000,
        lambda asked: error(
            400, f"input length and `max_tokens` exceed context limit: {size_of(asked)} + {limit_of(asked)} > 3000"
        ),
    ),
    "small-minute": refuses(
        lambda asked: size_of(asked) + limit_of(asked) > 3_000,
        lambda asked: error(
            429, f"Request too large: tokens per min: Limit 3000, Requested {size_of(asked) + limit_of(asked)}."
        ),
    ),
    "body-too-large": refuses(
        lambda asked: len(json.dumps(asked)) > 9_000, lambda _: Reply(413, b"<html>413 Request Entity Too Large</html>")
    ),
    "cuts-prompt": _cuts_prompt,
    # a bad moment
    "bad-generation": at_first(1, lambda: error(400, "Failed to generate JSON.", code="json_validate_failed")),
    "empty-at-first": at_first(1, lambda: whole({"content": "\n", "reasoning_content": THOUGHT})),
    "error-in-200": at_first(1, lambda: Reply(200, {"error": {"message": "upstream is full", "code": 429}})),
    "wait-in-details": at_first(
        1, lambda: Reply(429, [{"error": {"code": 429, "message": "Quota", "details": [{"retryDelay": "1s"}]}}])
    ),
    "wait-in-words": at_first(1, lambda: error(429, "Rate limit reached. Please try again in 900ms.")),
    "wait-until-a-date": at_first(1, lambda: error(429, "Slow down", f"retry-after: {_soon()}")),
    "wait-by-reset": at_first(
        1, lambda: error(429, "Slow down", "x-ratelimit-remaining-requests: 0", "x-ratelimit-reset-requests: 1")
    ),
}

# Each ends the run at the first request.
FATAL: dict[str, tuple[Quirk, str]] = {
    "key-as-400": (
        lambda *_: Reply(400, [{"error": {"code": 400, "message": "API key not valid."}}]),
        "KeyRefusedError",
    ),
    "model-as-400": (lambda *_: error(400, "Invalid model name passed in model=m"), "ModelNotFoundError"),
    "key-as-500": (lambda *_: error(500, "AuthenticationError: Incorrect API key provided"), "KeyRefusedError"),
    "login-page": (
        lambda *_: Reply(200, b"<!doctype html><title>Sign in</title><form>Who are you?</form>"),
        "UnreachableError",
    ),
    "no-such-path": (lambda *_: Reply(404, b"<html><title>404 Not Found</title></html>"), "ModelNotFoundError"),
    "no-api-version": (
        lambda *_: Reply(404, {"statusCode": 404, "message": "Missing required query parameter: api-version"}),
        "ModelNotFoundError",
    ),
    "model-behind-terms": (
        lambda *_: error(400, "The model m requires terms acceptance.", code="model_terms_required"),
        "ModelNotFoundError",
    ),
    "key-without-database": (
        lambda *_: error(400, "No connected db.", type="no_db_connection", code="400"),
        "KeyRefusedError",
    ),
    "model-not-supported": (
        lambda *_: error(400, "The requested model is not supported.", code="model_not_supported"),
        "ModelNotFoundError",
    ),
    "no-credit-403": (lambda *_: Reply(403, {"message": "not enough balance"}), "QuotaError"),
    "spent-budget": (lambda *_: error(400, "Budget has been exceeded! Max budget: 10.0"), "QuotaError"),
    "suspended": (lambda *_: error(412, "Account m is suspended for its spending limit"), "QuotaError"),
    "no-free-tier": (lambda *_: error(429, "Quota exceeded for metric: free_requests, limit: 0"), "QuotaError"),
    "no-models-loaded": (lambda *_: Reply(400, {"error": "No models loaded. Load one."}), "ModelNotFoundError"),
    "not-verified": (
        lambda *_: error(400, "Your organization must be verified to use the model m.", code="unsupported_value"),
        "ModelNotFoundError",
    ),
    "no-memory": (
        lambda *_: error(500, "model requires more system memory (5 GiB) than is available (3 GiB)"),
        "ModelNotFoundError",
    ),
    "cannot-chat": (lambda *_: error(400, "m does not support chat"), "ModelNotFoundError"),
    "greeting": (lambda *_: Reply(200, b"Ollama is running"), "UnreachableError"),
    "data-policy": (lambda *_: error(404, "No endpoints found matching your data policy"), "KeyRefusedError"),
    "not-from-here": (lambda *_: error(400, "User location is not supported for the API use."), "KeyRefusedError"),
    "spent-day": (lambda *_: error(429, "Too many tokens per day, please wait before trying again."), "QuotaError"),
    "no-credit": (lambda *_: error(429, "You are out of it", code="insufficient_quota"), "QuotaError"),
}

# Each fails the article that holds the word GRIM, and no other.
OWN_TROUBLE: dict[str, tuple[Quirk, str]] = {
    "flagged-400": (refuses(_is_grim, lambda _: error(400, "Filtered", code="content_filter")), "RefusalError"),
    "flagged-403": (refuses(_is_grim, lambda _: error(403, "Your input was flagged by moderation")), "RefusalError"),
    "firewall-403": (refuses(_is_grim, lambda _: Reply(403, b"<html>Forbidden</html>")), "RequestRefusedError"),
    "blocked-prompt": (
        lambda asked, *_: (
            Reply(200, {"choices": [], "promptFeedback": {"blockReason": "OTHER"}}) if _is_grim(asked) else None
        ),
        "RefusalError",
    ),
    "refusal-as-reason": (
        lambda asked, *_: whole({"content": ""}, finish="refusal") if _is_grim(asked) else None,
        "RefusalError",
    ),
    "sensitive": (refuses(_is_grim, lambda _: error(400, "Detected unsafe or sensitive content")), "RefusalError"),
    "filtered-400": (refuses(_is_grim, lambda _: error(400, "The response was filtered")), "RefusalError"),
    "filtered-answer": (
        lambda asked, *_: whole({"content": ""}, finish="content_filter") if _is_grim(asked) else None,
        "RefusalError",
    ),
}
