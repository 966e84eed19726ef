"""Reads what a page's own style sheets say of what can be seen on a wide screen."""

from __future__ import annotations

import re
from itertools import repeat
from typing import Any, NamedTuple

from summarizer.reading.selectors import Match, SelectorReader

UNREADABLE = re.compile(
    r"(?:^|;)font-size:(0*\.?0+[a-z%]*|0?\.\d+(px|pt|%)|0?\.[0-3]\d*(em|rem|ex|vw)|[01](px|pt|%))(;|$|!)"
)
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMPOUND = re.compile(r"([a-z][a-z0-9]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_PART = re.compile(r"[.#][\w-]+")
# At-rules whose rules hold on the screen of a desktop.
_WIDE_SCREEN = re.compile(
    r"@media\s+(?:(?:only\s+)?(?:screen|all)(?:\s+and\s+(?=\())?)?"
    r"(?:\(\s*(?:min-width\s*:|width\s*>=?)\s*(?:(?:\d{1,3}|1[01]\d\d)(?:\.\d+)?px|(?:\d|[1-6]\d|7[0-5])(?:\.\d+)?r?em)\s*\))?"
    r"|@supports\s+(?!not\b).*|@layer\b.*",
    re.IGNORECASE | re.DOTALL,
)
_SHOWING = re.compile(r"display|visibility|opacity|clip|transform|text-indent|(?<!line-)height|overflow")
_BY_SCRIPT = re.compile(r"(?:html|body)?\.(?:js|has-js|js-enabled|jsenabled)[ >]")
_BETWEEN_SELECTORS = re.compile(r",(?![^()]*\))")
_LONGEST_LIST = 4000  # characters
_UNFOCUSED = re.compile(r":not\(\s*:(?:focus|active|hover|target|focus-within|focus-visible)\s*\)")  # as a page is read
_VARIABLE = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+)")
_MOST_SELECTORS = 60  # of a rule within others
_TOUCHING = re.compile(
    r"display|visibility|opacity|font-size|text-indent|left|right|top|bottom|margin|transform|clip|height|width|background"
)


class Rule(NamedTuple):
    """A rule of a style sheet for elements of a name with some classes and ids, by rising precedence."""

    precedence: tuple[int, int, int]
    name: str
    parts: frozenset[str]
    style: dict[str, str]


class Sheets(NamedTuple):
    """What a page's own style sheets say of what can be seen: rules by one of their parts, and what has a size."""

    rules: dict[str, list[Rule]]
    sized: frozenset[str]
    found: dict[Any, list[Rule]]  # rules by the element that a selector over several elements finds


def squeeze(style: str) -> str:
    """Declarations without comments and blanks, in lower case."""
    return re.sub(r"\s+", "", _STYLE_COMMENT.sub("", style)).lower()


def read_declarations(style: str) -> dict[str, str]:
    """The value of each property that a style declares."""
    pairs = (part.partition(":") for part in squeeze(style).split(";"))
    return {name: value for name, _, value in pairs if value}


def read_sheets(tree: Any) -> Sheets:
    """What the page's own style sheets say on every screen, for elements told by their classes and ids alone."""
    rules: dict[str, list[Rule]] = {}
    found: dict[Any, list[Rule]] = {}
    sized: set[str] = set()
    order = 0
    reader = SelectorReader(tree)
    for sheet in tree.iter("style"):
        if "print" in sheet.get("media", ""):
            continue
        for selectors, declarations in _screen_rules(_with_variables(sheet.text or "")):
            if not _TOUCHING.search(declarations):
                continue
            order += 1
            style = read_declarations(declarations)
            if "font-size" in style and not UNREADABLE.search(f"font-size:{style['font-size']}"):
                sized.update(filter(None, map(_last_part, selectors.split(","))))
            for selector in map(_UNFOCUSED.sub, repeat(""), _split(selectors)):
                match = _COMPOUND.fullmatch(selector.strip())
                parts = _PART.findall(match[2]) if match else []
                if match and parts:
                    ids = sum(part.startswith("#") for part in parts)
                    rule = Rule((ids, len(parts) - ids, order), match[1] or "", frozenset(parts), style)
                    rules.setdefault(parts[0], []).append(rule)
                elif read := _found_by(selector.strip(), style, declarations, reader):
                    rule = Rule((read.ids, read.classes, order), "", frozenset(), style)
                    for element in read.elements:
                        found.setdefault(element, []).append(rule)
    return Sheets(rules, frozenset(sized), found)


def _split(selectors: str) -> list[str]:
    """The selectors of a rule; a comma within brackets parts none, except in lists that are longer than any needs."""
    is_plain = "(" not in selectors or len(selectors) > _LONGEST_LIST
    return selectors.split(",") if is_plain else _BETWEEN_SELECTORS.split(selectors)


def _with_variables(sheet: str) -> str:
    """A style sheet with the values of its own variables that have one value only."""
    if "var(--" not in sheet:
        return sheet
    values: dict[str, set[str]] = {}
    for name, value in _VARIABLE.findall(sheet):
        values.setdefault(name, set()).add(value.strip())
    known = {name: next(iter(found)) for name, found in values.items() if len(found) == 1}
    return re.sub(r"var\(\s*(--[\w-]+)\s*\)", lambda match: known.get(match[1], match[0]), sheet)


def _found_by(selector: str, style: dict[str, str], declarations: str, reader: SelectorReader) -> Match | None:
    """What a selector over several elements finds, where it says whether that is shown."""
    if "opacity" in style and _BY_SCRIPT.match(selector):
        return None  # it is shown as one comes to it
    return reader.find(selector) if _SHOWING.search(declarations) else None


def _last_part(selector: str) -> str:
    """What the elements that a selector finds have: the last class or id that it asks for, or else their name."""
    last = re.split(r"[\s>+~]+", selector.strip())[-1]
    parts = _PART.findall(last)
    return parts[-1] if parts else re.split(r"[:\[]", last)[0].lower()


class _Open(NamedTuple):
    """A brace of a style sheet that is still open: what it belongs to, its selectors, and where its rule stands."""

    kind: str
    selectors: str
    rule: int


def _screen_rules(sheet: str) -> list[tuple[str, str]]:
    """Selectors and declarations of a style sheet, rules within rules written out.

    At-rules that do not hold on a wide screen, such as those for print, are left out, and so are comments.
    """
    rules: list[tuple[str, list[str]]] = []
    around: list[_Open] = []
    pending = ""
    for part in re.split(r"([{};])", _STYLE_COMMENT.sub("", sheet)):
        if part not in ("{", "}", ";"):
            pending += part
            continue
        inner = around[-1] if around else _Open("sheet", "", -1)
        if part == "{":
            opened = _open(pending.strip(), inner, len(rules))
            if opened.kind == "rule":
                rules.append((opened.selectors, []))
            around.append(opened)
        else:
            if inner.rule >= 0 and pending.strip():
                rules[inner.rule][1].append(pending)
            if part == "}" and around:
                around.pop()
        pending = ""
    return [(selectors, ";".join(declarations)) for selectors, declarations in rules if declarations]


def _open(head: str, inner: _Open, count: int) -> _Open:
    """What a brace behind some words opens."""
    if inner.kind == "left out" or (head.startswith("@") and not _WIDE_SCREEN.fullmatch(head)):
        return _Open("left out", "", -1)
    if head.startswith("@"):
        return _Open("at-rule", inner.selectors, inner.rule)
    if not inner.selectors:
        return _Open("rule", head, count)
    outer = inner.selectors.split(",")
    pairs = [(one.strip(), other.strip()) for one in outer for other in head.split(",")][:_MOST_SELECTORS]
    nested = (other.replace("&", one) if "&" in other else f"{one} {other}" for one, other in pairs)
    return _Open("rule", ", ".join(nested), count)
