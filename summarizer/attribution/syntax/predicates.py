"""Noun phrases that say something only with more than a name: called the plan a mistake, sees growth of 3 percent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.clauses import content_from
from summarizer.attribution.syntax.noun_phrases import starts_phrase
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.verb_groups import is_cue_word, is_time, skip_adverbs

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Site

NAMED_END = tags.group(tags.NOUN, tags.OBJECT_PRONOUN, tags.S_FORM, tags.BASE_FORM)
MARKS = tags.group(tags.QUOTATION_MARK, tags.OTHER_MARK)
PREDICATE_START = tags.group(
    tags.DETERMINER, tags.ADJECTIVE, tags.NOUN, tags.ED_FORM, tags.ING_FORM, tags.QUOTATION_MARK, tags.OTHER_MARK
)  # fmt: skip
NOUN_AFTER_THAT = tags.group(tags.NOUN, tags.BASE_FORM)
OBJECT_START = tags.group(tags.DETERMINER, tags.OBJECT_PRONOUN, tags.NOUN, tags.NUMBER, tags.ADJECTIVE)
DESCRIBING = ("ous", "ful", "less", "able", "ible", "ed")  # endings of adjectives
MOST_WORDS_TO_WHAT = 6  # tokens from "what" to "called"


def quoted_phrase(site: Site, start: int) -> int | None:
    """A noun phrase with quoted words in it: spoke of a “dark day”."""
    paragraph = site.paragraph
    if not starts_phrase(paragraph, start, site.right):
        return None
    _, past = content_from(paragraph, start, site.right, is_phrase=True)
    return start if any(start <= first and last <= past for first, last in paragraph.quotes) else None


def measured_phrase(site: Site, start: int) -> int | None:
    """A noun phrase that says how much: growth of 3 percent."""
    paragraph = site.paragraph
    phrase = phrase_starting(paragraph, start, site.right) if starts_phrase(paragraph, start, site.right) else None
    is_fate = site.entry.lemma == "see" and paragraph.tag_at(site.at - 1) in tags.HELPING  # "homes would see a rise of"
    if phrase is None or is_fate or paragraph.tags[start] == tags.OBJECT_PRONOUN:
        return None
    if paragraph.tags[start] == tags.NUMBER:
        is_measured = site.entry.lemma != "see" and not grammar.MEASURES.isdisjoint(
            paragraph.lower[start + 1 : phrase[1] + 1]
        )
        return start if is_measured else None  # "expected 1.4 billion", but not "expected 40 guests"
    past = phrase[1]
    if paragraph.word_at(past) == "in" and (thing := phrase_starting(paragraph, past + 1, site.right)):
        past = thing[1]  # "a rise in profit of 4 percent"
    before = range(start + 1, min(past + 2, site.right))
    for index in before:
        if paragraph.lower[index] in grammar.BEFORE_MEASURE and tags.NUMBER in paragraph.tags[index : index + 4]:
            return start
    return None


def called_phrase(site: Site, start: int) -> int | None:
    """What somebody calls something: the plan a mistake, it late, the vote “a farce”; but not a doctor."""
    paragraph, right = site.paragraph, site.right
    if not grammar.CALLED.isdisjoint(paragraph.lower[max(site.left, site.at - MOST_WORDS_TO_WHAT) : site.at]):
        return start  # "what he called a farce"
    if (paragraph.tags[start] in MARKS or paragraph.lower[start] in grammar.INDEFINITE_ARTICLES) and _is_called(site):
        return start
    first = start + (paragraph.lower[start] == "that")  # calls that figure “a fantasy”
    is_that = start < first < right
    if paragraph.lower[start] == "this" and paragraph.word_at(start + 1) in grammar.INDEFINITE_ARTICLES:
        return start  # "called this a lie"
    if is_that and (paragraph.tags[first] in MARKS or paragraph.lower[first] in grammar.INDEFINITE_ARTICLES):
        return start  # calls that “a fantasy”
    may_start = starts_phrase(paragraph, first, right) or (is_that and paragraph.tag_at(first) in NOUN_AFTER_THAT)
    named = phrase_starting(paragraph, first, right) if may_start else None
    if named is None or paragraph.tags[start] in MARKS:
        return None
    if paragraph.tag_at(named[1]) == tags.COMMA and paragraph.words[named[1] - 1][0].isupper():
        return None  # "her clerk, a teacher called Ann Poe, says": she is named so
    _, end = content_from(paragraph, start, right, is_phrase=True)
    past = _past_prepositions(paragraph, named[1], end)
    is_verb_next = paragraph.tag_at(past) == tags.ED_FORM and paragraph.tag_at(past + 1) in OBJECT_START
    is_how = past < end and paragraph.lower[past].endswith("ly") and paragraph.lower[past] not in grammar.LIMITING
    past = past + 1 if is_how else past  # "termed it politically motivated"
    is_predicate_next = past < end and paragraph.tags[past] in PREDICATE_START and not is_time(paragraph, past)
    is_predicate_next = is_predicate_next and not is_verb_next
    is_quoted = any(start < first < end for first, _ in paragraph.quotes)
    if past + 1 == end and paragraph.tags[past] == tags.NOUN and paragraph.words[past].istitle():
        return None  # "called the boat Millrace": it is named so
    return start if is_predicate_next or is_quoted or _is_described(paragraph, named) else None


def _is_called(site: Site) -> bool:
    """Whether what is called so stands before the subject: "a win that Lund called a fluke", but not "a claim that"."""
    paragraph = site.paragraph
    that = next((at for at in range(site.at - 1, site.left + 1, -1) if paragraph.lower[at] == "that"), None)
    if that is None or paragraph.tags[that - 1] not in NAMED_END or is_cue_word(paragraph, that - 1):
        return False
    subject = phrase_starting(paragraph, that + 1, site.at)
    return subject is not None and skip_adverbs(paragraph, subject[1], site.right) == site.at


def _past_prepositions(paragraph: Paragraph, index: int, right: int) -> int:
    """The token past "in favour of the war" and other phrases with a preposition that begin at a token."""
    while index + 1 < right and paragraph.tags[index] == tags.PREPOSITION:
        phrase = phrase_starting(paragraph, index + 1, right)
        if phrase is None:
            return index
        index = phrase[1]
    return index


def _is_described(paragraph: Paragraph, named: Range) -> bool:
    """Whether a phrase ends with what is said of it: the plan | dangerous."""
    first, past = named
    last, before = paragraph.lower[past - 1], paragraph.tags[past - 2] if past - first > 1 else ""
    if last in grammar.PREDICATES:
        return before in NAMED_END or paragraph.lower[past - 2] in {"her", "this"}
    is_verb = paragraph.tags[past - 1] == tags.ED_FORM and paragraph.tag_at(past) in OBJECT_START
    return before in NAMED_END and last.endswith(DESCRIBING) and not is_verb
