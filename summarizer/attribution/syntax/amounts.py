"""Words that say how many, where they begin what is said: at least 19 sailors, fewer than a third of the wells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

FIRST_OF_QUALIFIER = frozenset(entry.split()[0] for entry in grammar.QUALIFIERS)
LONGEST_QUALIFIER = max(entry.count(" ") + 1 for entry in grammar.QUALIFIERS)
AMOUNT_STARTS = grammar.AMOUNT_STARTS | grammar.COUNTS
COUNT_WORDS = grammar.COUNTS | grammar.COUNTING


def begins_amount(paragraph: Paragraph, index: int) -> bool:
    """Whether "at least 19", "as many as six" or "over half" begins at a token; a time does not: "over two years"."""
    if paragraph.word_at(index) not in FIRST_OF_QUALIFIER:
        return False
    longest = min(LONGEST_QUALIFIER, len(paragraph.lower) - 1 - index)
    for length in range(longest, 0, -1):
        if " ".join(paragraph.lower[index : index + length]) in grammar.QUALIFIERS:
            return _is_count(paragraph, index + length)
    return False


def _is_count(paragraph: Paragraph, index: int) -> bool:
    """Whether a number stands at a token, and no word of time after it."""
    word = paragraph.lower[index]
    at = index + 1 if word in grammar.ARTICLES else index
    is_number = paragraph.tag_at(at) == tags.NUMBER or paragraph.word_at(at) in COUNT_WORDS
    return is_number and paragraph.word_at(at + 1) not in grammar.SPANS_OF_TIME


def before_amount(paragraph: Paragraph, addressee: Range) -> int | None:
    """Where an amount begins that was taken for a part of whom it is told: told AFP | half the wells were dry."""
    first, past = addressee
    for index in range(first + 1, past):
        is_amount = paragraph.lower[index] in AMOUNT_STARTS or begins_amount(paragraph, index)
        if is_amount and paragraph.words[index][0].islower() and paragraph.tags[index - 1] == tags.NOUN:
            return index
    return None
