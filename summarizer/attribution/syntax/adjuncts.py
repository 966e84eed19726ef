"""Steps over what stands between a cue and its content: adverbs, times, in a statement, during a rally."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.amounts import begins_amount
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.verb_groups import is_time

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph

ADJUNCT_OPENINGS = grammar.ADJUNCT_PREPOSITIONS | grammar.TIME_OPENINGS
AS_LATE_AS = (["recently", "as"], ["early", "as"], ["late", "as"])
HALVES_OF_DAY = frozenset({"p.m", "a.m"})
TIMES = grammar.TIME | grammar.SPANS_OF_TIME
SO_MANY = frozenset({"many", "much", "few", "little"})
MOST_WITHIN_DASHES = 5  # tokens to the second dash
TIME_LIKE = tags.group(tags.NOUN, tags.NUMBER, tags.ADJECTIVE)
ADJUNCT_PHRASE_START = tags.group(
    tags.DETERMINER, tags.NOUN, tags.NUMBER, tags.ADJECTIVE, tags.OBJECT_PRONOUN, tags.ING_FORM, tags.BASE_FORM,
    tags.OTHER_MARK,
)  # fmt: skip


def skip_adjuncts(paragraph: Paragraph, first: int, right: int) -> int:
    """Step right over adverbs, times and "in a statement", "on Twitter", "during a rally in Ohio"."""
    before, index = -1, first
    while before < index < right:
        before, index = index, _skip_adjunct(paragraph, index, right)
    return index


def _skip_adjunct(paragraph: Paragraph, index: int, right: int) -> int:  # noqa: PLR0911  one answer for each kind
    """The token past the adjunct that begins at a token; the same token when none does."""
    tag, word = paragraph.tags[index], paragraph.lower[index]
    is_late = word == "as" and paragraph.lower[index + 1 : index + 3] in AS_LATE_AS and index + 3 < right
    if is_late and (is_time(paragraph, index + 3) or paragraph.lower[index + 3] == "may"):
        return index + 4  # "as recently as July"
    if begins_amount(paragraph, index):
        return index
    if tag == tags.DASH:  # "said – wrongly – that", "said – again wrongly – that"
        closing = paragraph.tags.find(tags.DASH, index + 1, index + MOST_WITHIN_DASHES)
        is_aside = closing > index + 1 and {tags.ADVERB}.issuperset(paragraph.tags[index + 1 : closing])
        return closing + 1 if is_aside else index
    is_adverb = tag == tags.ADVERB and not _belongs_to_next(paragraph, index)
    is_himself = tag == tags.OBJECT_PRONOUN and word.endswith(("self", "selves"))
    if is_adverb or is_himself or (tag in TIME_LIKE and is_time(paragraph, index)):
        return index + 1
    following = index + 1
    if following >= right or (word not in ADJUNCT_OPENINGS and tag != tags.COMMA):
        return index
    if word in {"late", "early"} and paragraph.lower[following] in {"last", "this", "on", "in"}:
        return following
    is_year = tag == tags.COMMA and paragraph.tags[following] == tags.NUMBER
    if (is_year or word in grammar.TIME_OPENINGS) and is_time(paragraph, following):
        return following + 1
    is_infinitive = tag == tags.TO and not _is_addressed(paragraph, following)
    may_start = paragraph.tags[following] in ADJUNCT_PHRASE_START or paragraph.lower[following] in grammar.SAID_IN
    if word in grammar.ADJUNCT_PREPOSITIONS and not is_infinitive and may_start:
        if paragraph.word_at(following + 1) in HALVES_OF_DAY:  # "at 4 p.m."
            return following + 2 + (paragraph.tag_at(following + 2) == tags.STOP)
        phrase = phrase_starting(paragraph, following, right)
        is_time_of = word != "this" or (phrase and not TIMES.isdisjoint(paragraph.lower[slice(*phrase)]))
        return _past_publication(paragraph, phrase[1], right) if phrase and is_time_of else index
    return index


def _belongs_to_next(paragraph: Paragraph, index: int) -> bool:
    """Whether an adverb belongs to what follows: "said not all had fled", "said so many came that it fell"."""
    word, following = paragraph.lower[index], index + 1
    is_limit = word in grammar.LIMITING and paragraph.tag_at(following) in tags.SUBJECT_START
    return is_limit or (word == "so" and paragraph.word_at(following) in SO_MANY)


def _past_publication(paragraph: Paragraph, index: int, right: int) -> int:
    """The token past "published by the Post" at a token: said in comments published by the Post that it rained."""
    by = index + 1
    if paragraph.word_at(index) not in grammar.MADE_PUBLIC or paragraph.word_at(by) not in {"by", "in", "on"}:
        return index
    phrase = phrase_starting(paragraph, by + 1, right)
    return phrase[1] if phrase else index


def _is_addressed(paragraph: Paragraph, index: int) -> bool:
    """Whether a plural after "to" is whom a letter is written to, and no verb: in a letter to residents."""
    word = paragraph.lower[index]
    return paragraph.tags[index] == tags.NOUN and word.endswith("s") and not word.endswith("ss")
