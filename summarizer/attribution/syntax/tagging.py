"""Splits a text into words, each with a letter for what it is without its neighbours."""

from __future__ import annotations

import re
from itertools import accumulate, compress
from typing import NamedTuple

from summarizer.attribution.lexicon import load_lexicon, word_set

_PIECES = r"""
        [A-Za-z][a-z]*+(?=,|\Z)         # most words, soon done with
        | \S(?:
            (?<=\d)\d*(?:[.,]\d+)+\w*                        # 2,500 and 1.5m
            | (?<=\w)\w*(?:['’&.@/-](?!(?<=[a-z]{3}\.)[A-Z][a-z])\w+)*(?:['’](?=s?\b)s?)?  # state-run, Smith's
            | (?<=')(?:(?<=[\w.,?!]')(?='')|'|)               # an apostrophe; two are one mark
            | (?<=`)`?
            | )"""
TOKEN = re.compile(_PIECES, re.VERBOSE)
# Quotation marks that were decoded with the wrong table are one token too.
BROKEN_TOKEN = re.compile(r"â€(?:œ|\x9d|(?=[.,;:]|\Z)) | " + _PIECES, re.VERBOSE)
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

    `marked` holds the numbers of those at which a rule may begin; `lost` of those that begin a sentence though no space
    stands before them.
    """

    written: list[str]
    low: list[str]
    tag: str
    starts: list[int]
    marked: list[int]
    lost: list[int]


def read_words(text: str, first: int, last: int) -> Words:
    """The words from one place of a text to another, with white space at neither end."""
    told: list[str] = []
    add = told.extend
    for chunk in map(CHUNKS.__getitem__, text[first:last].split()):
        add(chunk)
    written = told[::3]
    codes = "".join(told[2::3]).encode("utf-16-le")
    tag, steps = codes[::2], codes[1::2]
    lost: list[int] = []
    if not steps.isascii():
        lost = [n for n, step in enumerate(steps) if step & GLUE]
        steps = steps.translate(UNMARKED)
    starts = list(accumulate(steps, initial=first))
    if starts.pop() != last + 1:  # some blanks are wider than one, or a word than a code tells
        starts = _find_starts(text, first, written)
    marked: list[int] = []
    if not tag.isascii():
        marked = list(compress(range(len(tag)), tag.translate(IS_MARKED)))
        tag = tag.translate(UNMARKED)
    return Words(written, told[1::3], tag.decode("ascii"), starts, marked, lost)


def _find_starts(text: str, first: int, words: list[str]) -> list[int]:
    """Where each word begins, whatever white space parts them."""
    starts: list[int] = []
    at = first
    for word in words:
        at = text.index(word, at)
        starts.append(at)
        at += len(word)
    return starts


def _read_chunk(piece: str) -> tuple[str, ...]:
    """What stands between two blanks, as words: each as written, in lower case, and its code.

    In the code's lower byte is the word's tag, in the upper one the steps to the next word, and GLUE where a space was
    lost before it.
    """
    if len(piece) < LONGEST_STEP:
        if piece.isalpha() and (piece.islower() or piece[1:].islower()):  # as most are
            return piece, piece.lower(), chr(WORD_TAGS[piece] + len(piece) * 256 + 256)
        bare, mark = piece[:-1], piece[-1]
        if mark in MARK_CODES and bare.isalpha() and (bare.islower() or bare[1:].islower()):
            return bare, bare.lower(), chr(WORD_TAGS[bare] + len(bare) * 256), mark, mark, MARK_CODES[mark]
    written = (BROKEN_TOKEN if "â€" in piece else TOKEN).findall(piece)
    glued: set[int] = set()
    if GLUED.search(piece):
        written, glued = _cut_glued(piece, written)
    told: list[str] = []
    for n, word in enumerate(written):
        steps = min(len(word), LONGEST_STEP) + (n + 1 == len(written)) + GLUE * (n in glued)
        told += word, word.lower(), chr(WORD_TAGS[word] + steps * 256)
    return tuple(told)


def _cut_glued(piece: str, words: list[str]) -> tuple[list[str], set[int]]:
    """The words, cut where a space was lost, and the numbers of those before which it was."""
    lost = {m.start() for m in GLUED.finditer(piece)}
    starts = accumulate(map(len, words[:-1]), initial=0)
    spans = _cut_spans([(s, s + len(word)) for word, s in zip(words, starts, strict=True)], lost)
    return [piece[s:e] for s, e in spans], {n for n, (s, _) in enumerate(spans) if s in lost}


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


GIVEN_NAMES = frozenset({"Will", "Per"})  # which are far more often a verb and a preposition


def _tag(word: str) -> int:
    """The code of one letter for what a word is without its neighbours.

    It is small where a capital may make a name of the word, and 128 above itself where a rule may begin at the word.
    """
    low = word.lower()
    tag = load_lexicon().tags.get(low)
    if tag is None:
        tag = _guess(word, low)
    elif word in {"US", "IT", "WHO", "May", "March"}:
        tag = "X"
    capital = word[0].isupper() and (tag == "X" or (tag in "BZGEVJR" and word != low) or word in GIVEN_NAMES)
    if capital:
        tag = tag.lower()
    return ord(tag) + 128 if low in load_lexicon().cues or low in RELAYING else ord(tag)


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
IS_MARKED = bytes(128) + b"\1" * 128
UNMARKED = bytes(range(128)) * 2
GLUE = 128
LONGEST_STEP = 62  # characters; a word that is longer has its place looked up


class _WordTags(dict[str, int]):
    """The tags of the words met so far."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_WORDS:
            self.clear()
        tag = _tag(word)
        if len(word) <= LONGEST_KNOWN:
            self[word] = tag
        return tag


class _Chunks(dict[str, tuple[str, ...]]):
    """The chunks met so far: most of a text stand in the text before it too."""

    def __missing__(self, piece: str) -> tuple[str, ...]:
        if len(self) >= MOST_WORDS:
            self.clear()
        chunk = _read_chunk(piece)
        if len(piece) <= LONGEST_KNOWN:
            self[piece] = chunk
        return chunk


MOST_WORDS = 32768
LONGEST_KNOWN = 40  # letters; what is longer is no word, and would only fill the memory
WORD_TAGS = _WordTags()
MARK_CODES = {mark: chr(ord(mark) + 512) for mark in ".,"}
CHUNKS = _Chunks()
