"""Finds the clause without a "that" behind a cue: said it rained, told the guild it was late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.amounts import COUNT_WORDS, begins_amount
from summarizer.attribution.syntax.content_start import is_led_by_gerund
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.that_clauses import tells_result
from summarizer.attribution.syntax.titles import is_work
from summarizer.attribution.syntax.verb_groups import (
    POSSESSIVE,
    has_finite,
    is_finite,
    is_time,
    skip_adverbs,
)

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Site

COUNTED_NOUN = tags.group(tags.NOUN, tags.NUMBER)
DEFINITE = tags.group(tags.DETERMINER, tags.OBJECT_PRONOUN)
COUNTED = COUNT_WORDS | grammar.QUANTIFIERS | {"none"}
BEFORE_PHRASE = frozenset({"for", "on", "upon", "with", "against"})
CLAUSE_SUBJECT_START = tags.NOUN_PHRASE_START - {tags.QUOTATION_MARK} | {tags.ADVERB}


def bare_clause(site: Site, start: int) -> int | None:
    """A clause without "that"; a cue which also takes a noun phrase needs the verb right after the first phrase."""
    if is_time(site.paragraph, start) and site.entry.lemma == "publish":
        return None  # "an article published Friday found"
    if site.entry.following and site.entry.following[-1] in BEFORE_PHRASE:
        return None  # "calling for a ban | makes him"
    is_thing = site.paragraph.tags[start] in COUNTED_NOUN and not site.paragraph.words[start][0].isupper()
    if site.entry.lemma == "recall" and is_thing:
        return None  # "recalls loaves after a wire was found"
    if is_led_by_gerund(site, start):
        return start
    if site.paragraph.lower[start] == "so" and _is_how(site, start):
        return None  # "wrote so fast that the ink ran"
    is_strict = not site.entry.frames.isdisjoint({"np", "zero-strict", "np-document"})
    is_work = site.entry.inflection == "ing" or site.paragraph.lower[start] in grammar.INDEFINITE_ARTICLES
    is_strict = is_strict or (
        site.entry.lemma == "write" and is_work
    )  # "writing songs", "wrote a book about it, which"
    if not _starts_clause(site, start, is_strict=is_strict) or _is_told_behind_dash(site, start):
        return None
    if site.entry.lemma == "write" and (written := phrase_starting(site.paragraph, start, site.right)):
        told = _past_apposed(site.paragraph, written[1], site.right)
        if site.paragraph.word_at(told) == "that":
            return told if _is_written_to(site.paragraph, written) else None  # "wrote the mayor that it was late"
        if site.paragraph.tags[written[1] : written[1] + 2] == tags.COMMA + tags.ING_FORM:
            return None  # "wrote the court, saying that it was late"
    comma = site.paragraph.tags.find(tags.COMMA + tags.PAST, start, site.right)
    phrase = phrase_starting(site.paragraph, start, site.right) if comma > 0 else None
    return None if phrase and phrase[1] == comma else start  # "he wrote songs, sang in bars"


def _is_how(site: Site, so: int) -> bool:
    """Whether a "so" right behind a cue leads to a result: "wrote so fast that", beside "said so many came that"."""
    paragraph = site.paragraph
    return paragraph.word_at(so + 2) == "that" and tells_result(paragraph, so, so + 2)


def _past_apposed(paragraph: Paragraph, comma: int, right: int) -> int:
    """The token past a name between two commas: "wrote the paper, The Arle Post, | that"."""
    if paragraph.tag_at(comma) != tags.COMMA:
        return comma
    name = phrase_starting(paragraph, comma + 1, right)
    return name[1] + 1 if name and paragraph.tag_at(name[1]) == tags.COMMA else comma


def _is_written_to(paragraph: Paragraph, written: Range) -> bool:
    """Whether a letter goes to whom a phrase names: "wrote the mayor that", beside "wrote code for a tool that"."""
    first, past = written
    is_known = paragraph.words[first][0].isupper() or paragraph.tags[first] in DEFINITE
    is_known = is_known and paragraph.lower[first] not in grammar.INDEFINITE_ARTICLES
    return is_known and tags.PREPOSITION not in paragraph.tags[first:past]


def _is_told_behind_dash(site: Site, start: int) -> bool:
    """Whether the first verb is of what a dash adds: "gave Lund continued influence -- a power that she needs"."""
    paragraph, right = site.paragraph, site.right
    dash = paragraph.tags.find(tags.DASH, start, right)
    closing = paragraph.tags.find(tags.DASH, dash + 1, right)
    while closing == dash + 1:
        dash, closing = closing, paragraph.tags.find(tags.DASH, closing + 1, right)
    return dash > start and closing < 0 and not has_finite(paragraph, start, dash)


def _starts_clause(site: Site, start: int, *, is_strict: bool) -> bool:
    """Whether a clause begins at a token: a noun phrase first, and a finite verb before the next cut."""
    paragraph, right = site.paragraph, site.right
    tag, word = paragraph.tags[start], paragraph.lower[start]
    if tag == tags.SUBORDINATOR:
        # "said if it rained she would stay", beside "wrote while a student"
        verbs = sum(is_finite(paragraph, at) for at in range(start, right))
        return word in grammar.CONDITIONS and (verbs > 1 or tags.COMMA in paragraph.tags[start:right])
    if tag == tags.QUOTATION_MARK:
        is_title = start > site.after and paragraph.lower[start - 1].endswith(POSSESSIVE)  # "on Radio Arle’s “Tea”"
        quote = paragraph.quote_at(start)
        return (
            not is_strict
            and not is_title
            and not (quote and site.entry.lemma in grammar.MAKING and is_work(paragraph, quote))
        )
    is_amount = tag == tags.PREPOSITION and begins_amount(paragraph, start)
    if tag == tags.OBJECT_PRONOUN and paragraph.tag_at(start + 1) not in tags.FINITE:
        return False  # "a week after he wrote them, but gave up"
    if tag not in CLAUSE_SUBJECT_START and word not in grammar.CLAUSE_OPENINGS and not is_amount:
        return False
    if tag == tags.PRONOUN and len(word) > 3 and ("'" in word or "’" in word):
        return True  # they're
    if is_strict:
        return verb_follows(paragraph, start, right)
    is_counted = tag == tags.NUMBER or word in COUNTED or (tag == tags.NOUN and word.endswith("s"))
    if is_counted and paragraph.tag_at(start + 1) == tags.ED_FORM and site.entry.lemma in grammar.PLAIN_SAYING:
        return True  # "said ten died", "said hundreds fled"
    end = _end_of_clause(paragraph, start + 1, right)
    return has_finite(paragraph, start + 1, end) or (site.entry.lemma in grammar.PLAIN_SAYING and end - start > 3)


def _end_of_clause(paragraph: Paragraph, end: int, right: int) -> int:
    """Where a clause ends at the latest, from a token in it on."""
    while end < right and paragraph.tags[end] not in (tags.SEMICOLON, tags.COLON):
        if paragraph.lower[end] in grammar.AFTER_CLAUSE:
            break
        if paragraph.tags[end : end + 3] == tags.COMMA + tags.COORDINATOR + tags.PRONOUN:
            break  # "she knows the rules of the trade, and she left"
        if paragraph.tags[end] == tags.QUOTATION_MARK and paragraph.tags[end - 1] == tags.COMMA:
            break  # "emailed the crew on Monday, telling them, “I am ready”"
        end += 1
    return end


def verb_follows(paragraph: Paragraph, start: int, right: int) -> bool:
    """Whether a finite verb stands after the noun phrase that begins at a token, and its prepositions."""
    phrase = phrase_starting(paragraph, start, right)
    while phrase and phrase[1] + 1 < right and paragraph.tags[phrase[1]] == tags.PREPOSITION:
        phrase = phrase_starting(paragraph, phrase[1] + 1, right)
    if phrase is None:
        return False
    verb = skip_adverbs(paragraph, phrase[1], right)
    return verb < right and is_finite(paragraph, verb)
