"""Quotations that a noun gives to somebody: "“No” was her answer", "“A farce,” was Lund's verdict"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.site import Attribution
from summarizer.attribution.syntax.verb_groups import POSSESSIVE

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

CAME = frozenset({"was", "is", "came"})


def given_as_answer(paragraph: Paragraph, quote: Range) -> Attribution | None:
    """A quotation of any length that opens its sentence, and of which it is told whose answer it was."""
    first, verb = quote
    left, right = paragraph.sentence_at(first)
    right = max(right, paragraph.sentence_at(verb - 1)[1])
    if first != left or verb + 2 >= right or paragraph.lower[verb] not in CAME:
        return None
    phrase = phrase_starting(paragraph, verb + 1, right)
    if phrase is None or paragraph.lower[phrase[1] - 1] not in grammar.ANSWERS_GIVEN:
        return None
    owner = _owner(paragraph, phrase)
    if owner is None:
        return None
    saying = load_lexicon().plain_saying
    cue = (phrase[1] - 1, phrase[1])
    return Attribution(paragraph, [quote], owner, cue, saying, "quotation", "spoken-after", has_cue_word=False)


def _owner(paragraph: Paragraph, phrase: Range) -> Range | None:
    """Whose a noun is: her, in "her curt reply"; the mayor, in "the mayor's verdict"."""
    first, past = phrase
    if paragraph.lower[first] in grammar.POSSESSIVES:
        return (first, first + 1)
    end = next((at + 1 for at in range(first, past) if paragraph.lower[at].endswith(POSSESSIVE)), None)
    return (first, end) if end is not None and can_speak(paragraph, (first, end)) else None
