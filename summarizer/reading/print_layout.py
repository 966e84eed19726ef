"""Undoes what print does to a text: columns side by side, heads and numbers of pages between the lines."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summarizer.reading.layout.paragraphs import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAP = re.compile(r"(?<=\S) {2,}(?=\S)|^ {12,}(?=\S)")  # between two columns, or before the right one alone
_FEWEST_LINES = 4  # that both columns must have
_FEWEST_WORDS = 2  # of a line of each column, on average: what has fewer is a table
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:page|seite|p[aá]gina|p\.)\s*)?(\d{1,4})(?:\s*(?:/|of|von|sur|de)\s*\d{1,4})?\W*", re.IGNORECASE
)
_NAMED_PAGE = re.compile(
    r"\b(?:page|seite|p[aá]gina)\s*\d{1,4}(?:\s*(?:/|of|von|sur|de)\s*\d{1,4})?\W*\Z", re.IGNORECASE
)
_LONGEST_HEAD = 100  # characters
_DIGITS = re.compile(r"\d+")
_PAGE_END = "\f"  # what pdftotext and printers put between pages


def part_columns(lines: list[str]) -> list[str] | None:
    """The lines with the left column before the right one, None where there are not two.

    A river of blanks must run down between them, and the right column begin at one place behind it.
    """
    column = _find_column(lines)
    return None if column is None else _part_at(lines, column)


def _part_at(lines: list[str], column: int) -> list[str]:
    held = [number for number, line in enumerate(lines) if _begins_at(line, column)]
    return _one_below_the_other(lines, held[0], held[-1], column) if held else lines


def _find_column(lines: list[str]) -> int | None:
    """Where the right one of two columns begins."""
    starts = Counter(gap.end() for line in lines for gap in _GAP.finditer(line))
    for column, times in starts.most_common(3):
        if times < _FEWEST_LINES or column < 12:
            return None
        held = [number for number, line in enumerate(lines) if _begins_at(line, column)]
        block = lines[held[0] : held[-1] + 1]
        full = [line for line in block if line.strip()]
        crossed = sum(len(line) > column and not line[column - 2 : column].isspace() for line in full)
        both = [line for line in full if _begins_at(line, column) and line[:column].strip()]
        if crossed * 10 > len(full) or len(both) < _FEWEST_LINES or len(both) * 10 < len(full) * 4:
            continue
        if (
            _words(line[:column] for line in both) < _FEWEST_WORDS
            or _words(line[column:] for line in both) < _FEWEST_WORDS
        ):
            continue
        return column
    return None


def _begins_at(line: str, column: int) -> bool:
    return len(line) > column and line[column] != " " and line[column - 2 : column] == "  "


def _words(pieces: Iterable[str]) -> float:
    """How many words each piece has on average."""
    counts = [len(piece.split()) for piece in pieces]
    return sum(counts) / len(counts)


def _one_below_the_other(lines: list[str], first: int, last: int, column: int) -> list[str]:
    """The lines with the left column of those from `first` to `last` before their right one."""
    left, right = [], []
    for line in lines[first : last + 1]:
        left.append(line[:column].rstrip())
        right.append(line[column:].strip())
    rest = lines[last + 1 :]
    # The left column may be longer than the right one.
    below = next((number for number, line in enumerate(rest) if len(line.rstrip()) > column), len(rest))
    left += [line.rstrip() for line in rest[:below]]
    while left and not left[-1]:
        left.pop()
    joint = [] if left and not ends_sentence(left[-1]) else [""]
    return [*lines[:first], *left, *joint, *right, *rest[below:]]


def without_page_heads(lines: list[str]) -> tuple[list[str], int]:
    """The lines without what stands at the head or foot of each page, and how many such lines there were.

    A line that comes back, but for its digits, is such a head where it interrupts a sentence or stands at a page's
    number; numbers are those of pages where they stand at a head or count on by one, alone in their lines.
    """
    gone = _find_heads(lines)
    return (_without(lines, gone), len(gone)) if gone else (lines, 0)


def breaks_sentence(lines: list[str]) -> bool:
    """Whether a page ends in the middle of a sentence, as a form feed tells."""
    return any(
        line.startswith(_PAGE_END) and not _ends_before(lines, at) and line.strip() for at, line in enumerate(lines)
    )


def join_pages(lines: list[str]) -> list[str]:
    """The lines without form feeds; a sentence goes on over them."""
    return _without(lines, set())


def part_pages(lines: list[str]) -> list[str] | None:
    """The lines of pages in two columns, page after page and without their heads; None where they have one column."""
    gone = _find_heads(lines)
    pages: list[list[str]] = [[]]
    for at, line in enumerate(lines):
        if (at in gone or line.startswith(_PAGE_END)) and any(one.strip() for one in pages[-1]):
            pages.append([])
        if at not in gone:
            pages[-1].append(line.lstrip(_PAGE_END))
    columns = [_find_column(page) for page in pages]
    usual = next((column for column in columns if column is not None), None)
    if len(pages) < 2 or usual is None:
        return None
    joined: list[str] = []
    for page, column in zip(pages, columns, strict=True):
        text = _trimmed(_part_at(page, column or usual))  # the last page may be short
        if joined and text and ends_sentence(joined[-1].rstrip()):
            joined.append("")
        joined += text
    return joined


def _trimmed(lines: list[str]) -> list[str]:
    """Lines without the blank ones before and behind them."""
    full = [at for at, line in enumerate(lines) if line.strip()]
    return lines[full[0] : full[-1] + 1] if full else []


def names_page(line: str) -> bool:
    """Whether a line at the edge of a page ends with its number: "Harn Times, 3 May, page 7"."""
    return bool(_key(line)) and _NAMED_PAGE.search(line.strip()) is not None


def _find_heads(lines: list[str]) -> set[int]:
    """Where heads and numbers of pages stand."""
    keys = [_key(line) for line in lines]
    counts = Counter(key for key in keys if key)
    numbers = {at: int(match[1]) for at, line in enumerate(lines) if (match := _PAGE_NUMBER.fullmatch(line.strip()))}
    repeated = [at for at, key in enumerate(keys) if key and counts[key] > 1 and at not in numbers]
    times = Counter(keys[at] for at in repeated if _is_head(lines, at, numbers))
    first = next(
        (key for at, key in enumerate(keys) if lines[at].strip()), ""
    )  # no number stands before the first page
    heads = {at for at in repeated if times[keys[at]] + (keys[at] == first) > 1 and times[keys[at]]}
    counted = [at for at in numbers if numbers[at] + 1 in numbers.values() or numbers[at] - 1 in numbers.values()]
    at_head = {at for at in numbers if any(near in heads for near in range(at - 3, at + 4))}
    interrupting = {at for at in counted if _interrupts(lines, at)}
    called = {at for at in numbers if any(map(str.isalpha, lines[at]))}  # "Page 2"
    broken = {at for at in called if at in counted or not _ends_before(lines, at)}
    full = [at for at, line in enumerate(lines) if line.strip()]
    edges = {at for at in (*full[:1], *full[-1:]) if names_page(lines[at])}
    return heads | at_head | broken | edges | (set(counted) if interrupting or heads else set())


def _key(line: str) -> str:
    """A line without its digits and blanks; empty for what may be no head: a sentence, or a long line."""
    text = " ".join(line.split())
    if not text or len(text) > _LONGEST_HEAD or ends_sentence(text) or not any(map(str.isalpha, text)):
        return ""
    return _DIGITS.sub("#", text).casefold()


def _is_head(lines: list[str], at: int, numbers: dict[int, int]) -> bool:
    is_numbered = any(near in numbers for near in range(at - 3, at + 4))
    has_number = any(map(str.isdigit, lines[at])) and "page" in lines[at].lower()
    is_apart = not all(near.strip() for near in (*lines[at - 1 : at], *lines[at + 1 : at + 2]))
    return is_numbered or has_number or (is_apart and _interrupts(lines, at))


def _interrupts(lines: list[str], at: int) -> bool:
    """Whether the text before a line does not end a sentence, and the text behind it goes on in lower case."""
    after = next((line.strip() for line in lines[at + 1 :] if _is_text(line)), "")
    return not _ends_before(lines, at) and after[:1].islower()


def _ends_before(lines: list[str], at: int) -> bool:
    """Whether the text before a line ends a sentence, or there is none."""
    before = next((line.strip() for line in reversed(lines[:at]) if _is_text(line)), "")
    return not before or ends_sentence(before)


def _is_text(line: str) -> bool:
    return len(line.split()) > 2 and not _PAGE_NUMBER.fullmatch(line.strip())


def _without(lines: list[str], gone: set[int]) -> list[str]:
    """The lines without some, and without the blank lines around them where a sentence goes on over them."""
    kept: list[str] = []
    was_gone = False
    for at, line in enumerate(lines):
        was_gone = was_gone or at in gone or line.startswith(_PAGE_END)
        if at in gone:
            continue
        if was_gone and line.strip():
            while kept and not kept[-1].strip():
                kept.pop()
            if kept and ends_sentence(kept[-1].rstrip()):
                kept.append("")
            was_gone = False
        kept.append(line.lstrip(_PAGE_END))
    return kept
