"""Says what an "and" or a "but" in what is said leads to: more of it, or something else that is done or said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.verb_groups import (
    has_finite,
    has_verb,
    is_cue_word,
    is_finite,
    skip_adverbs,
)

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph

OBJECT_OR_CLAUSE = tags.group(tags.DETERMINER, tags.PRONOUN, tags.OBJECT_PRONOUN, tags.SUBORDINATOR)
OBJECT_OR_NAME = tags.group(OBJECT_OR_CLAUSE, tags.NOUN, tags.TO)
AFTER_PRESENT = tags.group(OBJECT_OR_NAME, tags.ADVERB)  # "points out that"
NEVER_LISTED = tags.group(tags.COMMA, tags.BASE_FORM)
BEFORE_BASE = tags.group(tags.MODAL, tags.TO)
NEAR_AND = 5  # tokens before an "and" in which an infinitive may begin
BEFORE_CUE_VERB = tags.group(tags.HELPING, tags.ADVERB)
BETWEEN_AND_AND_CUE = tags.group(tags.SUBJECT_START, BEFORE_CUE_VERB, tags.PREPOSITION)
NOUN_LIKE = tags.group(tags.BASE_FORM, tags.S_FORM, tags.OTHER_MARK)  # "the trust", "the crews' trust"
BEFORE_NOUN_LIKE = tags.group(tags.BEFORE_NOUN, tags.OTHER_MARK, tags.NOUN)
BEFORE_NOUN_OR_PHRASE = tags.group(tags.BEFORE_NOUN, tags.PREPOSITION)


class Content(NamedTuple):
    """What is said, while its end is looked for: it begins at `first`, in a sentence that ends before `right`."""

    paragraph: Paragraph
    first: int
    right: int
    is_phrase: bool
    is_inner: bool


def ends_at_coordinator(content: Content, index: int) -> bool:
    """Whether an "and" or "but" leads to something else that the subject of the cue does or says."""
    paragraph, first, right, is_phrase, _ = content
    following = index + 1
    if index == first + 1 and paragraph.lower[first] in grammar.ANSWERS:
        return True  # "said no and then won"
    if paragraph.word_at(following) in grammar.WITHHOLDING and paragraph.word_at(following + 1) in {
        "no",
        "few",
        "little",
    }:
        return paragraph.lower[index] == "but"
    after_comma = following + 1 if paragraph.tag_at(following) == tags.COMMA else following
    if paragraph.word_at(after_comma) == "according" and index > first + 1:
        return True  # "and according to the guild, it fell"
    is_or = paragraph.lower[index] in {"or", "nor"}
    if not is_phrase and not is_or and _goes_on_with_infinitive(paragraph, first, following):
        return True
    if is_phrase and not is_or and (_is_past_verb(paragraph, following, right) or _is_new_clause(content, following)):
        return True
    if paragraph.tags[first - 1] == tags.ING_FORM and (
        _is_participle(paragraph, following, right) or _is_absolute(paragraph, following, right)
    ):
        return True
    verb = first - 2 if paragraph.tags[first - 1] == tags.PREPOSITION else first - 1  # "rails against"
    if is_phrase and paragraph.tag_at(verb) == tags.S_FORM and _is_present(paragraph, following, right):
        return True
    if index <= first + 1 or not coordinates_cue(paragraph, index, right):
        return False
    return is_phrase or has_verb(paragraph, first, index)


def _goes_on_with_infinitive(paragraph: Paragraph, first: int, following: int) -> bool:
    """Whether a further deed follows what somebody meets to say: "a briefing to say that it fell and | to thank"."""
    if paragraph.tag_at(following) != tags.TO or first < 2:
        return False
    is_infinitive = paragraph.tags[first - 2 : first] == tags.TO + tags.BASE_FORM
    return is_infinitive and tags.TO not in paragraph.tags[first:following]


def _is_present(paragraph: Paragraph, index: int, right: int) -> bool:
    """Whether a cue goes on with one in the present before the content: "blames the guild and praises Lund"."""
    is_verb = paragraph.tag_at(index) == tags.S_FORM and is_cue_word(paragraph, index)
    return is_verb and index + 1 < right and paragraph.tags[index + 1] in AFTER_PRESENT


def _is_past_verb(paragraph: Paragraph, index: int, right: int) -> bool:
    """Whether a past tense stands at a token, with its object or after a quotation: "and ranked the port last"."""
    verb = skip_adverbs(paragraph, index, right)
    if verb + 1 >= right or paragraph.tags[verb] not in tags.PAST_OR_ED_FORM:
        return False
    if paragraph.lower[index - 1] == "but" and paragraph.tag_at(index - 2) == tags.NOUN:
        return True  # "criticised the firm but stopped short of", beside "an old but respected firm"
    if paragraph.tags[index - 2] == tags.QUOTATION_MARK:
        return True
    is_promise = paragraph.lower[verb] in grammar.PROMISED and paragraph.tags[verb + 1] == tags.NOUN
    return is_promise or paragraph.tags[verb + 1] in OBJECT_OR_CLAUSE


def _is_new_clause(content: Content, index: int) -> bool:
    """Whether a helping verb or a subject with its verb stands at a token: "and has been", "and his campaign did".

    After a relative pronoun in the content it may go on with that: those who came and have stayed.
    """
    paragraph, first, right, _, _ = content
    if tags.WH_WORD in paragraph.tags[first:index] or "that" in paragraph.lower[first + 1 : index]:
        return False
    if index < right and paragraph.tags[index] in tags.HELPING:
        return True
    subject = phrase_starting(paragraph, index, right)
    if subject is None:
        return False
    verb = skip_adverbs(paragraph, subject[1], right)
    if verb >= right:
        return False
    is_pronoun = paragraph.tags[index] == tags.PRONOUN
    return paragraph.tags[verb] in tags.FINITE or (is_pronoun and is_finite(paragraph, verb))


def _is_absolute(paragraph: Paragraph, index: int, right: int) -> bool:
    """Whether somebody else says something in a participle: "Lund saying he was glad and Pell calling it late"."""
    subject = phrase_starting(paragraph, index, right)
    if subject is None or subject[1] >= right or not paragraph.words[subject[0]][0].isupper():
        return False
    return paragraph.tags[subject[1]] == tags.ING_FORM and is_cue_word(paragraph, subject[1])


def _is_participle(paragraph: Paragraph, index: int, right: int) -> bool:
    """Whether a participle goes on with the one before the content: "calling it late and accusing"."""
    verb = skip_adverbs(paragraph, index, right)
    if verb + 1 >= right or paragraph.tags[verb] != tags.ING_FORM:
        return False
    return is_cue_word(paragraph, verb) or paragraph.tags[verb + 1] in (tags.DETERMINER, tags.OBJECT_PRONOUN)


def _says(paragraph: Paragraph, and_: int, verb: int) -> bool:
    """Whether a plural says something, too: "have complained of noise and say that", but not "to stay and say"."""
    if paragraph.tags[verb] != tags.BASE_FORM or paragraph.lower[verb] not in grammar.PLAIN_SAYING:
        return False
    before = paragraph.tags[max(0, and_ - NEAR_AND) : and_]
    return tags.MODAL not in before and tags.TO not in before


def coordinates_cue(paragraph: Paragraph, index: int, right: int) -> bool:
    """Whether an "and" or "but" leads to a cue verb: "and later said", "but he denied"."""
    first = index + 1
    while first < right and paragraph.tags[first] in BEFORE_CUE_VERB:
        first += 1
    if first >= right:
        return False
    tag = paragraph.tags[first]
    # "would quickly recover and thanked crews", beside "growers and related trades"
    before = index - 3 if paragraph.tags[index - 2] == tags.ADVERB else index - 2
    is_listed = paragraph.tags[index - 1] not in NEVER_LISTED and paragraph.tags[before] not in BEFORE_BASE
    is_noun_next = is_listed and paragraph.tag_at(first + 1) == tags.NOUN and paragraph.words[first + 1].islower()
    is_participle = first == index + 1 and _is_passive(paragraph, index - 1, first)
    is_verb = (
        _says(paragraph, index, first)
        or tag == tags.PAST
        or (tag == tags.ED_FORM and not is_noun_next and not is_participle)
    )
    if is_verb and is_cue_word(paragraph, first):
        return True
    for verb in range(first, min(first + 6, right)):
        if verb > first and _is_first_verb(paragraph, first, verb):
            return True
        is_noun = paragraph.tags[verb] in NOUN_LIKE and paragraph.tags[verb - 1] in BEFORE_NOUN_LIKE
        if paragraph.tags[verb] not in BETWEEN_AND_AND_CUE and not is_noun:
            return False
    return False


def _is_passive(paragraph: Paragraph, before: int, verb: int) -> bool:
    """Whether a participle goes on with the passive before the "and": "has to be checked and verified"."""
    if paragraph.tags[before] != tags.ED_FORM or paragraph.tag_at(verb + 1) in OBJECT_OR_CLAUSE:
        return False
    return not grammar.BE.isdisjoint(paragraph.lower[max(0, before - 3) : before])


def _is_first_verb(paragraph: Paragraph, first: int, verb: int) -> bool:
    """Whether a cue in the past is the first finite verb from a token on."""
    if not is_cue_word(paragraph, verb):
        return False
    if paragraph.tags[verb] == tags.S_FORM:  # "but Lund thinks"
        return verb > first and paragraph.words[verb - 1][0].isupper() and paragraph.tags[verb - 1] == tags.NOUN
    if paragraph.tags[verb] not in tags.PAST_OR_ED_FORM:
        return False
    is_named = verb > first and paragraph.words[verb - 1][0].isupper()  # "and Lund vowed to"
    if paragraph.tags[verb] == tags.ED_FORM and paragraph.tag_at(verb + 1) in (tags.PREPOSITION, tags.TO):
        return is_named  # "growers and makers related to the trade"
    return paragraph.tags[verb - 1] not in BEFORE_NOUN_OR_PHRASE and not has_finite(paragraph, first, verb)
