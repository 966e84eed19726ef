"""Recognises lines of a news page that are not part of the article; their wordings are in english/furniture.toml."""

from __future__ import annotations

import re

from summarizer.reading.layout.captions import SPEECH
from summarizer.reading.layout.paragraphs import ends_sentence
from summarizer.text.words import word_list, word_set, wordings

_LONGEST_LINE = 320  # characters
_LONGEST_MENU = 160
_LONGEST_BUTTONS = 100

_LINE = wordings("furniture.lines")
_LOOSE_LINE = wordings("furniture.loose_lines")
_COMMENTS_HEADING = wordings("furniture.headings.comments")
_RELATED_HEADING = wordings("furniture.headings.related")
_NEIGHBOUR = wordings("furniture.neighbours")
_TRAIL_ROOT = wordings("furniture.trail_roots")
_PHRASES = word_list("furniture.lists.phrases")
_SHARING = word_set("furniture.lists.sharing")
_DATE_WORDS = word_set("furniture.lists.dates")
_BYLINE_WORDS = word_set("furniture.lists.byline")

# What parts the page's own sections in a trail or a menu.
_SEPARATORS = re.compile(r"\s(?:[/>»›→•·|]|>>)\s|\s?[>»›]\s|\s?\|\s?")
_POINTING, _SHORTEST_TRAIL = re.compile(r"[>»›→]"), 2  # words in each of two parts
_COLUMNS = re.compile(r"\S(?: {2,}|\t+)\S")
_WORD = re.compile(r"[^\W_]+")
_BYLINE = re.compile(r"by\s*:?\s+", re.IGNORECASE)


def is_furniture(text: str) -> bool:
    """Whether a paragraph says by its own words that it is site furniture."""
    if len(text) <= 2 or not any(map(str.isalpha, text)):
        return True
    if len(text) > _LONGEST_LINE:
        return False
    low = text.lower()
    if _LINE.match(low) or low[-1] in "{}" or any(map(low.__contains__, _PHRASES)):
        return True
    if _LOOSE_LINE.match(low) and not _attributes(text):
        return True
    return len(text) <= _LONGEST_MENU and (_is_menu(text) or _is_byline(text))


def is_comments_heading(text: str) -> bool:
    """Whether a line heads the readers' comments or the form for them."""
    return len(text) <= 60 and _COMMENTS_HEADING.match(text.lower()) is not None


def is_related_heading(text: str) -> bool:
    """Whether a line heads links to other articles."""
    return len(text) <= 60 and _RELATED_HEADING.match(text.lower()) is not None


def is_neighbour_link(text: str) -> bool:
    """Whether a line can be a link to the article before or after: "Next Budget vote put off"."""
    return _NEIGHBOUR.match(text) is not None and not ends_sentence(text)


def last_crumb(text: str) -> str:
    """The last part of a breadcrumb trail, which is often the title; "" for a line that is none."""
    parts = _SEPARATORS.split(text)
    return parts[-1].strip() if _is_trail(text, parts) else ""


def _attributes(text: str) -> bool:
    return SPEECH.search(text) is not None or any(mark in text for mark in '"“”«')


def _is_menu(text: str) -> bool:
    """A breadcrumb trail, a row of sections, share buttons or a line of date and time."""
    if len(text) <= _LONGEST_BUTTONS and _is_row_of_buttons(text.lower()):
        return True
    if ends_sentence(text):
        return False
    if len(text) <= _LONGEST_BUTTONS and len(_COLUMNS.findall(text)) >= 2:
        return True
    parts = _SEPARATORS.split(text)
    if len(parts) > 1 and all(_LINE.match(part.strip().lower()) for part in parts):
        return True  # "Subscribe | Log in"
    return _is_trail(text, parts) or (len(parts) > 2 and "|" in text)


def _is_row_of_buttons(low: str) -> bool:
    """Whether a line, in lower case, has nothing but the words of share buttons, or of a date and time."""
    words = _WORD.findall(low)
    if not words:
        return False
    if _SHARING.issuperset(words):
        return True
    return any(map(str.isdigit, low)) and all(w in _DATE_WORDS or w[0].isdigit() for w in words)


def _is_trail(text: str, parts: list[str]) -> bool:
    if len(parts) == 1:
        return False
    if _TRAIL_ROOT.match(text.lower()) and len(parts[0].split()) <= 3:
        return True
    if len(parts) == 2 and _POINTING.search(text) and all(len(part.split()) <= _SHORTEST_TRAIL for part in parts):
        return True  # "Sport >> First league"
    return len(parts) > 2 and all(len(part.split()) <= 4 for part in parts[:-1])


def _is_byline(text: str) -> bool:
    """ "By Jo Doe and Ann Roe in Velm", but not "By Monday the water had gone." """
    match = _BYLINE.match(text)
    if match is None:
        return False
    words = _WORD.findall(text[match.end() :])
    names = [word for word in words if word.lower() not in _BYLINE_WORDS]
    if not words or len(words) > 16 or (text.endswith((".", "!", "?")) and len(words) > 5):
        return False
    return all(word[0].isupper() or word[0].isdigit() or len(word) == 1 for word in names)
