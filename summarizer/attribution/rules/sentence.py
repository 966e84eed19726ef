"""Reads one sentence: looks up each of its words in the lexicon and asks the rule for that kind of cue."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import Cue, load_lexicon
from summarizer.attribution.rules.nouns_and_phrases import (
    read_according,
    read_adjective,
    read_hearsay,
    read_noun,
    read_relay,
)
from summarizer.attribution.rules.second_hand import attach_cited
from summarizer.attribution.rules.speaker_lines import read_speaker, read_survey
from summarizer.attribution.rules.unsaid import is_nothing_said
from summarizer.attribution.rules.verbs import WEAK, read_verb
from summarizer.attribution.syntax.site import Found, Site
from summarizer.attribution.syntax.tagging import RELAYING

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.attribution.syntax.paragraph import Paragraph

MOST_CUES = 20  # in one sentence; more is no sentence
READERS: dict[str, Callable[[Site], Found | None]] = {
    "verb": read_verb,
    "phrase": read_according,
    "noun": read_noun,
    "adjective": read_adjective,
    "adverb": read_hearsay,
}


def read_sentence(p: Paragraph, lo: int, hi: int) -> list[Found]:
    """All statements whose cue stands in the sentence from token lo to hi, in the order of their cues."""
    opening = (read_speaker(p, lo, hi) if lo == 0 else None) or (read_survey(p, lo, hi) if p.low[lo] == "in" else None)
    found = [opening] if opening else []
    nobodys: list[Found] = []
    cues = load_lexicon().cues
    at = lo
    marked = p.marked
    for n in range(bisect_left(marked, lo), len(marked)):
        i = marked[n]
        if i >= hi or len(found) >= MOST_CUES:
            break
        if i < at:
            continue
        low = p.low[i]
        if low in RELAYING and (reported := read_relay(Site(p, lo, hi, i, i + 2, load_lexicon().plain_saying, found))):
            found.append(reported)
            at = reported.cue[1]
            continue
        entries = cues.get(low)
        if entries is None or (p.region[i] >= 0 and _inside_quote(p, i)):
            continue
        one = _read_cue(p, lo, hi, i, entries, found)
        if one:
            # what nobody says has no quotation to go on with, and is never passed on
            (found if one.mention else nobodys).append(one)
            at = one.cue[1]
    if found:
        attach_cited(p, lo, hi, found)
    if len(found) > 1:
        found = [one for one in found if not (one.entry.family in WEAK and _is_told(one, found))]
    found = [one for one in found if not is_nothing_said(one, found)]
    if nobodys:
        found += [one for one in nobodys if not _is_within(one, found)]
    return found


def _is_told(one: Found, found: list[Found]) -> bool:
    """Whether somebody says after it that it is so: "The guild wants to sell it", Lund said."""
    return any(a <= one.cue[0] < b <= other.cue[0] for other in found for a, b in other.content)


def _is_within(one: Found, found: list[Found]) -> bool:
    """Whether a statement of nobody's stands in what somebody says, or is how it is told ("reportedly said")."""
    i = one.cue[0]
    return any(
        i < other.cue[0] <= i + 2 or any(a <= i < b for a, b in other.content) for other in found if other.mention
    )


def _read_cue(p: Paragraph, lo: int, hi: int, i: int, entries: tuple[Cue, ...], found: list[Found]) -> Found | None:
    for entry in entries:
        k = i + 1 + len(entry.rest)
        if entry.rest and (*p.low[i + 1 : k],) != entry.rest:
            continue
        if i > lo and p.words[i][0].isupper() and not p.is_headline(lo, hi) and not _is_stray_capital(p, i, entry):
            continue
        one = READERS[entry.kind](Site(p, lo, hi, i, k, entry, found))
        if one or entry.rest == ("on",):
            return one  # "comment on papers that he had not seen" is no comment that he had not seen
    return None


def _is_stray_capital(p: Paragraph, i: int, entry: Cue) -> bool:
    """Whether a cue with a capital inside a sentence is still a cue, as badly translated text has them."""
    if entry.kind == "phrase":
        return True
    return entry.lemma == "say" and p.words[i - 1][0].islower() and p.low[i + 1 : i + 2] in (["in"], ["that"])


def _inside_quote(p: Paragraph, i: int) -> bool:
    quote = p.quote_at(i)
    return quote is not None and quote[1] - quote[0] > 3
