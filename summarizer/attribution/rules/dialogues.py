"""Whose a quotation is that stands alone among the short turns of two speakers: “Why?” Lund asked. “Because.”"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.speakers import said_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution

LONGEST_TURN = 40  # tokens of a paragraph
HE_OR_SHE = frozenset({"he", "she"})


def turn_of(paragraph: Paragraph, said: Sequence[Attribution]) -> Attribution | None:
    """The only statement of a short paragraph that begins with a quotation and leaves none open."""
    if len(said) != 1 or said[0].mention is None or len(paragraph.lower) > LONGEST_TURN:
        return None
    quotes = paragraph.quotes
    return said[0] if quotes and quotes[0][0] == 0 and not paragraph.regions[-1].is_open else None


def is_answers_question(paragraph: Paragraph, quote: Range, last: Attribution | None) -> bool:
    """Whether a question follows an answer, so that it is not by who has answered."""
    is_question = paragraph.tags[quote[1] - 2] == tags.QUESTION_MARK
    return is_question and last is not None and last.entry.lemma in grammar.ANSWERING


def in_turn(
    paragraph: Paragraph, quote: Range, last: Attribution | None, before: Attribution | None
) -> Attribution | None:
    """The quotation as said by who spoke before the last speaker, where the two speak by turns or that one asked."""
    if last is None or before is None or quote[1] < len(paragraph.lower) or len(paragraph.lower) > LONGEST_TURN:
        return None
    is_asked = last.entry.lemma in grammar.ASKING
    if before.mention is None or not _are_two(last, before, may_be_pronoun=is_asked):
        return None
    own = said_by(
        paragraph, quote, before.mention, before.cue, before.cue_paragraph or before.paragraph, "bare-quotation"
    )
    own.has_cue_word = False
    return own


def _are_two(one: Attribution, two: Attribution, *, may_be_pronoun: bool) -> bool:
    """Whether two mentions are for two persons: two names, "he" and "she", or where one has asked, any two."""
    first, second = _mentioned(one), _mentioned(two)
    if first == second or not first or not second:
        return False
    if {*first, *second} == HE_OR_SHE:
        return True
    pronouns = sum(not words.isdisjoint(HE_OR_SHE) for words in (first, second))
    return first.isdisjoint(second) and pronouns <= may_be_pronoun


def _mentioned(attribution: Attribution) -> set[str]:
    there = attribution.cue_paragraph or attribution.paragraph
    return (
        {word.removesuffix("’s") for word in there.lower[slice(*attribution.mention)]} if attribution.mention else set()
    )
