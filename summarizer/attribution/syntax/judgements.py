"""Tells where the writer says more of what was said, and who spoke does not: ", a claim that the guild denies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.verb_groups import (
    has_finite,
    skip_adverbs,
)

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph

LONGEST_ECHO = 7  # tokens from "a line" to "by" in "a line repeated on Tuesday by"


def describes_at(paragraph: Paragraph, start: int, right: int) -> bool:
    """Whether the writer says more of what was said: "– a process that could divide them", "– in effect ending it"."""
    participle = skip_adverbs(paragraph, start, right)
    if start < participle < right - 1 and paragraph.tags[participle] == tags.ING_FORM:
        return True
    if paragraph.lower[start] not in grammar.INDEFINITE_ARTICLES:
        return False
    noun = phrase_starting(paragraph, start, right)
    following = noun[1] if noun else right
    if following + 1 >= right:
        return False
    is_relative = paragraph.lower[following] == "that" or paragraph.tags[following] == tags.WH_WORD
    return is_relative and paragraph.tags[following + 1] in tags.FINITE  # not "– a belief that they are late"


def judged_at(paragraph: Paragraph, start: int, right: int) -> bool:
    """Whether the writer judges here what somebody said: "a claim that the guild denies", "something she denies"."""
    noun = start + 1 if paragraph.lower[start] in grammar.INDEFINITE_ARTICLES else start
    if noun + 2 >= right or paragraph.lower[noun] not in grammar.JUDGED:
        return False
    if noun == start and paragraph.lower[noun] != "something":
        return False
    if paragraph.lower[noun + 1] == "not":
        return True  # "a request not always honoured"
    if paragraph.tags[noun + 1] == tags.ED_FORM and "by" in paragraph.lower[noun + 2 : noun + LONGEST_ECHO]:
        return True  # "a view echoed by Lund"
    is_relative = paragraph.lower[noun + 1] in {"that", "which"}
    first = noun + 1 + is_relative
    if is_relative and paragraph.tags[first] in tags.HELPING:
        return True  # "a claim that could not be checked"
    subject = phrase_starting(paragraph, first, right)
    if subject is None or subject[1] >= right:
        return False
    # "a demand Lund dismissed as late"
    is_told = paragraph.words[first][0].isupper() and tags.ED_FORM in paragraph.tags[first + 1 : subject[1] + 1]
    return is_told or has_finite(paragraph, first, right)
