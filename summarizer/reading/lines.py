"""Takes out of a text what mail programs and printers put at the ends and beginnings of its lines.

Lines that were only wrapped at a width stay as they are, because a paragraph may go over line ends (see
layout/paragraphs.py). What stands between the words of a sentence otherwise, the marks of a quoted mail, hyphens where
words were broken, a blank line after each line, can be in no quote, so the text is changed, and says so.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.reading.layout.paragraphs import ends_sentence, split_paragraphs
from summarizer.reading.print_layout import breaks_sentence, join_pages, part_columns, part_pages, without_page_heads
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Callable

_QUOTE_MARK = re.compile(r"^[^\S\n]*(?:[>|][^\S\n]?)+", re.MULTILINE)
_QUOTE_MARKS = (">", "|")
# "On Tue, 3 May 2031, Ada Moll <a@b.example> wrote:", in the languages that have rules of their own.
_WROTE = re.compile(r"(?:On|Am|Le|El)\s.{5,240}\b(?:wrote|schrieb\b.{0,120}|a écrit|escribió)\s?:", re.IGNORECASE)
_INTRO = 4  # lines, of which such a line may take two
_INVISIBLE = re.compile("(?<=[\\w.,;:!?”’»\"' ])[\u200b\u2060\ufeff]|^[\u200b\u2060\ufeff]+", re.MULTILINE)
_COLOUR = re.compile(r"\x1b\[[\d;]*[A-Za-z]")  # what a terminal shows in bold or red
_LINE_BREAK = re.compile(r"\r\n?|\n")
_BROKEN_WORD = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad]\n[^\S\n]*([a-zß-öø-ÿ]{2,})")
_WORD_WITH_HYPHEN = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_WIDE_GAP = re.compile(r"(?<=[^\s.!?”\"]) {2,}(?=\S)")  # within a line that was stretched to a width
_NUMBERED = re.compile(r"[^\S\n]*(\d{1,5})[^\S\n]+(\S[^\n]*)")
_FEWEST_NUMBERED = 6
_FEWEST_SLIPPED = 4
_SLIPPED, _FULL = 0.4, 0.75  # of the widest line's width
_NARROWEST, _WIDEST = 50, 110  # characters of a line that was wrapped
# First parts of words that keep their hyphen when a line ends after it.
_FIRST_PARTS = word_set("layout.hyphens.first_parts")


def mend_lines(text: str) -> tuple[str, list[str]]:
    """The text with its lines mended, and what was done to it, in words; text and [] when nothing was."""
    done: list[str] = []
    if "\xad" in text:
        text = text.replace("\xad\n", "-\n").replace("\xad\r\n", "-\r\n").replace("\xad", "")
        done.append("soft hyphens were taken out of its words")
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", text)
        done.append("characters without a width were taken out of its words")
    if "\x1b" in text and _COLOUR.search(text):
        text = _COLOUR.sub("", text)
        done.append("the colours of a terminal were taken out")
    lines = _LINE_BREAK.split(text)
    if len(lines) < 3:
        return text, done
    lines, undone = _undo_print(lines)
    done += undone
    for is_so, mend, told in _MENDS:
        if is_so(lines):
            lines = mend(lines)
            done.append(told)
    joined = "\n".join(lines)
    mended, count = _join_broken_words(joined)
    if count:
        done.append(f"{count} words that were broken at line ends were put together")
    return (mended, done) if done else (text, done)


def _undo_print(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines without heads of pages, form feeds in sentences and columns side by side, and what was done."""
    done: list[str] = []
    headless, heads = without_page_heads(lines)
    is_broken = breaks_sentence(lines)
    parted = part_pages(lines) if heads or is_broken else None
    if heads:
        lines = headless
        done.append(f"{heads} heads and numbers of pages were taken out")
    elif is_broken:
        lines = join_pages(lines)
        done.append("pages that end in a sentence were put together")
    if parted is None:
        parted = part_columns(lines)
    if parted is None:
        return lines, done
    return parted, [*done, "two columns that stood side by side were put one below the other"]


def _is_quoted(lines: list[str]) -> bool:
    full = [line for line in lines if line.strip()]
    bars = sum(line.count("|") for line in full)  # more than one in a line are a table's
    marked = [line for line in full if line.lstrip().startswith(_QUOTE_MARKS)]
    return len(full) > 2 and len(marked) * 2 > len(full) and bars <= len(full)


def _is_stretched(lines: list[str]) -> bool:
    """Whether many lines have wide gaps between their words: print fills lines that way."""
    full = [line for line in lines if len(line.split()) > 4]
    return len(full) > 3 and sum(_WIDE_GAP.search(line) is not None for line in full) * 4 >= len(full)


def _is_ragged(lines: list[str]) -> bool:
    """Whether lines were wrapped twice, the second time narrower, so that a few words follow each in a line alone."""
    full = [line for line in lines if line.strip()]
    if not full or not _NARROWEST <= max(map(len, full)) <= _WIDEST:
        return False
    slipped = [at for at in _slipped(lines) if not ends_sentence(lines[at].rstrip())]
    return len(slipped) >= _FEWEST_SLIPPED and len(slipped) * 6 >= len(full)


