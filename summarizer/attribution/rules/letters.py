"""Reads a letter or a statement that the page prints in full: all of it is said by the author whom the page names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.speakers import can_speak, said_by
from summarizer.attribution.syntax.noun_phrases import phrase_ending
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.verb_groups import POSSESSIVE, has_finite

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution

LONGEST_HEADING = 16  # tokens
FULL_STOPS = frozenset(".?!:")
HEADINGS = 4  # paragraphs at the top among which it is looked for
LONGEST_SALUTATION = 6  # tokens
FEWEST_OWN = 3  # one paragraph of so many speaks in the first person


class _Author(NamedTuple):
    number: int
    paragraph: Paragraph
    mention: Range


def read_letter(paragraphs: Sequence[Paragraph]) -> Mapping[int, list[Attribution]]:
    """What each paragraph of a letter says, by its number; empty for any other article.

    A letter has a heading that names its author ("Statement by Ada Lund") and speaks in the first person, from its
    first paragraph on, outside of quotation marks.
    """
    author = next(filter(None, map(_read_heading, range(HEADINGS), paragraphs)), None)
    if author is None:
        return {}
    first = author.number + 1
    own = [number for number in range(first, len(paragraphs)) if _speaks_of_itself(paragraphs[number])]
    long = [number for number in range(first, len(paragraphs)) if len(paragraphs[number].lower) > LONGEST_SALUTATION]
    if not own or own[0] > first + 1 or len(own) * FEWEST_OWN < len(long):
        return {}
    return {number: _say(paragraphs[number], author) for number in range(own[0], len(paragraphs))}


def _read_heading(number: int, paragraph: Paragraph) -> _Author | None:
    """The author whom a line names: "Statement by Ada Lund", "Open letter from the harbour guild"."""
    length = len(paragraph.lower)
    if length <= LONGEST_HEADING and paragraph.lower[0] == "from" and paragraph.lower[-1] not in FULL_STOPS:
        return _read_sender(number, paragraph)
    if length > LONGEST_HEADING or grammar.LETTERS.isdisjoint(paragraph.lower):
        return None
    paragraph.prepare()
    for at in range(1, length):
        owner = phrase_ending(paragraph, at - 1, 0) if paragraph.lower[at] in grammar.LETTERS else None
        if owner and paragraph.lower[at - 1].endswith(POSSESSIVE):
            if paragraph.lower[owner[0]] in grammar.INDEFINITE_ARTICLES:
                return None  # "A mother's testimony"
            start = paragraph.lower.index(":") + 1 if ":" in paragraph.lower[:at] else 0  # "Full text: Lund's speech"
            return _Author(number, paragraph, (max(owner[0], start), owner[1]))
        if paragraph.lower[at] not in {"by", "from", "of"} or grammar.LETTERS.isdisjoint(paragraph.lower[:at]):
            continue
        if paragraph.lower[at] == "of" and paragraph.lower[at - 1] not in grammar.LETTERS:
            continue  # "Open letter to the people of Arle"
        phrase = phrase_starting(paragraph, at + 1, length)
        if phrase is None or has_finite(paragraph, 0, at):
            return None
        is_place = phrase[1] - phrase[0] == 1 and paragraph.lower[at] == "from"  # "Letter from Arle"
        is_author = not is_place and (paragraph.lower[at] != "of" or can_speak(paragraph, phrase))
        return _Author(number, paragraph, phrase) if is_author else None
    return None


def _read_sender(number: int, paragraph: Paragraph) -> _Author | None:
    """The author of "From Ada Lund, chief clerk of the harbour guild", in a line of its own."""
    paragraph.prepare()
    pause = paragraph.lower.index(",") if "," in paragraph.lower else len(paragraph.lower)
    name = phrase_starting(paragraph, 1, pause)
    is_name = name is not None and name[1] == pause and name[1] - name[0] > 1
    is_name = is_name and all(word[0].isupper() for word in paragraph.words[1:pause])
    return _Author(number, paragraph, name) if name and is_name else None


def _speaks_of_itself(paragraph: Paragraph) -> bool:
    """Whether an "I" or "we" stands in it outside of quotation marks."""
    own = grammar.FIRST_PERSON | grammar.OWN
    if own.isdisjoint(paragraph.lower):
        return False
    paragraph.prepare()
    places = (at for at, word in enumerate(paragraph.lower) if word in own)
    return any(not paragraph.is_quoted(at) for at in places)


def _say(paragraph: Paragraph, author: _Author) -> list[Attribution]:
    paragraph.prepare()
    if not has_finite(paragraph, 0, len(paragraph.lower)) and tags.STOP not in paragraph.tags:
        return []  # a salutation, or the name at the end
    content = (0, len(paragraph.lower))
    own = said_by(paragraph, content, author.mention, author.mention, author.paragraph, "letter")
    own.has_cue_word = False
    return [own]
