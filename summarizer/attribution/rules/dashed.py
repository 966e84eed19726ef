"""Reads who speaks between dashes within a quotation, as translated news has it: “It is late, – said Lund. – We go.”"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.site import Attribution

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

LONGEST_INSERTION = 10  # tokens between the dashes
BEFORE_DASH = tags.group(tags.COMMA, tags.STOP)


def read_dashed(paragraph: Paragraph, at: int, quote: Range) -> Attribution | None:
    """What is quoted before and after the cue at a token, which stands with its source between two dashes."""
    first, past = quote
    opened = paragraph.tags.rfind(tags.DASH, max(first, at - LONGEST_INSERTION), at)
    closed = paragraph.tags.find(tags.DASH, at, min(past - 1, at + LONGEST_INSERTION))
    if opened <= first + 1 or closed < 0 or paragraph.tags[closed - 1] not in BEFORE_DASH:
        return None
    entries = load_lexicon().cues.get(paragraph.lower[at], ())
    entry = next((one for one in entries if one.kind == "verb" and "before" in one.frames and not one.following), None)
    if entry is None or paragraph.tags[opened - 1] not in BEFORE_DASH | {tags.QUESTION_MARK}:
        return None
    is_inverted = at == opened + 1
    source = phrase_starting(paragraph, at + 1 if is_inverted else opened + 1, closed - 1 if is_inverted else at)
    if source is None or (not is_inverted and source[1] != at):
        return None
    ranges = [(first, opened), (closed + 1, past)]
    return Attribution(paragraph, ranges, source, (at, at + 1), entry, "quotation", "split")
