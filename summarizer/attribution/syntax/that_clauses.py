"""Says which "that" begins no clause of what is said: it stands for a thing, or for what is said itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.verb_groups import has_verb, is_time, skip_adverbs

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph
    from summarizer.attribution.syntax.site import Site

MANNER = tags.group(tags.ADVERB, tags.ADJECTIVE, tags.NOUN)  # words that are in no list count as nouns: "fast"
OBJECTS = frozenset({"it", "him", "them", "us", "me"})
PRONOUN_OBJECT = tags.group(tags.OBJECT_PRONOUN, tags.PRONOUN)


def is_of_what(site: Site, that: int) -> bool:
    """Whether a "that" behind a cue is no conjunction: "what Lund said that moved us", "what she said that day"."""
    paragraph = site.paragraph
    verb = skip_adverbs(paragraph, that + 1, site.right)
    if paragraph.tag_at(verb) == tags.PAST or is_relative(paragraph, verb - 1):
        return True
    return paragraph.word_at(that + 1) in grammar.DAYTIMES and "what" in paragraph.lower[site.left : site.at]


def is_relative(paragraph: Paragraph, that: int) -> bool:
    """Whether a "that" past an adjunct is about its noun: "replied with a word that could hurt"."""
    if paragraph.tag_at(that + 1) in tags.PAST_OR_ED_FORM and paragraph.tag_at(that + 2) in PRONOUN_OBJECT:
        return True
    if paragraph.tag_at(that + 1) == tags.S_FORM and paragraph.word_at(that + 2) in OBJECTS:
        return True  # "told the trust that runs it to wait"
    is_of_noun = paragraph.tags[that - 1] == tags.NOUN and not is_time(paragraph, that - 1)
    return is_of_noun and paragraph.tag_at(that + 1) in tags.HELPING


def tells_result(paragraph: Paragraph, first: int, that: int) -> bool:
    """Whether a "that" tells what came of how something was done: "argued so well that she won", "shouted so that"."""
    if "so" not in paragraph.lower[first:that]:
        return False
    so = paragraph.lower.index("so", first, that)
    if so + 1 == that:
        return True  # "shouted so that the guards heard"
    is_phrase = paragraph.lower[so - 1] in {"in", "or"} or paragraph.lower[so + 1] in {"far", "doing"}
    return not is_phrase and paragraph.tags[so + 1] in MANNER  # "said in so many words that", "said so far that"


def repeats_thing(site: Site, noun: int) -> bool:
    """Whether a verb of repeating has "that promise" after it, and no clause."""
    paragraph, right = site.paragraph, site.right
    if site.entry.lemma not in {"echo", "repeat", "reiterate"} or paragraph.lower[noun] not in grammar.JUDGED:
        return False
    comma = paragraph.tags.find(tags.COMMA, noun, right)
    return not has_verb(paragraph, noun + 1, comma if comma > 0 else right)
