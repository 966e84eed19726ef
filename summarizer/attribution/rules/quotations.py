"""Gives quotations that no cue has claimed to the speaker whom the text around them names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon, word_set
from summarizer.attribution.syntax.site import Found
from summarizer.attribution.syntax.subjects import governing_subject, main_subject
from summarizer.attribution.syntax.tagging import MARKS

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph
    from summarizer.attribution.syntax.site import Range

DASHES = frozenset("-–—")
IMPERSONAL = word_set("impersonal")


def attach_quotations(
    p: Paragraph, here: list[Found], before: Paragraph | None, last: list[Found], after: Paragraph | None
) -> list[Found]:
    """Add each quotation that stands for a whole sentence to the statement that it continues.

    `before` is the paragraph right before this one and `last` its statements. A quotation that opens a paragraph goes
    on with the quotation before; otherwise it is a statement of its own, by whom the line after it names, or by who
    speaks or acts in the sentence before it.
    """
    if not p.quotes:
        return sorted(here, key=_first_content)
    alone: list[Found] = []
    starts = {s for s, _ in p.sentences}
    claimed = _claimed(p, here)
    owners = _Owners(p, here)
    for quote in p.quotes:
        a, b = quote
        if b - a < 4 or any(claimed[a:b]):
            continue
        if not _stands_alone(p, a, b, starts):
            _add_mixed(p, quote, claimed, owners.before(a))
            continue
        owner = alone[-1] if alone else owners.before(a)
        signed = _signature(after) if after is not None and a == 0 and b >= len(p.low) - 1 else None
        if signed is not None and after is not None:
            alone.append(_said_by(p, quote, signed, signed, after, "signature"))
        elif a > 0 and p.tag[a - 1] == ":" and (told := _spoken_before(p, quote, p, (p.sentence_start(a - 1), a))):
            alone += told
        elif owner is not None:
            owner.content.append(quote)
        elif a > 0:
            alone += _spoken_before(p, quote, p, p.sentence_before(a))
        elif before is not None:
            alone += _continue_paragraph(p, quote, before, last)
    return sorted(alone + here, key=_first_content)


def _first_content(one: Found) -> Range:
    return one.content[0]


def _add_mixed(p: Paragraph, quote: Range, claimed: bytearray, owner: Found | None) -> None:
    """Add a sentence in which nobody else speaks, and which is quoted in part, to the quotation before it."""
    if owner is None or all(p.tag[x] != "Q" for x, _ in owner.content):
        return
    a, b = p.sentence_start(quote[0]), max(quote[1], p.sentence_end(quote[1] - 1))
    if b - a <= 80 and not any(claimed[a:b]):
        owner.content.append((a, b))
        claimed[a:b] = b"\x01" * (b - a)


def _continue_paragraph(p: Paragraph, quote: Range, before: Paragraph, last: list[Found]) -> list[Found]:
    """A quotation that opens a paragraph: more of the statement before it, or a statement of its own."""
    speaker = last[-1] if last and _left_open(before) and last[-1].is_speech else _last_speaker(before, last)
    if speaker:
        speaker.more = speaker.more or []
        speaker.more.append((p, quote))
        return []
    reporter = _last_reporter(before, last) if quote[1] >= len(p.low) - 1 else None
    if reporter and reporter.mention and reporter.mention_paragraph is None:
        return [_said_by(p, quote, reporter.mention, reporter.cue, before, "bare-quotation")]
    return _spoken_before(p, quote, before, before.sentences[-1])


class _Owners:
    """The statement that a quotation goes on with: the last one before it, asked for from left to right."""

    def __init__(self, p: Paragraph, here: list[Found]) -> None:
        self._p = p
        self._waiting = sorted(here, key=lambda one: -one.cue[0])
        self._last: Found | None = None
        self._spoken: Found | None = None

    def before(self, a: int) -> Found | None:
        while self._waiting and self._waiting[-1].cue[0] < a:
            self._last = self._waiting.pop()
            if any(self._p.tag[x] == "Q" for x, _ in self._last.content):
                self._spoken = self._last
        if self._last and self._spoken and self._last.rule.startswith("participle"):
            return self._spoken
        return self._last


def _claimed(p: Paragraph, here: list[Found]) -> bytearray:
    """One byte a token: 1 where a statement has its content or its cue."""
    out = bytearray(len(p.low) + 1)
    for one in here:
        for a, b in [*one.content, one.cue]:
            out[a:b] = b"\x01" * (min(b, len(out)) - a)
    return out


def _last_reporter(before: Paragraph, last: list[Found]) -> Found | None:
    """Who speaks indirectly in the last sentence of the paragraph before."""
    if not last or not last[-1].is_speech or last[-1].cue[0] < before.sentences[-1][0]:
        return None
    return last[-1] if last[-1].paragraph is before else None


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
    first = 1 if after.low[0] in DASHES else 0
    lead = after.text[max(0, after.starts[0] - 3) : after.starts[0]].rstrip()[
        -1:
    ]  # the layout leaves a dash at a line's start out of its sentence
    if n > 14 or first >= n or not (first or lead in DASHES or after.low[-1] in MARKS):
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


def _stands_alone(p: Paragraph, a: int, b: int, starts: set[int]) -> bool:
    if a not in starts and not (a and p.tag[a - 1] in ":?."):
        return False
    return b >= len(p.low) or b in starts or p.tag[b] in "?." or p.tag[b - 2] in ".?"


def _left_open(p: Paragraph) -> bool:
    """Whether the paragraph ends inside a quotation."""
    return bool(p.quotes) and p.quotes[-1][1] == len(p.low) and p.tag[-1] != "Q"
