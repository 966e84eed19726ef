"""The rules for what points back at the sentence before: "This was reported by X", "X wrote about this on Chirp"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.phrase_starts import phrase_starting

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution, Site

AFTER_POINTER = tags.group(tags.PREPOSITION, tags.SENTENCE_END, tags.COMMA, tags.ADVERB)
SPEAKING = frozenset({"quote", "addressee"})


def is_pointer(paragraph: Paragraph, words: Range) -> bool:
    """Whether some tokens only stand for what was said before: "this", "the information"."""
    return " ".join(paragraph.lower[slice(*words)]) in grammar.POINTING_BACK


def read_told_back(site: Site, pointer: Range, source: Range) -> Attribution | None:
    """This was reported by the ministry: the ministry says what the sentence before does."""
    before = site.paragraph.sentence_before(site.left) if pointer[0] == site.left else None
    is_speech = not site.entry.frames.isdisjoint(SPEAKING)
    return site.attribute([before], source, "clause", "told-back") if before and is_speech else None


def read_told_of(site: Site, subject: Range) -> Attribution | None:
    """Lund wrote about this on Chirp; Lund said this at a briefing: Lund says what the sentence before does."""
    paragraph, right = site.paragraph, site.right
    start = site.after + (paragraph.word_at(site.after) == "about")
    pointed = phrase_starting(paragraph, start, right) if start < right else None
    if pointed is None or paragraph.lower[start] not in grammar.POINTING_BACK:
        return None
    past = start + 1
    is_alone = past >= right or paragraph.tags[past] in AFTER_POINTER
    if not is_alone or "that" not in site.entry.frames or site.is_nested:
        return None  # "asked about this" says nothing
    before = paragraph.sentence_before(site.left)
    return site.attribute([before], subject, "clause", "told-back") if before else None
