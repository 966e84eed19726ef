"""Finds the noun that a participle behind it describes, where that can speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.syntax.noun_phrases import phrase_ending
from summarizer.attribution.syntax.subjects import governing_subject
from summarizer.attribution.syntax.verb_groups import (
    skip_time_back,
)

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Site

CIRCUMSTANCES = frozenset({"on", "at", "in", "inside", "outside", "near", "during"})
SENDING = frozenset({"sent", "wrote", "gave", "handed", "mailed", "emailed", "addressed"})
LONGEST_DESCRIPTION = 7  # tokens of a participle with its object


def described_noun(site: Site, last: int) -> Range | None:
    """The noun phrase before a participle, or who makes the statement, the letter, the video that it ends with."""
    paragraph, at = site.paragraph, site.at
    # "wrote that pilots sent a note calling it late": the pilots call it late
    left = max((first for first, past in site.said if first <= at < past), default=site.left)
    before_time = skip_time_back(paragraph, last, left) if last > left else last
    if before_time > left and paragraph.lower[before_time] == "one":
        return None  # "her letters include one last week saying"
    subject = phrase_ending(paragraph, before_time, left)
    if before_time < last and subject and subject[0] > left:
        return governing_subject(paragraph, left, at, site.said)  # "wrote to the mayor last week warning that"
    if subject and site.entry.lemma == "read":
        return _what_is_read(paragraph, subject)
    if subject and (sender := _sender(paragraph, subject, left)):
        return sender
    if subject and (_is_circumstance(paragraph, subject, left) or _is_where_said(paragraph, subject[0], left)):
        return governing_subject(paragraph, left, at, site.said)  # "was caught on tape ordering"
    if subject is None or (
        grammar.DOCUMENTS.isdisjoint(paragraph.lower[subject[0] : at]) and not _is_sent_to(paragraph, subject[0], left)
    ):
        return subject
    said = [content for content in site.said if not content[0] <= at < content[1]]
    return governing_subject(paragraph, left, at, said) or subject


def _what_is_read(paragraph: Paragraph, subject: Range) -> Range:
    """The banner alone, in "they made their feelings known with a banner reading"."""
    articles = (at for at in range(subject[1] - 1, subject[0], -1) if paragraph.lower[at] in grammar.ARTICLES)
    first = next((at for at in articles if paragraph.tags[at - 1] == tags.PREPOSITION), subject[0])
    return (first, subject[1])


def _sender(paragraph: Paragraph, subject: Range, left: int) -> Range | None:
    """Who has sent what says so to whom a phrase names: the guild, in "a letter the guild sent the council saying"."""
    for verb in range(subject[0] - 1, max(left + 1, subject[0] - LONGEST_DESCRIPTION), -1):
        if paragraph.lower[verb] in SENDING:
            sender = phrase_ending(paragraph, verb - 1, left)
            written = sender[0] - 1 if sender else left
            return sender if written > left and paragraph.lower[written] in grammar.DOCUMENTS else None
    return None


def _is_circumstance(paragraph: Paragraph, subject: Range, left: int) -> bool:
    """Whether a noun that cannot speak only tells how or where: "on a microphone", "at the gate"."""
    first = subject[0]
    if first - 1 <= left or paragraph.lower[first - 1] not in CIRCUMSTANCES or paragraph.tags[first] == tags.PRONOUN:
        return False
    is_read = not grammar.DOCUMENTS.isdisjoint(paragraph.lower[slice(*subject)])
    return not is_read and not can_speak(paragraph, subject, or_read=True)


def _is_where_said(paragraph: Paragraph, first: int, left: int) -> bool:
    """Whether somebody only goes on the record, on the radio or to a network with what he says."""
    is_going = first - 2 > left and paragraph.lower[first - 2] in grammar.GOING_PUBLIC
    return is_going and paragraph.lower[first - 1] in {"on", "to"}


def _is_sent_to(paragraph: Paragraph, first: int, left: int) -> bool:
    """Whether a noun is whom a letter goes to: "wrote a note to members saying"."""
    to = first - 1
    phrase = phrase_ending(paragraph, to - 1, left) if to > left and paragraph.lower[to] == "to" else None
    return phrase is not None and not grammar.DOCUMENTS.isdisjoint(paragraph.lower[slice(*phrase)])
