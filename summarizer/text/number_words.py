"""Reads numbers in English words: "twenty-one", "two and a half million", "a dozen", "two-thirds", "dozens"."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

NumeralKind = Literal["figure", "date", "time", "ordinal", "designation"]


class Numeral(NamedTuple):
    """A number at code points `start` to `end` of the text.

    `value` is what it comes to (0 for a date, and for a time in digits), `scale` the million or dozen that it is
    written with (1 if none), `currency` an ISO 4217 code. `floor` says that the word has no exact value and `value` is
    the least that it can mean: "dozens" is 24. `start` takes in a currency sign before the number.
    """

    kind: NumeralKind
    value: float
    start: int
    end: int
    scale: float = 1.0
    currency: str | None = None
    floor: bool = False


class _Word(NamedTuple):
    word: str
    start: int
    end: int


SCALES: Final = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0, "lakh": 1e5,
    "crore": 1e7,
}  # fmt: skip
_SMALL_WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_SMALL = {word: float(value) for value, word in enumerate(_SMALL_WORDS.split())}
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10.0 * value for value, word in enumerate(_TEN_WORDS.split(), 2)}
# "dozens" says two dozen or more: the least that the word allows, so that it never contradicts an exact count.
_FLOORS = {
    "tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6,
    "billions": 2e9, "trillions": 2e12,
}  # fmt: skip
_PARTS = {"half": 2.0, "third": 3.0, "quarter": 4.0, "fifth": 5.0, "sixth": 6.0, "eighth": 8.0, "tenth": 10.0}
_ORDINAL_WORDS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
_ORDINALS = {word: float(value) for value, word in enumerate(_ORDINAL_WORDS.split(), 1)}
_LONE_PARTS = frozenset({"half", "quarter", "quarters", "thirds", "fifths", "sixths", "eighths", "tenths"})
# A figure in words has one of these, with no letter before or after it.
FIGURE_WORDS: Final = frozenset({*_SMALL, *_TENS, *SCALES, *_FLOORS, "half", "quarter", "couple"})
_ANY = "|".join(
    sorted({*_SMALL, *_TENS, *SCALES, *_FLOORS, *_PARTS, *_ORDINALS, *_LONE_PARTS, "couple"}, key=len, reverse=True)
)
_RUN = re.compile(rf"(?:{_ANY})(?!\w)(?:(?:[ \u00a0]|[-‑]|[ -]and[ -]| of )(?:{_ANY})(?!\w))*", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z]+")
_A_BEFORE = re.compile(r"(?<!\w)a\s$", re.IGNORECASE)
_FEW_BEFORE = re.compile(r"(?<!\w)(?:several|few|many)\s$", re.IGNORECASE)
_AND_A_HALF = re.compile(
    r"[ -]and[ -]a[ -]half(?!\w)(?:[ \u00a0-](hundred|thousand|million|billion|trillion|dozen|lakh|crore)(?!\w))?"
)
_HALF_OF = re.compile(r" (?:an? )?(dozen|hundred|thousand|million|billion|trillion)(?!\w)")
_NO_HALF_BEFORE = re.compile(r"(?:first|second|latter|other|better|this|the)[ -]$", re.IGNORECASE)
# "one" counts only before a noun: "one soldier", not "one of them", "no one" or "one day".
_ONE_AFTER = re.compile(
    r"(?:[ \u00a0]|-)(?!(?:of|another|is|was|were|are|has|had|who|that|which|to|and|or|in|on|at|by|for|from|with"
    r"|can|should"
    r"|could|would|will|may|might|must|day|thing|way|side|hand|more|such|but|as|than|if|when|where|about|time|sided|off"
    r"|else|too|does|did|do|knows|says|said|cannot|never|always)\b)[a-z]|[ \u00a0][A-Z]"
)
_NO_ONE_BEFORE = re.compile(
    r"\b(?:no|the|that|this|any|every|each|which|another|some|next|last|first)\s$", re.IGNORECASE
)
# "at nine", "by ten to four": a small number where a time stands and nothing that is counted follows.
_CLOCK_BEFORE = re.compile(r"\b(?:at|by|until|till|before|since|past|(?:at|by) \w{3,6} to)\s(?:the )?$", re.IGNORECASE)
_CLOCK_AFTER = re.compile(
    r"(?=[.,;:!?)”\"]|\s*$| (?:in the|of the|on|o['’]clock|to|past|that|when|and|local|sharp|tonight|this|yesterday)\b)"
)
_DESIGNATING_TEXT = """
    article articles bill boeing airbus boulevard brigade camp century channel chapter class clause district
    division flight formula gate grade group highway interstate issue law level line number opus page paragraph
    part phase platform post proposition psalm quarter resolution road room route rule section sector series
    size stage street terminal title track type unit version volume ward windows zone area block apollo soyuz
