"""Whether a figure is somebody's age."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.words import either

if TYPE_CHECKING:
    from summarizer.text.figures import FigureSpan

_OLDEST = 120
_AGED = re.compile(r"\b(?:aged|age|age\sof|(?:man|woman|boy|girl)\sof)\s$")
_AFTER_FULL_NAME = re.compile(  # "as Ann Poe, 50."
    rf"[A-Z][\w’'-]+\s(?:(?:[A-Z][\w.’'-]+|{either('sources.name_parts.particles')})\s)*[A-Z][\w’'-]+,\s$".replace(
        "_", r"\s"
    )
)
_AFTER_NAME = re.compile(r"[A-Z][\w.’'-]+,\s$|\b(?:driver|man|woman|suspect|victim|boy|girl|father|mother),\s$")


def is_age(figure: FigureSpan, before: str, after: list[str]) -> bool:
    """Whether a figure is somebody's age: "aged 61", "Ann Poe, 61, said", "a 61-year-old"."""
    if not 0 < figure.value < _OLDEST or figure.qualifier != "exactly":
        return False
    if _AFTER_FULL_NAME.search(before) and after[:1] in ([], ["."], [";"]):
        return True
    return _AGED.search(before) is not None or (_AFTER_NAME.search(before) is not None and after[:1] == [","])
