"""Lets a quotation go on with the attribution before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.speakers import (
    last_tag,
    said_by,
)
from summarizer.attribution.syntax.titles import is_work

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution

SHORTEST_QUOTATION = 4  # tokens, marks included
LONGEST_MIXED = 80  # tokens of a sentence that is quoted in part


def continue_with(
    owner: Attribution, paragraph: Paragraph, quote: Range
) -> tuple[Attribution | None, Attribution | None]:
    """Add a quotation to a quotation, or make it one of its own by the same speaker; with the speaker who speaks on."""
    if not _is_speech(owner) and is_work(paragraph, quote):
        return None, None  # "listed a show as her favourite: “Harbour Lights”"
    if not _is_speech(owner) and owner.mention:
        there = owner.cue_paragraph or owner.paragraph
        own = said_by(paragraph, quote, owner.mention, owner.cue, there, "bare-quotation")
        own.has_cue_word = False
        return own, None
    if owner.paragraph is paragraph:
        owner.content.append(quote)
        return None, None
    owner.continued.append((paragraph, quote))
    return None, owner


def place_of(attribution: Attribution) -> int:
    """The token at which an attribution is read: its cue's, or where it has none in its paragraph, its content's."""
    there = attribution.cue_paragraph
    return attribution.content[0][0] if there and there is not attribution.paragraph else attribution.cue[0]


def ends_from(attribution: Attribution, left: int) -> bool:
    """Whether the cue or the end of the content stands at a token or after it."""
    return max(place_of(attribution), attribution.content[-1][1] - 1) >= left


def is_quoting(paragraph: Paragraph, attribution: Attribution) -> bool:
    """Whether a piece of the content begins with a quotation mark."""
    return any(paragraph.tag_at(first) == tags.QUOTATION_MARK for first, _ in attribution.content)


def _is_speech(owner: Attribution) -> bool:
    """Whether an attribution quotes a sentence, with which another may go on, and not some words: not a “mess”."""
    there = owner.paragraph
    first = owner.content[0][0]
    quote = there.quote_at(first)
    if quote is None or quote[0] != first:
        return False
    is_complete = last_tag(there, quote) in tags.QUOTATION_END or there.tags[quote[1] - 1] != tags.QUOTATION_MARK
    is_name = quote[1] - quote[0] < SHORTEST_QUOTATION
    return is_complete or (not is_name and there.words[min(first + 1, quote[1] - 1)][0].isupper())


def add_mixed(paragraph: Paragraph, quote: Range, claimed: set[int], owner: Attribution | None) -> None:
    """Add a sentence in which nobody else speaks or acts, and which is quoted in part, to the quotation before it."""
    if owner is None or not is_quoting(paragraph, owner) or not _is_speech(owner):
        return  # nor does anybody go on who only “called it off” or named “Ostby”
    first, _ = paragraph.sentence_at(quote[0])
    past = max(quote[1], paragraph.sentence_at(quote[1] - 1)[1])
    tokens = range(first, past)
    before = paragraph.sentence_before(first)
    if before is not None and owner.paragraph is paragraph and not ends_from(owner, before[0]):
        return  # the writer has told of something else since
    if paragraph.lower[first] in grammar.SPEAKING_PRONOUNS or paragraph.tags[first] == tags.OPENING_BRACKET:
        return  # "He called it “a mess”" is the writer's sentence
    if (
        owner.mention
        and owner.cue_paragraph is None
        and not _names(paragraph, owner.mention).isdisjoint(
            paragraph.words[at] for at in tokens if not paragraph.is_quoted(at)
        )
    ):
        return  # and so is "A baker, Lund lost his son when “a boat” sank"
    if len(tokens) <= LONGEST_MIXED and claimed.isdisjoint(tokens):
        owner.content.append((first, past))
        claimed.update(tokens)


def _names(paragraph: Paragraph, mention: Range) -> set[str]:
    return {word for word in paragraph.words[slice(*mention)] if word[0].isupper()}
