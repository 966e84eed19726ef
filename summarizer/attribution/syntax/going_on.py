"""What looks like the end of what is said and is none: "before dark", "not now, but then", a name between commas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.verb_groups import has_finite

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph

LONGEST_NAME = 8  # tokens, with a comma
SHARES_SUBJECT_AFTER_BUT = tags.group(tags.FINITE, tags.ED_FORM, tags.BASE_FORM, tags.ADVERB)
AFTER_CONTRAST = tags.group(tags.PREPOSITION, tags.TO, tags.DETERMINER)
VERB_OF_SUBJECT = tags.group(tags.HELPING, tags.PAST_OR_ED_FORM)


def is_by_when(paragraph: Paragraph, first: int, index: int) -> bool:
    """Whether a "before" says by when somebody is to do what an infinitive tells: "urged them to leave before dark"."""
    if paragraph.lower[index] != "before" or paragraph.tag_at(index + 1) in ("", tags.ING_FORM):
        return False
    if paragraph.tag_at(index + 1) == tags.PRONOUN and paragraph.lower[index + 1] != "it":
        return False  # "urged them to wait before she left"
    return tags.TO in paragraph.tags[first:index]


def goes_on_after_but(paragraph: Paragraph, first: int, but: int, right: int) -> bool:
    """Whether what is said goes on: "the gate is old but will hold", "to look not in the harbour, but in the hall"."""
    if paragraph.tags[but + 1] in SHARES_SUBJECT_AFTER_BUT:
        return True
    is_contrast = not grammar.NEGATIVES.isdisjoint(paragraph.lower[first:but])
    return is_contrast and paragraph.tags[but + 1] in AFTER_CONTRAST and not has_finite(paragraph, but, right)


def is_beside_name_of_subject(paragraph: Paragraph, first: int, comma: int, right: int) -> bool:
    """Whether a comma stands before or behind the name of a subject whose verb is still to come."""
    if paragraph.tag_at(comma + 1) == tags.NOUN:
        opened, closed = comma, paragraph.tags.find(tags.COMMA, comma + 1, min(right - 1, comma + LONGEST_NAME))
    else:
        opened, closed = paragraph.tags.rfind(tags.COMMA, max(first, comma - LONGEST_NAME), comma), comma
    if min(opened, closed) < 0 or paragraph.tag_at(closed + 1) not in VERB_OF_SUBJECT:
        return False
    if not all(word[0].isupper() for word in paragraph.words[opened + 1 : closed]):
        return False
    that = next((at for at in range(opened - 1, first - 1, -1) if paragraph.lower[at] == "that"), first)
    return not has_finite(paragraph, that, opened)
