"""Finds who signs a quotation: a name behind a dash or in brackets, or in a line of its own under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.speakers import DASHES, said_by, without_cue
from summarizer.attribution.sources.vocabulary import FIRST_NAMES
from summarizer.attribution.syntax.tagging import MARKS
from summarizer.attribution.syntax.verb_groups import has_finite

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution

LONGEST_SIGNATURE = 14  # tokens
FEWEST_WORDS = 2  # of a name in brackets


def signed_after(paragraph: Paragraph, quote: Range) -> Attribution | None:
    """A quotation that a dash and a name follow in its line: “...” – Ada Lund, harbour master."""
    dash = quote[1]
    length = len(paragraph.lower)
    if dash + 1 >= length or length - dash > LONGEST_SIGNATURE + 1:
        return None
    if paragraph.lower[dash] == "(":
        return _signed_in_brackets(paragraph, quote)
    if paragraph.lower[dash] not in DASHES:
        return None
    while dash + 1 < length and paragraph.lower[dash + 1] in DASHES:
        dash += 1
    name = _name_until_pause(paragraph, dash + 1)
    if name is None or has_finite(paragraph, dash + 1, length):
        return None
    return without_cue(said_by(paragraph, quote, name, (dash, dash + 1), paragraph, "signature"))


def _signed_in_brackets(paragraph: Paragraph, quote: Range) -> Attribution | None:
    """A quotation with its speaker in brackets at the end of its paragraph: “...” (Ada Lund, Arle)."""
    opening = quote[1]
    closing = next((at for at in range(opening, len(paragraph.lower)) if paragraph.lower[at] == ")"), -1)
    if closing < 0 or any(tag not in tags.SENTENCE_END for tag in paragraph.tags[closing + 1 :]):
        return None
    name = _name_until_pause(paragraph, opening + 1)
    # "(Harbour Pictures)" and "(The Lamp Lighters)" are no persons
    if name is None or name[1] - name[0] < FEWEST_WORDS or paragraph.lower[name[0]] not in FIRST_NAMES:
        return None
    return without_cue(said_by(paragraph, quote, name, (opening, opening + 1), paragraph, "signature"))


def signed_below(paragraph: Paragraph, quote: Range, after: Paragraph | None) -> Attribution | None:
    """A quotation that fills its paragraph, with the name of its speaker in a line under it."""
    is_whole = quote[0] == 0 and quote[1] >= len(paragraph.lower) - 1
    signature = _signature(after) if after and is_whole else None
    return said_by(paragraph, quote, signature, signature, after, "signature") if signature and after else None


def _signature(after: Paragraph) -> Range | None:
    """The name that a short line under a quotation gives: "- Ann Smith, Harbour Union"."""
    length = len(after.lower)
    first = 1 if after.lower[0] in DASHES else 0
    # the layout leaves a dash at a line's start out of its sentence
    lead = after.text[max(0, after.starts[0] - 3) : after.starts[0]].rstrip()[-1:]
    is_marked = first > 0 or lead in DASHES or (after.lower[-1] in MARKS and after.lower[0] not in MARKS)
    # "Doris Lund, harbour master", with no stop
    is_named = "," in after.lower and after.lower[0] in FIRST_NAMES and after.lower[-1] not in MARKS
    if length > LONGEST_SIGNATURE or first >= length or not (is_marked or is_named):
        return None
    after.prepare()
    return None if has_finite(after, first, length) else _name_until_pause(after, first)


def _name_until_pause(paragraph: Paragraph, first: int) -> Range | None:
    """The name from a token on, up to a comma or a full stop that ends no initial."""
    end = first
    while end < len(paragraph.lower) and paragraph.lower[end] not in {",", "(", ")", ";", "|"}:
        if paragraph.lower[end] == "." and len(paragraph.lower[end - 1]) > 3:
            break
        end += 1
    words = paragraph.words[first:end]
    if not words or not words[0][0].isupper() or words[0].lower() in grammar.INDEFINITE_ARTICLES:
        return None
    return (first, end) if sum(word[0].islower() for word in words) <= len(words) // 2 else None
