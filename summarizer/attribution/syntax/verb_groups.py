"""Tells verbs from nouns and participles by their neighbours, and words of time from others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import load_lexicon

if TYPE_CHECKING:
    from summarizer.attribution.lexicon import Cue
    from summarizer.attribution.syntax.paragraph import Paragraph

ONLY_AFTER_QUOTE = frozenset({"inverted", "after-quote"})
ONLY_THAT = frozenset({"that"})
OF_VIEWS = frozenset(
    {"is-that", "there", "in-view", "by-view"}
)  # frames of nouns, which attribute with what stands around them
NEXT_TO_TIME = grammar.TIME_OPENINGS | grammar.COUNTS | grammar.BESIDE_TIME
BEFORE_MAY = grammar.BEFORE_TIME | grammar.TIME_OPENINGS
POSSESSIVE = ("'s", "’s", "s'", "s’")


ORDER = frozenset({"first", "last", "early", "late"})
VERB_OR_PARTICLE = tags.group(tags.PAST_OR_ED_FORM, tags.PREPOSITION)
FIRST_TIME = ["for", "the", "first", "time"]

NEXT_FINITE = re.compile(f"(?<!{tags.TO}){tags.pattern(tags.FINITE).pattern}")  # "to be" is not finite
NEXT_PERHAPS_FINITE = tags.pattern(tags.PERHAPS_FINITE)
AFTER_SHARE = tags.group(tags.NOUN, tags.DETERMINER, tags.OBJECT_PRONOUN)
AFTER_S_FORM = tags.group(tags.AFTER_VERB, tags.PREPOSITION, tags.ADJECTIVE, tags.ED_FORM)
BEFORE_S_FORM = tags.group(tags.NOUN, tags.ADVERB, tags.CLOSING_BRACKET)
BEFORE_PAST = tags.group(
    tags.NOUN, tags.OTHER_MARK, tags.ADVERB, tags.CLOSING_BRACKET, tags.S_FORM, tags.NUMBER, tags.BASE_FORM
)  # fmt: skip
SUBJECT_PRONOUN_OR_MODAL = tags.group(tags.SUBJECT_WORD, tags.MODAL)
OBJECT_START = tags.group(tags.DETERMINER, tags.PRONOUN, tags.OBJECT_PRONOUN)
AFTER_SAME_FORM = tags.group(tags.DETERMINER, tags.OBJECT_PRONOUN, tags.ADVERB)
IN_VERB_GROUP = tags.group(tags.HELPING, tags.ADVERB, tags.TO)
LONGEST_ASIDE = 6  # tokens, commas included
FINITE_OR_SUBJECT = tags.group(tags.FINITE, tags.PRONOUN, tags.WH_WORD)
BEFORE_FLOATING = tags.group(tags.HELPING, tags.NOUN, tags.PRONOUN, tags.CLOSING_BRACKET)


def is_time(paragraph: Paragraph, index: int) -> bool:
    """Whether a token is a word of time, a year, or the day of a month."""
    word = paragraph.lower[index]
    if paragraph.tags[index] == tags.NUMBER:
        is_year = len(word) == 4 and word[:2] in {"19", "20"}
        return is_year or (index > 0 and paragraph.lower[index - 1] in grammar.MONTHS)
    return word in grammar.TIME


def skip_time_back(paragraph: Paragraph, index: int, left: int) -> int:
    """Step left over "on Tuesday", "last week", "early on Monday morning", "just in May", "a day earlier"."""
    if paragraph.lower[max(left, index - 3) : index + 1] == FIRST_TIME:
        index -= len(FIRST_TIME)
    word = paragraph.lower[index]
    is_time_word = word in grammar.TIME or paragraph.words[index] in grammar.DAYTIMES
    if not is_time_word and paragraph.tags[index] != tags.NUMBER and not _is_may(paragraph, index, left):
        return index
    if index > left and paragraph.words[index - 1] in grammar.BEFORE_NAMED_DAY:
        return index  # "Black Friday showed"
    before = index - (word == "may")
    while before > left and (
        is_time(paragraph, before)
        or paragraph.words[before] in grammar.DAYTIMES
        or (before < index and paragraph.lower[before] in NEXT_TO_TIME)
    ):
        before -= 1
    if left < before < index and paragraph.lower[before] in grammar.BEFORE_TIME:
        before -= 1
        if left < before and paragraph.lower[before] in grammar.BEFORE_TIME_PHRASE:
            before -= 1
    return index if paragraph.lower[before] == "of" else before  # "a friend of last year", "a couple of weeks"


def ends_relative(paragraph: Paragraph, index: int, left: int) -> bool:
    """Whether a token such as "last" belongs to the verb before it, and ends a clause: who came in last | said."""
    is_order = index - 1 > left and paragraph.lower[index] in ORDER
    return is_order and paragraph.tags[index - 1] in VERB_OR_PARTICLE


def _is_may(paragraph: Paragraph, index: int, left: int) -> bool:
    """Whether a token is the month: "in May", "last May", and not Mrs. May."""
    return paragraph.words[index] == "May" and index > left and paragraph.lower[index - 1] in BEFORE_MAY


def is_finite(paragraph: Paragraph, index: int) -> bool:
    """Whether a token is a verb in the past or present tense, as far as its neighbours tell."""
    tag = paragraph.tags[index]
    if tag in tags.FINITE:
        return True
    return tag in tags.PERHAPS_FINITE and _is_finite_here(paragraph, index, tag)


def _is_finite_here(paragraph: Paragraph, index: int, tag: str) -> bool:
    """Whether the neighbours of a token make a finite verb of it."""
    previous = index - 1
    while previous > 0 and paragraph.tags[previous] == tags.ADVERB:
        previous -= 1
    before = paragraph.tag_at(previous)
    after = paragraph.tag_at(index + 1)
    if before == tags.DETERMINER:
        demonstratives = grammar.SINGULAR_DEMONSTRATIVES if tag == tags.S_FORM else grammar.DEMONSTRATIVES
        before = tags.PRONOUN if paragraph.lower[previous] in demonstratives else before
    if tag == tags.ED_FORM:
        return _is_past(paragraph, index, previous, before, after)
    if tag == tags.S_FORM:
        if before in tags.SUBJECT_WORD:
            return True
        if paragraph.lower[previous] in grammar.COUNTS or paragraph.lower[previous].endswith(POSSESSIVE):
            return False  # "the two sides agreed", "to one of Poe's messages"
        following = skip_adverbs(paragraph, index + 1, len(paragraph.tags))
        if after == tags.ADVERB and paragraph.tag_at(following) in tags.FINITE:
            return False  # "advocates also said"
        if before not in BEFORE_S_FORM or after in AFTER_S_FORM:
            return before in BEFORE_S_FORM
        # "Lund reports:", "Lund slams Marsh, praises Pell"
        return (after == tags.COLON or _stands_between_names(paragraph, index)) and is_cue_word(paragraph, index)
    return _is_finite_base(paragraph, index, previous, before, after)


def _is_finite_base(paragraph: Paragraph, index: int, previous: int, before: str, after: str) -> bool:
    """Whether a base form is finite; `previous` is the token before its adverbs, and `before` the tag of that."""
    if before in SUBJECT_PRONOUN_OR_MODAL:
        return paragraph.lower[previous] not in grammar.SOMEBODY  # "someone close to the king"
    if paragraph.lower[previous] in grammar.PERCENTS:
        return after in AFTER_SHARE  # "5 percent prefer Poe", but not "5 percent support for it"
    is_plural = paragraph.lower[previous].endswith("s") and not paragraph.lower[previous].endswith(POSSESSIVE)
    # "the guild hit back", "the storm hit the pier"
    is_past = paragraph.lower[index] in grammar.SAME_IN_PAST and after in AFTER_SAME_FORM
    if before == tags.NOUN:
        return (is_plural and after in tags.AFTER_VERB) or is_past
    # "her campaign hit back": a noun that may be a verb, with its owner
    is_owned = previous > 0 and before == tags.BASE_FORM and paragraph.lower[previous - 1].endswith(POSSESSIVE)
    return is_past and (is_owned or (before == tags.BASE_FORM and paragraph.tags[previous - 1] == tags.DETERMINER))


def _stands_between_names(paragraph: Paragraph, index: int) -> bool:
    """Whether a word in small letters stands between two nouns with capitals."""
    words, around = paragraph.words, (index - 1, index + 1)
    return words[index].islower() and all(paragraph.tag_at(at) == tags.NOUN and words[at][0].isupper() for at in around)


def _is_past(paragraph: Paragraph, index: int, previous: int, before: str, after: str) -> bool:
    """Whether an -ed form is a past tense and not a participle.

    `before` and `after` are the tags of its neighbours, and `previous` is the token of the first.
    """
    if before in tags.SUBJECT_WORD and paragraph.lower[previous] != "those":
        return True
    if before == tags.NOUN and paragraph.lower[index] in grammar.NEVER_PARTICIPLES:
        return True
    if before == tags.COMMA:
        return after in OBJECT_START
    if after == tags.BASE_FORM and paragraph.lower[index] in grammar.HELPED:
        return before in BEFORE_PAST  # "her push helped persuade members"
    if index + 1 < len(paragraph.tags) and is_time(paragraph, index + 1):
        return False
    is_name_next = after == tags.NOUN and paragraph.words[index + 1][0].isupper()
    is_count = after == tags.NUMBER or paragraph.word_at(index + 1) in grammar.COUNTS
    is_count_next = is_count and paragraph.word_at(index + 2) not in grammar.SPANS_OF_TIME
    return before in BEFORE_PAST and (after in tags.AFTER_VERB or is_count_next or is_name_next)


def is_verb_at(paragraph: Paragraph, index: int) -> bool:
    """Whether a past tense or a finite verb stands at a token that follows a noun phrase and its adjuncts."""
    if is_finite(paragraph, index):
        return True
    return paragraph.tags[index] == tags.ED_FORM and paragraph.word_at(index + 1) != "by"


def has_finite(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether any token from `first` to before `past` is a finite verb."""
    if NEXT_FINITE.search(paragraph.tags, first, past):
        return True
    candidates = NEXT_PERHAPS_FINITE.finditer(paragraph.tags, first, past)
    return any(is_finite(paragraph, candidate.start()) for candidate in candidates)


