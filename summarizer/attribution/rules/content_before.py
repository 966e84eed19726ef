"""Where what is said begins and ends that stands before its cue: up to "he said" or "said Smith"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.speaker_last import WHOLE_FORMS
from summarizer.attribution.syntax.amounts import begins_amount
from summarizer.attribution.syntax.clauses import last_stop
from summarizer.attribution.syntax.insertions import OPENINGS
from summarizer.attribution.syntax.titles import is_work
from summarizer.attribution.syntax.verb_groups import has_finite, has_verb, is_finite

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Site

_FRONTED = grammar.SUBORDINATORS | grammar.LEADING | {"following"}
_RESULT = ["as", "a", "result"]  # opens no clause
FEWEST_VERBS_OF_TWO_CLAUSES = 2  # "Whether it holds will be known, Lund says"
AFTER_FRONTED = tags.group(tags.PREPOSITION, tags.SUBORDINATOR, tags.WH_WORD, tags.TO)
LEADS_TO_CLAUSE = tags.group(tags.PREPOSITION, tags.SUBORDINATOR, tags.ING_FORM)
NO_MAIN_CLAUSE = tags.group(tags.CLAUSE_START, tags.ING_FORM)
BEFORE_SPEECH = tags.group(tags.COMMA, tags.COLON, tags.DASH, tags.SENTENCE_END)


def content_before(site: Site, mark: int, *, is_split: bool = False, may_lack_verb: bool = False) -> Range | None:
    """The content that ends at the comma or quotation mark before a subject or an inverted cue.

    A content that goes on after the cue (`is_split`) needs no verb here. `may_lack_verb` allows some words without a
    verb that we know, when nothing else can be what is said.
    """
    paragraph = site.paragraph
    quote = paragraph.quote_at(mark)
    if quote:
        if _is_named(paragraph, quote):
            return None
        first, past = _quoted_start(paragraph, quote), max(quote[1], mark + 1)
    else:
        near = paragraph.quote_at(mark - 1) if mark else None
        first = min(site.left, near[0]) if near else _clause_start(paragraph, site.left, mark, is_split=is_split)
        past = mark
    if quote:
        first = last_stop(paragraph, first, quote[0]) or first
    if past <= first or _is_taken(site, first, mark):
        return None
    if not quote and not is_split and _only_leads(paragraph, first, past):
        return None
    if quote or is_split or has_finite(paragraph, first, past):
        return (first, past)
    letters = paragraph.tags[first:past]
    is_led = letters[0] in (tags.PREPOSITION, tags.WH_WORD) and not begins_amount(paragraph, first)
    is_how = past == first + 1 and paragraph.lower[first].endswith("ly")  # "Slowly, says Lund."
    if may_lack_verb and (past - first > 3 or is_how) and not is_led:
        return (first, past)
    if tags.ED_FORM not in letters and tags.BASE_FORM not in letters:
        return None
    return (first, past) if not is_led or tags.COMMA in letters else None


def _only_leads(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether words only lead to their sentence: "Pressed by the host, Lund demurred", "When she left, Lund waved"."""
    if paragraph.tags[first] == tags.ED_FORM and paragraph.tag_at(first + 1) in AFTER_FRONTED:
        return True
    if begins_amount(paragraph, first) or paragraph.lower[first : first + 3] == _RESULT:
        return False
    if paragraph.lower[first] in grammar.LEADING and tags.COMMA not in paragraph.tags[first:past]:
        return True
    if paragraph.lower[first] == "whether" and has_finite(paragraph, first + 1, past):
        return sum(is_finite(paragraph, at) for at in range(first, past)) < FEWEST_VERBS_OF_TWO_CLAUSES
    return paragraph.tags[first] in LEADS_TO_CLAUSE and not _has_clause_after(paragraph, first, past)


def _has_clause_after(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether a main clause follows what opens a sentence: "In May, the gate fell", not "In May, even as it rained"."""
    is_led = paragraph.tags[first] == tags.SUBORDINATOR or paragraph.lower[first] in _FRONTED
    begin = first
    while begin < past:
        comma = paragraph.tags.find(tags.COMMA, begin, past)
        end = comma if comma >= 0 else past
        start = begin
        while start < end - 1 and paragraph.tags[start] == tags.ADVERB:
            start += 1
        is_aside = paragraph.tags[start] in NO_MAIN_CLAUSE or paragraph.lower[start] in grammar.SUBORDINATORS
        # "In her last concert, held on a barge, Lund told the story of a town"
        is_aside = is_aside or (paragraph.tags[start] == tags.ED_FORM and paragraph.tags[start + 1] in AFTER_FRONTED)
        if (begin > first and not is_aside) or (begin == first and not is_led and has_verb(paragraph, start, end)):
            return True
        begin = end + 1
    return False


def _is_named(paragraph: Paragraph, quote: Range) -> bool:
    """Whether the quotation is a title that a verb or a noun names: the singer, who wrote “Harbour Lights,” said."""
    opened = quote[0]
    if opened == paragraph.sentence_at(opened)[0] or paragraph.tags[opened - 1] in BEFORE_SPEECH:
        return False
    return is_work(paragraph, quote)


def _clause_start(paragraph: Paragraph, left: int, comma: int, *, is_split: bool) -> int:
    """Where the clause begins that ends at a comma: after an open bracket, or with its relative pronoun alone."""
    if is_split and comma > left + 2 and paragraph.lower[comma - 1] in {"which", "that"}:
        return comma - 1  # "a fall which, he said, was late"
    colon = paragraph.tags.rfind(tags.COLON, left, comma)
    if colon > left and has_finite(paragraph, left, colon) and paragraph.tags[colon + 1] in tags.SUBJECT_START:
        return colon + 1  # "It came to another view: the firm, it found, was late"
    opening = paragraph.tags.rfind(tags.OPENING_BRACKET, left, comma)
    if opening >= 0 and tags.CLOSING_BRACKET not in paragraph.tags[opening:comma]:
        return opening + 1
    return left


def _quoted_start(paragraph: Paragraph, quote: Range) -> int:
    """Where the sentence begins in which the quotation opens, unless its opening words only lead to it."""
    opened = quote[0]
    first, _ = paragraph.sentence_at(opened)
    if opened == first:
        return first
    mark = paragraph.tags[opened - 1]
    if mark in (tags.COLON, tags.OPENING_BRACKET) or mark in tags.SENTENCE_END:
        return opened
    is_led = not has_finite(paragraph, first, opened) or not OPENINGS.isdisjoint(paragraph.lower[first : first + 2])
    if mark in (tags.COMMA, tags.DASH) and is_led:
        return opened
    return opened if mark == tags.COMMA and quote[1] - opened > 40 else first


def _is_taken(site: Site, first: int, mark: int) -> bool:
    """Whether a cue at the sentence's start has claimed these words: He said ..., Smith said."""
    return any(
        begin >= first
        and attribution.cue[0] < begin < mark
        and past <= mark + 1
        and attribution.cue[0] <= first + 3
        and attribution.form in WHOLE_FORMS
        and attribution.entry.kind != "noun"  # "Poe's claim that it was late had hurt the crews, Smith said"
        for attribution in site.earlier
        for begin, past in attribution.content
    )
