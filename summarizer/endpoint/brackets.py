"""Puts right the brackets of an answer that is whole but for them: doubled ones, and last ones that were forgotten."""

from __future__ import annotations

import re

_CLOSERS = {"{": "}", "[": "]"}
_PART = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]|"', re.DOTALL)  # a string, a bracket, or a string without an end
_TAIL = re.compile(r"[\s`~]*$")
_MOST_FORGOTTEN = 3
_MAY_END = ("}", "]", '"', "null", "true", "false")  # a number may lack digits


def closed(text: str) -> str | None:
    """An object with the last brackets that its writer forgot; None when more than those are missing.

    It is for texts that their writer is known to have ended: one that was cut off may lack what nobody can add.
    """
    start = text.find("{")
    text = _TAIL.sub("", text[max(start, 0) :])
    if start < 0 or not text.endswith(_MAY_END):
        return None
    open_still: list[str] = []
    for found in _PART.finditer(text):
        mark = found.group()
        if mark in _CLOSERS:
            open_still.append(_CLOSERS[mark])
        elif mark in ("}", "]"):
            if not open_still or open_still.pop() != mark:
                return None
        elif mark == '"':
            return None
    if not 1 <= len(open_still) <= _MOST_FORGOTTEN:
        return None
    return text + "".join(reversed(open_still))


def undoubled(text: str) -> tuple[str, ...]:
    """What a text in doubled braces may stand for: `{{…}}`, as templates have them, around the whole or everywhere."""
    if not (text.startswith("{{") and text.endswith("}}")):
        return ()
    return text[1:-1], text.replace("{{", "{").replace("}}", "}")
