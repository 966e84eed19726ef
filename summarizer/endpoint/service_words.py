"""What a service says in a refusal: its message on one line, and the limits that it names there.

Gateways put one service's error into another's: a list, a JSON text in a string, a Python dictionary as it is printed.
The innermost message is what a person wants to read.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from summarizer.endpoint.loose_json import LooseJsonError, read_loosely

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 8
_LONGEST = 2_000  # characters that are looked at
_LONGEST_PAGE = 20_000
_LONGEST_TITLE = 100
_KEYS = (
    "message",
    "error",
    "detail",
    "msg",
    "error_message",
    "errorMessage",
    "description",
    "title",
    "raw",
    "status_msg",
    "errors",
    "reason",
)
_CODE_KEYS = frozenset({"code", "type", "status", "reason", "error_code", "quotaId"})
_TAG = re.compile(r"<[^>]{0,200}>")
_PAGE = re.compile(
    r"\s*(?:<!--.{0,500}?-->\s*)?(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype|html|head|body|center|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_GREETING = re.compile(r"\s*ollama is running\s*$", re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^>]{0,200}>(.{1,300}?)</title>", re.IGNORECASE | re.DOTALL)
_UNSEEN = re.compile(r"<(script|style|head)\b.{0,5000}?</\1>", re.IGNORECASE | re.DOTALL)
# A dictionary as Python or JSON prints it, with a message in it.
_PRINTED = re.compile(r"[\[{].{0,400}?['\"](?:message|msg|detail|error)['\"]\s*:\s*(['\"])(.+?)\1\s*[,}]", re.DOTALL)
_PLACE = re.compile(r"['\"]loc['\"]\s*:\s*[(\[]([^)\]]{1,200})[)\]]")
_LEAD = re.compile(r"^(?:Error code: \d{3} - |(?:litellm\.)?[A-Z]\w+(?:Error|Exception)(?::| -) ?)+")
_TRAIL = re.compile(r"\s*LiteLLM: model group .*$")
# A number that stands for itself: not the date or the version in a model's name.
_NUMBER = re.compile(r"(?<![\w.-])(\d{1,3}(?:,\d{3})+|\d+)(?![\w-]*[A-Za-z])(?!-\d)")
_ABOUT_ANSWER = re.compile(
    r"max[_ ]?(?:new[_ ]?|completion[_ ]?|output[_ ]?)?tokens"
    r"|(?:output|completion|generated?) tokens|maximum tokens|fewer max",
    re.IGNORECASE,
)
_ABOUT_PROMPT = re.compile(r"context|prompt|inputs?\b|messages?\b|total", re.IGNORECASE)
_TOO_MANY = re.compile(
    r"large|at most|maximum|range|between|less than|exceed|greater|higher|afford|limit|lower|>|<=|≤|above|up to",
    re.IGNORECASE,
)
_ANSWER_ALONE = re.compile(r"^\W*(?:\w+\.)*max_\w*tokens\W{1,3}(?:must|should|has to) be\b", re.IGNORECASE)
_LIMIT_OF_CONTEXT = (
    re.compile(r"(\d[\d,]*) (?:tokens )?maximum context", re.IGNORECASE),
    re.compile(r"\d ?\+ ?\d[\d,]* ?> ?(\d[\d,]*)"),
    re.compile(r"limit:? ?(?:is|of|:)? ?(\d[\d,]*),? (?:used:? [\d,]+, )?requested", re.IGNORECASE),
    re.compile(r"context[ _-]?(?:length|size|window)[^\d.]{0,40}(\d[\d,]*)", re.IGNORECASE),
    re.compile(r"(\d[\d,]*)[- ]token(?:s)? (?:context|limit|maximum)", re.IGNORECASE),
    re.compile(r"> (\d[\d,]*) (?:tokens )?maximum", re.IGNORECASE),
    re.compile(r"\blength (?:should|must) be \[\d+, ?(\d[\d,]*)\]", re.IGNORECASE),
    re.compile(
        r"(?:must be|(?:less|fewer) than|at most|maximum(?: number)?|max|limit|n_ctx|allowed)[^\d.]{0,40}(\d[\d,]*)",
        re.IGNORECASE,
    ),
)
_REQUESTED = re.compile(r"requested:? (\d[\d,]*)", re.IGNORECASE)
_LIMIT_OF_MINUTE = re.compile(r"limit:? (\d[\d,]*), (?:used:? [\d,]+, )?requested:? (\d[\d,]*)", re.IGNORECASE)
_SMALLEST = 16  # tokens; a smaller number in a message is no limit


def words_of(body: object, fallback: str = "") -> str:
    """What a service said, on one line, from whatever shape its body has; `fallback` when it said nothing."""
    text = _message(body, 0) or fallback
    if is_page(text):
        text = page_title(text)
    text = _innermost(" ".join(_TAG.sub(" ", text).split())[:_LONGEST])
    return _LEAD.sub("", _TRAIL.sub("", text)).strip()


def is_page(text: str) -> bool:
    """Whether a text is a web page's, or a server's greeting to a browser."""
    return bool(_PAGE.match(text) or _GREETING.match(text))


def page_title(text: str) -> str:
    """The title of a web page, or its first words."""
    found = _TITLE.search(text[:_LONGEST_PAGE])
    said = found.group(1) if found else _UNSEEN.sub(" ", text[:_LONGEST_PAGE])
    return " ".join(html.unescape(_TAG.sub(" ", said)).split())[:_LONGEST_TITLE]


def _message(node: object, depth: int) -> str:
    if depth > _DEEPEST:
        return ""
    if isinstance(node, str):
        return _parsed(node, depth)
    if isinstance(node, list):
        return next(filter(None, (_message(one, depth + 1) for one in node)), "")
    if not isinstance(node, dict):
        return ""
    if isinstance(node.get("loc"), list) and node.get("msg"):  # FastAPI's: which field, and what is wrong with it
        return f"{'.'.join(map(str, node['loc']))}: {node['msg']}"
    raw = _raw(node)
    said = [_message(value, depth + 1) for value in (raw, *(node.get(key) for key in _KEYS))]
    return next(filter(None, said), "") or _printed(node)


def _raw(node: dict[Any, Any]) -> object:
    """What the provider behind OpenRouter said, where OpenRouter itself says just that it failed."""
    metadata = node.get("metadata")
    raw = metadata.get("raw") if isinstance(metadata, dict) else None
    return raw if isinstance(raw, str) and str(node.get("message", "")).startswith("Provider returned") else None


def _parsed(text: str, depth: int) -> str:
    """A text, or the message in it when it is JSON."""
    if text.lstrip()[:1] in ("{", "["):
        try:
            value, _ = read_loosely(text.strip()[:_LONGEST_PAGE])
        except LooseJsonError:
            return text
        return _message(value, depth + 1) or text
    return text


def _printed(node: dict[Any, Any]) -> str:
    """An object in which nothing looks like a message, as words and not as an object."""
    told = [f"{key}: {value}" for key, value in node.items() if isinstance(value, str | int | float) and value != ""]
    return ", ".join(told)


def _innermost(text: str) -> str:
    for _ in range(_DEEPEST):
        found = _PRINTED.search(text)
        if found is None:
            return text
        said = found.group(2).replace("\\n", " ").replace('\\"', '"').replace("\\'", "'").strip()
        place = _PLACE.search(found.group())
        parts = re.findall(r"[\w-]+", place.group(1)) if place else []
        text = f"{'.'.join(parts)}: {said}" if parts else said
    return text


def codes_of(body: object) -> str:
    """The codes and types that a service gave with its error, in one text: "invalid_request_error content_filter"."""
    return " ".join(dict.fromkeys(_codes(body, 0)))


def _codes(node: object, depth: int) -> Iterator[str]:
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for one in node:
            yield from _codes(one, depth + 1)
    if isinstance(node, dict):
        for key, value in node.items():
            if key in _CODE_KEYS and isinstance(value, str | int):
                yield str(value)[:100]
            else:
                yield from _codes(value, depth + 1)


def answer_limit(words: str, asked: int) -> int | None:
    """The most answer tokens that a service allows, from its refusal of `asked`; None when it is not about that."""
    if not _ABOUT_ANSWER.search(words) or not _TOO_MANY.search(words):
        return None
    words = re.sub(r"(?<=\d),(?=\d{3})", "", words)
    numbers = [number for number in _numbers(words) if _SMALLEST <= number < asked]
    if not numbers:
        return None
    most = max(numbers)
    is_exclusive = re.search(rf"less than {most}\b|{most} ?\(exclusive\)|lower than {most}\b|< ?{most}\b", words)
    return most - 1 if is_exclusive else most


def is_about_answer(words: str) -> bool:
    """Whether a refusal speaks of the answer's length alone, and not of what it and the prompt take together."""
    is_alone = _ANSWER_ALONE.search(words) or not _ABOUT_PROMPT.search(words)
    return bool(_ABOUT_ANSWER.search(words) and is_alone)


def context_limit(words: str) -> int | None:
    """The most tokens that fit, the answer's included, as a service's refusal names them."""
    for pattern in _LIMIT_OF_CONTEXT:
        found = pattern.search(words)
        number = _whole(found.group(1)) if found else 0
        if number >= _SMALLEST:
            return number
    return None


def requested_tokens(words: str) -> int | None:
    """How many tokens the refused request had by the service's count, the answer's included."""
    found = _REQUESTED.search(words)
    return _whole(found.group(1)) if found else None


def is_more_than_a_minutes(words: str) -> bool:
    """Whether one request alone is more than the tokens allowed in a minute, so that no wait helps."""
    found = _LIMIT_OF_MINUTE.search(words)
    return bool(found) and _whole(found.group(2)) > _whole(found.group(1)) if found else False


def _numbers(words: str) -> list[int]:
    return [_whole(text) for text in _NUMBER.findall(words)]


def _whole(text: str) -> int:
    digits = text.replace(",", "")
    return int(digits) if digits.isdigit() and len(digits) < 10 else 0
