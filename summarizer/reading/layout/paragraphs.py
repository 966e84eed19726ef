"""Cuts a text into paragraphs, and puts lines that were wrapped at a fixed width together again."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

# A line, its outer white space aside. Not \v and \x85: in texts decoded the wrong way they are letters.
_LINE = re.compile(r"\S(?:[^\r\n\f\u2028\u2029]*\S)?")
_BLANK_LINE = re.compile(r"(?>\r\n|[\r\n])[^\S\r\n]*(?:\r\n|[\r\n])|[\f\u2029]")

# What closes a sentence, with the quotation marks, brackets and stray blanks that may follow it.
_STOPS = frozenset(".!?…。！？؟۔।։፡።")
_TERMINAL = re.compile(r"""[.!?…。！？؟۔।։፡።]['"’”“»«)\]」』]*[\s.,'"’”“»]*\Z""")
_LONGEST_ENDING = 12  # characters: a paragraph is not searched from its start
_CONTINUES = re.compile(r"[a-zà-öø-ÿ,;)\]]|\d;")  # how a line goes on that was broken in mid-sentence
_LIST_ITEM = re.compile(r"[-–—*•·●▪‣◦■]\s?|\d{1,3}[.)]\s|[#>]")
_BYLINE_START = re.compile(r"(by|von|par|por|di|and|with)\s+[A-Z]")

_WRAPPED_MIN, _WRAPPED_MAX = 30, 110  # characters; mail wraps at 72, agencies at 65 to 80, some tools at 100


class Paragraph(NamedTuple):
    """A paragraph at code points `start` to `end`; `is_apart` says that a blank line, or nothing, stands before it."""

    start: int
    end: int
    text: str
    is_apart: bool


def sentence_end(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """What closes the sentence with which `text[start:end]` ends; None when it ends in no sentence's end."""
    end = len(text) if end is None else end
    return _TERMINAL.search(text, max(start, end - _LONGEST_ENDING), end)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text[-1:] in _STOPS or sentence_end(text) is not None


def split_paragraphs(text: str) -> list[Paragraph]:
    """Cut a text at its blank lines and line ends, but not where a line was only wrapped or broken."""
    lines = [match.span() for match in _LINE.finditer(text)]
    gaps = ((end, start) for (_, end), (start, _) in pairwise(lines))
    breaks = [True, *(_BLANK_LINE.search(text, *gap) is not None for gap in gaps)]
    width = _wrap_width(text, lines, breaks)
    paragraphs: list[Paragraph] = []
    start = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and not breaks[i] and _belongs(text, lines[i - 1], lines[i], width):
            continue
        begin, end = lines[start][0], lines[i - 1][1]
        paragraphs.append(Paragraph(begin, end, text[begin:end], breaks[start]))
        start = i
    return paragraphs


def _wrap_width(text: str, lines: list[tuple[int, int]], breaks: list[bool]) -> int:
    """The width at which the text's lines were wrapped, 0 if they were not."""
    inner = [lines[i] for i in range(len(lines) - 1) if not breaks[i + 1]]
    long_enough = [line for line in inner if line[1] - line[0] >= _WRAPPED_MIN]
    if len(long_enough) < 3 or len(long_enough) * 2 < len(inner):
        return 0
    lengths = sorted(end - start for start, end in long_enough)
    width = lengths[len(lengths) * 19 // 20]  # a few lines may stick out, such as addresses
    if width > _WRAPPED_MAX or lengths[len(lengths) // 2] < width * 0.6:
        return 0
    # Lines that are paragraphs end where a sentence ends; wrapped ones end anywhere.
    ended = sum(sentence_end(text, start, end) is not None for start, end in long_enough)
    return width if ended * 2 < len(long_enough) else 0


def _belongs(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the second line goes on with the first one's paragraph."""
    start, end = line
    if _LIST_ITEM.match(text, *following):
        return False
    if width:
        space = text.find(" ", following[0], following[1])
        first_word = (space if space > 0 else following[1]) - following[0]
        # Wrapping fills each line: where the next word had room, the writer ended the line.
        return end - start + 1 + min(first_word, 20) > width - 2
    return (
        end - start > 60
        and _CONTINUES.match(text, *following) is not None
        and sentence_end(text, start, end) is None
        and _BYLINE_START.match(text, *following) is None
    )