def _slipped(lines: list[str]) -> list[int]:
    """Where a few words stand alone behind a full line, with more lines of their paragraph behind them."""
    width = max(map(len, lines), default=0)
    return [
        at
        for at in range(1, len(lines) - 1)
        if lines[at].strip()
        and lines[at + 1].strip()
        and len(lines[at].strip()) <= width * _SLIPPED
        and len(lines[at - 1].rstrip()) >= width * _FULL
    ]


def _without_rags(lines: list[str]) -> list[str]:
    """The lines with words that slipped to a line of their own behind the line before."""
    slipped = set(_slipped(lines))
    kept: list[str] = []
    for at, line in enumerate(lines):
        if at in slipped:
            kept[-1] = f"{kept[-1].rstrip()} {line.strip()}"
        else:
            kept.append(line)
    return kept


def _is_spaced(lines: list[str]) -> bool:
    """Whether a blank line stands after each line of wrapped text, also between the lines of one sentence."""
    full = [i for i, line in enumerate(lines) if line.strip()]
    if len(full) < 6 or max(len(lines[i]) for i in full) > _WIDEST:
        return False
    apart = sum(after - before > 1 for before, after in pairwise(full))
    inner = [lines[i].strip() for i in full[:-1]]
    following = [lines[i].strip() for i in full[1:]]
    goes_on = sum(not ends_sentence(line) and after[0].islower() for line, after in zip(inner, following, strict=True))
    return apart * 10 >= len(inner) * 9 and goes_on >= 3 and goes_on * 8 >= len(inner)


def _without_spacing(lines: list[str]) -> list[str]:
    """The lines with one blank line less in each gap; a line shorter than the text is wide ends its paragraph."""
    full = [line.strip() for line in lines if line.strip()]
    width = sorted(map(len, full))[len(full) * 19 // 20]
    kept: list[str] = []
    blanks = 0
    for line in lines:
        if not line.strip():
            blanks += 1
            continue
        room = len(kept[-1].rstrip()) + 1 + len(line.split()[0]) if kept else 0
        if kept and (blanks > 1 or (room <= width - 2 and ends_sentence(kept[-1].rstrip())) or kept[-1].count(" ") < 3):
            kept.append("")
        kept.append(line)
        blanks = 0
    return kept


def _join_broken_words(text: str) -> tuple[str, int]:
    """The text with words joined that a hyphen breaks over two lines, where that is how its lines end; how many.

    The paragraphs of such a text become one line each: with words moved up, its lines would have no width to go by.
    """
    broken = len(_BROKEN_WORD.findall(text))
    if broken < 2:  # one may be a compound word
        return text, 0
    compounds = {word.casefold() for word in _WORD_WITH_HYPHEN.findall(text)}

    def join(match: re.Match[str]) -> str:
        first, second = match[1], match[2]
        is_compound = f"{first}-{second}".casefold() in compounds or first.casefold() in _FIRST_PARTS
        return f"{first}-{second}" if is_compound else first + second

    pieces: list[str] = []
    done = 0
    for paragraph in split_paragraphs(text):
        pieces.append(text[done : paragraph.start])
        pieces.append(" ".join(_BROKEN_WORD.sub(join, paragraph.text).split()))
        done = paragraph.end
    return "".join([*pieces, text[done:]]), broken


def _without_quote_marks(lines: list[str]) -> list[str]:
    """The lines without the marks of a quoted mail, and without the line before it that says who wrote when."""
    first = next((at for at, line in enumerate(lines) if line.lstrip().startswith(_QUOTE_MARKS)), 0)
    intro = [at for at in range(max(0, first - _INTRO), first) if lines[at].strip()]
    said = next((at for at in intro if _WROTE.fullmatch(" ".join(lines[i].strip() for i in intro if i >= at))), first)
    kept = [line for at, line in enumerate(lines) if not said <= at < first]
    return [_QUOTE_MARK.sub("", line) for line in kept]


def _is_numbered(lines: list[str]) -> bool:
    """Whether each line begins with its number, and sentences go over their ends: a list has a sentence an item."""
    found = [_NUMBERED.match(line) for line in lines if line.strip()]
    if len(found) < _FEWEST_NUMBERED or not all(found):
        return False
    numbers = [int(match[1]) for match in found if match]
    texts = [match[2] for match in found if match]
    goes_on = sum(not ends_sentence(text) and after[0].islower() for text, after in pairwise(texts))
    return all(after - before == 1 for before, after in pairwise(numbers)) and goes_on >= 3


def _without_numbers(lines: list[str]) -> list[str]:
    return [match[2] if (match := _NUMBERED.match(line)) else line for line in lines]


def _with_single_blanks(lines: list[str]) -> list[str]:
    return [_WIDE_GAP.sub(" ", line) for line in lines]


# In this order: each looks at what those before it have left.
_MENDS: tuple[tuple[Callable[[list[str]], bool], Callable[[list[str]], list[str]], str], ...] = (
    (_is_quoted, _without_quote_marks, 'the marks of a quoted mail (">") were taken off its lines'),
    (_is_numbered, _without_numbers, "the numbers of its lines were taken out"),
    (_is_ragged, _without_rags, "words that had slipped to lines of their own were put back"),
    (_is_spaced, _without_spacing, "the blank line after each line was taken out"),
    (_is_stretched, _with_single_blanks, "lines that were stretched to a width have single blanks again"),
)
