"""Cuts a text into paragraphs, and puts lines that were wrapped at a fixed width together again."""

from __future__ import annotations

import re
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
_BROKEN_WORD = re.compile(r"[^\W\d_][-\u2010]\s+[a-zß-öø-ÿ]{2}")
_BYLINE_START = re.compile(r"(by|von|par|por|di|and|with)\s+[A-Z]")

_WRAPPED_MIN, _WRAPPED_MAX = 30, 110  # characters; mail wraps at 72, agencies at 65 to 80, some tools at 100
_COLUMN_MIN = 16  # characters; a column of print, told from a list by lines that go on in lower case


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


class _Line(NamedTuple):
    """A line at code points `start` to `end`, its outer white space aside, with `indent` blanks before it."""

    start: int
    end: int
    indent: int

    @property
    def width(self) -> int:
        return self.indent + self.end - self.start


def split_paragraphs(text: str) -> list[Paragraph]:
    """Cut a text at its blank lines and line ends, but not where a line was only wrapped or broken."""
    lines, breaks = _read_lines(text)
    _break_at_indents(text, lines, breaks)
    width = _wrap_width(text, lines, breaks)
    paragraphs: list[Paragraph] = []
    first = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and not breaks[i] and _belongs(text, lines[i - 1], lines[i], width):
            continue
        begin, end = lines[first].start, lines[i - 1].end
        paragraphs.append(Paragraph(begin, end, text[begin:end], breaks[first]))
        first = i
    return paragraphs


def _read_lines(text: str) -> tuple[list[_Line], list[bool]]:
    """The lines that are not blank, and for each whether a blank line, or nothing, stands before it."""
    lines: list[_Line] = []
    breaks: list[bool] = []
    last_end = 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        gap = text[last_end:start]
        lines.append(_Line(start, end, len(gap) - 1 - max(gap.rfind("\n"), gap.rfind("\r"))))
        breaks.append(not breaks or _BLANK_LINE.search(gap) is not None)
        last_end = end
    return lines, breaks


def _wrap_width(text: str, lines: list[_Line], breaks: list[bool]) -> int:
    """The width at which the text's lines were wrapped, their indents included; 0 if they were not."""
    inner = [lines[i] for i in range(len(lines) - 1) if not breaks[i + 1]]
    long_enough = [line for line in inner if line.end - line.start >= _WRAPPED_MIN]
    if len(long_enough) < 3 or len(long_enough) * 2 < len(inner):
        long_enough = [line for line in inner if line.end - line.start >= _COLUMN_MIN]
        if len(long_enough) < 3 or len(long_enough) * 2 < len(inner) or not _goes_on_in_lower_case(text, lines, breaks):
            return 0
    widths = sorted(line.width for line in long_enough)
    width = widths[len(widths) * 19 // 20]  # a few lines may stick out, such as addresses
    if width > _WRAPPED_MAX or widths[len(widths) // 2] < width * 0.6:
        return 0
    # Lines that are paragraphs end where a sentence ends; wrapped ones end anywhere.
    ended = sum(sentence_end(text, line.start, line.end) is not None for line in long_enough)
    return width if ended * 2 < len(long_enough) else 0


def _goes_on_in_lower_case(text: str, lines: list[_Line], breaks: list[bool]) -> bool:
    """Whether lines begin as they do in mid-sentence, at least every third."""
    following = [lines[i] for i in range(1, len(lines)) if not breaks[i]]
    return sum(text[line.start].islower() for line in following) * 3 >= len(following)


def _break_at_indents(text: str, lines: list[_Line], breaks: list[bool]) -> None:
    """Mark the lines that begin a paragraph by their indent, as print and agencies do without a blank line."""
    least = min((line.indent for line in lines), default=0)
    inner = [i for i in range(1, len(lines)) if not breaks[i]]
    indented = [i for i in inner if lines[i].indent >= least + 2]
    # Where most lines are indented, or go on in lower case behind it, an indent begins no paragraph.
    if len(indented) * 2 > len(inner) or sum(text[lines[i].start].islower() for i in indented) * 5 > len(indented):
        return
    for i in indented:
        breaks[i] = True


def _belongs(text: str, line: _Line, following: _Line, width: int) -> bool:
    """Whether the second line goes on with the first one's paragraph."""
    if _LIST_ITEM.match(text, following.start, following.end):
        return False
    if _BROKEN_WORD.match(text, line.end - 2, following.end):
        return True
    is_broken = (
        _CONTINUES.match(text, following.start, following.end) is not None
        and sentence_end(text, line.start, line.end) is None
        and _BYLINE_START.match(text, following.start, following.end) is None
    )
    if width:
        space = text.find(" ", following.start, following.end)
        first_word = (space if space > 0 else following.end) - following.start
        # Wrapping fills each line: where the next word had room, the writer ended the line.
        return line.width + 1 + min(first_word, 20) > width - 2 or (is_broken and line.width * 2 > width)
    return is_broken and line.end - line.start > 60
