"""Tells the titles of programmes and works from quotations: said on RTN's “The Day”, sang “Harbour Lights”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import tags
from summarizer.attribution.syntax.verb_groups import POSSESSIVE

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

BEFORE_TITLE = frozenset({"on", "of"})
LONGEST_WORK = 8  # tokens of a title
LONGEST_SMALL_WORD = 4  # characters of the words of a title that may have no capital: "with"


def is_titled(paragraph: Paragraph, quote: Range) -> bool:
    """Whether a quotation is the title of a programme: all capitals, behind "on", "of" or whose it is."""
    before = paragraph.lower[quote[0] - 1] if quote[0] else ""
    if before not in BEFORE_TITLE and not before.endswith(POSSESSIVE):
        return False
    if not paragraph.words[quote[0] + 1][0].isupper():
        return False
    long = (at for at in range(quote[0] + 1, quote[1] - 1) if len(paragraph.words[at]) > LONGEST_SMALL_WORD)
    return all(paragraph.words[at][0].isupper() for at in long)


def is_work(paragraph: Paragraph, quote: Range) -> bool:
    """Whether the marks hold the title of a work, such as a song: sang “Harbour Lights”."""
    return paragraph.tags[quote[1] - 2] not in tags.SENTENCE_END and is_title(paragraph, quote)


def is_title(paragraph: Paragraph, quote: Range) -> bool:
    """Whether the words between marks are few and have capitals as those of a title."""
    inside = [at for at in range(quote[0] + 1, quote[1] - 1) if paragraph.tags[at] not in tags.QUOTATION_END]
    if not inside or len(inside) > LONGEST_WORK:
        return False
    long = [at for at in inside if len(paragraph.words[at]) > 3]
    return all(paragraph.words[at][0].isupper() for at in [inside[0], inside[-1], *long])
