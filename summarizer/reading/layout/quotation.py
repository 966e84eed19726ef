"""Where an article's quotations begin and end, and so how a claim is quoted."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

from summarizer.contract.article import ReadOnce
from summarizer.reading.layout.layout import flat_text, layout_of
from summarizer.reading.layout.quotation_marks import DOUBLE_MARKS, Region, find_marks, pair_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.report import Mode

__all__ = ["DOUBLE_MARKS", "quotation_mode", "quotations_of", "quoted_regions", "speech_text"]

_MOST_UNMARKED = 12  # paragraphs of one quotation that have no mark of their own


@ReadOnce
def quotations_of(article: Article) -> tuple[Region, ...]:
    """The outermost quotations of title and body, in text order, each within one paragraph.

    Where a quotation runs on over paragraphs without a mark, up to one that closes it, each of them is quoted whole.
    """
    text = article.text
    marks = find_marks(text)
    if not marks:
        return ()
    blocks, sentences = layout_of(article)
    starts = [sentence.start for sentence in sentences]
    regions: list[Region] = []
    unmarked: list[Region] = []
    is_open = False
    last = 0
    for start, end, kind in blocks:
        first, last = last, bisect.bisect_left(marks, (end, end), last)
        if kind not in ("title", "body"):
            continue
        if first == last:
            if is_open and len(unmarked) < _MOST_UNMARKED:
                unmarked.append(Region(start, end, is_open=True))
            else:
                is_open = False
            continue
        own = sentences[bisect.bisect_left(starts, start) : bisect.bisect_left(starts, end)]
        goes_on = is_open or text[max(0, start - 4) : start].rstrip().endswith(":")
        inside = [(one.start, one.end) for one in own]
        found, first_close = pair_marks(text, start, end, inside, marks[first:last], goes_on=goes_on)
        if is_open and first_close is not None:
            regions += [*unmarked, Region(start, first_close)]
            found = [region for region in found if region.start >= first_close]
        regions += found
        unmarked = []
        is_open = bool(found) and found[-1].is_open
    return tuple(regions)


@ReadOnce
def quoted_regions(article: Article) -> tuple[tuple[int, int], ...]:
    """The spans between quotation marks, marks included, of title and body, in text order."""
    return tuple([(region.start, region.end) for region in quotations_of(article)])


@ReadOnce
def speech_text(article: Article) -> str:
    """The text with double marks for the single ones around speech and blanks for line ends; every offset stays."""
    pieces: list[str] = []
    done = 0
    text = flat_text(article)
    for start, end, is_single, is_open in quotations_of(article):
        if is_single:
            pieces += [text[done:start], "“", text[start + 1 : end - 1], text[end - 1] if is_open else "”"]
            done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _quoted_length(regions: Sequence[tuple[int, int]], start: int, end: int) -> int:
    total = 0
    index = max(0, bisect.bisect_right(regions, (start, 1 << 62)) - 1)
    while index < len(regions):
        low, high = regions[index]
        if low >= end:
            break
        if high > start:
            total += min(end, high) - max(start, low)
        index += 1
    return total


def quotation_mode(article: Article, spans: Sequence[tuple[int, int]], spoken: Sequence[tuple[int, int]] = ()) -> Mode:
    """How spans are quoted: "direct" when all lies in quotation marks, "mixed" when part does, else "indirect".

    What is `spoken` is quoted without marks. A few characters beside the marks (a comma, a full stop) change nothing.
    """
    regions = sorted((*quoted_regions(article), *spoken)) if spoken else quoted_regions(article)
    total = inside = 0
    for start, end in spans:
        total += end - start
        inside += _quoted_length(regions, start, end)
    if inside == 0:
        return "indirect"
    return "direct" if total - inside <= 2 * len(spans) else "mixed"
