"""Reads JSON as models and gateways write it by mistake, where nothing is lost by it.

Comments, commas too many or too few, names without quotes, single and typographic quotes as delimiters, a quote inside
a string that is not escaped, words of Python and JavaScript, escapes that JSON does not know, spaces of any kind. What
ends before its last bracket is an error: of an answer that was cut off nothing is made up. (The library json_repair
closes such brackets; json5 knows neither typographic quotes nor a quote inside a string.)
"""

from __future__ import annotations

import re
from typing import Any, Literal

_Role = Literal["name", "field", "item"]  # what a string is there

_DEEPEST = 60
_GAP = re.compile(
    r"(?:[\s\u200b\u2060\ufeff]|(?://|#)[^\n]{0,500}|/\*.{0,500}?\*/|\\[nrt](?=\s*(?:[\"'{}\[\],]|\\[nrt])))+",
    re.DOTALL,
)
_COMMAS = ",\uff0c\u3001"
_COLONS = ":\uff1a"
_OPENERS = {  # each with what may close it
    '"': '"',
    "'": "'",
    "`": "`",
    "\u201c": '\u201d\u201c"',
    "\u201d": '\u201d\u201c"',
    "\u201e": '\u201c\u201d"',
    "\u2018": "\u2019\u2018'",
    "\u2019": "\u2019\u2018'",
    "\u00ab": "\u00bb",
}
_QUOTES = "".join(_OPENERS) + "\u00bb"
_STOPS = {opener: re.compile(rf"\\|[{closers}]") for opener, closers in _OPENERS.items()}
_BARE_NAME = re.compile(r"[^\W\d][\w$-]*")
_NUMBER = re.compile(r"[+-]?(?:\d{1,300}(?:\.\d{0,300})?|\.\d{1,300})(?:[eE][+-]?\d{1,3})?(?![\w.])")
_WORD = re.compile(r"-?[A-Za-z]+")
_WORDS: dict[str, Any] = {"true": True, "false": False} | dict.fromkeys(
    ("null", "none", "undefined", "nil", "nan", "infinity", "-infinity")
)
_NEXT_NAME = re.compile(rf"(?:[^\W\d][\w$-]{{0,60}}|[{_QUOTES}][^{_QUOTES}\n]{{0,60}}[{_QUOTES}])\s*[{_COLONS}]")
_NEXT_VALUE = re.compile(rf"[{_QUOTES}\[{{\d+-]|(?:{'|'.join(map(re.escape, _WORDS))})\b", re.IGNORECASE)
_HEX = {"u": re.compile(r"[0-9a-fA-F]{4}"), "x": re.compile(r"[0-9a-fA-F]{2}")}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "\n": ""}


class LooseJsonError(ValueError):
    """A text is no object or list even so; `pos` is where that shows, `is_cut` says that it ended too soon."""

    def __init__(self, problem: str, pos: int, *, is_cut: bool = False) -> None:
        super().__init__(problem)
        self.pos = pos
        self.is_cut = is_cut


def read_loosely(text: str, at: int = 0) -> tuple[Any, int]:
    """The object or list that begins at a place in a text, and where it ends. Raises LooseJsonError."""
    if text[at : at + 1] not in ("{", "["):
        raise LooseJsonError("no bracket", at)
    return _Reader(text).read_value(at, 0, "item")


