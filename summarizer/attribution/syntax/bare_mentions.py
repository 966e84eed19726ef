"""Takes off a mention of a source what is no part of it: a verb that it begins with, a medium that asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.noun_phrases import NOUN_BEFORE_HOLDER
from summarizer.attribution.syntax.verb_groups import is_time

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

NEVER_SOURCE = tags.group(tags.ADVERB, tags.QUOTATION_MARK)
VERB_FORMS = tags.group(tags.BASE_FORM, tags.ED_FORM, tags.S_FORM, tags.ING_FORM)
AFTER_FIRST_VERB = tags.group(tags.DETERMINER, tags.PREPOSITION, tags.OBJECT_PRONOUN, tags.PRONOUN, tags.TO)
MEASURES = frozenset({"less than", "more than", "fewer than", "at least", "up to", "only about", "at most"})
LONGEST_TIME = 3  # tokens


def without_verb(paragraph: Paragraph, mention: Range) -> Range | None:
    """A mention of a source without the verb that it begins with; None when it is no mention.

    "come under fire from drivers who": drivers who. "Responding", "79" and "there" are nobody.
    """
    first, past = mention
    letters = paragraph.tags
    who = past - 1 if letters[past - 1] == tags.WH_WORD else past
    if who == first:
        return mention
    if _is_nobody(paragraph, first, who, past):
        return None
    if who < past and (owner := _past_reaction(paragraph, first, who)):
        return (owner, past)
    if not _begins_with_verb(paragraph, first, past):
        return mention
    if letters[past - 1] != tags.WH_WORD:
        return None
    prepositions = [
        at for at in range(first, past - 2) if letters[at] == tags.PREPOSITION and paragraph.lower[at] != "of"
    ]
    return (prepositions[-1] + 1, past) if prepositions else None


def with_measure(paragraph: Paragraph, mention: Range) -> Range:
    """A mention of a share with what it is measured by: less than a third, at least two sailors."""
    first, past = mention
    word = (
        paragraph.lower[first + (paragraph.lower[first] in grammar.ARTICLES)]
        if past - first > 1
        else paragraph.lower[first]
    )
    is_share = word in grammar.SHARES or paragraph.tags[first] == tags.NUMBER
    is_measured = first >= 2 and " ".join(paragraph.lower[first - 2 : first]) in MEASURES
    return (first - 2, past) if is_share and is_measured else mention


def without_holder(paragraph: Paragraph, mention: Range) -> Range:
    """A mention without the medium that has asked whom it names: a guard, of "a guard contacted by the Herald".

    A paper keeps who has it, "a memo seen by the Herald", but no verb of which the medium is cut off.
    """
    first, past = mention
    if grammar.HAD_BY.isdisjoint(paragraph.lower[first + 1 : past]):
        return mention
    held = next(at for at in range(first + 1, past) if paragraph.lower[at] in grammar.HAD_BY)
    is_noun_before = paragraph.tags[held - 1] in NOUN_BEFORE_HOLDER or paragraph.tags[held - 1] == tags.ADVERB
    has_holder = paragraph.tag_at(held + 1) in (tags.PREPOSITION, tags.TO, tags.ADVERB) or held + 1 == past
    if not is_noun_before or not has_holder or tags.WH_WORD in paragraph.tags[first:past]:
        return mention
    if held + 1 < past and not grammar.DOCUMENTS.isdisjoint(paragraph.lower[first:held]):
        return mention
    while paragraph.tags[held - 1] == tags.ADVERB:
        held -= 1
    return (first, held) if held > first else mention


def without_message(paragraph: Paragraph, mention: Range) -> Range:
    """A mention without to whom its bearer wrote: a senator, of "a senator emailed backers saying"."""
    first, past = mention
    sent = next((at for at in range(first + 1, past) if paragraph.lower[at] in grammar.MESSAGED), past)
    return (first, sent) if sent + 1 < past and paragraph.tags[sent - 1] == tags.NOUN else mention


def _is_nobody(paragraph: Paragraph, first: int, who: int, past: int) -> bool:
    """Whether a mention, whose relative pronoun stands at `who`, holds no noun for who speaks."""
    letters, lower = paragraph.tags, paragraph.lower
    if is_time(paragraph, who - 1) and paragraph.words[who - 1].islower() and who - first <= LONGEST_TIME:
        return True  # "this week urging"
    if who < past and (lower[who - 1] in grammar.AMOUNTS or letters[first:who] == tags.ED_FORM):
        return True  # "had yet identified which"
    is_only_number = letters[first:past] == tags.NUMBER * (past - first) and paragraph.words[first].isdigit()
    if lower[first] in {"there", "here"} or is_only_number:
        return True
    if all(letters[at] in NEVER_SOURCE for at in range(first, who)):
        return True  # a quoted “certainly”
    if past - first == 1:
        return False
    if letters[first] == tags.ED_FORM and letters[first + 1] == tags.BASE_FORM:
        return True  # "helped catch the thief"
    before = paragraph.tag_at(first - 1) if first else ""
    return letters[first] == tags.ING_FORM and before in (tags.PREPOSITION, tags.TO)  # "the way to fighting fires"


def _past_reaction(paragraph: Paragraph, first: int, past: int) -> int | None:
    """Where those begin whose feeling or act a phrase names: farmers, in "drew scorn from farmers"."""
    found = (
        at + 1
        for at in range(first + 1, past - 1)
        if paragraph.lower[at] in grammar.AFTER_REACTION and paragraph.lower[at - 1] in grammar.REACTIONS
    )
    return next(found, None)


def _begins_with_verb(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether the first word of a mention is a verb: "imposed the rule", "appear", but not "elected officials"."""
    tag = paragraph.tags[first]
    is_name = paragraph.words[first][0].isupper() and first != paragraph.sentence_at(first)[0]
    if tag not in VERB_FORMS or is_name:
        return False
    if past - first == 1:
        return tag != tags.S_FORM or paragraph.tag_at(first - 1) in tags.HELPING | {tags.ADVERB}
    return paragraph.tags[first + 1] in AFTER_FIRST_VERB
