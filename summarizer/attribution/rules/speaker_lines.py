"""The rules that need no cue word: a name and a colon, and a survey that opens a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon, word_set
from summarizer.attribution.syntax.complements import quote_end
from summarizer.attribution.syntax.noun_phrases import phrase_starting
from summarizer.attribution.syntax.site import Found
from summarizer.attribution.syntax.verb_groups import has_finite

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph

SURVEYS = word_set("surveys")
NOT_SPEAKERS = word_set("not_speakers")


def read_speaker(p: Paragraph, lo: int, hi: int) -> Found | None:
    """A name and a colon before the words said, where a paragraph begins: Marsh: We shall not yield."""
    colon = p.tag.find(":", lo + 1, min(lo + 8, hi))
    if colon < 0 or colon + 3 >= hi or not _is_name(p, lo, colon):
        return None
    quoted = p.tag[colon + 1] == "Q" or p.low[colon + 1] in {"‘", "'"}
    if not quoted and not has_finite(p, colon + 1, hi) and set("BZE").isdisjoint(p.tag[colon + 1 : hi]):
        return None
    quotation = p.tag[colon + 1] == "Q"
    end = quote_end(p, colon + 1, hi) if quotation else hi if p.is_headline(lo, hi) else len(p.low)
    return Found(p, [(colon + 1, end)], (lo, colon), (colon, colon + 1), load_lexicon().plain_saying, "speaker")


def _is_name(p: Paragraph, a: int, b: int) -> bool:
    if p.low[a] in NOT_SPEAKERS or p.low[b - 1] in NOT_SPEAKERS or p.tag[a] in "VAMPWSUO" or has_finite(p, a, b):
        return False
    return all(p.words[n][0].isupper() or p.low[n] in {"of", "the", "for", ".", "'s"} for n in range(a, b))


def read_survey(p: Paragraph, lo: int, hi: int) -> Found | None:
    """In a survey, ...: the survey is the source of the clause after it."""
    if lo + 3 >= hi:
        return None
    who = phrase_starting(p, lo + 1, hi)
    if who is None or SURVEYS.isdisjoint(p.low[who[0] : who[1]]):
        return None
    comma = next((n for n in range(who[1], min(who[1] + 12, hi)) if p.tag[n] == ","), None)
    if comma is None or not has_finite(p, comma, hi):
        return None
    return Found(p, [(comma + 1, hi)], who, (lo, lo + 1), load_lexicon().plain_saying, "survey")
