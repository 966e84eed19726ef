"""The lines of a PDF page where they stand: columns that were written across each other, and the headline."""

from __future__ import annotations

import itertools
import statistics
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FEWEST_LINES = 5  # that each of two columns must have
_FEWEST_WORDS = 3  # of a line of each column, on average: what has fewer is a table
_MOST_CROSSING = 0.2  # of the lines of a page may run over both columns: a headline, a head
_WORD_GAP = 0.9  # of a line's height; a wider gap parts two columns
_GUTTER = 0.5  # of a line's height: the least room between two columns
_EMPTY = 1.0  # line heights: a page's head or foot stands further from its text
_SMALL, _LARGE = 0.88, 1.5  # times the usual height of a line: a caption, a headline
_HEADLINE = range(3, 30)  # words
_LONGEST_HEAD = 100  # characters of a line above the headline that is the page's head


class Piece(NamedTuple):
    """Words in one line of a page, with their box in points from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How high its letters are."""
        return self.top - self.bottom


def lines_of(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces put together that follow one another in one line, with no more than a blank between them."""
    lines: list[Piece] = []
    for one in pieces:
        last = lines[-1] if lines else None
        if last is not None and _overlap(last, one) > 0.5 * one.height and _is_next(last, one):
            text = last.text if last.text.endswith(" ") or one.left - last.right < 0.1 * one.height else f"{last.text} "
            lines[-1] = Piece(
                text + one.text, last.left, min(last.bottom, one.bottom), one.right, max(last.top, one.top)
            )
        else:
            lines.append(one)
    return lines


def _is_next(last: Piece, one: Piece) -> bool:
    return -0.5 * one.height < one.left - last.right < _WORD_GAP * max(last.height, one.height)


def _overlap(one: Piece, other: Piece) -> float:
    return min(one.top, other.top) - max(one.bottom, other.bottom)


def read_columns(lines: Sequence[Piece]) -> str | None:
    """The text of a page column by column; None where it has one column, or its columns stand so already.

    Captions within a column, which interrupt its sentences, stand behind the text.
    """
    gutter = _gutter(lines)
    if gutter is None:
        return None
    usual = statistics.median(line.height for line in lines)
    bands = _bands(lines, gutter)
    if _turns_back(lines, gutter) <= len(bands):
        return None
    captions = [line for line in lines if line.height < _SMALL * usual and not _crosses(line, gutter)]
    captions = [line for line in captions if _stands_within(line, lines, gutter)]
    read = _column_by_column([line for line in lines if line not in captions])
    foot = read[-1:] if len(bands[-1]) == 1 else []  # the page's number
    texts = [_with_gaps(read[: len(read) - len(foot)], captions), _with_gaps(captions), _with_gaps(foot)]
    return "\n\n".join("\n".join(part) for part in texts if part)


def _stands_within(caption: Piece, lines: Sequence[Piece], gutter: float) -> bool:
    """Whether lines of its column stand above and below a caption."""
    column = [
        line for line in lines if line.height > caption.height and (line.left > gutter) == (caption.left > gutter)
    ]
    return any(line.bottom > caption.top for line in column) and any(line.top < caption.bottom for line in column)


def _column_by_column(lines: Sequence[Piece]) -> list[Piece]:
    gutter = _gutter(lines)
    if gutter is None:
        return sorted(lines, key=lambda line: (-round(line.bottom), line.left))
    read: list[Piece] = []
    for band in _bands(lines, gutter):
        if len(band) < len(lines):
            read += _column_by_column(band)
        else:
            read += _column_by_column([line for line in band if line.right <= gutter])
            read += _column_by_column([line for line in band if line.right > gutter])
    return read


def _bands(lines: Sequence[Piece], gutter: float) -> list[list[Piece]]:
    """A page from above, parted at each line that runs over both columns and where nothing stands for a while."""
    bands: list[list[Piece]] = []
    lowest = 0.0
    for line in sorted(lines, key=lambda line: -line.top):
        is_apart = line.top < lowest - _EMPTY * line.height
        if not bands or is_apart or _crosses(line, gutter) or _crosses(bands[-1][-1], gutter):
            bands.append([line])
            lowest = line.bottom
        else:
            bands[-1].append(line)
            lowest = min(lowest, line.bottom)
    return bands


def _crosses(line: Piece, gutter: float) -> bool:
    return line.left < gutter < line.right


def _gutter(lines: Sequence[Piece]) -> float | None:
    """The middle of the room between two columns of text; None where there is none."""
    if len(lines) < 2 * _FEWEST_LINES:
        return None
    room = _GUTTER * statistics.median(line.height for line in lines)
    best: tuple[int, float, float] | None = None
    for edge in {line.right for line in lines}:
        beyond = min((line.left for line in lines if line.left > edge), default=edge)
        crossing = sum(line.left < edge + room / 2 < line.right for line in lines)
        if beyond - edge < room or crossing > _MOST_CROSSING * len(lines):
            continue
        if best is None or (crossing, edge - beyond) < best[:2]:
            best = crossing, edge - beyond, (edge + beyond) / 2
    return best[2] if best is not None and _are_columns(lines, best[2]) else None


def _are_columns(lines: Sequence[Piece], gutter: float) -> bool:
    """Whether running text stands on both sides of a gutter, at the same heights."""
    left = [line for line in lines if line.right <= gutter]
    right = [line for line in lines if line.left >= gutter]
    if min(len(left), len(right)) < _FEWEST_LINES:
        return False
    if any(statistics.mean(len(line.text.split()) for line in side) < _FEWEST_WORDS for side in (left, right)):
        return False
    beside = sum(any(_overlap(line, other) > 0 for other in left) for line in right)
    return 2 * beside >= min(len(left), len(right))


def _turns_back(lines: Sequence[Piece], gutter: float) -> int:
    """How often the page, as it was written, goes from the right column back to the left one."""
    sides = [line.left >= gutter for line in lines if not _crosses(line, gutter)]
    return sum(before and not after for before, after in itertools.pairwise(sides))


def _with_gaps(lines: Sequence[Piece], captions: Sequence[Piece] = ()) -> list[str]:
    """The words of lines, and a blank line where one stands further below than lines do, unless a caption is there."""
    texts: list[str] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else None
        is_apart = before is not None and before.bottom - line.top > _EMPTY * line.height
        if is_apart and not any(before.bottom > one.bottom > line.bottom for one in captions if before is not None):
            texts.append("")
        texts.append(line.text.rstrip(" "))
    return texts


def headline_of(lines: Sequence[Piece]) -> tuple[str, tuple[str, ...]]:
    """The words in by far the largest letters of a page, and the lines above them that are the page's head."""
    if not lines:
        return "", ()
    usual = statistics.median(line.height for line in lines)
    largest = max(line.height for line in lines)
    head = [line for line in lines if line.height > max(0.8 * largest, _LARGE * usual)]
    text = " ".join(line.text.strip() for line in head)
    if len(text.split()) not in _HEADLINE or len(head) > len(lines) / 2:
        return "", ()
    top = max(line.top for line in head)
    above = [" ".join(line.text.split()) for line in lines if line.bottom >= top and len(line.text) < _LONGEST_HEAD]
    return text, (*above, " ".join(above))
