"""Reads those of whom a participle tells something before their verb: "a clerk asked to explain the delay said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.places import opening_of

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

LONGEST = 9  # tokens from "asked" to "said"
AFTER_PARTICIPLE = tags.group(tags.TO, tags.PREPOSITION)
BETWEEN = tags.group(
    tags.NOUN, tags.DETERMINER, tags.ADJECTIVE, tags.NUMBER, tags.PREPOSITION, tags.TO, tags.BASE_FORM, tags.S_FORM,
    tags.OBJECT_PRONOUN, tags.ADVERB,
)  # fmt: skip


def described_before(paragraph: Paragraph, verb: int, left: int) -> Range | None:
    """Those who are told, asked or ordered something before the verb that begins at a token; None for no such case."""
    for at in range(verb - 2, max(left, verb - LONGEST), -1):
        if paragraph.lower[at] in grammar.REDUCED:
            return _described(paragraph, at, verb, left)
        if paragraph.tags[at] not in BETWEEN:
            return None
    return None


def is_reduced(paragraph: Paragraph, at: int, left: int, right: int) -> bool:
    """Whether a participle at a token only says who it is whose verb comes later, and is no past tense."""
    if paragraph.lower[at] not in grammar.REDUCED or at - 1 < left or paragraph.tags[at - 1] != tags.NOUN:
        return False
    for verb in range(at + 2, min(at + LONGEST, right)):
        if paragraph.tags[verb] == tags.PAST:
            return _described(paragraph, at, verb, left) is not None
        if paragraph.tags[verb] not in BETWEEN:
            return False
    return False


def _described(paragraph: Paragraph, at: int, verb: int, left: int) -> Range | None:
    """The phrase from a noun that opens its clause to the verb, with the participle at a token right after the noun."""
    if paragraph.tag_at(at + 1) not in AFTER_PARTICIPLE or paragraph.tag_at(verb + 1) in tags.FINITE:
        return None  # "urged the crew to take a step the mayor said was late"
    begin = opening_of(paragraph, at - 1, left)
    if begin is None or (paragraph.words[at - 1][0].isupper() and at - 1 > left):
        return None
    return (begin, verb)
