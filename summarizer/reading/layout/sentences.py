"""Sentence boundaries: sentencex, with its worst errors on news text put right."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import sentencex

from summarizer.reading.layout.dateline import past_dateline
from summarizer.text.words import either, word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_PIECE = 4000  # characters given to sentencex at once: it takes quadratic time over unclosed quotation marks
# sentencex 1.0 panics over "Plan B" and a full stop with a blank of several bytes between them.
_WIDE_BLANK_BEFORE_STOP = re.compile(r"[^\S\x00-\x7f](?=\.)")
_PIECE_END = re.compile(r"""[.!?…。！？؟۔।]["'’”»)\]]*\s""")

_MARKER = re.compile(r"(?:[-–—*•·●▪‣◦■>]+\s*|#{1,6}\s+)+(?=\S)")  # of a list item, a Markdown heading or quotation
_ALNUM = re.compile(r"[^\W_]")
_DASH = re.compile(r"\A[-–—]\s+")
_LETTER = re.compile(r"[^\W\d_]")
_UPPER = re.compile(r"[A-ZÀ-ÖØ-ÞЀ-ЯΑ-Ω]")

_CONTINUES = re.compile(r"[\[(]?[a-zß-öø-ÿа-яёα-ω]|[,;:)\]]|\([A-Z]{2,6}\)\s[a-z]")
_ABBREVIATIONS = word_set("words.titles.abbreviated", "layout.abbreviations.in_sentence")
_ABBREVIATIONS -= word_set("words.titles.after_names")
_ABROAD = word_set("layout.abbreviations.of_other_languages")
_ORDINAL = re.compile(
    r"\b(?:[iao]m|de[mnrs]|die|das|vom|zu[mr]|beim|ihre[mnrs]?|seine[mnrs]?|jede[mnrs]?|ab|seit|bis|und) \d{1,2}\.\Z"
)
_NUMBER_FOLLOWS = re.compile(rf"(?:^|[\s(])(?:{either('layout.abbreviations.before_number')})\.$")
_ADDRESS_END = re.compile(r"(?:www\.|[/@])\S*$")  # a dot in an address ends no sentence

# Machine translation ends quotations with a full stop where English has a comma: “It is over.” Voss said.
_QUOTATION_END = re.compile(r"[.!?…,]\s?[”\"»’]\s*$")
_SPEECH_TAG = wordings("layout.speech_tag")
_HOUR_END = re.compile(r"(?<=\d )[apAP]\.[mM]\.\Z")
_BEHIND_HOUR = wordings("layout.behind_hour")
# Words that sentencex takes for abbreviations ("in May. Voss"); the dot stands first because it is found soonest.
_IS_END = {
    "en": re.compile(r"\.(?:(?<=\b(?:me|no|ok|OK|DC|SC)\.)|(?<=\bMay\.)|(?<=\bmiss\.))\s+(?=[“\"]?[A-Z])"),
    "de": re.compile(r"\.(?:(?<=\bmich\.)|(?<=\b(?:Art|mag)\.))\s+(?=[“„»\"]?[A-ZÄÖÜ])"),
    "fr": re.compile(r"\.(?:(?<=\b(?:est|art|sec)\.)|(?<=\bex\.))\s+(?=[“«\"]?[A-ZÀÂÉÈÊÎÔ])"),
    "es": re.compile(
        r"\.(?:(?<=\bno\.)|(?<=\b(?:mar|nos)\.)|(?<=\b(?:bien|auto|ante)\.)|(?<=\bsobre\.)|(?<=\bcontra\.))"
        r"\s+(?=[“«¿¡\"]?[A-ZÁÉÍÓÚÑ])"
    ),
}
_NEAR_IS_END = ("me.", "no.", "ok.", "OK.", "C.", "May.", "miss.")  # one of these the English one holds
_MISSED = re.compile(r"\b[a-z]{2,}\.\s+(?=[“\"][A-Z])")  # a quotation that begins after another
_TWO_ENDS = re.compile(r"[.!?…][’'‘”\"»]\s?[“”»«\"]\s+(?=[“„«»\"]?[A-ZÄÖÜÁÉÍÓÚÀÂÊÎÔ¿¡])")  # »… ›…‹« Then
_LONGEST_PLACE = 40  # code points of "NEW LUND, N.H. "
_OPENING_OR_LINE_END = frozenset("“„«‘\"'\n")
# An opening mark that sentencex leaves with the sentence before.
_LEFT_OPENING = re.compile(r"\s([“„«‘]|(?<=\s)[\"'])$")


def split_sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Find a paragraph's sentences: code points start and end of each, without outer white space, in order.

    A list marker or a heading's signs at the start belong to no sentence.
    """
    marker = _MARKER.match(text)
    bounds = list(_boundaries(text, marker.end() if marker else 0, language))
    if len(bounds) > 1:
        bounds = _merge(text, _move_opening_marks(text, bounds), language)
        bounds = _with_dateline(text, bounds)
    if '. "' in text or ". “" in text:
        bounds = _split_at(_MISSED, text, bounds)
    if language != "en":
        bounds = _split_at(_TWO_ENDS, text, bounds)
    is_end = _IS_END.get(language)
    if is_end is not None and (language != "en" or any(map(text.__contains__, _NEAR_IS_END))):
        bounds = _split_at(is_end, text, bounds)
    return _stripped(text, bounds)


def _with_dateline(text: str, bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences with a dateline that sentencex parts from the first of them: "KELL, Mass. — Moll said"."""
    start, end = bounds[0]
    if end - start > _LONGEST_PLACE or text[:end].rstrip().endswith(")."):
        return bounds
    dated = past_dateline(text, start, len(text))
    behind = [one for one in bounds if one[1] > dated]
    return [(start, behind[0][1]), *behind[1:]] if dated > end and behind else bounds


