"""Reads how long a service asks us to wait: from an answer's headers, from a refusal's body, or from its words.

The forms are those that services use: Retry-After (seconds or a date) and retry-after-ms; x-ratelimit-remaining-* with
x-ratelimit-reset-* (OpenAI, Groq: "6m0s"; Cerebras: seconds; OpenRouter: a moment in milliseconds) and Anthropic's,
which are moments; Google's `retryDelay`; "try again in 8.2s".
"""

from __future__ import annotations

import email.utils
import math
import re
import time
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DURATION = re.compile(
    r"(\d+(?:\.\d+)?)\s*(milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d)?(?![a-z])",
    re.IGNORECASE,
)
_SECONDS = {"m": 60.0, "h": 3600.0, "d": 86400.0}
_UNIT = r"(?:milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d)(?![a-z])"
_IN_WORDS = re.compile(
    rf"(?:try(?:ing)? again|retry(?:ing)?|wait(?:ing)?|available|resets?)\b[^.\d]{{0,40}}?"
    rf"((?:\d+(?:\.\d+)?\s*{_UNIT}(?:,?\s*(?:and\s+)?)?)+)",
    re.IGNORECASE,
)
_BODY_KEYS = frozenset({"retrydelay", "retryafter", "retryafterseconds", "retryafterms", "estimatedtime"})
_MOMENT, _MOMENT_MS = 1e9, 1e12  # larger numbers are seconds, or milliseconds, since 1970
_DEEPEST = 6


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait by retry-after-ms or Retry-After, however it is spelt; None when neither makes sense.

    Retry-After is seconds or an HTTP date; some services write "5s", or a moment in seconds since 1970.
    """
    for prefix in ("", "x-", "llm_provider-"):  # the last: LiteLLM's proxy passes on what its service said
        milliseconds = _number(headers.get(f"{prefix}retry-after-ms"))
        if milliseconds is not None:
            return max(0.0, milliseconds / 1000)
        for name in ("retry-after", "retry-after-seconds"):
            value = headers.get(prefix + name)
            wait = _until_date(value) if value else None
            if wait is not None:
                return wait
    return None


def _until_date(value: str) -> float | None:
    seconds = _number(value)
    if seconds is not None and seconds < _MOMENT:
        return max(0.0, seconds)
    wait = _until(value.strip())
    if wait is not None:
        return wait
    try:
        moment = email.utils.parsedate_to_datetime(value).timestamp()
    except (ValueError, OverflowError):
        return None
    return max(0.0, moment - time.time())


def until_reset(headers: Mapping[str, str], *, is_refused: bool = False) -> float | None:
    """Seconds until a limit that is used up is reset; None when none is used up.

    With a refusal, a reset beside which no remainder is told counts as that of a limit that is used up.
    """
    waits: list[float] = []
    for name, told in headers.items():
        if "ratelimit" not in name or "reset" not in name:
            continue
        remaining = _number(headers.get(name.replace("reset", "remaining")))
        is_used_up = is_refused if remaining is None else remaining <= 0
        wait = _until(told.strip()) if is_used_up else None
        waits += [] if wait is None else [wait]
    return max(waits, default=None)


def wait_in_body(body: object) -> float | None:
    """Seconds to wait by the fields of a refusal's body: Google's retryDelay, retry_after, OpenRouter's headers."""
    return next(_waits_in(body, 0), None)


def wait_in_words(words: str) -> float | None:
    """Seconds to wait by a service's words, such as "Please try again in 1m2.5s"; None when they name no time."""
    found = _IN_WORDS.search(words)
    return _duration(found.group(1)) if found else None


def _waits_in(node: object, depth: int) -> Iterator[float]:
    if depth > _DEEPEST:
        return
    if isinstance(node, list):
        for one in node:
            yield from _waits_in(one, depth + 1)
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _waits_in_field(str(key).casefold(), value, depth)


def _waits_in_field(key: str, value: object, depth: int) -> Iterator[float]:
    name = re.sub(r"[^a-z]", "", key)
    if name in _BODY_KEYS:
        wait = _told_in_field(value)
        if wait is not None:
            yield wait / 1000 if name.endswith("ms") else wait
    elif name == "headers" and isinstance(value, dict):
        told = {str(header).casefold(): str(text) for header, text in value.items()}
        waits = (retry_after(told), until_reset(told, is_refused=True))
        yield from (wait for wait in waits if wait is not None)
    else:
        yield from _waits_in(value, depth + 1)


def _told_in_field(value: object) -> float | None:
    if isinstance(value, dict):
        value = value.get("seconds")
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    return _duration(str(value))


def _until(told: str) -> float | None:
    """Seconds until a reset that is told as a duration or as a moment."""
    number = _number(told)
    if number is not None and number >= _MOMENT:
        moment = number / 1000 if number >= _MOMENT_MS else number
        return max(0.0, moment - time.time())
    duration = _duration(told)
    if duration is not None:
        return duration
    try:
        moment = datetime.fromisoformat(told).timestamp()
    except (ValueError, OverflowError, OSError):
        return None
    return max(0.0, moment - time.time())


def _number(text: str | None) -> float | None:
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and math.isfinite(value) else None


def _duration(text: str) -> float | None:
    """Seconds in "6m0s", "250ms", "1 minute and 3 seconds" or "1.5"."""
    rest = _DURATION.sub("", text)
    if re.sub(r"and|[\s,]", "", rest) or not any(letter.isdigit() for letter in text):
        return None
    return sum(float(number) * _unit_seconds(unit) for number, unit in _DURATION.findall(text))


def _unit_seconds(unit: str) -> float:
    unit = unit.casefold()
    if unit == "ms" or unit.startswith("milli"):
        return 0.001
    return _SECONDS.get(unit[:1], 1.0)
