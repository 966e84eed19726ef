"""Finds who acts before a quotation in verbs that the lexicon does not know: "Her son comes in. “...”"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.sources.vocabulary import is_personal
from summarizer.attribution.syntax.phrase_starts import phrase_starting

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

SHORTEST_VERB = 4  # letters of "nods"
LONGEST_APPOSITION = 8  # tokens
LONGEST_OPENING = 6  # tokens of "On the third day"
OPENINGS = tags.group(tags.COORDINATOR, tags.ADVERB)
VERB = tags.group(tags.NOUN, tags.S_FORM)  # what the lexicon does not know is tagged as a noun
AFTER_VERB = tags.group(
    tags.AFTER_VERB, tags.PREPOSITION, tags.SENTENCE_END, tags.COMMA, tags.COORDINATOR, tags.SEMICOLON
)
NOT_SINGULAR = ("ss", "us", "'s", "’s")


def acting_subject(before: Paragraph, left: int, right: int) -> tuple[Range, int] | None:
    """Who opens a sentence, alone or after a phrase of place or time, with the verb in the present that follows."""
    first = left
    while first < right and before.tags[first] in OPENINGS:
        first += 1
    if first < right and before.tags[first] == tags.PREPOSITION:
        past = min(right, first + LONGEST_OPENING)
        anew = next((at for at in range(first + 2, past) if before.tags[at] == tags.DETERMINER), past)
        opening = phrase_starting(before, first + 1, anew)  # "At noon | his son"
        if opening is None:
            return None
        first = opening[1] + (before.tag_at(opening[1]) == tags.COMMA)
    phrase = phrase_starting(before, first, right)
    for name in () if phrase is None else (phrase, (first, phrase[1] - 1)):
        verb = _past_apposition(before, name[1], right)
        if name[0] < name[1] and _is_present(before, verb, right):
            return name, verb
    return None


def _past_apposition(before: Paragraph, at: int, right: int) -> int:
    """The token after "Berta," in "His wife, Berta, comes in"; the same token where no apposition begins there."""
    if before.tag_at(at) != tags.COMMA:
        return at
    comma = before.tags.find(tags.COMMA, at + 1, min(right, at + LONGEST_APPOSITION))
    return comma + 1 if comma > 0 else at


def _is_present(before: Paragraph, at: int, right: int) -> bool:
    """Whether a token looks like a verb in the third person: "comes", before what may follow a verb."""
    if at + 1 >= right or before.tags[at] not in VERB or before.tags[at + 1] not in AFTER_VERB:
        return False
    word = before.words[at]
    if is_personal(word):
        return False  # "the town elders of Ostby"
    return word.islower() and word.endswith("s") and len(word) >= SHORTEST_VERB and not word.endswith(NOT_SINGULAR)


def does_not_react(before: Paragraph, verb: int) -> bool:
    """Whether somebody is told not to react, so that what is quoted next is another's: "He did not laugh."."""
    at = verb
    if before.lower[at] in grammar.DOES:
        at += 1
        if before.word_at(at) != "not":
            return False
    elif before.lower[at] not in grammar.DOES_NOT:
        return False
    return before.word_at(at + 1) in grammar.UNREACTING


def only_listens(before: Paragraph, subject: Range) -> bool:
    """Whether a subject is for those who listen: "Somebody laughed", "The crowd stood"."""
    return before.lower[subject[1] - 1] in grammar.LISTENERS