def _bounds(piece: str, offset: int, language: str) -> list[tuple[int, int]]:
    """What sentencex says of a piece that begins at an offset."""
    if not piece.isascii():
        piece = _WIDE_BLANK_BEFORE_STOP.sub(" ", piece)
    try:
        parts = sentencex.segment(language, piece)
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # its own class, which cannot be imported
            raise
        parts = [piece]  # a text so odd that sentencex fails is one sentence rather than none
    return list(pairwise(accumulate(map(len, parts), initial=offset)))


def _boundaries(text: str, offset: int, language: str) -> Iterator[tuple[int, int]]:
    """What sentencex says, for pieces of bounded length; a sentence that was cut for its length is put together."""
    pending: int | None = None  # start of a sentence that the last piece's end cut in two
    for start, end, is_cut in _pieces(text, offset):
        found = _bounds(text[start:end], start, language)
        if not found:
            continue
        if pending is not None:
            found[0] = (pending, found[0][1])
            pending = None
        if is_cut:
            pending = found.pop()[0]
        yield from found
    if pending is not None:
        yield (pending, len(text))


def _pieces(text: str, start: int) -> Iterator[tuple[int, int, bool]]:
    while len(text) - start > _LONGEST_PIECE:
        end = start + _LONGEST_PIECE
        cut = next((m.end() for m in _PIECE_END.finditer(text, end - _LONGEST_PIECE // 2, end)), None)
        yield start, cut or end, cut is None
        start = cut or end
    yield start, len(text), False


def _move_opening_marks(text: str, bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    moved = list(bounds)
    for i in range(len(moved) - 1):
        start, end = moved[i]
        if text[end - 1] not in _OPENING_OR_LINE_END:
            continue
        match = _LEFT_OPENING.search(text, max(start, end - 3), end)
        if match and not text[end].isspace():
            moved[i] = (start, match.start(1))
            moved[i + 1] = (match.start(1), moved[i + 1][1])
    return moved


def _split_at(pattern: re.Pattern[str], text: str, bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    split: list[tuple[int, int]] = []
    for start, end in bounds:
        split += pairwise([start, *(match.end() for match in pattern.finditer(text, start, end)), end])
    return split


def _merge(text: str, bounds: list[tuple[int, int]], language: str) -> list[tuple[int, int]]:
    has_capitals = _UPPER.search(text) is not None
    merged = [bounds[0]]
    for start, end in bounds[1:]:
        last = merged[-1]
        goes_on = language != "en" and _goes_on(text[max(last[0], last[1] - 30) : last[1]].rstrip(), language)
        if goes_on or _is_one(text, last, (start, end), has_capitals=has_capitals):
            merged[-1] = (last[0], end)
        else:
            merged.append((start, end))
    return merged


def _is_one(text: str, left: tuple[int, int], right: tuple[int, int], *, has_capitals: bool) -> bool:
    """Whether two sentences of sentencex are one."""
    tail = text[max(left[0], left[1] - 30) : left[1]].rstrip()
    head = text[right[0] : min(right[1], right[0] + 120)].lstrip()
    if not _ALNUM.search(text, *right) or (len(head) <= 20 and ")" in head and "(" not in head):
        return True  # a stray mark, or the rest of a bracket
    if left[1] - left[0] < 8 and not _LETTER.search(text, *left):  # "1." before its item
        return True
    if has_capitals and _CONTINUES.match(head):
        return True
    if _ends_in_abbreviation(tail) or (head[0].isdigit() and _NUMBER_FOLLOWS.search(tail)):
        return True
    if not text[left[1] - 1].isspace() and _ADDRESS_END.search(tail):
        return True
    if _HOUR_END.search(tail) and _BEHIND_HOUR.match(head):
        return True
    return _QUOTATION_END.search(tail) is not None and _SPEECH_TAG.match(head) is not None


def _goes_on(tail: str, language: str) -> bool:
    """Whether a sentence of another language goes on behind "M." or, in German, "im 14. Stock"."""
    if language == "de" and _ORDINAL.search(tail):
        return True
    return tail.endswith(".") and tail.rsplit(maxsplit=1)[-1].lstrip("(“„«\"'")[:-1] in _ABROAD


def _ends_in_abbreviation(tail: str) -> bool:
    """Whether a stretch ends with "Sen." or "then-Sen."."""
    if not tail.endswith("."):
        return False
    word = tail.rsplit(maxsplit=1)[-1].lstrip("(“\"‘'")[:-1]
    return word in _ABBREVIATIONS or word.rpartition("-")[2] in _ABBREVIATIONS


def _stripped(text: str, bounds: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The bounds without white space at either end; those that hold nothing else are left out."""
    stripped: list[tuple[int, int]] = []
    for start, end in bounds:
        sentence = text[start:end].rstrip()
        own = sentence.lstrip()
        if start and not text[start - 1].isspace():
            own = _DASH.sub("", own)  # "Tolm (EFE).- The weir"
        if own:
            stripped.append((start + len(sentence) - len(own), start + len(sentence)))
    return stripped
