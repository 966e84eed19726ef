"""HTML that is a part of something else (a field, a mail, an item of a feed) to plain text, nothing left out."""

from __future__ import annotations

import html
import re
from typing import Any

from summarizer.reading.hidden_text import remove_hidden

_MARKUP = re.compile(
    r"<(?P<name>p|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|figure|table|section|article|body|html|u|small)"
    r"\b[^<>]*>.*?</(?P=name)\s*>|<(?:br|hr|img)\b[^<>]*>|<p>",
    re.DOTALL | re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
_BLOCKS = frozenset(
    {
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "aside",
        "nav",
        "blockquote",
        "ul",
        "ol",
        "li",
        "table",
    }
    | {"tr", "h1", "h2", "h3", "h4", "h5", "h6", "figure", "pre", "dl", "dt", "dd", "hr", "body", "form", "title"}
)
_HEAD = re.compile(r"<head\b[^<>]*>.*?</head\s*>", re.DOTALL | re.IGNORECASE)
_BREAK = "\x1e"  # a control that no text holds


def looks_like_markup(text: str) -> bool:
    """Whether a text is written in HTML: it has an element's both tags, a line break's tag, or character references."""
    return ("<" in text and _MARKUP.search(text) is not None) or ("&" in text and _ENTITY.search(text) is not None)


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML as its reader sees it: blocks apart by a blank line, nothing that is hidden."""
    if "<" not in markup:
        return clean_text(html.unescape(markup))
    from lxml import html as lxml_html  # type: ignore[import-untyped]  # noqa: PLC0415  only mark-up needs it

    cleaned = re.sub("[\x00\x1e\ud800-\udfff]", "", _HEAD.sub("", markup))
    tree = lxml_html.document_fromstring(f"<html><body><div>{cleaned}</div></body></html>")
    remove_hidden(tree)
    parts: list[str] = []
    _flow(tree, parts)
    blocks = (" ".join(block.split(" ")) for block in "".join(parts).split(_BREAK))
    lines = ("\n".join(filter(None, (" ".join(line.split()) for line in block.split("\v")))) for block in blocks)
    return clean_text("\n\n".join(filter(None, lines)))


def words_of(markup: str) -> str:
    """The text of HTML; what is escaped twice, as some programs write it, is still mark-up after the first time."""
    text = fragment_text(markup)
    return fragment_text(text) if "</" in text and looks_like_markup(text) else text


def clean_text(text: str) -> str:
    """The text without soft hyphens, which only tell where a word may be broken."""
    return text.replace("\u00ad", "")


def _flow(element: Any, parts: list[str]) -> None:
    """Append an element's text, in the order of the page, with marks where blocks and lines end."""
    if not isinstance(element.tag, str):
        return
    edge = _BREAK if element.tag in _BLOCKS else ""
    parts.append(edge)
    if element.text:
        parts.append(re.sub(r"\s+", " ", element.text))
    for child in element:
        if child.tag == "br":
            following = child.getnext()
            is_double = following is not None and following.tag == "br" and not (child.tail or "").strip()
            parts.append(_BREAK if is_double else "\v")
        else:
            _flow(child, parts)
        if child.tail:
            parts.append(re.sub(r"\s+", " ", child.tail))
    parts.append(edge)
