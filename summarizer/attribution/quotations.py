"""Gives quotations that no cue has claimed to the speaker whom the text around them names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.phrases import main_subject
from summarizer.attribution.rules import Found

if TYPE_CHECKING:
    from summarizer.attribution.tokens import Paragraph

Range = tuple[int, int]


def attach_quotations(p: Paragraph, here: list[Found], before: Paragraph | None, last: list[Found]) -> list[Found]:
    """Add each quotation that stands for a whole sentence to the statement that it continues.

    `before` is the paragraph right before this one and `last` its statements. A quotation that opens a paragraph goes
    on with the one before when that was left open; otherwise it is a statement of its own, by whoever speaks or acts
    in the sentence before it.
    """
    alone: list[Found] = []
    starts = {s for s, _ in p.sentences}
    for quote in p.quotes:
        a, b = quote
        if b - a < 4 or _is_claimed(here, a, b) or not _stands_alone(p, a, b, starts):
            continue
        owner = alone[-1] if alone else _owner(p, here, a)
        if owner is not None:
            owner.content.append(quote)
        elif a > 0:
            alone += _spoken_before(p, quote, p, next((n for n in reversed(p.sentences) if n[1] <= a), None))
        elif before is not None and last and _left_open(before) and _speaks(last[-1]):
            last[-1].more.append((p, quote))
        elif before is not None:
            speaker = _last_speaker(before, last)
            alone += [_bare(p, quote, speaker)] if speaker else _spoken_before(p, quote, before, before.sentences[-1])
    return sorted(alone + here, key=lambda one: one.content[0])


def _last_speaker(before: Paragraph, last: list[Found]) -> Found | None:
    """Whose quotation fills the last sentence of the paragraph before."""
    lo = before.sentences[-1][0]
    for one in reversed(last):
        quoted = any(before.tag[min(x, len(before.tag) - 1)] == "Q" for x, _ in one.content)
        if quoted and max(one.cue[0], one.content[-1][1] - 1) >= lo:
            return one
    return None


def _spoken_before(p: Paragraph, quote: Range, before: Paragraph, sentence: Range | None) -> list[Found]:
    """The quotation as said by the subject of the sentence before it."""
    got = main_subject(before, *sentence) if sentence and before.tag else None
    if got is None:
        return []
    subject, verb = got
    entry = load_lexicon().cues["said"][0]
    return [
        Found(
            p, [quote], subject, (verb, verb + 1), entry, "sentence-before", mention_paragraph=before, cue_paragraph=before
        )
    ]


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


def _bare(p: Paragraph, quote: Range, last: Found) -> Found:
    return replace(
        last,
        paragraph=p,
        content=[quote],
        rule="bare-quotation",
        relays=[],
        more=[],
        mention_paragraph=last.mention_paragraph or last.paragraph,
        cue_paragraph=last.cue_paragraph or last.paragraph,
    )
