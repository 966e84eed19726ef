"""Statements whose source stands behind the cue: "...", said Smith; The dam, says Smith, is full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.content_before import content_before
from summarizer.attribution.rules.content_first import (
    CONTENT_END,
    FINDING,
    form_of,
    is_cue_last,
    is_finding,
    needs_quotation,
)
from summarizer.attribution.rules.objects import is_object
from summarizer.attribution.rules.second_half import (
    begins_second_quote,
    continuation,
    goes_on_after,
    is_joined,
    leads_to_clause,
    past_relative,
    reopened,
    rest_after,
)
from summarizer.attribution.rules.speaker_last import passes_on
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.sources.vocabulary import BODY_KINDS
from summarizer.attribution.syntax.adjuncts import skip_adjuncts
from summarizer.attribution.syntax.clauses import quotation_from
from summarizer.attribution.syntax.cue_verbs import NAMED_SOURCES
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.verb_groups import (
    has_finite,
    is_time,
    is_verb_at,
)

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution, Site

JUDGING = frozenset({"rule", "declare", "deem", "find"})  # verbs with a name and what it is
AFTER_INVERTED = tags.group(
    tags.STOP, tags.COMMA, tags.SEMICOLON, tags.DASH, tags.OPENING_BRACKET,
    tags.WH_WORD, tags.PREPOSITION, tags.COORDINATOR, tags.ING_FORM,
)  # fmt: skip
BEFORE_SAID_IN = tags.group(tags.QUOTATION_MARK, tags.DASH)
PAUSE = tags.group(tags.COMMA, tags.SEMICOLON, tags.COLON, tags.DASH)
GOES_ON = tags.group(tags.FINITE, tags.QUOTATION_MARK)


def read_inverted(site: Site) -> Attribution | None:
    """The content, then cue and source: ..., said Smith; and: Said Smith, ..."""
    paragraph, right, at = site.paragraph, site.right, site.at
    source = _inverted_source(site)
    if source is None:
        return None
    if at == site.left:
        return _read_inverted_first(site, source)
    mark = paragraph.tags[at - 1]
    after = skip_adjuncts(paragraph, source[1], right)
    if mark not in CONTENT_END or site.entry.inflection == "base" or passes_on(site, source, at - 1, after):
        return None
    is_quoted = mark == tags.QUOTATION_MARK
    is_closed = _is_closed(site, source, is_quoted=is_quoted)
    is_told_of = paragraph.word_at(source[1]) == "that" and is_finding(site, source)  # "…, says a study that tested 9"
    is_closed = is_closed or is_told_of
    may_be_said = (
        is_closed
        and (site.entry.lemma == "say" or not is_object(paragraph, source))
        and paragraph.tags[source[0]] in tags.SUBJECT_START
        and not needs_quotation(site)
        and not _is_verb_of_whose(paragraph, site.left, at)
    )
    if not is_quoted and not may_be_said:
        return None
    if not is_quoted and may_be_said:
        after = past_relative(paragraph, after, right)
    if after < right and _is_other_clause(paragraph, after, is_quoted=is_quoted):
        return None
    is_split = _goes_on_past(site, source, after, is_quoted=is_quoted)
    is_split = is_split or (begins_second_quote(paragraph, after, right) and paragraph.is_quoted(right - 2))
    is_name = site.entry.lemma == "say" and is_closed and paragraph.words[source[1] - 1][0].isupper()
    may_lack_verb = is_name or is_told_of or (is_cue_last(paragraph, source[1], right) and is_finding(site, source))
    content = content_before(site, at - 1, is_split=is_split, may_lack_verb=may_lack_verb)
    if content is None:
        return None
    may_be_part = (not is_quoted and not is_split and not may_lack_verb) or _is_quoted_in_part(site, content)
    if may_be_part and not _has_main_verb(paragraph, *content):
        return None
    is_split = is_split or is_joined(paragraph, content[0], at - 1, after, right)
    ranges = [content, *continuation(paragraph, after, right, "split" if is_split else "end")]
    if len(ranges) == 1 and is_quoted:
        ranges += reopened(paragraph, after, right)
    return site.attribute(ranges, source, form_of(is_quoted=is_quoted), "inverted")


def _is_verb_of_whose(paragraph: Paragraph, left: int, cue: int) -> bool:
    """Whether a cue is the first verb after a "whose": "signed by Concord, whose head, Ann Poe, said both won"."""
    whose = next((at for at in range(cue - 1, left, -1) if paragraph.lower[at] == "whose"), left)
    return whose > left and not has_finite(paragraph, whose + 2, cue)


def _goes_on_past(site: Site, source: Range, after: int, *, is_quoted: bool) -> bool:
    """Whether what stands before an inverted cue goes on after its source."""
    paragraph, right = site.paragraph, site.right
    goes_on = paragraph.tag_at(after + 1) in GOES_ON or paragraph.word_at(after + 1) == "that"
    if goes_on and rest_after(paragraph, after, right) == "split":
        return True
    if is_quoted:
        return False
    breaks_off = goes_on_after(paragraph, site.left, site.at - 1, after, right)
    breaks_off = breaks_off or leads_to_clause(paragraph, site.left, site.at - 1, after, right)
    return breaks_off and not _is_apposed(site, source, after)


def _is_apposed(site: Site, source: Range, after: int) -> bool:
    """Whether what follows a name only says who that is: "It is what it is, said Ada Lund, a pilot"."""
    paragraph = site.paragraph
    if after + 1 >= site.right or not paragraph.words[source[1] - 1][0].isupper():
        return False
    phrase = phrase_starting(paragraph, after + 1, site.right)
    if phrase is None or paragraph.tag_at(phrase[1]) in tags.FINITE:
        return False
    is_stranded = paragraph.tags[site.at - 2] == tags.PREPOSITION  # "every hall she could get into"
    return is_stranded or can_speak(paragraph, phrase)


def _is_quoted_in_part(site: Site, content: Range) -> bool:
    """Whether a few quoted words may end an insertion: Dorn, in a note that called it “late,” demanded a refund."""
    quote = site.paragraph.quote_at(site.at - 1)
    return quote is not None and quote[0] > content[0] and "np" in site.entry.frames


def _inverted_source(site: Site) -> Range | None:
    """Who stands after a cue that may stand before its source."""
    paragraph = site.paragraph
    if site.entry.following and site.entry.following[-1] in grammar.TAKES_OBJECT:
        return None  # "…," called on Lund: Lund is called on
    source = phrase_starting(paragraph, site.after, site.right) or _said_in(site)
    if source is None or paragraph.lower[source[0]] == "that" or is_time(paragraph, source[0]):
        return None
    last = paragraph.words[source[1] - 1]
    if site.entry.lemma in JUDGING and paragraph.words[source[0]][0].isupper() and last.islower():
        return None  # "the board rejected both, ruled Lund eligible and left"
    if site.entry.family in FINDING and NAMED_SOURCES.isdisjoint(paragraph.lower[source[0] : source[1]]):
        return None  # "…, finds a study", but not "…, found a note"
    is_object = paragraph.tags[source[0]] == tags.OBJECT_PRONOUN or paragraph.lower[slice(*source)] == ["her"]
    return None if is_object else source


def _is_closed(site: Site, source: Range, *, is_quoted: bool) -> bool:
    """Whether an inverted source ends there: not in "She saw the smoke, informed the crew and left".

    Whom she who saw it has informed says nothing, but a name or a body does.
    """
    paragraph = site.paragraph
    if "addressee" in site.entry.frames and not is_quoted:
        is_name = paragraph.words[source[1] - 1][0].isupper()
        is_known = is_name or not BODY_KINDS.keys().isdisjoint(paragraph.lower[slice(*source)])
        is_doing = paragraph.tags[site.left] == tags.PRONOUN
        return is_known and not is_doing and is_cue_last(paragraph, source[1], site.right)
    return source[1] >= site.right or paragraph.tags[source[1]] in AFTER_INVERTED


def _said_in(site: Site) -> Range | None:
    """The message in which something stands, as badly translated news has it: “…,” said in the ministry's message."""
    paragraph, after = site.paragraph, site.after
    is_bare = paragraph.tag_at(site.at - 1) in BEFORE_SAID_IN  # and nobody stands between
    if site.entry.lemma not in grammar.SAYS_IN or paragraph.word_at(after) != "in" or not is_bare:
        return None
    source = phrase_starting(paragraph, after + 1, site.right)
    is_read = source is not None and not NAMED_SOURCES.isdisjoint(paragraph.lower[slice(*source)])
    is_closed = source is not None and paragraph.tag_at(source[1]) in tags.SENTENCE_END
    return source if is_read and is_closed else None


