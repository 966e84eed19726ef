"""Reads what stands beside “as Lund said”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import tags
from summarizer.attribution.rules.content_first import after_cue
from summarizer.attribution.rules.second_half import goes_on_after
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.syntax.clauses import content_from, quotation_from
from summarizer.attribution.syntax.noun_phrases import phrase_ending
from summarizer.attribution.syntax.verb_groups import has_finite, has_verb

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Range
    from summarizer.attribution.syntax.site import Attribution, Site

PAUSE = tags.group(tags.STOP, tags.COMMA)


def read_as_reported(site: Site, subject: Range) -> Attribution | None:
    """As the Herald reported, ...; ..., as the Herald reported."""
    if site.entry.following == ("on",) and not can_speak(site.paragraph, subject, or_read=True):
        return None  # "As the day went on, ..."
    if site.entry.family == "show" and can_speak(site.paragraph, subject):
        return None  # "Lund may sing, as she has shown in May"
    paragraph, left, right = site.paragraph, site.left, site.right
    if paragraph.word_at(site.after) == "with" or site.entry.stance in {"promises", "demands"}:
        return None  # "As Lund joked with a friend, ...", "As she had promised, they got a coat"
    after = after_cue(site)
    start = after + 1
    if quoted := _quoted_as_put(site, subject, after):
        return quoted
    if start < right and paragraph.tags[after] == tags.COMMA:
        if paragraph.tags[start] == tags.QUOTATION_MARK:
            return site.attribute([quotation_from(paragraph, start, right)], subject, "quotation", "as-reported")
        if has_finite(paragraph, start, right):
            content = [*_subject_of_rest(site, subject, start), content_from(paragraph, start, right)]
            return site.attribute(content, subject, "clause", "as-reported")
    comma = subject[0] - 2
    if comma > left and goes_on_after(paragraph, left, comma, after, right):
        ranges = [(left, comma), content_from(paragraph, start, right)]
        return site.attribute(ranges, subject, "clause", "as-reported")
    is_last = after >= right or paragraph.tags[after] in (tags.STOP, tags.COMMA)
    if is_last and comma > left and paragraph.tags[comma] == tags.COMMA and has_verb(paragraph, left, comma):
        return site.attribute([(left, comma)], subject, "clause", "as-reported")
    return None


def _quoted_as_put(site: Site, subject: Range, after: int) -> Attribution | None:
    """The quotation before "as Lund put it": "“It is late,” as Lund put it.", "It is “late,” as Lund put it."."""
    paragraph, left, right = site.paragraph, site.left, site.right
    mark = subject[0] - 2
    quote = paragraph.quote_at(mark) if mark > left and "quote" in site.entry.frames else None
    if quote is None or quote[1] != mark + 1 or (after < right and paragraph.tags[after] not in PAUSE):
        return None
    is_part = quote[0] > left and after >= right - 1 and has_finite(paragraph, left, quote[0])
    if is_part and tags.CLAUSE_BREAK.isdisjoint(paragraph.tags[left : quote[0]]):
        return site.attribute([(left, quote[1])], subject, "clause", "as-reported")
    return site.attribute([quote], subject, "quotation", "as-reported")


def _subject_of_rest(site: Site, subject: Range, start: int) -> list[Range]:
    """The subject of a verb past "as Lund said", which stands before it: "But the last part, as Lund said, is late"."""
    paragraph, comma = site.paragraph, subject[0] - 2
    if paragraph.tags[start] not in tags.HELPING or comma <= site.left or paragraph.tags[comma] != tags.COMMA:
        return []
    if paragraph.lower[comma - 1] in {"that", "this"}:
        return [(comma - 1, comma)]
    phrase = phrase_ending(paragraph, comma - 1, site.left)
    return [phrase] if phrase else []
