"""Finds who speaks before a colon where that is not its sentence's subject: "Lund was blamed by a pilot: “...”"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.verb_groups import is_cue_word, skip_time_back

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

BEFORE_OTHER = frozenset({"and", "but", "before", "until", "when", "as"})
LONGEST_OTHER = 8  # tokens to the verb
MOST_BEFORE_PARTICIPLE = 3  # tokens from "was" to "blamed"


def other_before_colon(paragraph: Paragraph, left: int, colon: int, *, is_question: bool) -> Range | None:
    """Whose words are quoted after a colon, other than the subject's; None where the subject may speak.

    `is_question` says whether the quotation ends with a question mark: "was asked by a guest: “Why?”".
    """
    return _by_whom(paragraph, left, colon, is_question=is_question) or _whom_quoted(paragraph, left, colon)


def _by_whom(paragraph: Paragraph, left: int, colon: int, *, is_question: bool) -> Range | None:
    """The pilot, in "Lund was blamed by a pilot:"."""
    by = next((at for at in range(colon - 1, left + 1, -1) if paragraph.lower[at] == "by"), left)
    verb = skip_time_back(paragraph, by - 1, left)
    if by == left or paragraph.tags[verb] != tags.ED_FORM:
        return None
    if not is_cue_word(paragraph, verb) and paragraph.lower[verb] not in grammar.SHOUTED_AT:
        return None
    if grammar.BE.isdisjoint(paragraph.lower[max(left, verb - MOST_BEFORE_PARTICIPLE) : verb]):
        return None
    if paragraph.lower[verb] == "asked" and not is_question:
        return None  # what Lund answers is said
    agent = phrase_starting(paragraph, by + 1, colon)
    return agent if agent and paragraph.lower[agent[1] - 1] != "news" else None  # "was cheered by the news"


def _whom_quoted(paragraph: Paragraph, left: int, colon: int) -> Range | None:
    """Her mother, in "She quoted her mother:"."""
    verb = next((at for at in range(colon - 2, left, -1) if paragraph.lower[at] in grammar.QUOTED_BEFORE), None)
    quoted = phrase_starting(paragraph, verb + 1, colon) if verb is not None else None
    return quoted if quoted and quoted[1] == colon else None


def cuts_in(paragraph: Paragraph, after: int, right: int) -> Range | None:
    """Who takes the word behind a cue: her husband, in "“It is late,” Lund said, and her husband cut in. “No.”"."""
    first = after + (paragraph.tag_at(after) == tags.COMMA)
    if paragraph.word_at(first) not in BEFORE_OTHER:
        return None
    for verb in range(first + 2, min(first + LONGEST_OTHER, right)):
        words = paragraph.lower[verb : verb + 2]
        if words[0] in grammar.CUTTING_IN or " ".join(words) in grammar.CUTTING_IN:
            return (first + 1, verb)
    return None