def has_verb(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether a finite verb stands there, or a form in -ed that may be one."""
    return tags.ED_FORM in paragraph.tags[first:past] or has_finite(paragraph, first, past)


def verb_group_start(paragraph: Paragraph, verb: int, left: int) -> int:
    """The first token of the verb group that ends with a verb: auxiliaries, "not" and adverbs."""
    start = verb
    while start > left and _is_in_verb_group(paragraph, start - 1, left):
        start -= 1
    if start == verb and paragraph.tags[start - 1] == tags.COMMA:
        return _past_aside(paragraph, start, left)
    if start - 2 >= left and paragraph.lower[start - 2 : start] == ["no", "longer"]:
        return start - 2
    return start


def _past_aside(paragraph: Paragraph, verb: int, left: int) -> int:
    """Where the group of a verb begins that a few words part from its auxiliary: "has, however, said"."""
    opening = paragraph.tags.rfind(tags.COMMA, max(left, verb - LONGEST_ASIDE), verb - 1)
    if opening <= left or paragraph.tags[opening - 1] != tags.AUXILIARY:
        return verb
    is_aside = FINITE_OR_SUBJECT.isdisjoint(paragraph.tags[opening + 1 : verb - 1])
    return verb_group_start(paragraph, opening, left) if is_aside else verb


def _is_in_verb_group(paragraph: Paragraph, index: int, left: int) -> bool:
    """Whether a token right before a verb group belongs to it."""
    word = paragraph.lower[index]
    if paragraph.tags[index] in IN_VERB_GROUP and word not in grammar.NEVER_IN_GROUP:
        return True
    if index <= left:
        return False
    before = paragraph.tags[index - 1]
    if word == "once" and before == tags.NOUN:
        return paragraph.tag_at(index + 1) in tags.PAST_OR_ED_FORM  # "the critic once wrote"
    return (word in grammar.FLOATING and before in BEFORE_FLOATING) or (word == "since" and before == tags.AUXILIARY)


def skip_adverbs(paragraph: Paragraph, index: int, right: int) -> int:
    """The first token from `index` on, up to `right`, that is not an adverb."""
    while index < right and paragraph.tags[index] == tags.ADVERB:
        index += 1
    return index


def is_cue_word(paragraph: Paragraph, index: int) -> bool:
    """Whether a cue of the lexicon begins at a token, with the words that must follow it."""
    entries = load_lexicon().cues.get(paragraph.lower[index])
    return entries is not None and any(_is_cue_at(paragraph, index, entry) for entry in reversed(entries))


def _is_cue_at(paragraph: Paragraph, index: int, entry: Cue) -> bool:
    """Whether a cue stands at a token; "held" is one only before "that", "smiled" only after a quotation."""
    if not is_followed(paragraph, index, entry) or entry.frames <= ONLY_AFTER_QUOTE or entry.frames <= OF_VIEWS:
        return False
    return entry.frames != ONLY_THAT or paragraph.word_at(index + 1 + len(entry.following)) == "that"


def is_followed(paragraph: Paragraph, index: int, entry: Cue) -> bool:
    """Whether the words that must follow the first word of a cue stand after a token."""
    following = entry.following
    return not following or (*paragraph.lower[index + 1 : index + 1 + len(following)],) == following
