"""The rules for cues that are no verbs: "according to", nouns of saying, adjectives of belief, and relays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import word_set
from summarizer.attribution.rules.content_first import rest_after
from summarizer.attribution.syntax.clauses import clause_end
from summarizer.attribution.syntax.complements import complement, quote_end
from summarizer.attribution.syntax.noun_phrases import phrase_ending, phrase_starting, skip_adjuncts
from summarizer.attribution.syntax.subjects import governing_subject, subject_before
from summarizer.attribution.syntax.tagging import RELAYING
from summarizer.attribution.syntax.verb_groups import BE, POSSESSIVE, has_finite, verb_group_start

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph
    from summarizer.attribution.syntax.site import Found, Range, Site

POSSESSIVES = word_set("possessives")


def read_according(site: Site) -> Found | None:
    """According to X, ...; ..., according to X; and X as the relay of a statement just before."""
    p, lo, hi, i = site.p, site.lo, site.hi, site.i
    who = _according_to(p, site.k, hi)
    if who is None or _is_inserted(site, who) or _is_relay(site, who):
        return None
    if i == lo or (i == lo + 1 and p.tag[lo] in "CR"):
        return _read_according_first(site, who)
    end = i - 1 if p.tag[i - 1] == "," else i
    quote = p.quote_at(i - 1)
    a = min(lo, quote[0]) if quote else lo
    end = max(end, quote[1]) if quote else end
    for one in site.found:
        if one.cue[0] >= a and one.content[-1][1] >= end - 1 and one.is_speech:
            one.relays = (*one.relays, who)
            return None
    if end <= a:
        return None
    ranges = [(a, end)]
    goes_on = p.tag[i - 1] == "," and p.tag[who[1] : who[1] + 1] == "," and not _is_apposed(p, who[1] + 1, hi)
    if goes_on and rest_after(p, who[1], hi) == "split":
        ranges.append((who[1] + 1, clause_end(p, who[1] + 1, hi, narrow=False)))
    return site.give(ranges, who, "according-last")


def _according_to(p: Paragraph, k: int, hi: int) -> Range | None:
    """X, in "according to X" and in "according to what was reported by X"."""
    if p.low[k : k + 1] != ["what"]:
        return phrase_starting(p, k, hi)
    by = next((n for n in range(k + 1, min(k + 6, hi)) if p.low[n] == "by"), None)
    return phrase_starting(p, by + 1, hi) if by is not None else None


def _read_according_first(site: Site, who: Range) -> Found | None:
    p, hi = site.p, site.hi
    comma = _comma_after(p, who[1], hi)
    if comma is None or comma + 1 >= hi:
        # a sentence of its own, "According to X.", belongs to the one before it
        before = p.sentence_before(site.lo)
        return site.give([before], who, "according-after") if before else None
    return site.give([(comma + 1, clause_end(p, comma + 1, hi, narrow=False))], who, "according-first")


def _comma_after(p: Paragraph, i: int, hi: int) -> int | None:
    """The comma after which the clause begins: past "who keeps the log," and "citing a neighbour, Dov Pell,"."""
    commas = [n for n in range(i, min(i + 60, hi)) if p.tag[n] == "," and p.region[n] < 0]
    inserted = False
    for n, comma in enumerate(commas):
        following = p.tag[comma + 1] if comma + 1 < hi else "."
        closed = commas[n + 1] if n + 1 < len(commas) else None
        inserted = inserted or following in "WG"
        if following == "W" and closed is None:
            return None
        described = inserted and closed is not None and not has_finite(p, comma, closed)
        if closed is None or not (following in "WG" or described) or not has_finite(p, closed, hi):
            return comma
    return None


def _is_apposed(p: Paragraph, i: int, hi: int) -> bool:
    """Whether "a charity" or "quoted by the Herald" at i only says more about the name before it."""
    if p.low[i : i + 1] and p.low[i] in RELAYING and p.low[i + 1 : i + 2] == ["by"]:
        return True
    who = phrase_starting(p, i, hi) if p.low[i : i + 1] in (["a"], ["an"]) else None
    return who is not None and (who[1] >= hi or p.tag[who[1]] in ",.W")


def _is_inserted(site: Site, who: Range) -> bool:
    """For "The mayor said, according to X, that": X stands between a cue and what is said, and passes it on."""
    for one in site.found:
        if one.is_speech and one.cue[1] <= site.i < one.content[0][0]:
            one.relays = (*one.relays, who)
            return True
    return False


def _is_relay(site: Site, who: Range) -> bool:
    """For "...," the group said, according to X, "...": X passes the statement on, and its second half follows."""
    p, last = site.p, site.found[-1] if site.found else None
    if last is None or not last.is_speech or not site.i - 2 <= last.cue[1] <= site.i:
        return False
    last.relays = (*last.relays, who)
    a = who[1] + 1
    if a < site.hi and p.tag[who[1]] == "," and p.tag[a] == "Q" and all(y <= a for _, y in last.content):
        last.content.append((a, quote_end(p, a, site.hi)))
        last.rule = "split"
    return True


def read_relay(site: Site) -> Found | None:
    """..., as reported by Y: Y passes the statement just found on, or says so where no other does."""
    p, lo, hi, i, found = site.p, site.lo, site.hi, site.i, site.found
    first = i - 1 if i > lo and p.low[i - 1] == "first" else i
    if p.low[i + 1 : i + 2] != ["by"] or first <= lo or not (p.low[first - 1] == "as" or p.tag[first - 1] == ","):
        return None
    who = phrase_starting(p, i + 2, hi)
    if who and found and found[-1].is_speech:
        found[-1].relays = (*found[-1].relays, who)
        return None
    if who is None or p.low[first - 1] != "as":
        return None
    return _read_reported_by(site, who, first - 1)


def _read_reported_by(site: Site, who: Range, as_: int) -> Found | None:
    p, lo, hi = site.p, site.lo, site.hi
    after = skip_adjuncts(p, who[1], hi)
    if as_ == lo and p.tag[after : after + 1] == "," and has_finite(p, after + 1, hi):
        return site.give([(after + 1, clause_end(p, after + 1, hi, narrow=False))], who, "as-reported")
    if as_ - 1 > lo and p.tag[as_ - 1] == "," and has_finite(p, lo, as_ - 1):
        return site.give([(lo, as_ - 1)], who, "as-reported")
    return None


def read_noun(site: Site) -> Found | None:
    """His claim that; the ministry's refusal to; a warning from X that."""
    p, hi, k = site.p, site.hi, site.k
    if p.low[k : k + 1] in (["from"], ["by"]):
        who = phrase_starting(p, k + 1, hi)
        j = who[1] if who else k
    else:
        who, j = _possessor(site), k
    if who is None or j + 1 >= hi:
        return None
    if p.low[who[0]] in POSSESSIVES and who[0] > site.lo and p.tag[who[0] - 1] in "EVZBG":
        who = governing_subject(p, site.lo, who[0], []) or who
    word = p.low[j]
    if word not in site.entry.frames or (word == "to" and p.tag[j + 1] not in "BARX"):
        return None
    end = clause_end(p, j, hi, narrow=word != "that")
    if word == "that" and who[0] == site.lo:
        end = _before_main_verb(p, j, end)
    return site.give([(j, end)], who, "noun-" + word)