def _is_other_clause(paragraph: Paragraph, after: int, *, is_quoted: bool) -> bool:
    """Whether the token after an inverted source shows that what stands before the cue is not what was said."""
    if is_quoted:
        return paragraph.tags[after] in tags.HELPING  # Lund, citing "the risk," said the dam would fall
    # "..., said a report in May found": what was said comes after
    return paragraph.tags[after] not in PAUSE and is_verb_at(paragraph, after)


def _has_main_verb(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether a finite verb stands outside a closing relative clause: not in "Lund, who sold the mill"."""
    relative = paragraph.tags.find(tags.COMMA + tags.WH_WORD, first, past)
    if relative < 0 and (who := paragraph.tags.find(tags.WH_WORD, first, past)) > 0:
        apposed = paragraph.tags.rfind(tags.COMMA, first, who)  # "Lund of Arle, a sailor who sold the mill"
        relative = apposed if apposed > first and not has_finite(paragraph, apposed, who) else -1
    if relative < 0:
        relative = paragraph.tags.find(tags.COMMA + tags.PREPOSITION, first, past)
        relative = relative if tags.SUBORDINATOR in paragraph.tags[max(relative, first) : past] else -1
    if relative < 0:
        return has_finite(paragraph, first, past)
    if has_finite(paragraph, first, relative):
        return True
    closed = paragraph.tags.find(tags.COMMA, relative + 1, past)
    return closed >= 0 and has_finite(paragraph, closed, past)


def _read_inverted_first(site: Site, source: Range) -> Attribution | None:
    """Said Smith, "..."."""
    paragraph, mark = site.paragraph, source[1] + 1
    if mark >= site.right or paragraph.tags[source[1]] not in (tags.COMMA, tags.COLON):
        return None
    if paragraph.tags[mark] != tags.QUOTATION_MARK:
        return None
    if site.entry.lemma == "ask" and not any(word[0].isupper() for word in paragraph.words[slice(*source)]):
        return None  # "Asked point-blank, “Is it yours?”"
    return site.attribute([quotation_from(paragraph, mark, site.right)], source, "quotation", "inverted-first")
