"""Text that every file can hold: half of a surrogate pair, which a model may write, has no UTF-8."""

from __future__ import annotations

import re
from typing import Any

_HALF = re.compile("[\ud800-\udfff]")


def well_formed(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair."""
    return text if text.isascii() else _HALF.sub("\ufffd", text)


def well_formed_value(value: Any) -> Any:
    """A JSON value, all of whose texts are well formed, its keys too."""
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, list):
        return [well_formed_value(part) for part in value]
    if isinstance(value, dict):
        return {well_formed(key): well_formed_value(part) for key, part in value.items()}
    return value
