"""Wikitext: the words that a wiki shows, without its templates, notes, links to files and marks."""

from __future__ import annotations

import re

_LINKED = re.compile(r"\[\[[^\[\]\n]{1,300}\]\]")
_FEWEST = 2  # links in a text that is written so
_OTHER_MARKS = re.compile(r"'''|\{\{|^==[^=\n].*==\s*$", re.MULTILINE)
_NOTE = re.compile(r"<ref\b[^<>]*>|</ref>|<!--|-->")
_BRACKETS = re.compile(r"\{\{|\}\}|\{\||\|\}")
_FILE_LINK = re.compile(r"\[\[|\]\]")
_NO_WORDS = re.compile(
    r"\s*:?\s*(?:file|image|category|datei|bild|kategorie|fichier|catégorie|archivo|categoría)\s*:", re.IGNORECASE
)
_LINK = re.compile(r"\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]*)\]\]")
_OUTSIDE = re.compile(r"\[https?://[^\s\[\]]+(?:[ \t]+([^\[\]\n]*))?\]")
_QUOTES = re.compile(r"'{2,5}")
_HEADING = re.compile(r"^(=+)[ \t]*(.*?)[ \t]*\1[ \t]*$", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")


def is_wikitext(text: str) -> bool:
    """Whether a text is written as a wiki's pages are: links in double brackets, and other marks of it."""
    return "[[" in text and len(_LINKED.findall(text)) >= _FEWEST and _OTHER_MARKS.search(text) is not None


def without_wikitext(text: str) -> str:
    """The words that a wiki shows of a page's text, a heading on a line of its own."""
    text = _without_templates(_without_notes(text))
    text = _LINK.sub(r"\1", _without_file_links(text))
    text = _QUOTES.sub("", _OUTSIDE.sub(lambda match: match[1] or "", text))
    return _GAPS.sub("\n\n", _HEADING.sub(r"\n\2\n", text)).strip() + "\n"


def _without_notes(text: str) -> str:
    """A text without its notes and comments; what nothing closes stays."""
    kept: list[str] = []
    begin, opened = 0, ""
    for match in _NOTE.finditer(text):
        if not opened and match[0].startswith(("<ref", "<!--")):
            kept.append(text[begin : match.start()])
            opened = "" if match[0].endswith("/>") else "-->" if match[0] == "<!--" else "</ref>"
            begin = match.end() if not opened else match.start()
        elif match[0] == opened:
            begin, opened = match.end(), ""
    return "".join(kept) + text[begin:]


def _without_templates(text: str) -> str:
    """A text without templates and tables, whatever stands in them; one that nothing closes stays."""
    kept: list[str] = []
    depth = begin = 0
    for match in _BRACKETS.finditer(text):
        if match[0] in ("{{", "{|"):
            if depth == 0:
                kept.append(text[begin : match.start()])
                begin = match.start()
            depth += 1
        elif depth:
            depth -= 1
            begin = match.end() if depth == 0 else begin
    return "".join(kept) + text[begin:]


def _without_file_links(text: str) -> str:
    """A text without the links that show a picture or name a category, and what their captions link to."""
    kept: list[str] = []
    depth = begin = 0
    for match in _FILE_LINK.finditer(text):
        if match[0] == "[[":
            if depth == 0 and _NO_WORDS.match(text, match.end()):
                kept.append(text[begin : match.start()])
                begin, depth = match.start(), 1
            elif depth:
                depth += 1
        elif depth:
            depth -= 1
            begin = match.end() if depth == 0 else begin
    return "".join(kept) + text[begin:]
