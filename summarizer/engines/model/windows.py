"""Cuts an article into windows that fit a model, and merges what was answered about them.

A window is made of whole sentences. Each sentence belongs to one window; a few sentences before it are shown too, so
that a quotation or a "he said" at its beginning is understood. The cost is linear in the article's length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.engines.model.prompts import Line, all_lines
from summarizer.grounding.locate import locate
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.folding import fold_quote
from summarizer.text.tokens import WIDE_TOKENS, estimate_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim

_LINE_TOKENS = 5  # "[123] " and the line break


class Window(NamedTuple):
    """Lines to show in one request; claims are wanted of those from `first_own` on (an index into `lines`)."""

    lines: tuple[Line, ...]
    first_own: int = 0

    @property
    def own_numbers(self) -> range:
        """The numbers of the sentences that belong to this window."""
        return range(self.lines[self.first_own].number, self.lines[-1].number + 1)


def whole(article: Article) -> Window:
    """The one window that shows all of an article."""
    return Window(all_lines(article))


def cut(article: Article, *, tokens: int, sentences: int | None = None, overlap: int = 1) -> tuple[Window, ...]:
    """Cut an article into windows of at most so many tokens, and so many own sentences where that is given.

    `overlap` sentences before each window are shown with it, as long as they take no more than a quarter of it. A
    sentence that is longer than a window is cut at white space, its pieces bearing one number.
    """
    lines = list(_lines(article, max(tokens, 16)))
    windows: list[Window] = []
    begin = 0
    while begin < len(lines):
        context = _context(article, lines, begin, overlap, tokens // 4)
        used = sum(_cost(article, line) for line in lines[context:begin])
        end = begin
        while end < len(lines) and (sentences is None or end - begin < sentences):
            cost = _cost(article, lines[end])
            if end > begin and used + cost > tokens:
                break
            used += cost
            end += 1
        windows.append(Window(tuple(lines[context:end]), begin - context))
        begin = end
    return tuple(windows)


def _context(article: Article, lines: Sequence[Line], begin: int, overlap: int, most: int) -> int:
    first = begin
    used = 0
    while first > 0 and begin - first < overlap:
        used += _cost(article, lines[first - 1])
        if used > most:
            break
        first -= 1
    return first


def _cost(article: Article, line: Line) -> int:
    return estimate_tokens(article.text[line.start : line.end]) + _LINE_TOKENS


def _lines(article: Article, tokens: int) -> list[Line]:
    lines: list[Line] = []
    for sentence in sentences_of(article):
        line = Line(sentence.number, sentence.start, sentence.end)
        if _cost(article, line) <= tokens:
            lines.append(line)
            continue
        lines.extend(_pieces(article.text, line, tokens))
    return lines


def _pieces(text: str, line: Line, tokens: int) -> list[Line]:
    pieces: list[Line] = []
    start = line.start
    # Of the widest script a piece of this length still fits.
    step = max(8, int(max(1, tokens - _LINE_TOKENS) / WIDE_TOKENS))
    while start < line.end:
        end = min(start + step, line.end)
        if end < line.end:
            space = max(text.rfind(" ", start + step // 2, end), text.rfind("\n", start + step // 2, end))
            end = space if space > start else end
        pieces.append(Line(line.number, start, end))
        start = end
    return pieces


def merge(article: Article, windows: Sequence[Window], answers: Sequence[Sequence[DraftClaim]]) -> list[DraftClaim]:
    """The claims of all windows in the article's order, each once.

    Two claims are one when their quotes stand at the same places and their source is the same. A claim about a
    sentence that was shown only as context is kept only when the window which owns the sentence has none there.
    """
    merged: dict[tuple[object, ...], DraftClaim] = {}
    strays: list[DraftClaim] = []
    for window, claims in zip(windows, answers, strict=True):
        for claim in claims:
            if claim.sentence not in window.own_numbers:
                strays.append(claim)
                continue
            merged.setdefault(_identity(article, claim), claim)
    spans = [span for key in merged for span in key[1:] if isinstance(span, tuple)]
    for claim in strays:
        key = _identity(article, claim)
        placed = [span for span in key[1:] if isinstance(span, tuple)]
        if any(low < end and start < high for low, high in placed for start, end in spans):
            continue
        merged.setdefault(key, claim)
    return sorted(merged.values(), key=lambda claim: claim.sentence)


def _identity(article: Article, claim: DraftClaim) -> tuple[object, ...]:
    places = [locate(article, quote, claim.sentence) for quote in claim.quotes]
    return (
        claim.source.casefold(),
        *(
            (place.start, place.end) if place else fold_quote(quote)
            for place, quote in zip(places, claim.quotes, strict=True)
        ),
    )
