"""Where an article's quotation marks open and close, and so how a claim is quoted."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from summarizer.contract.article import ReadOnce
from summarizer.reading.layout.layout import layout_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.report import Mode

DOUBLE_MARKS = '"“”„‟«»＂「」『』'
_MARK = re.compile(f"[{DOUBLE_MARKS}]|''")
_OPENING = frozenset("“„«「『")
_CLOSING = frozenset("”»」』")


def _opens(mark: str, before: str, after: str) -> bool:
    """Whether a mark outside a quotation opens one; bad translation prints “ and ” the wrong way round."""
    if mark in _CLOSING and not after.isalnum():
        return False
    return (bool(after) and not after.isspace()) or (mark in _OPENING and not before.isalnum())


def _closes(mark: str, before: str, after: str) -> bool:
    """Whether a mark inside a quotation closes it: an opening mark does when a word stands before it and none after."""
    if mark in _OPENING:
        return not after.isalnum() and bool(before) and (not before.isspace() or not after.strip())
    return mark in _CLOSING or not after.isalnum() or before in ".,!?…"


def _block_regions(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    regions: list[tuple[int, int]] = []
    opened: int | None = None
    for at, stop in marks:
        before = text[at - 1] if at > start else ""
        after = text[stop] if stop < end else ""
        if opened is None:
            if _opens(text[at:stop], before, after):
                opened = at
        elif _closes(text[at:stop], before, after):
            regions.append((opened, stop))
            opened = None
    if opened is not None:
        # No closing mark in the paragraph: the quotation goes on in the next one, or the mark was lost.
        regions.append((opened, end))
    return regions


# Speech in single marks, as British papers print it. An apostrophe stands inside a word or after an s; what closes the
# speech has a stop or a comma on either side, the end of the line, or no s before it.
_ENDS = r"(?:(?<=[,.?!…]){0}(?!\w)|(?<=[^\W\d_s]){0}(?=\s)|{0}(?=[,.;:?!)]|[^\S\n]*(?:\n|\Z)))"
_SINGLE = {
    "‘": re.compile(r"(?<![\w’‘.,])‘(?=\w)(?:[^‘’\n]|(?<=\w)’(?=\w)|(?<=s)’(?=\s[a-z]))+?" + _ENDS.format("’")),
    "'": re.compile(r"(?<![\w'.,])'(?=\w)(?:[^'\n]|(?<=\w)'(?=\w)|(?<=s)'(?=\s[a-z]))+?" + _ENDS.format("'")),
}
_SINGLE_OPENING = re.compile(r"[‘'](?:(?<=‘)|(?<=[ \n(]')|(?<=\A'))")
_DOUBLE = re.compile(f"[{DOUBLE_MARKS}]")


@ReadOnce
def speech_text(article: Article) -> str:
    """The text with double marks for the single ones around speech; every offset stays.

    A line that has double marks keeps its single ones: there they hold a quotation within a quotation. A single word
    in single marks stays so.
    """
    text = article.text
    pieces: list[str] = []
    done = line_end = 0
    keeps = False
    for opening in _SINGLE_OPENING.finditer(text):
        start = opening.start()
        match = _SINGLE[text[start]].match(text, start) if start >= done else None
        if match is None or " " not in match[0]:
            continue
        end = match.end()
        if start >= line_end:
            line_end = text.find("\n", start) + 1 or len(text)
            keeps = _DOUBLE.search(text, text.rfind("\n", 0, start) + 1, line_end) is not None
        if not keeps:
            pieces += [text[done:start], "“", text[start + 1 : end - 1], "”"]
            done = end
    if not pieces:
        return text
    return "".join([*pieces, text[done:]])


@ReadOnce
def quoted_regions(article: Article) -> tuple[tuple[int, int], ...]:
    """The spans between quotation marks, marks included, of title and body, in text order."""
    text = speech_text(article)
    marks = [match.span() for match in _MARK.finditer(text)]
    regions: list[tuple[int, int]] = []
    last = 0
    for start, end, kind in layout_of(article).blocks:
        first, last = last, bisect.bisect_left(marks, (end, end), last)
        if first < last and kind in ("title", "body"):
            regions += _block_regions(text, start, end, marks[first:last])
    return tuple(regions)


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


def quotation_mode(article: Article, spans: Sequence[tuple[int, int]]) -> Mode:
    """How spans are quoted: "direct" when all lies in quotation marks, "mixed" when part does, else "indirect".

    A few characters beside the marks (a comma, a full stop) change nothing.
    """
    regions = quoted_regions(article)
    total = inside = 0
    for start, end in spans:
        total += end - start
        inside += _quoted_length(regions, start, end)
    if inside == 0:
        return "indirect"
    return "direct" if total - inside <= 2 * len(spans) else "mixed"
