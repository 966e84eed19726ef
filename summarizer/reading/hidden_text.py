"""Takes out of a web page what its reader does not see: nobody may put words into an article that way."""

from __future__ import annotations

import re
from typing import Any

from summarizer.reading.style_sheets import UNREADABLE, Sheets, read_declarations, read_sheets, squeeze
from summarizer.text.words import wordings

# Code, forms, and captions, which cannot be told from paragraphs once they are text.
_NEVER_TEXT = frozenset(
    {"script", "style", "template", "noscript", "iframe", "object", "svg", "canvas", "dialog"}
    | {"input", "textarea", "select", "button", "figcaption"}
)
# Pages hide their whole body until a script has run, AMP pages always.
_NEVER_HIDDEN = frozenset({"html", "head", "body", "main", "article"})
_FEWEST_EMBEDDED = 2  # paragraphs of a page in a frame; an advertisement has fewer
_LARGEST_EMBEDDED = 2**20  # characters
_TAKEN_BACK = frozenset({"del", "s", "strike"})
_LONGEST_TAKEN_BACK = 300  # letters; more than that is a tag that was never closed
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
_SIZE = re.compile(r"(?:^|;)font-size:")
_COLOR = re.compile(r"(?:^|;)color:([^;!]+)")
_BACKGROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]+)")
_WHITE = frozenset({"white", "#fff", "#ffffff", "#fefefe", "rgb(255,255,255)", "rgba(255,255,255,1)", "#ffffffff"})
_CLEAR = re.compile(r"transparent|rgba\(.*,0?\.?0*\)|hsla\(.*,0?\.?0*\)|#[0-9a-f]{6}00")

