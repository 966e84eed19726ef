"""Text that somebody decoded with the wrong table before it came here, such as â€œ for a quotation mark."""

from __future__ import annotations

import quopri
import re

# UTF-8 that was read as Windows-1252 or Latin-1: curly marks, dashes, accented letters, no-break blanks.
_GARBLED = re.compile("â(?:€|\x80)[œ\x9d\u2122\u02dc\u201c\u201d¦\x80-\x9f]|Ã[¡-¿\x80-\x9f\u0192\u2030]|Â[\xa0£«»°·]")
_QUOTED = re.compile("=(?:E2=80=[0-9A-F]{2}|C3=[89AB][0-9A-F]|C2=A0)")  # marks and accented letters in UTF-8
_QUOTED_BYTE = re.compile("=(?:9[1-7]|E[0-9A-F])(?![0-9A-F])")  # and in Windows-1252
_SOFT_BREAK = re.compile(r"\S=\r?\n")
_TIMES = 2  # some text was decoded wrongly twice
_FEWEST = 2  # one may be meant
_SAMPLE = 200_000  # characters


def find_garbled(text: str) -> list[str]:
    """The pieces of a text's beginning that are letters or marks decoded wrongly; none where there is but one."""
    found = _GARBLED.findall(text[:_SAMPLE])
    return found if len(found) >= _FEWEST else []


def read_anew(text: str) -> str:
    """A garbled text as it was meant; line by line, so that a line that cannot be so read stays as it is."""
    for _ in range(_TIMES):
        text = "".join(map(_line_anew, text.splitlines(keepends=True)))
    return text


def read_quoted_printable(text: str) -> str:
    """A text that stands as mails are sent, "caf=C3=A9", as it was meant; "" for any other."""
    bytes_too = _SOFT_BREAK.search(text) is not None and len(_QUOTED_BYTE.findall(text)) >= _FEWEST
    if not text.isascii() or not (bytes_too or len(_QUOTED.findall(text)) >= _FEWEST):
        return ""
    data = quopri.decodestring(text.encode("ascii"))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _line_anew(line: str) -> str:
    if _GARBLED.search(line) is None:
        return line
    return _decoded(line) or _GARBLED.sub(lambda match: _decoded(match[0]) or match[0], line)


def _decoded(piece: str) -> str | None:
    """What the bytes of a piece say in UTF-8; None where they are none."""
    try:
        return b"".join(map(_byte, piece)).decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


def _byte(char: str) -> bytes:
    """The byte that was read as a character, by Windows-1252 or, where that has none, by Latin-1."""
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")
