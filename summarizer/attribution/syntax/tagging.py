"""Splits a text into words, each with a tag for what it is without its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import NamedTuple

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.reading.layout.quotation_marks import DOUBLE_MARKS

TOKEN = re.compile(
    r"""(
      [A-Za-z]++(?![\w'’&@/-]|\.[\w-]) | [^\w\s'`’‘]      # most words and marks; the last alternative finds the same
    | â€(?:œ|\x9d|(?=[.,;:\s]|\Z))                       # a quotation mark that was decoded with the wrong table
    | \S(?:
          (?<=\d)\d*(?:[.,:]\d+)+\w*(?:-\w+)*              # 2,500, 1.5m, 4,000-page and 10:40
        | (?<=\w)\w*(?:(?:['’&.@/-]|\.-)(?!(?<=[a-z]{3}\.)[A-Z][a-z])\w+)*(?:['’](?=s?\b)s?)?  # U.S.-led, Smith's
        | (?<=')(?:(?<=[\w.,?!]')(?='')|'|)               # an apostrophe; two are one mark
        | (?<=`)`?
        | (?<=’)’?
        | (?<=‘)‘?
        | ))""",
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
SUFFIXES = (("ly", tags.ADVERB), ("ed", tags.ED_FORM), ("ing", tags.ING_FORM))
# when they have a capital
OFTEN_NAMES = tags.group(tags.PERHAPS_FINITE, tags.PAST, tags.ING_FORM, tags.ADJECTIVE, tags.ADVERB)
# Behind a comma these go on with a name: "Moll Foods, Inc. said", "Tom Moll, Jr."
GOING_ON = frozenset({"Inc", "Ltd", "LLC", "LLP", "Corp", "Jr", "Sr", "Inc.", "Ltd.", "Corp.", "Jr.", "Sr."})
MOST_WORDS = 16384
LONGEST_KNOWN = 40  # characters; what is longer is not a word, and would only fill the memory


class Words(NamedTuple):
    """The words of a stretch of text: as written, in lower case, the tag of each, and where each begins.

    `lost` are the offsets at which the space before a sentence was lost.
    """

    written: list[str]
    lower: list[str]
    tags: str
    starts: list[int]
    lost: list[int]


def read_words(text: str, first: int, last: int) -> Words:
    """The words from one offset of a text to another, with white space at neither end."""
    # Between any two words stands what is no word, if only an empty string. All of it is done by functions of C: to
    # remember how each chunk between blanks is read took longer, by 2% of the whole path (benchmarks/extractive.py).
    pieces = TOKEN.split(text[first:last])
    starts = list(accumulate(map(len, pieces), initial=first))[1:-1:2]
    written = pieces[1::2]
    lost = [found.start() for found in LOST_SPACE.finditer(text, first, last)]
    if lost:
        starts, written = _part_at(lost, starts, written)
    tagged = list(map(_TAGS.__getitem__, written))
    if not GOING_ON.isdisjoint(written):
        _join_names(written, tagged)
    return Words(written, list(map(str.lower, written)), "".join(tagged), starts, lost)


def _join_names(written: list[str], tagged: list[str]) -> None:
    """Tag the comma before "Inc." as a word of the name, so that nobody is called "Inc"."""
    for at, word in enumerate(written):
        if word in GOING_ON and at > 1 and written[at - 1] == "," and written[at - 2][0].isupper():
            tagged[at - 1] = tags.NOUN


def _part_at(lost: list[int], starts: list[int], written: list[str]) -> tuple[list[int], list[str]]:
    """Where words begin, and the words, once they are parted at the offsets in `lost`."""
    parted: list[tuple[int, str]] = []
    for start, word in zip(starts, written, strict=True):
        within = lost[bisect_right(lost, start) : bisect_left(lost, start + len(word))]
        edges = pairwise((start, *within, start + len(word)))
        parted += [(first, word[first - start : last - start]) for first, last in edges]
    return [first for first, _ in parted], [word for _, word in parted]


class _Tags(dict[str, str]):
    """The tags of words, told when they are first asked for: most words stand in earlier texts too."""

    def __missing__(self, word: str) -> str:
        tag = tag_of(word)
        if len(self) >= MOST_WORDS:
            self.clear()
        if len(word) <= LONGEST_KNOWN:
            self[word] = tag
        return tag


_TAGS = _Tags()


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
