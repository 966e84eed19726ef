"""Controls that JSON may hold as they are, and that a terminal would obey."""

from __future__ import annotations

import re

_JSON_CONTROLS = re.compile("[\x7f-\x9f\u2028\u2029]")


def escape_controls(text: str) -> str:
    """JSON with the controls escaped that JSON itself leaves: a terminal obeys those above U+007E, too."""
    return _JSON_CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
