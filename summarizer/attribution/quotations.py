"""Gives quotations that no cue has claimed to the speaker whom the text around them names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.found import Found
from summarizer.attribution.lexicon import load_lexicon, word_set
from summarizer.attribution.subjects import governing_subject, main_subject
from summarizer.attribution.tokens import MARKS

if TYPE_CHECKING:
    from summarizer.attribution.found import Range
    from summarizer.attribution.tokens import Paragraph

IMPERSONAL = word_set("impersonal")


def attach_quotations(
    p: Paragraph, here: list[Found], before: Paragraph | None, last: list[Found], after: Paragraph | None
) -> list[Found]:
    """Add each quotation that stands for a whole sentence to the statement that it continues.

    `before` is the paragraph right before this one and `last` its statements. A quotation that opens a paragraph goes
    on with the quotation before; otherwise it is a statement of its own, by whom the line after it names, or by who
    speaks or acts in the sentence before it.
    """
    alone: list[Found] = []
    starts = {s for s, _ in p.sentences}
    for quote in p.quotes:
        a, b = quote
        if b - a < 4 or _is_claimed(here, a, b) or not _stands_alone(p, a, b, starts):
            continue
        owner = alone[-1] if alone else _owner(p, here, a)
        signed = _signature(after) if after is not None and a == 0 and b >= len(p.low) - 1 else None
        if signed is not None and after is not None:
            alone.append(_said_by(p, quote, signed, signed, after, "signature"))
        elif owner is not None:
            owner.content.append(quote)
        elif a > 0:
            alone += _spoken_before(p, quote, p, next((n for n in reversed(p.sentences) if n[1] <= a), None))
        elif before is not None:
            speaker = last[-1] if last and _left_open(before) and _speaks(last[-1]) else _last_speaker(before, last)
            if speaker:
                speaker.more.append((p, quote))
            else:
                alone += _spoken_before(p, quote, before, before.sentences[-1])
    return sorted(alone + here, key=lambda one: one.content[0])


def _last_speaker(before: Paragraph, last: list[Found]) -> Found | None:
    """Whose quotation fills the last sentence of the paragraph before."""
    lo = before.sentences[-1][0]
    for one in reversed(last):
        quoted = any(before.tag[min(x, len(before.tag) - 1)] == "Q" for x, _ in one.content)
        if quoted and max(one.cue[0], one.content[-1][1] - 1) >= lo:
            return one
    return None


def _signature(after: Paragraph) -> Range | None:
    """The name that a short line under a quotation gives: "- Ann Smith, Harbour Union"."""
    n = len(after.low)
    first = 1 if after.low[0] in {"-", "–", "—"} else 0
    if n > 14 or first >= n or not (first or after.low[-1] in MARKS):
        return None
    if not all(w[0].isupper() or w[0] in ",.-'\"”" or len(w) < 4 for w in after.words[first:]):
        return None
    end = next((k for k in range(first, n) if after.low[k] in ",."), n)
    return (first, end) if end > first else None


def _spoken_before(p: Paragraph, quote: Range, before: Paragraph, sentence: Range | None) -> list[Found]:
    """The quotation as said by the subject of the sentence before it."""
    if sentence is None:
        return []
    if not before.tag:
        before.prepare()
    lo, hi = sentence
    introduced = before.low[hi - 1] == ":"
    if introduced:
        subject, verb = governing_subject(before, lo, hi - 1, []), hi - 1
    else:
        subject, verb = main_subject(before, lo, hi) or (None, lo)
    if subject is None or (not introduced and (hi - lo > 16 or before.low[subject[0]] in IMPERSONAL)):
        return []
    return [_said_by(p, quote, subject, (verb, verb + 1), before, "sentence-before")]


def _said_by(p: Paragraph, quote: Range, mention: Range, cue: Range, there: Paragraph, rule: str) -> Found:
    entry = load_lexicon().plain_saying
    return Found(p, [quote], mention, cue, entry, rule, mention_paragraph=there, cue_paragraph=there)


def _is_claimed(here: list[Found], a: int, b: int) -> bool:
    return any(a <= one.cue[0] < b or any(x < b and a < y for x, y in one.content) for one in here)


def _stands_alone(p: Paragraph, a: int, b: int, starts: set[int]) -> bool:
    if a not in starts and not (a and p.tag[a - 1] in ":?."):
        return False
    return b >= len(p.low) or b in starts or p.tag[b] in "?." or p.tag[b - 2] in ".?"


def _owner(p: Paragraph, here: list[Found], a: int) -> Found | None:
    before = [one for one in here if one.cue[0] < a]
    if not before:
        return None
    spoken = [one for one in before if any(p.tag[x] == "Q" for x, _ in one.content)]
    return spoken[-1] if spoken and before[-1].rule.startswith("participle") else before[-1]


def _speaks(one: Found) -> bool:
    return not one.entry.frames.isdisjoint({"quote", "inverted", "addressee"})


def _left_open(p: Paragraph) -> bool:
    """Whether the paragraph ends inside a quotation."""
    return bool(p.quotes) and p.quotes[-1][1] == len(p.low) and p.tag[-1] != "Q"
