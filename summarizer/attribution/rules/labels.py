"""Tells whether the words before a colon name somebody, or say what the words behind it are about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.sources.vocabulary import BODY_KINDS, FIRST_NAMES, KNOWN_KINDS, ROLE_NOUNS, is_personal
from summarizer.attribution.syntax.verb_groups import has_finite, is_cue_word

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph

MOST_WORDS_OF_PERSON = 3

NOT_NAME_START = tags.group(tags.FINITE, tags.PREPOSITION, tags.CLAUSE_START, tags.NUMBER, tags.OBJECT_PRONOUN)
SAYS = tags.group(tags.S_FORM, tags.PAST)
NOT_IN_LABEL = tags.group(tags.PREPOSITION, tags.ADVERB, tags.TO, tags.COORDINATOR, tags.NUMBER)


def is_name(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether some tokens before a colon are a name and not a heading."""
    if paragraph.lower[first] in grammar.NOT_SPEAKERS or paragraph.lower[past - 1] in grammar.NOT_SPEAKERS:
        return False
    if past - first > 1 and paragraph.lower[past - 1] in grammar.TOPICS:
        return False  # "Bridge Scandal: Mayor resigns"
    if paragraph.tags[first] in NOT_NAME_START or has_finite(paragraph, first, past):
        return False
    if any(paragraph.tags[at] in SAYS and is_cue_word(paragraph, at) for at in range(first + 1, past - 1)):
        return False  # "Ada Lund Slams Brenn Foods Chief: ‘You Should Be Sued.’"
    return all(
        paragraph.words[index][0].isupper() or paragraph.lower[index] in grammar.SMALL_IN_NAME
        for index in range(first, past)
    )


def may_be_somebody(paragraph: Paragraph, first: int, past: int, *, is_own: bool = False) -> bool:
    """Whether some words are a person or a body as far as the text tells: not "Small Steps at Last".

    A name that no list knows and of which the text says nothing else is nobody's, unless whoever speaks says "we"
    (`is_own`) and it is as short as a person's.
    """
    words = paragraph.lower[first:past]
    end = next((at for at in range(first + 1, past) if paragraph.lower[at] in {"of", "for", ","}), past)
    if words[0] in FIRST_NAMES or speaks(paragraph.lower[end - 1]) or (end == past and speaks(words[0])):
        return True
    is_short = past - first <= MOST_WORDS_OF_PERSON and set(paragraph.tags[first:past]) <= {tags.NOUN, tags.STOP}
    return is_short and (is_own or _is_named_elsewhere(paragraph, past - 1))


def _is_named_elsewhere(paragraph: Paragraph, index: int) -> bool:
    """Whether the text has a word of a label once more, as a name."""
    name = paragraph.words[index].removesuffix("'s").removesuffix("’s")
    return len(re.findall(rf"\b{re.escape(name)}\b", paragraph.text)) > 1


def is_named_below(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether what opens a headline is a name or a role that the article uses, too, and no phrase about one."""
    if not NOT_IN_LABEL.isdisjoint(paragraph.tags[first:past]) and "of" not in paragraph.lower[first:past]:
        return False
    word = paragraph.lower[past - 1].removesuffix("'s").removesuffix("’s")
    return re.search(rf"\b{re.escape(word)}\b", paragraph.text[paragraph.starts[past] :], re.IGNORECASE) is not None


def speaks(word: str) -> bool:
    """Whether a word is for somebody: a role, a body, an office."""
    return (
        word in ROLE_NOUNS or word in BODY_KINDS or word in KNOWN_KINDS or word in grammar.OFFICES or is_personal(word)
    )
