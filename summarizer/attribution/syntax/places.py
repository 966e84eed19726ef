"""Says who is meant where a place is told of somebody: fans, in "fans outside the hall said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.verb_groups import is_time

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph

MOST_BEFORE_NOUN = 4  # tokens
IN_PHRASE = tags.group(tags.NOUN, tags.ADJECTIVE, tags.S_FORM)
HEAD = tags.group(tags.NOUN, tags.S_FORM)
BEFORE_PHRASE = tags.group(tags.COMMA, tags.SEMICOLON, tags.QUOTATION_MARK, tags.SUBORDINATOR, tags.COORDINATOR)


def start_before_place(paragraph: Paragraph, first: int, left: int, *, is_relative: bool = False) -> int | None:
    """Where those begin of whom a phrase from `first` on only says where they are; None where it tells of nobody.

    They open their clause, "Fans outside the hall said", or a "who" follows, "met fans outside the hall who".
    """
    if first - 2 > left and paragraph.lower[first - 1] == "long" and paragraph.lower[first - 2] in grammar.WHERE:
        first -= 1  # "drivers with long routes"
    head = first - 2
    is_done = (
        head - 2 >= left and paragraph.lower[head - 1] == "being" and paragraph.tags[first - 1] == tags.PREPOSITION
    )
    if is_done:
        head -= 2  # "suits being heard in Ostby"
    is_placed = is_done or paragraph.lower[first - 1] in grammar.WHERE
    if head < left or not is_placed or paragraph.tags[head] not in HEAD:
        return None
    if paragraph.words[head][0].isupper() and head > left and not (is_relative and paragraph.lower[head].endswith("s")):
        return None  # "On Monday outside the court Ada Lund said"
    begin = _begin(paragraph, head, left)
    if begin is None or is_time(paragraph, head):
        return None
    return begin if is_relative or opens_clause(paragraph, begin, left) else None


def opening_of(paragraph: Paragraph, head: int, left: int) -> int | None:
    """Where a phrase for somebody that opens its clause begins, given its noun; None for another phrase."""
    begin = _begin(paragraph, head, left)
    return begin if begin is not None and opens_clause(paragraph, begin, left) else None


def _begin(paragraph: Paragraph, head: int, left: int) -> int | None:
    """Where the phrase of a noun begins: with a determiner, a number, or the words before a plural."""
    begin = head
    while begin > left and paragraph.tags[begin - 1] in IN_PHRASE and head - begin < MOST_BEFORE_NOUN:
        begin -= 1
    if begin > left and paragraph.tags[begin - 1] in (tags.DETERMINER, tags.NUMBER):
        return begin - 1
    is_several = paragraph.lower[head].endswith("s") or paragraph.lower[head] in grammar.PLURALS
    return begin if is_several else None


def opens_clause(paragraph: Paragraph, begin: int, left: int) -> bool:
    """Whether a phrase from a token on opens a sentence or a clause of it."""
    return begin == left or paragraph.tags[begin - 1] in BEFORE_PHRASE
