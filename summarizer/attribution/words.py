"""Splits a text into words, each with a letter for what it is without its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import NamedTuple

from summarizer.attribution.lexicon import load_lexicon, word_set

_PIECES = r"""
        [A-Za-z][a-z]*+(?:\s++|(?=,))  # most words
        | [.,]\s++                     # and most marks, soon done with
        | \S(?:
            (?<=\d)\d*(?:[.,]\d+)+\w*                        # 2,500 and 1.5m
            | (?<=\w)\w*(?:['’&.@/-](?!(?<=[a-z]{3}\.)[A-Z][a-z])\w+)*(?:['’](?=s?\b)s?)?  # state-run, Smith's
            | (?<=')(?:(?<=[\w.,?!]')(?='')|'|)               # an apostrophe; two are one mark
            | (?<=`)`?
            | )\s*+"""  # white space is taken with the token, whose length so tells where the next begins
TOKEN = re.compile(_PIECES, re.VERBOSE)
# Quotation marks that were decoded with the wrong table are one token too.
BROKEN_TOKEN = re.compile(r"â€(?:œ|\x9d|(?=[\s.,;:]|\Z))\s*+ | " + _PIECES, re.VERBOSE)
# A lost space, where a sentence begins all the same: "the brigades.The group", "the harbourThe guild".
GLUED = re.compile(
    r"[A-Z](?:(?<=[a-z]{3}\.[A-Z])[a-z]|(?<=[a-z]{3}[A-Z])(?:(?<=T)(?:he|hey|his)|(?<=B)ut|(?<=S)he|(?<=A)(?:nd|fter))\b)"
)
MARKS = frozenset({'"', "“", "”", "„", "«", "»", "''", "``", "â€œ", "â€", "â€\x9d"})
OPENERS = frozenset({"“", "„", "«", "``", "â€œ"})
CLOSERS = frozenset({"”", "»", "''", "â€", "â€\x9d"})
PUNCTUATION = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", "—": "-", "–": "-", "-": "-",
               "?": "?", "!": "?", "…": "."} | dict.fromkeys(MARKS, "Q")  # fmt: skip
RELAYING = word_set("relaying")


class Words(NamedTuple):
    """The words of a stretch of text: as written, in lower case, the letter of each, and where each begins.

    `marked` holds the numbers of those at which a rule may begin.
    """

    written: list[str]
    low: list[str]
    tag: str
    starts: list[int]
    marked: list[int]

    def between(self, text: str, first: int, last: int) -> Words | None:
        """Those from one place of the text to another; None where these places may cut a word."""
        a = bisect_left(self.starts, first)
        b = bisect_left(self.starts, last, a)
        if a == b or self.starts[a] != first or not (last == len(text) or text[last].isspace()):
            return None
        marked = self.marked[bisect_left(self.marked, a) : bisect_left(self.marked, b)]
        return Words(self.written[a:b], self.low[a:b], self.tag[a:b], self.starts[a:b], [i - a for i in marked])


def read_words(text: str, first: int, last: int) -> Words:
    """The words from one place of a text to another, with white space at neither end."""
    spaced = _token_of(text, first, last).findall(text, first, last)
    return _name_words(list(map(str.rstrip, spaced)), list(accumulate(map(len, spaced[:-1]), initial=first)))


def read_glued_words(text: str, first: int, last: int, lost: set[int]) -> Words:
    """The same where a space is missing at the places in `lost`."""
    found = _token_of(text, first, last).finditer(text, first, last)
    spans = _cut_spans([(m.start(), m.start() + len(m[0].rstrip())) for m in found], lost)
    return _name_words([text[s:e] for s, e in spans], [s for s, _ in spans])


def _token_of(text: str, first: int, last: int) -> re.Pattern[str]:
    return TOKEN if text.find("â€", first, last) < 0 else BROKEN_TOKEN


def _name_words(written: list[str], starts: list[int]) -> Words:
    tag = "".join(map(WORD_TAGS.__getitem__, written))
    marked = [m.start() for m in MARKED.finditer(tag)]
    if marked:
        tag = tag.encode("latin-1").translate(UNMARKED).decode("latin-1")
    return Words(written, list(map(str.lower, written)), tag, starts, marked)


def _cut_spans(spans: list[tuple[int, int]], lost: set[int]) -> list[tuple[int, int]]:
    """Cut tokens where a space was lost inside them."""
    out: list[tuple[int, int]] = []
    waiting = sorted(lost, reverse=True)
    for s, e in spans:
        begin = s
        while waiting and waiting[-1] < e:
            at = waiting.pop()
            if begin < at:
                out.append((begin, at))
                begin = at
        out.append((begin, e))
    return out


def _tag(word: str) -> str:
    """One letter for what a word is without its neighbours.

    It is small where a capital may make a name of the word, and 128 above itself where a rule may begin at the word.
    """
    low = word.lower()
    tag = load_lexicon().tags.get(low)
    if tag is None:
        tag = _guess(word, low)
    elif word in {"US", "IT", "WHO", "May", "March"}:
        tag = "X"
    capital = word[0].isupper() and (tag == "X" or (tag in "BZGEVJR" and word != low))
    if capital:
        tag = tag.lower()
    return chr(ord(tag) + 128) if low in load_lexicon().cues or low in RELAYING else tag


def _guess(word: str, low: str) -> str:
    """The tag of a word that the lexicon does not know."""
    if low in MARKS:
        return "Q"
    if low[0].isdigit():
        return "U"
    if not low[0].isalpha():
        return PUNCTUATION.get(low, "." if low == "." else "'")
    if word == low:
        for ending, guess in SUFFIXES:
            if low.endswith(ending) and len(low) > len(ending) + 2:
                return guess
    return "X"


SUFFIXES = (("ly", "R"), ("ed", "E"), ("ing", "G"))
MARKED = re.compile("[\x80-\xff]")
UNMARKED = bytes(range(128)) * 2


class _WordTags(dict[str, str]):
    """The tags of the words met so far: most words of a text stand in the text before it too."""

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_WORDS:
            self.clear()
        tag = _tag(word)
        if len(word) <= LONGEST_KNOWN:
            self[word] = tag
        return tag


MOST_WORDS = 32768
LONGEST_KNOWN = 40  # letters; what is longer is no word, and would only fill the memory
WORD_TAGS = _WordTags()
