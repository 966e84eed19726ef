"""Takes out of a web page what its reader does not see: nobody may put words into an article that way."""

from __future__ import annotations

import re
from typing import Any

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
    r"""display:none|visibility:(hidden|collapse)|opacity:(0*\.?0+|0?\.0\d*)(;|$|!)|content-visibility:hidden
    |font-size:(0*\.?0+[a-z%]*|0?\.\d+(px|pt|%)|0?\.[0-3]\d*(em|rem|ex|vw)|[01](px|pt|%))(;|$|!)  # too small to read
    |(text-indent|left|right|top|bottom|margin-left|margin-top):-\d{3,}  # off the screen
    |translate[xy]?\(-\d{3,}
    |clip:rect\(0|clip-path:inset\((50|100)%|transform:scale\(0\)
    |(^|;)(max-)?(height|width):[01](px)?(;.*)?overflow:hidden
    |overflow:hidden;(.*;)?(max-)?(height|width):[01](px)?(;|$)""",
    re.VERBOSE,
)
_COLOR = re.compile(r"(?:^|;)color:([^;!]+)")
_BACKGROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]+)")
_WHITE = frozenset({"white", "#fff", "#ffffff", "#fefefe", "rgb(255,255,255)", "rgba(255,255,255,1)", "#ffffffff"})
_CLEAR = re.compile(r"transparent|rgba\(.*,0?\.?0*\)|hsla\(.*,0?\.?0*\)|#[0-9a-f]{6}00")

_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE_SELECTOR = re.compile(r"[a-z0-9]*([.#])([\w-]+)", re.IGNORECASE)


def remove_hidden(tree: Any) -> None:
    """Take scripts, styles and every hidden element out of an lxml tree, in place."""
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415  only web pages need it

    hiding = _hiding_selectors(tree)
    for element in tree.iter(etree.Element):
        if element.tag in _NEVER_HIDDEN:
            continue
        if (element.tag in _NEVER_TEXT and not _is_metadata(element)) or _is_hidden(element, hiding):
            element.tag = _DOOMED
    # All at once: one by one, the texts after them would be copied as often as there are such elements.
    etree.strip_elements(tree, _DOOMED, etree.Comment, etree.ProcessingInstruction, with_tail=False)


def _is_metadata(element: Any) -> bool:
    """JSON-LD is a script that holds title, date and outlet, and is no text."""
    return bool(element.tag == "script" and element.get("type") == "application/ld+json")


def _is_hidden(element: Any, hiding: frozenset[str]) -> bool:
    attributes = element.attrib
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    classes = attributes.get("class", "").split()
    if any(name in _HIDING_CLASSES or f".{name}" in hiding for name in classes):
        return True
    if hiding and f"#{attributes.get('id', '')}" in hiding:
        return True
    style = attributes.get("style")
    if style and (_hides(_squeeze(style)) or _is_uncoloured(element, _squeeze(style))):
        return True
    return element.tag == "font" and attributes.get("color", "").lower() in _WHITE and not _backgrounds(element)


def _squeeze(style: str) -> str:
    return re.sub(r"\s+", "", _STYLE_COMMENT.sub("", style)).lower()


def _hides(style: str) -> bool:
    return _INVISIBLE.search(style) is not None


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


def _hiding_selectors(tree: Any) -> frozenset[str]:
    """Classes and ids that the page's own style sheets hide on every screen."""
    found = set()
    for sheet in tree.iter("style"):
        if "print" in sheet.get("media", ""):
            continue
        for selectors, declarations in _RULE.findall(_screen_rules(sheet.text or "")):
            if not _hides(_squeeze(declarations)):
                continue
            for selector in selectors.split(","):
                match = _SIMPLE_SELECTOR.fullmatch(selector.strip())
                if match:
                    found.add(match[1] + match[2])
    return frozenset(found)


def _screen_rules(sheet: str) -> str:
    """A style sheet without comments and without what stands in at-rules, such as those for print."""
    kept = []
    depth = at_depth = 0
    for part in re.split(r"([{};])", _STYLE_COMMENT.sub("", sheet)):
        if part.strip().startswith("@") and not at_depth:
            at_depth = depth + 1
        if not at_depth:
            kept.append(part)
        if part == "{":
            depth += 1
        elif part == "}":
            depth = max(0, depth - 1)
        if part in ("}", ";") and at_depth and depth < at_depth:
            at_depth = 0
    return "".join(kept)
