"""What somebody says, from the quoted pieces of an article to words that can be read without them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.reading.layout.quotation_marks import DOUBLE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDE_MARK = re.compile(r"â€(?:œ|\x9d|(?=\W|\Z))|''|``|’’|‘‘")


def said_words(pieces: Iterable[str]) -> str:
    """The pieces of a quotation as one text: the comma before "he said" is a stop where a new sentence follows."""
    text = ""
    for piece in pieces:
        said = unquote(_mend(" ".join(piece.split())))
        if text.endswith(",") and said[:1].isupper():
            text = text[:-1] + "."
        text = f"{text} {said}" if text else said
    return text.rstrip(", ")


def unquote(text: str) -> str:
    """Take off the marks around a whole quotation, and a mark at either end whose partner is not in the text."""
    count = sum(map(text.count, DOUBLE_MARKS)) if not text.isascii() else text.count('"')
    if count % 2 == 1:
        return text[1:] if text[0] in DOUBLE_MARKS else text.rstrip(DOUBLE_MARKS + " ")
    is_whole = count == 2 and text[0] in DOUBLE_MARKS and text[-1] in DOUBLE_MARKS
    return text[1:-1] if is_whole and len(text) > 2 else text


def _mend(text: str) -> str:
    """Put one character for a quotation mark that is printed as two, or was decoded with the wrong table."""
    return _WIDE_MARK.sub('"', text)
