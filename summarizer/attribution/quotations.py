"""Gives quotations that no cue has claimed to the speaker whom the text around them names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.attribution.rules import Found
    from summarizer.attribution.tokens import Paragraph

Range = tuple[int, int]


def attach_quotations(p: Paragraph, here: list[Found], last: Found | None) -> list[Found]:
    """Add each quotation that stands for a whole sentence to the statement that it continues."""
    for quote in p.quotes:
        a, b = quote
        if b - a < 4 or any(x < b and a < y for one in here for x, y in one.content) or any(a <= one.cue[0] < b for one in here):
            continue
        if not _stands_alone(p, a, b):
            continue
        owner = _owner(p, here, a)
        if owner is not None:
            owner.content.append(quote)
        elif last is not None and a == 0 and _speaks(last):
            last.more.append((p, quote))
            if not here:
                pass
    return here


def _stands_alone(p: Paragraph, a: int, b: int) -> bool:
    starts = {s for s, _ in p.sentences}
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
    return "quote" in one.entry.frames or "inverted" in one.entry.frames or "addressee" in one.entry.frames
