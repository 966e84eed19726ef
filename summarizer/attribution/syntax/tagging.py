"""Splits a text into words, each with a tag for what it is without its neighbours."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.text.words import word_set

TOKEN = re.compile(
    r"""
      â€(?:œ|\x9d|(?=[.,;:]|\Z))                         # a quotation mark that was decoded with the wrong table
    | \S(?:
          (?<=\d)\d*(?:[.,]\d+)+\w*                        # 2,500 and 1.5m
        | (?<=\w)\w*(?:['’&.@/-](?!(?<=[a-z]{3}\.)[A-Z][a-z])\w+)*(?:['’](?=s?\b)s?)?  # state-run, Smith's
        | (?<=')(?:(?<=[\w.,?!]')(?='')|'|)               # an apostrophe; two are one mark
        | (?<=`)`?
        | )""",
    re.VERBOSE,
)
# Where a sentence begins though the space before it was lost: "the brigades.The group", "the harbourThe guild".
LOST_SPACE = re.compile(
    r"[A-Z](?:(?<=[a-z]{3}\.[A-Z])[a-z]|(?<=[a-z]{3}[A-Z])(?:(?<=T)(?:he|hey|his)|(?<=B)ut|(?<=S)he|(?<=A)(?:nd|fter))\b)"
)
MARKS = frozenset({'"', "“", "”", "„", "«", "»", "''", "``", "â€œ", "â€", "â€\x9d"})
OPENERS = frozenset({"“", "„", "«", "``", "â€œ"})
CLOSERS = frozenset({"”", "»", "''", "â€", "â€\x9d"})
PUNCTUATION = {
    ",": tags.COMMA, ";": tags.SEMICOLON, ":": tags.COLON, "(": tags.OPENING_BRACKET, "[": tags.OPENING_BRACKET,
    ")": tags.CLOSING_BRACKET, "]": tags.CLOSING_BRACKET, "—": tags.DASH, "–": tags.DASH, "-": tags.DASH,
    ".": tags.STOP, "…": tags.STOP, "?": tags.QUESTION_MARK, "!": tags.QUESTION_MARK,
} | dict.fromkeys(MARKS, tags.QUOTATION_MARK)  # fmt: skip
SUFFIXES = (("ly", tags.ADVERB), ("ed", tags.ED_FORM), ("ing", tags.ING_FORM))
GIVEN_NAMES = word_set("grammar.sets.given_names")
ALWAYS_NAMES = word_set("grammar.sets.always_names")
# when they have a capital
OFTEN_NAMES = tags.group(tags.PERHAPS_FINITE, tags.PAST, tags.ING_FORM, tags.ADJECTIVE, tags.ADVERB)
MOST_CHUNKS = 32768
LONGEST_KNOWN = 40  # characters; what is longer is not a word, and would only fill the memory


class Words(NamedTuple):
    """The words of a stretch of text: as written, in lower case, the tag of each, and where each begins."""

    written: list[str]
    lower: list[str]
    tags: str
    starts: list[int]


def read_words(text: str, first: int, last: int) -> Words:
    """The words from one offset of a text to another, with white space at neither end."""
    written: list[str] = []
    lowers: list[str] = []
    letters: list[str] = []
    starts: list[int] = []
    at = first
    for chunk in text[first:last].split():
        # Most chunks stand in earlier texts too: to read each anew takes 7% of the whole path (extractive.py).
        for word, lower, tag in _read_known_chunk(chunk) if len(chunk) <= LONGEST_KNOWN else _read_chunk(chunk):
            at = text.index(word, at)
            written.append(word)
            lowers.append(lower)
            letters.append(tag)
            starts.append(at)
            at += len(word)
    return Words(written, lowers, "".join(letters), starts)


def _read_chunk(chunk: str) -> tuple[tuple[str, str, str], ...]:
    """What stands between two blanks, as words: each as written, in lower case, and its tag."""
    starts = sorted({found.start() for pattern in (TOKEN, LOST_SPACE) for found in pattern.finditer(chunk)})
    words = [chunk[start:end] for start, end in pairwise([*starts, len(chunk)])]
    return tuple((word, word.lower(), tag_of(word)) for word in words)


_read_known_chunk = lru_cache(maxsize=MOST_CHUNKS)(_read_chunk)


def tag_of(word: str) -> str:
    """The tag of a word without its neighbours, `tags.capitalized` where a capital may make a name of the word."""
    lower = word.lower()
    known = load_lexicon().tags.get(lower)
    tag = known or _guess(word, lower)
    if known and word in ALWAYS_NAMES:
        tag = tags.NOUN
    may_be_name = tag == tags.NOUN or (tag in OFTEN_NAMES and word != lower) or word in GIVEN_NAMES
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