def _before_main_verb(p: Paragraph, j: int, end: int) -> int:
    """Where the clause of a noun that is itself a subject ends: "Lund's claim that it was late | was rejected"."""
    verbs, allowed = 0, 1
    for n in range(j + 1, end):
        tag = p.tag[n]
        if tag in "WSC":
            allowed += 1
        elif tag in "AMV" and p.tag[n - 1] not in "AMRT":
            verbs += 1
            if verbs > allowed and p.region[n] < 0:
                return n
    return end


def read_hearsay(site: Site) -> Found | None:
    """The boat reportedly sank: somebody says so, and nobody is named. The adverb stays in what is said."""
    p, lo, hi, i = site.p, site.lo, site.hi, site.i
    if i == lo:
        a = i + 2 if p.tag[i + 1 : i + 2] == "," else i + 1
    else:
        subject = subject_before(p, verb_group_start(p, i, lo), lo)
        if subject is None:
            return None
        a = subject[0]
    end = clause_end(p, i + 1, hi, narrow=False)
    return site.give([(a, end)], None, "agentless") if end > i + 2 and has_finite(p, a, end) else None


def _possessor(site: Site) -> Range | None:
    """The ministry's, or his, before the noun and its adjectives."""
    p, lo, i = site.p, site.lo, site.i
    n = i - 1
    while n > lo and i - n < 4 and p.tag[n] in "JXER" and not p.low[n].endswith(POSSESSIVE):
        n -= 1
    if n < lo:
        return None
    if p.low[n] in POSSESSIVES:
        return (n, n + 1)
    return phrase_ending(p, n, lo) or (n, n + 1) if p.low[n].endswith(POSSESSIVE) else None


def read_adjective(site: Site) -> Found | None:
    """She is confident that."""
    p, lo, i = site.p, site.lo, site.i
    start = verb_group_start(p, i, lo)
    if BE.isdisjoint(p.low[start:i]):
        return None
    subject = subject_before(p, start, lo)
    if subject is None or p.low[subject[0]] in {"it", "it's", "there"}:
        return None
    if p.tag[subject[0]] == "N" and site.is_nested:
        return None  # "Lund said he was aware of it" is one statement
    got = complement(site)
    return site.give([got[1]], subject, "adjective-" + got[0]) if got else None
