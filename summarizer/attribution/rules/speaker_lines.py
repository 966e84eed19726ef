"""The rules that need no cue word: a name and a colon, and a survey that opens a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.syntax.clauses import quotation_from
from summarizer.attribution.syntax.noun_phrases import phrase_starting
from summarizer.attribution.syntax.site import Attribution
from summarizer.attribution.syntax.verb_groups import has_finite

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph

LONGEST_NAME = 8  # tokens
LONGEST_INTRODUCTION = 12  # tokens between a survey and the comma after which its result begins

NOT_NAME_START = tags.group(tags.FINITE, tags.PREPOSITION, tags.CLAUSE_START, tags.NUMBER, tags.OBJECT_PRONOUN)


def read_speaker(paragraph: Paragraph, left: int, right: int) -> Attribution | None:
    """A name and a colon before the words said, where a paragraph begins: Marsh: We shall not yield."""
    colon = paragraph.tags.find(tags.COLON, left + 1, min(left + LONGEST_NAME, right))
    if colon < 0 or colon + 3 >= right or not _is_name(paragraph, left, colon):
        return None
    start = colon + 1
    is_quotation = paragraph.tags[start] == tags.QUOTATION_MARK
    has_verb = has_finite(paragraph, start, right) or not tags.PERHAPS_FINITE.isdisjoint(paragraph.tags[start:right])
    if not is_quotation and paragraph.lower[start] not in {"‘", "'"} and not has_verb:
        return None
    content = (start, right if paragraph.is_headline(left, right) else len(paragraph.lower))
    if is_quotation:
        content = quotation_from(paragraph, start, right)
    saying = load_lexicon().plain_saying
    return Attribution(paragraph, [content], (left, colon), (colon, start), saying, "quotation", "speaker")


def _is_name(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether some tokens before a colon are a name and not a heading."""
    if paragraph.lower[first] in grammar.NOT_SPEAKERS or paragraph.lower[past - 1] in grammar.NOT_SPEAKERS:
        return False
    if paragraph.tags[first] in NOT_NAME_START or has_finite(paragraph, first, past):
        return False
    return all(
        paragraph.words[index][0].isupper() or paragraph.lower[index] in grammar.SMALL_IN_NAME
        for index in range(first, past)
    )


def read_survey(paragraph: Paragraph, left: int, right: int) -> Attribution | None:
    """In a survey, ...: the survey is the source of the clause after it."""
    if left + 3 >= right:
        return None
    survey = phrase_starting(paragraph, left + 1, right)
    if survey is None or grammar.SURVEYS.isdisjoint(paragraph.lower[survey[0] : survey[1]]):
        return None
    comma = paragraph.tags.find(tags.COMMA, survey[1], min(survey[1] + LONGEST_INTRODUCTION, right))
    if comma < 0 or not has_finite(paragraph, comma, right):
        return None
    saying = load_lexicon().plain_saying
    return Attribution(paragraph, [(comma + 1, right)], survey, (left, left + 1), saying, "clause", "survey")
