"""Finds all the names of a list of which only the last two were found: "Arle, Varn and Lund said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import tags
from summarizer.attribution.syntax.verb_groups import is_time
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

TITLES = frozenset(map(str.lower, word_set("words.titles.abbreviated")))
BEFORE_LIST = tags.group(tags.COMMA, tags.COLON, tags.SEMICOLON, tags.SUBORDINATOR, tags.QUOTATION_MARK)
AFTER_PREPOSITION = tags.group(tags.PREPOSITION, tags.TO)


def whole_list(paragraph: Paragraph, subject: Range, left: int) -> Range:
    """The subject with the names before it: for "Arle, Varn and Lund", of which the phrase found is "Varn and Lund"."""
    begin, past = subject
    if begin - 2 >= left and paragraph.lower[begin - 1] == "and" and paragraph.lower[begin - 2] in {"he", "she"}:
        return (begin - 2, past)  # "she and a cousin"
    if tags.COORDINATOR not in paragraph.tags[begin:past] or not _follows_comma(paragraph, begin, left):
        return subject
    first = begin
    while _follows_comma(paragraph, first, left) and paragraph.tags[first - 2] == tags.NOUN:
        name = first - 2
        while name > left and paragraph.tags[name - 1] == tags.NOUN:
            name -= 1
        if not all(word[0].isupper() for word in paragraph.words[name : first - 1]) or is_time(paragraph, name):
            break
        if name - 2 >= left and paragraph.tags[name - 1] == tags.STOP and paragraph.lower[name - 2] in TITLES:
            name -= 2  # "Ms. Lund, Mrs. Rao and others"
        first = name
    if paragraph.tag_at(first - 2) in AFTER_PREPOSITION and paragraph.lower[first - 1] == "the":
        return subject  # "In addition to the Front, skippers and lawyers said"
    opens = (
        first == left
        or paragraph.tags[first - 1] in BEFORE_LIST
        or paragraph.lower[first - 1] in {"and", "but", "while", "the"}
    )
    return (first, past) if opens and paragraph.words[first][0].isupper() else subject


def _follows_comma(paragraph: Paragraph, index: int, left: int) -> bool:
    """Whether a word and a comma stand before a token."""
    return index - 2 >= left and paragraph.tags[index - 1] == tags.COMMA
