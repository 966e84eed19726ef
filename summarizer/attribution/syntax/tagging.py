"""Splits a text into words, each with a tag for what it is without its neighbours."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.reading.layout.quotation_marks import DOUBLE_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable

TOKEN = re.compile(
    r"""
      â€(?:œ|\x9d|(?=[.,;:]|\Z))                         # a quotation mark that was decoded with the wrong table
    | \S(?:
          (?<=\d)\d*(?:[.,:]\d+)+\w*(?:-\w+)*              # 2,500, 1.5m, 4,000-page and 10:40
        | (?<=\w)\w*(?:(?:['’&.@/-]|\.-)(?!(?<=[a-z]{3}\.)[A-Z][a-z])\w+)*(?:['’](?=s?\b)s?)?  # U.S.-led, Smith's
        | (?<=')(?:(?<=[\w.,?!]')(?='')|'|)               # an apostrophe; two are one mark
        | (?<=`)`?
        | (?<=’)’?
        | (?<=‘)‘?
        | )""",
    re.VERBOSE,
)
# Where a sentence begins though the space before it was lost: "the brigades.The group", "the harbourThe guild".
LOST_SPACE = re.compile(
    r"[A-Z](?:(?<=[a-z]{3}\.[A-Z])[a-z]|(?<=[a-z]{3}[A-Z])(?:(?<=T)(?:he|hey|his)|(?<=B)ut|(?<=S)he|(?<=A)(?:nd|fter))\b)"
)
MARKS = frozenset(DOUBLE_MARKS) | frozenset({"‹", "›", "''", "``", "’’", "‘‘", "â€œ", "â€", "â€\x9d"})
PUNCTUATION = {
    ",": tags.COMMA, ";": tags.SEMICOLON, ":": tags.COLON, "(": tags.OPENING_BRACKET, "[": tags.OPENING_BRACKET,
    ")": tags.CLOSING_BRACKET, "]": tags.CLOSING_BRACKET,
    "—": tags.DASH, "–": tags.DASH, "-": tags.DASH, "―": tags.DASH,
    ".": tags.STOP, "…": tags.STOP, "?": tags.QUESTION_MARK, "!": tags.QUESTION_MARK,
} | dict.fromkeys(MARKS, tags.QUOTATION_MARK)  # fmt: skip
ENDING_MARKS = frozenset(",;:.?!")
SUFFIXES = (("ly", tags.ADVERB), ("ed", tags.ED_FORM), ("ing", tags.ING_FORM))
# when they have a capital
OFTEN_NAMES = tags.group(tags.PERHAPS_FINITE, tags.PAST, tags.ING_FORM, tags.ADJECTIVE, tags.ADVERB)
MOST_CHUNKS = 16384
LONGEST_KNOWN = 40  # characters; what is longer is not a word, and would only fill the memory


class Words(NamedTuple):
    """The words of a stretch of text: as written, in lower case, the tag of each, and where each begins."""

    written: list[str]
    lower: list[str]
    tags: str
    starts: list[int]


def read_words(text: str, first: int, last: int) -> Words:
    """The words from one offset of a text to another, with white space at neither end."""
    chunks = text[first:last].split()
    # Most chunks stand in earlier texts too. To read each anew, or to look for each word's offset, would take 7% and 6%
    # of the whole path (benchmarks/extractive.py).
    read = _read_known_chunk if max(map(len, chunks)) <= LONGEST_KNOWN else _read_chunk
    written, lowers, letters, steps = map(list, zip(*chain.from_iterable(map(read, chunks)), strict=True))
    starts = list(accumulate(steps, initial=first))
    if starts.pop() != last + 1:
        starts = _find_starts(text, first, written)
    return Words(written, lowers, "".join(letters), starts)


def _find_starts(text: str, at: int, words: Iterable[str]) -> list[int]:
    """Where each word begins, whatever white space is between them."""
    starts: list[int] = []
    for word in words:
        starts.append(text.index(word, at))
        at = starts[-1] + len(word)
    return starts


def _read_chunk(chunk: str) -> tuple[tuple[str, str, str, int], ...]:
    """What stands between two blanks, as words: each as written, in lower case, its tag, and the step to the next one.

    The step is right where a single blank follows the chunk.
    """
    if chunk.isalpha() and chunk[1:].islower():
        return ((chunk, chunk.lower(), tag_of(chunk), len(chunk) + 1),)
    word, mark = chunk[:-1], chunk[-1]
    if mark in ENDING_MARKS and word.isalpha() and word[1:].islower():  # most of the others: "said,"
        return (word, word.lower(), tag_of(word), len(word)), (mark, mark, PUNCTUATION[mark], 2)
    starts = sorted({found.start() for pattern in (TOKEN, LOST_SPACE) for found in pattern.finditer(chunk)})
    edges = pairwise([*starts, len(chunk)])
    words = [(chunk[start:end], end - start + (end == len(chunk))) for start, end in edges]
    return tuple((word, word.lower(), tag_of(word), step) for word, step in words)


_read_known_chunk = lru_cache(maxsize=MOST_CHUNKS)(_read_chunk)


def tag_of(word: str) -> str:
    """The tag of a word without its neighbours, `tags.capitalized` where a capital may make a name of the word."""
    lower = word.lower()
    known = load_lexicon().tags.get(lower)
    tag = known or _guess(word, lower)
    if known and word in grammar.ALWAYS_NAMES:
        tag = tags.NOUN
    may_be_name = tag == tags.NOUN or (tag in OFTEN_NAMES and word != lower) or word in grammar.GIVEN_NAMES
    return tags.capitalized(tag) if word[0].isupper() and may_be_name else tag


def _guess(word: str, lower: str) -> str:
    """The tag of a word that the lexicon does not know."""
    if lower in PUNCTUATION:
        return PUNCTUATION[lower]
    if lower[0].isdigit():
        return tags.NUMBER
    if not lower[0].isalpha():
        return tags.OTHER_MARK
    if word == lower:
        for suffix, tag in SUFFIXES:
            if lower.endswith(suffix) and len(lower) > len(suffix) + 2:
                return tag
    return tags.NOUN