# Of selectors over several elements, only those count that say whether something is shown.
_MOST_HIDDEN = 0.25  # of the letters of a page's paragraphs, by selectors over several elements
# What fades in by itself, or where a script marks the page as one that it works on.
_FADING_IN = re.compile(r"(?:^|;)(?:-webkit-)?animation(?:-name)?:(?!none)[a-z-]")
_OPENED_BY_BUTTON = wordings("furniture.read_more", re.IGNORECASE)
_LONGEST_BUTTON = 40  # characters
_HIDDEN_ELSEWHERE = re.compile(
    r"(?:hide|hidden)-(?:on-|for-)?(?:xs|sm|small|mobile|phone|tablet|handheld|print)\S*"
    r"|(?:mobile|phone|tablet|print|xs|sm)-(?:hide|hidden)|no-?print|d-print-none|print:hidden",
    re.IGNORECASE,
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


def show_embedded(tree: Any) -> None:
    """Put the pages that a page holds in itself, in the srcdoc of a frame, where a browser shows them."""
    from lxml import html  # type: ignore[import-untyped]  # noqa: PLC0415  only web pages need it

    for frame in [*tree.iter("iframe")]:
        source = frame.get("srcdoc", "")
        if source.lower().count("<p") < _FEWEST_EMBEDDED or len(source) > _LARGEST_EMBEDDED:
            continue
        frame.tag = "div"
        frame.append(html.fromstring(f"<div>{source}</div>"))


def remove_hidden(tree: Any) -> int:
    """Take scripts, styles and every hidden element out of an lxml tree, in place; the number of letters hidden."""
    from lxml import etree  # noqa: PLC0415  only web pages need it

    sheets = read_sheets(tree)
    if sheets.found:
        sheets = _without_much(tree, sheets)
    hidden = []
    for element in tree.iter(etree.Element):
        if element.tag in _NEVER_HIDDEN:
            continue
        if _is_no_text(element):
            element.tag = _DOOMED
        elif _is_hidden(element, sheets):
            if not _is_opened(element):
                hidden.append(element)
        else:
            _keep_shown(element)
    doomed = set(hidden)
    unscripted = sum(
        len("".join(element.itertext())) for element in tree.iter(_DOOMED) if element.find(".//p") is not None
    )
    letters = sum(len("".join(element.itertext())) for element in hidden if not _is_in(element, doomed))
    for element in hidden:
        element.tag = _DOOMED
    # All at once: one by one, the texts after them would be copied as often as there are such elements.
    etree.strip_elements(tree, _DOOMED, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    return letters + unscripted


def _is_opened(element: Any) -> bool:
    """Whether a button beside an element says that it opens the rest of the article: "Continue reading"."""
    for beside in (element.getprevious(), element.getnext()):
        if beside is None or beside.tag not in ("button", "a", "div", "p", "span", "label"):
            continue
        text = " ".join("".join(beside.itertext()).split())
        if len(text) <= _LONGEST_BUTTON and _OPENED_BY_BUTTON.fullmatch(text):
            return any(True for _ in element.iter("p")) or element.tag == "p"
    return False


def _keep_shown(element: Any) -> None:
    """Take from an element that a desktop shows what seems to hide it, which extraction goes by."""
    if "none" in element.get("style", ""):
        del element.attrib["style"]  # a later word in it shows it
    classes = element.get("class", "").split()
    kept = [name for name in classes if not _HIDDEN_ELSEWHERE.fullmatch(name)]
    if len(kept) < len(classes):
        element.set("class", " ".join(kept))


def _without_much(tree: Any, sheets: Sheets) -> Sheets:
    """The sheets without each selector over several elements that hides so much that a script must show it."""
    alone = sheets._replace(found={})
    hidden = {element for element in sheets.found if _is_hidden(element, sheets) and not _is_hidden(element, alone)}
    if not hidden:
        return sheets
    letters = 0
    by_rule: dict[int, int] = {}
    for paragraph in tree.iter("p"):
        length = len("".join(paragraph.itertext()).strip())
        letters += length
        around = [element for element in (paragraph, *paragraph.iterancestors()) if element in hidden]
        for order in {rule.precedence[2] for element in around for rule in sheets.found[element]}:
            by_rule[order] = by_rule.get(order, 0) + length
    much = {order for order, length in by_rule.items() if length > letters * _MOST_HIDDEN}
    kept = {
        element: [rule for rule in rules if rule.precedence[2] not in much] for element, rules in sheets.found.items()
    }
    return sheets._replace(found=kept)


def remove_code(tree: Any) -> None:
    """Take scripts, styles and other code out of an lxml tree, in place, and leave what is hidden."""
    from lxml import etree  # noqa: PLC0415  as above

    for element in tree.iter(etree.Element):
        if element.tag == "noscript":
            element.tag = "div"  # what a browser without scripts shows
        elif _is_no_text(element):
            element.tag = _DOOMED
    etree.strip_elements(tree, _DOOMED, etree.Comment, etree.ProcessingInstruction, with_tail=False)


def _is_no_text(element: Any) -> bool:
    """Whether an element holds code, a form or a caption, or words that the page has struck out."""
    if element.tag in _TAKEN_BACK:
        return len("".join(element.itertext())) <= _LONGEST_TAKEN_BACK
    if element.tag == "template" and ("shadowrootmode" in element.attrib or "shadowroot" in element.attrib):
        element.tag = "div"  # a browser shows it
        return False
    return element.tag in _NEVER_TEXT and not _is_metadata(element)


def _is_in(element: Any, others: set[Any]) -> bool:
    return any(parent in others for parent in element.iterancestors())


def _is_metadata(element: Any) -> bool:
    """JSON-LD is a script that holds title, date and outlet, and is no text."""
    return bool(element.tag == "script" and element.get("type") == "application/ld+json")


def _is_hidden(element: Any, sheets: Sheets) -> bool:
    attributes = element.attrib
    classes = attributes.get("class", "").split()
    if attributes.get("role") == "tooltip" or any(map(_OPENED_CLASS.fullmatch, classes)):
        return True
    if any(name in _HIDING_CLASSES for name in classes):
        return not any(map(_SHOWN_WHEN_WIDE.fullmatch, classes))
    if "hidden" in attributes or "popover" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    own = attributes.get("style")
    style = _style_of(element, classes, own, sheets)
    found = _INVISIBLE.search(style) if style else None
    if found and found[0].lstrip(";").startswith("opacity") and _FADING_IN.search(style):
        found = None
    if style and (found or (UNREADABLE.search(style) and not _has_sized_text(element, sheets))):
        return True
    if own and _is_uncoloured(element, squeeze(own)):
        return True
    colour, ground = _COLOR.search(style), _BACKGROUND.search(style)
    if colour and ground and colour[1] == ground[1]:
        return True
    return element.tag == "font" and attributes.get("color", "").lower() in _WHITE and not _backgrounds(element)


def _style_of(element: Any, classes: list[str], own: str | None, sheets: Sheets) -> str:
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
        style |= read_declarations(own)
    return ";".join(f"{name}:{value}" for name, value in style.items())


def _has_sized_text(element: Any, sheets: Sheets) -> bool:
    """Whether something in the element has a font size of its own, so that a size of 0 around it hides nothing."""
    for inner in element.iterdescendants():
        own = squeeze(inner.get("style", ""))
        if _SIZE.search(own) and not UNREADABLE.search(own):
            return True
        if not isinstance(inner.tag, str):
            continue
        names = {inner.tag, f"#{inner.get('id', '')}", *(f".{name}" for name in inner.get("class", "").split())}
        if names & sheets.sized:
            return True
    return False


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
        match = _BACKGROUND.search(squeeze(node.get("style", "")))
        if match:
            found.append(match[1])
        elif node.get("bgcolor"):
            found.append(node.get("bgcolor").lower())
    return found
