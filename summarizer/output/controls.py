"""Controls that a terminal would obey, which may come from an article or from a service."""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")  # but for tabs and line breaks
_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_JSON_CONTROLS = re.compile("[\x7f-\x9f\u2028\u2029]")


def escape_controls(text: str) -> str:
    """JSON with the controls escaped that JSON itself leaves: a terminal obeys those above U+007E, too."""
    return _JSON_CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def without_controls(text: str) -> str:
    """A text without controls, but for tabs and line breaks."""
    return _CONTROLS.sub("\ufffd", text)


def without_commands(text: str) -> str:
    """A text without what moves a terminal's writing back or turns it round; tabs and new lines stay."""
    return _COMMANDS.sub("\ufffd", text)
