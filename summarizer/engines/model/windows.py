"""Cuts an article into windows that fit a model.

A window is made of whole sentences. Each sentence belongs to one window; a few sentences before it are shown too, so
that a quotation or a "he said" at its beginning is understood. The cost is linear in the article's length.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.engines.model.prompts import Line, all_lines
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.tokens import WIDE_TOKENS, estimate_tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article

_LINE_TOKENS = 5  # "[123] " and the line break


class Window(NamedTuple):
    """Lines to show in one request; those from `first_own` on (an index into `lines`) are asked about.

    `is_whole` says that they are all the lines of the article.
    """

    lines: tuple[Line, ...]
    first_own: int = 0
    is_whole: bool = False

    @property
    def own_numbers(self) -> range:
        """The numbers of the sentences that belong to this window."""
        return range(self.lines[self.first_own].number, self.lines[-1].number + 1) if self.lines else range(0)


def whole(article: Article) -> Window:
    """The one window that shows all of an article."""
    return Window(all_lines(article), is_whole=True)


def cut(article: Article, *, tokens: int, sentences: int | None = None, overlap: int = 1) -> tuple[Window, ...]:
    """Cut an article into windows of at most `tokens` tokens, and of `sentences` own sentences where that is given.

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
        is_whole = end - begin == len(lines)
        windows.append(Window(tuple(lines[context:end]), begin - context, is_whole))
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
