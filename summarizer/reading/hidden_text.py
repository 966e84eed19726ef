"""Takes out of a web page what its reader does not see: nobody may put words into an article that way."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from summarizer.reading.selectors import SelectorReader

# Code, forms, and captions, which cannot be told from paragraphs once they are text.
_NEVER_TEXT = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "svg", "canvas", "dialog"}
    | {"input", "textarea", "select", "button", "figcaption"}
)
# Pages hide their whole body until a script has run, AMP pages always.
_NEVER_HIDDEN = frozenset({"html", "head", "body", "main", "article"})
_DOOMED = "summarizer-hidden"
_HIDING_CLASSES = frozenset(
    {"hidden", "d-none", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "u-hidden", "is-hidden"}
)

_INVISIBLE = re.compile(
    r"""(?:^|;)(?:display:none|visibility:(hidden|collapse)|opacity:(0*\.?0+|0?\.0\d*)(;|$|!)|content-visibility:hidden
    |(text-indent|left|right|top|bottom):-\d{3,}  # off the screen
    # Columns and feet are moved by margins of hundreds of pixels; what goes further, without room made for it, is gone.
    |margin-(left|top):-(\d{4,}|\d{3,}(r?em|v[wh]|%))(?!.*;padding)
    |transform:.*(translate[xy]?\(-\d{3,}|scale\(0\))
    |clip:rect\(0|clip-path:inset\((50|100)%
    |(max-)?(height|width):[01](px)?(;.*)?overflow:hidden
    |overflow:hidden;(.*;)?(max-)?(height|width):[01](px)?(;|$))""",
    re.VERBOSE,
)
_UNREADABLE = re.compile(
    r"(?:^|;)font-size:(0*\.?0+[a-z%]*|0?\.\d+(px|pt|%)|0?\.[0-3]\d*(em|rem|ex|vw)|[01](px|pt|%))(;|$|!)"
)
_SIZE = re.compile(r"(?:^|;)font-size:")
_COLOR = re.compile(r"(?:^|;)color:([^;!]+)")
_BACKGROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]+)")
_WHITE = frozenset({"white", "#fff", "#ffffff", "#fefefe", "rgb(255,255,255)", "rgba(255,255,255,1)", "#ffffffff"})
_CLEAR = re.compile(r"transparent|rgba\(.*,0?\.?0*\)|hsla\(.*,0?\.?0*\)|#[0-9a-f]{6}00")

_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMPOUND = re.compile(r"([a-z][a-z0-9]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_PART = re.compile(r"[.#][\w-]+")
# At-rules whose rules hold on the screen of a desktop.
_WIDE_SCREEN = re.compile(
    r"@media\s+(?:(?:only\s+)?(?:screen|all)(?:\s+and\s+(?=\())?)?(?:\(\s*min-width\s*:\s*(?:\d{1,3}|1[01]\d\d)(?:\.\d+)?px\s*\))?"
    r"|@supports\s+(?!not\b).*|@layer\b.*",
    re.IGNORECASE | re.DOTALL,
)
# Of selectors over several elements, only those count that say whether something is shown.
_MOST_HIDDEN = 0.25  # of the letters of a page's paragraphs, by selectors over several elements
_SHOWING = re.compile(r"display|visibility|opacity|clip|transform|text-indent")
_TOUCHING = re.compile(
    r"display|visibility|opacity|font-size|text-indent|left|right|top|bottom|margin|transform|clip|height|width|background"
)
# What opens over the text when the reader points at a word.
_OPENED_CLASS = re.compile(
    r"tool-?tip-?(?:text|content|inner|body)|pop-?over(?:-(?:content|body|inner))?|hover-?card|dropdown-menu"
)
# Classes of the usual frameworks that show on a wide screen what is hidden on a narrow one.
_SHOWN_WHEN_WIDE = re.compile(
    r"(?:sm|md|lg|xl|2xl):(?:block|flex|grid|inline|table|contents|visible|not-sr-only)\S*"
    r"|d-(?:sm|md|lg|xl|xxl)-(?:block|flex|grid|inline|table)\S*|visible-(?:sm|md|lg)\S*|show-for-\S+"
)


class _Rule(NamedTuple):
    """A rule of a style sheet for elements of a name with some classes and ids, by rising precedence."""

    precedence: tuple[int, int, int]
    name: str
    parts: frozenset[str]
    style: dict[str, str]


class _Sheets(NamedTuple):
    """What a page's own style sheets say of what can be seen: rules by one of their parts, and what has a size."""

    rules: dict[str, list[_Rule]]
    sized: frozenset[str]
    found: dict[Any, list[_Rule]]  # rules by the element that a selector over several elements finds


def remove_hidden(tree: Any) -> int:
    """Take scripts, styles and every hidden element out of an lxml tree, in place; the number of letters hidden."""
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415  only web pages need it

    sheets = _read_sheets(tree)
    if sheets.found and _hide_much(tree, sheets):
        sheets = sheets._replace(found={})
    hidden = []
    for element in tree.iter(etree.Element):
        if element.tag in _NEVER_HIDDEN:
            continue
        if element.tag in _NEVER_TEXT and not _is_metadata(element):
            element.tag = _DOOMED
        elif _is_hidden(element, sheets):
            hidden.append(element)
    doomed = set(hidden)
    letters = sum(len("".join(element.itertext())) for element in hidden if not _is_in(element, doomed))
    for element in hidden:
        element.tag = _DOOMED
    # All at once: one by one, the texts after them would be copied as often as there are such elements.
    etree.strip_elements(tree, _DOOMED, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    return letters


def _hide_much(tree: Any, sheets: _Sheets) -> bool:
    """Whether the selectors over several elements hide so many paragraphs that a script must be meant to show them."""
    alone = sheets._replace(found={})
    hidden = {element for element in sheets.found if _is_hidden(element, sheets) and not _is_hidden(element, alone)}
    letters = hidden_letters = 0
    for paragraph in tree.iter("p"):
        length = len("".join(paragraph.itertext()).strip())
        letters += length
        hidden_letters += length if paragraph in hidden or _is_in(paragraph, hidden) else 0
    return hidden_letters > letters * _MOST_HIDDEN


def remove_code(tree: Any) -> None:
    """Take scripts, styles and other code out of an lxml tree, in place, and leave what is hidden."""
    from lxml import etree  # noqa: PLC0415  as above

    for element in tree.iter(etree.Element):
        if element.tag in _NEVER_TEXT and not _is_metadata(element):
            element.tag = _DOOMED
    etree.strip_elements(tree, _DOOMED, etree.Comment, etree.ProcessingInstruction, with_tail=False)


def _is_in(element: Any, others: set[Any]) -> bool:
    return any(parent in others for parent in element.iterancestors())


def _is_metadata(element: Any) -> bool:
    """JSON-LD is a script that holds title, date and outlet, and is no text."""
    return bool(element.tag == "script" and element.get("type") == "application/ld+json")


def _is_hidden(element: Any, sheets: _Sheets) -> bool:
    attributes = element.attrib
    classes = attributes.get("class", "").split()
    if attributes.get("role") == "tooltip" or any(map(_OPENED_CLASS.fullmatch, classes)):
        return True
    if any(name in _HIDING_CLASSES for name in classes):
        return not any(map(_SHOWN_WHEN_WIDE.fullmatch, classes))
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    own = attributes.get("style")
    style = _style_of(element, classes, own, sheets)
    if style and (_INVISIBLE.search(style) or (_UNREADABLE.search(style) and not _has_sized_text(element, sheets))):
        return True
    if own and _is_uncoloured(element, _squeeze(own)):
        return True
    colour, ground = _COLOR.search(style), _BACKGROUND.search(style)
    if colour and ground and colour[1] == ground[1]:
        return True
    return element.tag == "font" and attributes.get("color", "").lower() in _WHITE and not _backgrounds(element)


def _style_of(element: Any, classes: list[str], own: str | None, sheets: _Sheets) -> str:
    """What the sheets and the element itself say of its style, the last word on each property."""
    parts = {f".{name}" for name in classes}
    if element.get("id"):
        parts.add(f"#{element.get('id')}")
    found = [
        rule
        for part in parts
        for rule in sheets.rules.get(part, ())
        if rule.parts <= parts and rule.name in ("", element.tag)
    ]
    found += sheets.found.get(element, ())
    style: dict[str, str] = {}
    for rule in sorted(found, key=lambda rule: rule.precedence):
        style |= rule.style
    if own:
        style |= _declarations(own)
    return ";".join(f"{name}:{value}" for name, value in style.items())


def _has_sized_text(element: Any, sheets: _Sheets) -> bool:
    """Whether something in the element has a font size of its own, so that a size of 0 around it hides nothing."""
    for inner in element.iterdescendants():
        own = _squeeze(inner.get("style", ""))
        if _SIZE.search(own) and not _UNREADABLE.search(own):
            return True
        if not isinstance(inner.tag, str):
            continue
        names = {inner.tag, f"#{inner.get('id', '')}", *(f".{name}" for name in inner.get("class", "").split())}
        if names & sheets.sized:
            return True
    return False


def _squeeze(style: str) -> str:
    return re.sub(r"\s+", "", _STYLE_COMMENT.sub("", style)).lower()


def _declarations(style: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in _squeeze(style).split(";"))
    return {name: value for name, _, value in pairs if value}


def _is_uncoloured(element: Any, style: str) -> bool:
    """Text in the colour of its ground, or in none; a page without a declared ground is white."""
    match = _COLOR.search(style)
    if match is None:
        return False
    colour = match[1]
    if _CLEAR.fullmatch(colour):
        return True
    grounds = _backgrounds(element)
    if not grounds:
        return colour in _WHITE
    return grounds[0] == colour or {grounds[0], colour} <= _WHITE


def _backgrounds(element: Any) -> list[str]:
    found = []
    for node in (element, *element.iterancestors()):
        match = _BACKGROUND.search(_squeeze(node.get("style", "")))
        if match:
            found.append(match[1])
        elif node.get("bgcolor"):
            found.append(node.get("bgcolor").lower())
    return found


def _read_sheets(tree: Any) -> _Sheets:
    """What the page's own style sheets say on every screen, for elements told by their classes and ids alone."""
    rules: dict[str, list[_Rule]] = {}
    found: dict[Any, list[_Rule]] = {}
    sized: set[str] = set()
    order = 0
    reader = SelectorReader(tree)
    for sheet in tree.iter("style"):
        if "print" in sheet.get("media", ""):
            continue
        for selectors, declarations in _RULE.findall(_screen_rules(sheet.text or "")):
            if not _TOUCHING.search(declarations):
                continue
            order += 1
            style = _declarations(declarations)
            if "font-size" in style and not _UNREADABLE.search(f"font-size:{style['font-size']}"):
                sized.update(filter(None, map(_last_part, selectors.split(","))))
            for selector in selectors.split(","):
                match = _COMPOUND.fullmatch(selector.strip())
                parts = _PART.findall(match[2]) if match else []
                if match and parts:
                    ids = sum(part.startswith("#") for part in parts)
                    rule = _Rule((ids, len(parts) - ids, order), match[1] or "", frozenset(parts), style)
                    rules.setdefault(parts[0], []).append(rule)
                elif _SHOWING.search(declarations) and (read := reader.find(selector.strip())):
                    rule = _Rule((read.ids, read.classes, order), "", frozenset(), style)
                    for element in read.elements:
                        found.setdefault(element, []).append(rule)
    return _Sheets(rules, frozenset(sized), found)


def _last_part(selector: str) -> str:
    """What the elements that a selector finds have: the last class or id that it asks for, or else their name."""
    last = re.split(r"[\s>+~]+", selector.strip())[-1]
    parts = _PART.findall(last)
    return parts[-1] if parts else re.split(r"[:\[]", last)[0].lower()


def _screen_rules(sheet: str) -> str:
    """A style sheet without comments and at-rules that do not hold on a wide screen, such as those for print."""
    kept: list[str] = []
    around: list[str] = []  # what each open brace belongs to
    pending = ""
    for part in re.split(r"([{};])", _STYLE_COMMENT.sub("", sheet)):
        if part not in ("{", "}", ";"):
            pending += part
            continue
        inner = around[-1] if around else "sheet"
        if part == "{":
            head = pending.strip()
            kind = "at-rule" if _WIDE_SCREEN.fullmatch(head) else "left out" if head.startswith("@") else "rule"
            around.append("left out" if inner == "left out" else kind)
            kept += [head, "{"] if around[-1] == "rule" else []
        else:
            kept += [pending, part] if inner == "rule" else []
            if part == "}" and around:
                around.pop()
        pending = ""
    return "".join(kept)
