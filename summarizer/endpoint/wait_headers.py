"""Reads from an answer's headers how long the service asks us to wait."""

from __future__ import annotations

import email.utils
import math
import re
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m|h|d)?")
_SECONDS = {"ms": 0.001, "s": 1.0, "": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait by retry-after-ms or Retry-After (seconds or an HTTP date); None when neither makes sense."""
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return max(0.0, milliseconds / 1000)
    value = headers.get("retry-after")
    if value is None:
        return None
    seconds = _number(value)
    if seconds is not None:
        return max(0.0, seconds)
    try:
        moment = email.utils.parsedate_to_datetime(value).timestamp()
    except (ValueError, OverflowError):
        return None
    return max(0.0, moment - time.time())


def until_reset(headers: Mapping[str, str]) -> float | None:
    """Seconds until a limit that is used up is reset, by OpenAI's x-ratelimit-* headers; None when none is used up."""
    waits: list[float] = []
    for limit in ("requests", "tokens"):
        remaining = headers.get(f"x-ratelimit-remaining-{limit}", "").strip()
        if remaining.lstrip("-").isdigit() and int(remaining) <= 0:
            wait = _duration(headers.get(f"x-ratelimit-reset-{limit}", "").strip())
            waits += [] if wait is None else [wait]
    return max(waits, default=None)


def _number(text: str | None) -> float | None:
    try:
        value = float(text) if text else None
    except ValueError:
        return None
    return value if value is not None and math.isfinite(value) else None


def _duration(text: str) -> float | None:
    """Seconds in "6m0s", "250ms" or "1.5"."""
    if not re.fullmatch(f"({_DURATION.pattern})+", text):
        return None
    return sum(float(number) * _SECONDS[unit] for number, unit in _DURATION.findall(text))
