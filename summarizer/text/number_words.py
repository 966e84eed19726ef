"""Reads numbers in English words: "twenty-one", "two and a half million", "a dozen", "two-thirds", "dozens"."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from summarizer.text.words import either, read_words, word_list, word_set, wordings

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


_TABLES = read_words("numbers")
SCALES: Final[dict[str, float]] = _TABLES["scales"]
_FLOORS: dict[str, float] = _TABLES["floors"]
_PARTS: dict[str, float] = _TABLES["parts"]
_SMALL = {word: float(value) for value, word in enumerate(word_list("numbers.cardinals.small"))}
_TENS = {word: 10.0 * value for value, word in enumerate(word_list("numbers.cardinals.tens"), 2)}
_ORDINALS = {word: float(value) for value, word in enumerate(word_list("numbers.ordinals.from_first"), 1)}
_LONE_PARTS = word_set("numbers.lone_parts.words")
DESIGNATING: Final = word_set("numbers.names.designating")
_ANY = "|".join(
    sorted({*_SMALL, *_TENS, *SCALES, *_FLOORS, *_PARTS, *_ORDINALS, *_LONE_PARTS, "couple"}, key=len, reverse=True)
)
_RUN = re.compile(rf"(?:{_ANY})(?!\w)(?:(?:[ \u00a0]|[-‑]|[ -]and[ -]| of )(?:{_ANY})(?!\w))*", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z]+")
_SCALE = "|".join(SCALES)
_AND_A_HALF = re.compile(rf"[ -]and[ -]a[ -]half(?!\w)(?:[ \u00a0-]({_SCALE})(?!\w))?")
_HALF_OF = re.compile(rf"[ -](?:an? )?({_SCALE})(?!\w)")
_A_BEFORE = re.compile(r"(?<!\w)a\s$", re.IGNORECASE)
_FEW_BEFORE = wordings("numbers.few", re.IGNORECASE)
_NO_HALF_BEFORE = wordings("numbers.before_half", re.IGNORECASE)
_ONE_AFTER = re.compile(rf"(?:[ \u00a0]|-)(?!(?:{either('numbers.after_one.no_count')})\b)[a-z]|[ \u00a0][A-Z]")
_NO_ONE_BEFORE = wordings("numbers.before_one", re.IGNORECASE)
_CLOCK_BEFORE = wordings("numbers.before_hour", re.IGNORECASE)
_COUNTED_AT = wordings("numbers.counted_at", re.IGNORECASE)
_CLOCK_AFTER = wordings("numbers.after_hour")
_COMPOUND = wordings("numbers.compounds")
_UNCOUNTED_BEFORE = wordings("numbers.before_uncounted")
_LONG_WORDS = re.compile(r"(?<!\w)[^\W\d_]{4,}")
_CAPITALS = re.compile(r"(?:[A-Z][\w’'-]*\s?)+")
_AROUND = 100  # code points on either side of a number that tell a headline from a sentence


def read_number_words(text: str, start: int) -> tuple[list[Numeral], int]:
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
    if past := compound_end(text, start, end):
        return count, Numeral("designation", value, start, past)
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
    if name != "half" or _NO_HALF_BEFORE.search(text, max(0, start - 8), start):
        return None
    if whole := _HALF_OF.match(text, end):
        return Numeral("figure", SCALES[whole[1]] / 2, start, whole.end(), SCALES[whole[1]])
    if text[end : end + 1] in {"-", "‑"}:
        return None
    return Numeral("figure", 0.5, start, end)


def _counts_one(text: str, start: int, end: int) -> bool:
    return bool(_ONE_AFTER.match(text, end)) and not _NO_ONE_BEFORE.search(text, max(0, start - 9), start)


def is_hour(text: str, start: int, end: int, value: float) -> bool:
    """Whether a small whole number stands for a time of day: "at nine", "by ten to four"."""
    if not 1 <= value <= 12 or not value.is_integer():
        return False
    if not (_CLOCK_AFTER.match(text, end) and _CLOCK_BEFORE.search(text, max(0, start - 14), start)):
        return False
    return _COUNTED_AT.search(text, max(0, start - 80), start) is None


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether a number word is part of a name: "Air Force One", "the Group of Seven", "chapter four"."""
    before = text[max(0, start - 24) : start].rstrip(" ")
    if before.rpartition(" ")[2].lower() in DESIGNATING:
        return True
    if not text[start].isupper() or not before[-1:].isalpha():
        return False
    following = text[end : end + 2]
    is_capital_next = following[:1] == " " and following[1:].isupper()
    return not is_capital_next or not _is_headline(text, start)


def _is_headline(text: str, at: int) -> bool:
    """Whether most long words around a code point have a capital, so that one makes no name: Police Hold Two Men."""
    first = max(text.rfind("\n", 0, at) + 1, at - _AROUND)
    last = text.find("\n", at)
    past = _CAPITALS.match(text, at)
    before: list[str] = _LONG_WORDS.findall(text, first, at)
    after: list[str] = _LONG_WORDS.findall(
        text, past.end() if past else at, min(last if last >= 0 else len(text), at + _AROUND)
    )
    words = before[1:] + after
    return sum(word[0].isupper() for word in words) >= 0.6 * len(words)


def compound_end(text: str, start: int, end: int) -> int | None:
    """Where a word or name that begins with a number and counts nothing ends: zero-hours, a 4x4, 10 Mill Street."""
    if compound := _COMPOUND.match(text, start):
        return max(end, compound.end())
    return end if _UNCOUNTED_BEFORE.search(text, max(0, start - 10), start) else None
