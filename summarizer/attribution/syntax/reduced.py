"""Reads those of whom a participle or a clause tells something before their verb: "a clerk asked to wait said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.noun_phrases import phrase_ending
from summarizer.attribution.syntax.places import opening_of, opens_clause
from summarizer.attribution.syntax.relatives import before_relative
from summarizer.attribution.syntax.verb_groups import POSSESSIVE, ends_relative, is_cue_word, is_finite, is_time

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

LONGEST = 9  # tokens from "asked" to "said"
SOMEBODYS = frozenset({"who", "whose"})
RELATIVE_END = tags.group(tags.PAST_OR_ED_FORM, tags.BASE_FORM, tags.ING_FORM, tags.PREPOSITION, tags.ADVERB)
AFTER_PARTICIPLE = tags.group(tags.TO, tags.PREPOSITION)
BETWEEN = tags.group(
    tags.NOUN, tags.DETERMINER, tags.ADJECTIVE, tags.NUMBER, tags.PREPOSITION, tags.TO, tags.BASE_FORM, tags.S_FORM,
    tags.OBJECT_PRONOUN, tags.ADVERB,
)  # fmt: skip
LONGEST_RELATIVE = 14  # tokens
RELATIVES = frozenset({"that", "who", "which"})
BEFORE_THAT = tags.group(tags.NOUN, tags.ING_FORM, tags.S_FORM)  # "the rules that", "a meeting that"
NO_HEAD = tags.group(tags.FINITE, tags.COMMA, tags.QUOTATION_MARK)


def described_before(paragraph: Paragraph, verb: int, left: int) -> Range | None:
    """Those who are told, asked or ordered something before the verb that begins at a token; None for no such case."""
    for at in range(verb - 2, max(left, verb - LONGEST), -1):
        if paragraph.lower[at] in grammar.REDUCED:
            return _described(paragraph, at, verb, left)
        if paragraph.tags[at] == tags.ING_FORM and paragraph.tags[at - 1] == tags.NOUN:
            return _doing(paragraph, at, verb, left)
        if paragraph.tags[at] not in BETWEEN and paragraph.lower[at] != "be":
            return None
    return None


def head_before_relative(paragraph: Paragraph, verb: int, left: int) -> Range | None:
    """Those whose relative clause ends with a verb right before another: "Two men who had fled (first) | said"."""
    last = verb - 1 - ends_relative(paragraph, verb - 1, left)
    if last <= left or paragraph.tags[last] not in RELATIVE_END or paragraph.tags[verb] not in tags.PAST_OR_ED_FORM:
        return None
    for who in range(last - 1, max(left, verb - LONGEST), -1):
        if paragraph.tags[who] == tags.WH_WORD:
            head = _head_of(paragraph, who, left) if paragraph.lower[who] in SOMEBODYS else None
            return head if head and opens_clause(paragraph, head[0], left) else None
        if paragraph.tags[who] in tags.CLAUSE_BREAK:
            return None
    return None


def before_main_verb(paragraph: Paragraph, first: int, past: int, left: int) -> Range:
    """What a relative clause asks for, without the verb after the clause: "who asked to be excused | said"."""
    for verb in range(first + 1, past):
        if paragraph.tags[verb] == tags.PAST and head_before_relative(paragraph, verb, left):
            return (first, verb)
    return (first, past)


def _doing(paragraph: Paragraph, at: int, verb: int, left: int) -> Range | None:
    """Those of whom a participle at a token tells what they do: "people queuing outside the bank said"."""
    if paragraph.tags[verb] not in tags.PAST_OR_ED_FORM or paragraph.tags[verb - 1] not in BETWEEN:
        return None  # "Lund Oil, a lamp oil drilling firm, said"
    is_speaking = paragraph.lower[at] in grammar.SPEAKING or paragraph.lower[at - 1].endswith(POSSESSIVE)
    is_dated = any(is_time(paragraph, index) for index in range(at + 1, verb))
    return None if is_speaking or is_dated else _opening(paragraph, at, verb, left)


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
    return _opening(paragraph, at, verb, left)


def _opening(paragraph: Paragraph, at: int, verb: int, left: int) -> Range | None:
    """The phrase up to a verb, where the noun before a token opens its clause and is no name."""
    begin = opening_of(paragraph, at - 1, left)
    if begin is None or (paragraph.words[at - 1][0].isupper() and at - 1 > left):
        return None
    return (begin, verb)


def head_of_relative(paragraph: Paragraph, phrase: Range, left: int, *, is_closed: bool) -> Range | None:
    """For "voters who back the plan": the voters, when the phrase found, the plan, ends a relative clause.

    `is_closed` says that an insertion ends that clause where else a comma would: "Ostmark, which has nine ports – ...".
    """
    first = max(left, phrase[0] - LONGEST_RELATIVE) + 1
    letters, lower = paragraph.tags, paragraph.lower
    if tags.WH_WORD not in letters[first : phrase[0]] and "that" not in lower[first : phrase[0]]:
        return None
    # "the firm that runs the dam": the phrase found begins with the verb
    has_verb = letters[phrase[0] : phrase[0] + 2] == tags.S_FORM + tags.DETERMINER
    has_verb = has_verb or (letters[phrase[0]] == tags.S_FORM and lower[phrase[0] - 1] in RELATIVES)
    for index in range(phrase[0] - 1, first - 1, -1):
        tag, is_that = letters[index], lower[index] == "that"
        if is_that and _is_that_of_cue(paragraph, index, left):
            return None
        if tag == tags.WH_WORD and has_verb and is_closed and index - 2 >= left and letters[index - 1] == tags.COMMA:
            return phrase_ending(paragraph, index - 2, left)
        if tag == tags.WH_WORD or (is_that and has_verb and letters[index - 1] in BEFORE_THAT):
            return _head_of(paragraph, index, left) if has_verb and letters[index - 1] not in NO_HEAD else None
        if tag in tags.CLAUSE_BREAK or (tag == tags.SUBORDINATOR and not is_that):
            return None
        # "the dog that bit the mayor": a noun between "that" and "the" is a verb
        is_verb = letters[index : index + 2] == tags.NOUN + tags.DETERMINER and lower[index - 1] in RELATIVES
        has_verb = has_verb or is_verb or is_finite(paragraph, index) or tag in tags.PERHAPS_FINITE
    return None


def _head_of(paragraph: Paragraph, pronoun: int, left: int) -> Range | None:
    """Whom a relative clause is about, over another one before it: "a woman | who runs it and who has two sons"."""
    if paragraph.tags[pronoun - 1] != tags.COORDINATOR:
        return phrase_ending(paragraph, pronoun - 1, left)
    others = range(pronoun - 2, max(left, pronoun - LONGEST_RELATIVE), -1)
    first = next((at for at in others if paragraph.lower[at] == paragraph.lower[pronoun]), None)
    return phrase_ending(paragraph, before_relative(paragraph, first, left), left) if first is not None else None


def _is_that_of_cue(paragraph: Paragraph, index: int, left: int) -> bool:
    """Whether a "that" leads to what a cue shortly before it says: "said on Monday that"."""
    near = range(max(left, index - 5), index)
    return any(is_cue_word(paragraph, at) and paragraph.tags[at] in tags.PAST_OR_ED_FORM for at in near)
