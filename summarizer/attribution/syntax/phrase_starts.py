"""Reads the noun phrase that begins at a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.verb_groups import is_cue_word, is_finite, is_time

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

NOMINAL = tags.NOUN_PHRASE_START - {tags.PRONOUN, tags.QUOTATION_MARK}
LINKING = tags.group(tags.PREPOSITION, tags.COORDINATOR, tags.STOP)  # join two nouns, or a noun and its abbreviation
JOINABLE = tags.group(NOMINAL - {tags.OBJECT_PRONOUN}, LINKING)
AFTER_AND = tags.group(tags.NOUN, tags.DETERMINER, tags.NUMBER)
BEFORE_DETERMINER = tags.group(tags.PREPOSITION, tags.COORDINATOR, tags.ADJECTIVE)
AFTER_CUE = tags.group(tags.COMMA, tags.COLON, tags.QUOTATION_MARK, tags.SUBORDINATOR)
INSIDE = frozenset({"in", "at", "inside", "within"})
LONGEST_SCARE_QUOTE = 5  # tokens, marks included


def abbreviates(paragraph: Paragraph, stop: int) -> bool:
    """Whether a full stop ends an abbreviation: Sen., Calif., J."""
    word = paragraph.words[stop - 1]
    return paragraph.lower[stop] == "." and word[0].isupper() and len(word) < 6


def phrase_starting(paragraph: Paragraph, first: int, right: int) -> Range | None:
    """The noun phrase whose first token is `first`, with its "of", "for" and "from" phrases.

    Tokens from `right` on stay out of it.
    """
    if first >= right:
        return None
    if paragraph.tags[first] in (tags.PRONOUN, tags.OBJECT_PRONOUN):
        return (first, first + 1)
    past = first
    while past < right and _joins_right(paragraph, past, first, right):
        past += 1
    quote = paragraph.quote_at(past) if past == first + 1 and past < right else None
    if (
        quote
        and quote[0] == past
        and quote[1] - past <= LONGEST_SCARE_QUOTE
        and paragraph.tags[first] == tags.DETERMINER
    ):
        past = quote[1]  # a “playbook” of the guild
        while past < right and _joins_right(paragraph, past, first, right):
            past += 1
    while past > first and (paragraph.tags[past - 1] in LINKING or _is_left_over(paragraph, first, past - 1)):
        past -= 1
    return (first, past) if past > first else None


def _is_left_over(paragraph: Paragraph, first: int, index: int) -> bool:
    """Whether the last word of a phrase begins what is said of its head: "a study published [in Nature]"."""
    is_time_next = index + 1 < len(paragraph.tags) and is_time(paragraph, index + 1)
    if index - first < 1:
        return False
    if paragraph.lower[index] in grammar.TIME_OPENINGS and is_time_next:
        return True  # "a poll taken [last week]"
    if paragraph.tags[index] != tags.ED_FORM or paragraph.lower[index] not in grammar.MADE_PUBLIC:
        return False
    is_dated = is_time_next or paragraph.word_at(index + 1) in grammar.TIME_OPENINGS
    return is_dated or paragraph.tag_at(index + 1) == tags.PREPOSITION


def source_starting(paragraph: Paragraph, first: int, right: int) -> Range | None:
    """The same with where an unnamed source sits: "a source in the general staff", "two officials at the ministry"."""
    phrase = phrase_starting(paragraph, first, right)
    if phrase is not None and paragraph.tags[first] == tags.DETERMINER and _is_plural_after(paragraph, phrase[1]):
        of = phrase_starting(paragraph, phrase[1] + 2, right) if paragraph.word_at(phrase[1] + 1) == "of" else None
        return (first, of[1] if of else phrase[1] + 1)  # "the explanatory notes of the bill"
    is_doing = phrase is not None and phrase[1] - 1 > first and paragraph.tags[phrase[1] - 1] == tags.ING_FORM
    if is_doing and phrase is not None and paragraph.tag_at(phrase[1]) == tags.PREPOSITION:
        where = phrase_starting(paragraph, phrase[1] + 1, right)
        return (first, where[1]) if where else phrase  # "divers working in the harbour"
    if phrase is None or paragraph.lower[phrase[1] - 1] not in grammar.SOURCE_NOUNS:
        return phrase
    place = phrase_starting(paragraph, phrase[1] + 1, right) if paragraph.word_at(phrase[1]) in INSIDE else None
    if (
        place is None
        or is_time(paragraph, place[0])
        or not grammar.OCCASIONS.isdisjoint(paragraph.lower[slice(*place)])
    ):
        return phrase
    return (first, place[1])


def _is_plural_after(paragraph: Paragraph, index: int) -> bool:
    """Whether what may be a verb is a plural that ends a phrase: the explanatory | notes."""
    return paragraph.tag_at(index) == tags.S_FORM and (
        paragraph.word_at(index + 1) == "of" or paragraph.tag_at(index + 1) in tags.SENTENCE_END
    )


def addressee_starting(paragraph: Paragraph, first: int, right: int) -> Range | None:
    """Whom something is told, with a name that has an article of its own: "the website The Lantern"."""
    phrase = phrase_starting(paragraph, first, right)
    if phrase is None or phrase[1] >= right or paragraph.words[phrase[1]] != "The":
        return phrase
    name = phrase_starting(paragraph, phrase[1], right)
    return (first, name[1]) if name and paragraph.lower[phrase[1] - 1] in grammar.PAPERS else phrase


def _joins_right(paragraph: Paragraph, index: int, first: int, right: int) -> bool:
    """Whether a token goes on with the phrase that begins at `first`."""
    tag, word = paragraph.tags[index], paragraph.lower[index]
    if tag == tags.NOUN and (word not in grammar.TIME or _is_in_name(paragraph, index, right)):
        return True
    if tag not in JOINABLE and word not in grammar.ORDINALS:
        return False
    if tag == tags.PREPOSITION:
        if index == first or paragraph.tag_at(index + 1) == tags.ING_FORM:
            return False
        is_author_next = word == "by" and not grammar.DOCUMENTS.isdisjoint(paragraph.lower[first:index])
        return is_author_next or word in grammar.AFTER_NOUN
    if tag == tags.COORDINATOR:
        is_noun_next = index + 1 < right and paragraph.tags[index + 1] in AFTER_AND
        return word == "and" and is_noun_next and paragraph.lower[index + 1] != "that"
    if tag == tags.STOP:
        return first < index < right - 1 and abbreviates(paragraph, index)
    return index == first or _joins_word(paragraph, index, right)


def _is_in_name(paragraph: Paragraph, index: int, right: int) -> bool:
    """Whether a word of time is part of a name: the Evening Bell, the Sunday Herald."""
    following = index + 1
    if following >= right or not index or paragraph.tags[index - 1] != tags.DETERMINER:
        return False
    is_name_next = paragraph.tags[following] == tags.NOUN and paragraph.words[following][0].isupper()
    return is_name_next and paragraph.words[index][0].isupper() and not is_time(paragraph, following)


def _joins_word(paragraph: Paragraph, index: int, right: int) -> bool:
    """Whether a determiner, a number or a form of a verb belongs to the same phrase as the word before it."""
    tag, before = paragraph.tags[index], paragraph.tags[index - 1]
    if tag == tags.DETERMINER:
        # "the the", "such a count"
        return before in BEFORE_DETERMINER or paragraph.lower[index - 1] in (paragraph.lower[index], "such")
    if tag == tags.ADVERB:
        return before == tags.DETERMINER  # "her first visit"
    if tag == tags.S_FORM and paragraph.lower[index] in grammar.REPORTS:
        following = paragraph.tag_at(index + 1)
        leads_to_clause = following == tags.SUBORDINATOR and paragraph.tag_at(index + 2) in tags.SUBJECT_START
        is_described = following == tags.PRONOUN and paragraph.tag_at(index + 2) in tags.PAST_OR_ED_FORM
        if following == tags.ED_FORM or leads_to_clause or is_described:
            return True  # "court documents obtained by", "said in court files that the dam", not "files that show"
    is_night_watchman = before == tags.DETERMINER and _is_noun_next(paragraph, index, right)
    if tag != tags.NUMBER and is_time(paragraph, index) and not is_night_watchman:
        return False
    if tag == tags.ING_FORM and before == tags.NOUN and is_cue_word(paragraph, index):
        return False
    if tag == tags.ING_FORM and paragraph.tag_at(index + 1) == tags.DETERMINER and before != tags.DETERMINER:
        return False  # "a report listing the faults"
    if tag == tags.ED_FORM and before == tags.NOUN and paragraph.tag_at(index + 1) in AFTER_CUE:
        return not is_cue_word(paragraph, index)  # "noting that it was late, Lund asked, …"
    return tag == tags.NOUN or not is_finite(paragraph, index)


def _is_noun_next(paragraph: Paragraph, index: int, right: int) -> bool:
    """Whether a noun goes on with a word of time: "the night watchman", "the Evening Herald"."""
    following = index + 1
    if following >= right or paragraph.tags[following] != tags.NOUN:
        return False
    is_small = paragraph.words[following].islower()
    return is_small == paragraph.words[index].islower() and not is_time(paragraph, following)
