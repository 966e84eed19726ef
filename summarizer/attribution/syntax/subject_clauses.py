"""Ends what a subject tells of before the verb of its sentence: "The claim that it fell | was late"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import tags
from summarizer.attribution.syntax.verb_groups import IN_VERB_GROUP, is_finite

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

OBJECT_OF_VERB = tags.group(tags.DETERMINER, tags.OBJECT_PRONOUN, tags.SUBORDINATOR)
OBJECT_OF_MAIN_VERB = tags.group(tags.DETERMINER, tags.NOUN, tags.OBJECT_PRONOUN)
AFTER_VERB = tags.group(tags.PREPOSITION, tags.ADVERB)


def without_main_verb(paragraph: Paragraph, content: Range, allowed: int) -> Range:
    """What a noun says that is a subject, without its verb: "that it fell", in "the claim that it fell was late".

    `allowed` is how many verbs it has of its own, besides those of further clauses in it.
    """
    verbs = 0
    for index in range(content[0] + 1, content[1]):
        tag = paragraph.tags[index]
        is_and = tag == tags.COORDINATOR and paragraph.tags[index + 1] != tags.BASE_FORM  # and not "to move and build"
        if tag in tags.CLAUSE_START or is_and:
            allowed += 1
        elif verbs >= allowed and _is_past_of_noun(paragraph, index) and not paragraph.is_quoted(index):
            return (content[0], index)
        elif (tag in tags.FINITE or _has_object(paragraph, index)) and not _goes_on_with_verb(paragraph, index):
            verbs += 1
            if verbs > allowed and not paragraph.is_quoted(index):
                return (content[0], index)
    return content


def _has_object(paragraph: Paragraph, index: int) -> bool:
    """Whether what may be a plural is a verb with an object: "on his watch | makes that harder"."""
    is_verb = paragraph.tags[index] == tags.S_FORM and is_finite(paragraph, index)
    return is_verb and paragraph.tag_at(index + 1) in OBJECT_OF_VERB


def _is_past_of_noun(paragraph: Paragraph, index: int) -> bool:
    """Whether a form in -ed is the verb of a sentence: "the claim that he lied sparked a row", "… angered farmers"."""
    if paragraph.tags[index] != tags.ED_FORM or paragraph.word_at(index + 1) == "by":
        return False
    if paragraph.tags[index - 1] == tags.PAST or paragraph.tags[index - 2 : index] == tags.MODAL + tags.BASE_FORM:
        return paragraph.tag_at(index + 1) in OBJECT_OF_MAIN_VERB  # "that it would close angered farmers"
    if paragraph.tags[index - 1] == tags.ED_FORM and paragraph.tags[index - 2] in tags.HELPING:
        return paragraph.tag_at(index + 1) == tags.DETERMINER  # "that it was sold shocked the town"
    after = index + 1 + (paragraph.tag_at(index + 1) in AFTER_VERB)
    return paragraph.tags[index - 1] == tags.NOUN and paragraph.tag_at(after) == tags.DETERMINER


def _goes_on_with_verb(paragraph: Paragraph, index: int) -> bool:
    """Whether a verb belongs to one before it: "would have", "has never been", but not "he still has"."""
    before = index - 1
    while before > 0 and paragraph.tags[before] == tags.ADVERB:
        before -= 1
    return paragraph.tags[before] in IN_VERB_GROUP