class _Reader:
    """Reads one text; every method takes a place in it and returns what stands there, and where that ends."""

    def __init__(self, text: str) -> None:
        self._text = text

    def read_value(self, at: int, depth: int, role: _Role) -> tuple[Any, int]:
        if depth > _DEEPEST:
            raise LooseJsonError("too deep", at)
        mark = self._mark(at)
        if mark == "{":
            return self._read_object(at + 1, depth)
        if mark == "[":
            return self._read_list(at + 1, depth)
        if mark in _OPENERS:
            return self._read_string(at, role)
        if found := _NUMBER.match(self._text, at):
            number = found.group()
            return (int(number) if number.lstrip("+-").isdigit() else float(number)), found.end()
        found = _WORD.match(self._text, at)
        if found is None or found.group().lower() not in _WORDS:
            raise LooseJsonError("no value", at)
        return _WORDS[found.group().lower()], found.end()

    def _read_object(self, at: int, depth: int) -> tuple[dict[str, Any], int]:
        fields: dict[str, Any] = {}
        while True:
            at = self._after_commas(at)
            if self._mark(at) == "}":
                return fields, at + 1
            name, at = self._read_name(at)
            at = self._after_gap(at)
            if self._mark(at) not in _COLONS:
                raise LooseJsonError("no colon", at)
            fields[name], at = self.read_value(self._after_gap(at + 1), depth + 1, "field")
            if not self._ends(at, "field"):
                raise LooseJsonError("something between two fields", at)

    def _read_list(self, at: int, depth: int) -> tuple[list[Any], int]:
        items: list[Any] = []
        while True:
            at = self._after_commas(at)
            if self._mark(at) == "]":
                return items, at + 1
            item, at = self.read_value(at, depth + 1, "item")
            items.append(item)
            if not self._ends(at, "item"):
                raise LooseJsonError("something between two items", at)

    def _read_name(self, at: int) -> tuple[str, int]:
        if self._mark(at) in _OPENERS:
            return self._read_string(at, "name")
        found = _BARE_NAME.match(self._text, at)
        if found is None:
            raise LooseJsonError("no name", at)
        return found.group(), found.end()

    def _read_string(self, at: int, role: _Role) -> tuple[str, int]:
        """A string: it ends at the first closing quote after which the object or list can go on."""
        stops, parts, at = _STOPS[self._text[at]], [], at + 1
        while found := stops.search(self._text, at):
            parts.append(self._text[at : found.start()])
            at = found.end()
            if found.group() == "\\":
                part, at = self._read_escape(at)
                parts.append(part)
            elif self._ends(at, role):
                return _paired("".join(parts)), at
            else:
                parts.append(found.group())
        raise LooseJsonError("a string without an end", at, is_cut=True)

    def _read_escape(self, at: int) -> tuple[str, int]:
        mark = self._mark(at)
        if mark in _HEX:
            digits = _HEX[mark].match(self._text, at + 1)
            return (chr(int(digits.group(), 16)), digits.end()) if digits else (f"\\{mark}", at + 1)
        known = _ESCAPES.get(mark)
        return (known if known is not None else f"\\{mark}" if mark.isalpha() else mark), at + 1

    def _ends(self, at: int, role: _Role) -> bool:
        """Whether what stands before a place can end there: the object or list that it is in can go on.

        Raises LooseJsonError when nothing follows.
        """
        after = self._after_gap(at)
        mark = self._mark(after)
        if role == "name":
            return mark in _COLONS
        if mark == ("}" if role == "field" else "]"):
            return True
        following = _NEXT_NAME if role == "field" else _NEXT_VALUE
        if mark in _COMMAS:
            after = self._after_commas(after)
            return self._mark(after) in "}]" or bool(following.match(self._text, after))
        return "\n" in self._text[at:after] and bool(following.match(self._text, after))  # a comma was forgotten

    def _after_gap(self, at: int) -> int:
        found = _GAP.match(self._text, at)
        return found.end() if found else at

    def _after_commas(self, at: int) -> int:
        while (mark := self._text[(at := self._after_gap(at)) : at + 1]) and mark in _COMMAS:
            at += 1
        return at

    def _mark(self, at: int) -> str:
        if at >= len(self._text):
            raise LooseJsonError("the end", at, is_cut=True)
        return self._text[at]


def _paired(text: str) -> str:
    """A text whose surrogate pairs are one character each, as JSON has them."""
    is_paired = text.isascii() or not any("\ud800" <= mark <= "\udfff" for mark in text)
    return text if is_paired else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