"""
DESIGNATING: Final = frozenset(_DESIGNATING_TEXT.split())


def read_words(text: str, start: int) -> tuple[list[Numeral], int]:
    """The numerals of a run of number words that begins at `start`, and where it ends; none where there is no run."""
    run = _RUN.match(text, start)
    if run is None:
        return [], start
    words = [_Word(m.group().lower(), m.start(), m.end()) for m in _LETTERS.finditer(text, start, run.end())]
    words = [word for word in words if word.word not in {"and", "of"}]
    numerals: list[Numeral] = []
    at = 0
    while at < len(words):
        count, numeral = _read_phrase(text, words[at:])
        at += count
        if numeral is not None:
            numerals.append(numeral)
    return numerals, max([run.end(), *(numeral.end for numeral in numerals)])


def _read_phrase(text: str, words: list[_Word]) -> tuple[int, Numeral | None]:
    """The numeral that begins with the first of these number words, and how many of them it takes."""
    first = words[0].word
    if first in _FLOORS:
        return _read_floor(text, words)
    if first in SCALES:
        return _read_scale(text, words)
    if first in _SMALL or first in _TENS:
        return _read_count(text, words)
    return 1, _read_single(text, words[0])


def _read_single(text: str, word: _Word) -> Numeral | None:
    name, start, end = word
    if name in _LONE_PARTS:
        return _read_part(text, word)
    if name in _ORDINALS:
        return Numeral("ordinal", _ORDINALS[name], start, end)
    if name == "couple" and text.startswith(" of ", end):
        return Numeral("figure", 2.0, _with_article(text, start), end)
    return None


def _with_article(text: str, start: int) -> int:
    return start - 2 if _A_BEFORE.search(text, max(0, start - 3), start) else start


def _read_scale(text: str, words: list[_Word]) -> tuple[int, Numeral | None]:
    """ "a hundred and six", "several hundred"; a scale after digits was read with them."""
    first, start, _ = words[0]
    if _FEW_BEFORE.search(text, max(0, start - 9), start):
        return 1, Numeral("figure", 2 * SCALES[first], start, words[0].end, SCALES[first], floor=True)
    if not _A_BEFORE.search(text, max(0, start - 3), start):
        return 1, None
    count, value = _read_cardinal(text, [_Word("one", start, start), *words])
    return count - 1, Numeral("figure", value, start - 2, words[count - 2].end, SCALES[first])


def _read_count(text: str, words: list[_Word]) -> tuple[int, Numeral | None]:
    count, value = _read_cardinal(text, words)
    start, end = words[0].start, words[count - 1].end
    following = words[count] if count < len(words) else None
    if following is not None and text[end] in " -‑" and (joined := _join_part(value, start, following)):
        return count + 1, joined
    if half := _AND_A_HALF.match(text, end):
        scale = SCALES[half[1]] if half[1] else 1.0
        return count, Numeral("figure", (value + 0.5) * scale, start, half.end(), scale)
    if words[0].word == "one" and count == 1 and not _counts_one(text, start, end):
        return 1, None
    if is_hour(text, start, end, value):
        return count, Numeral("time", value, start, end)
    if _is_named(text, start, end):
        return count, Numeral("designation", value, start, end)
    scale = max(SCALES.get(word.word, 1.0) for word in words[:count])
    return count, Numeral("figure", value, start, end, scale)


def _join_part(value: float, start: int, following: _Word) -> Numeral | None:
    """ "two-thirds", or the ordinal "twenty-first"."""
    word, _, end = following
    part = word.removesuffix("s")
    if part in _PARTS and part != "half" and (word != part or value == 1):
        return Numeral("figure", value / _PARTS[part], start, end)
    if word in _ORDINALS and value >= 20:
        return Numeral("ordinal", value + _ORDINALS[word], start, end)
    return None


def _read_cardinal(text: str, words: list[_Word]) -> tuple[int, float]:
    """How many of these words make one cardinal, and its value: "two thousand one hundred and six"."""
    total = group = 0.0
    last = least = 1e15
    count = 0
    for word, start, _ in words:
        if count and "of" in text[words[count - 1].end : start]:
            break
        if word in SCALES and count:
            scale = SCALES[word]
            if scale in {1e2, 12.0} and group < 100:
                group *= scale
            elif scale < least:
                total, group, least = total + group * scale, 0.0, scale
            else:
                break
            last = scale
            count += 1
            continue
        value = _SMALL.get(word, _TENS.get(word))
        if value is None or (count and not _may_follow(group, last, value)):
            break
        group += value
        last = value
        count += 1
    return max(count, 1), total + group


def _may_follow(group: float, last: float, value: float) -> bool:
    """ "twenty-one" is one number, "twenty thirty" and "two three" are two."""
    if last < 100:
        return last >= 20 and 1 <= value < 10
    return group % (10 if value < 10 else 100) == 0


def _read_floor(text: str, words: list[_Word]) -> tuple[int, Numeral | None]:
    first, start, end = words[0]
    value = _FLOORS[first]
    if len(words) > 1 and words[1].word in _FLOORS and text[end : words[1].start] == " of ":
        return 2, Numeral("figure", value * _FLOORS[words[1].word] / 2, start, words[1].end, floor=True)
    if first in {"tens", "scores"} and not text.startswith(" of ", end):
        return 1, None
    return 1, Numeral("figure", value, start, end, floor=True)


def _read_part(text: str, word: _Word) -> Numeral | None:
    name, start, end = word
    if name == "quarter":
        is_share = _A_BEFORE.search(text, max(0, start - 3), start) and text.startswith(" of ", end)
        return Numeral("figure", 0.25, start - 2, end) if is_share else None
    if name != "half" or text[end : end + 1] in {"-", "‑"} or _NO_HALF_BEFORE.search(text, max(0, start - 8), start):
        return None
    if whole := _HALF_OF.match(text, end):
        return Numeral("figure", SCALES[whole[1]] / 2, start, whole.end(), SCALES[whole[1]])
    return Numeral("figure", 0.5, start, end)


def _counts_one(text: str, start: int, end: int) -> bool:
    return bool(_ONE_AFTER.match(text, end)) and not _NO_ONE_BEFORE.search(text, max(0, start - 9), start)


def is_hour(text: str, start: int, end: int, value: float) -> bool:
    """Whether a small whole number stands for a time of day: "at nine", "by ten to four"."""
    if not 1 <= value <= 12 or not value.is_integer():
        return False
    return bool(_CLOCK_AFTER.match(text, end) and _CLOCK_BEFORE.search(text, max(0, start - 14), start))


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether a number word is part of a name: "Air Force One", "the Group of Seven", "chapter four"."""
    before = text[max(0, start - 24) : start].rstrip(" ")
    if before.rpartition(" ")[2].lower() in DESIGNATING:
        return True
    if not text[start].isupper() or not before[-1:].isalpha():
        return False
    following = text[end : end + 2]
    return not (following[:1] == " " and following[1:].isupper())
