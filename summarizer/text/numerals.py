"""Reads the numbers of a text, in words and in digits, and tells figures from dates, times, ordinals and names."""

from __future__ import annotations

import re

from summarizer.text.number_words import DESIGNATING, SCALES, Numeral, compound_end, is_hour, read_number_words
from summarizer.text.words import keys_by_word, named_wordings, read_words, word_set, wordings

_SUFFIX_SCALES: dict[str, float] = read_words("numbers")["suffix_scales"]
_SIGNS = keys_by_word("numbers.currency_signs")
_DOLLARS = keys_by_word("numbers.dollars")
_CODES = word_set("numbers.currency_codes.words")

# Where a number may begin. It starts with one class of characters, of separators and digits, and goes on with another
# one for groups of words: the regex engine skips to a candidate in C and refuses most words at their first letters.
_BEGIN = (
    r"(?:[Oo]ne\b|[Tt](?:wo|h(?:ree|ir[dt]|ousand)|en(?:s|th)?\b|we[ln]|rillion)"
    r"|[FfSsEeNn](?:our|i(?:ve|ft|rst|x)|orty|(?<=[Ss])even|econd|core|ight|leven|in[et]|ov|eb|ep)"
    r"|[DdHhZzQqJA](?:oz|und|alf|ero|uart|an|un|ul|pr|ug|ec)|[MmBbCcLlO](?:illi|oup|rore|akh|a[ry]|ct))"
)
_SEED = re.compile(rf"[\d \n\r\t\u00a0“”\"‘’'()\[\]\-–—‑/.,:;!?«»„‹*|>=+~≈_](?:(?<=\d)|{_BEGIN})")
_FIRST = re.compile(rf"\d|{_BEGIN}")
_MONTH_FIRST = wordings("numbers.month_first")
_DIGITS = re.compile(named_wordings("numbers.digits"))
_PART_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_SCALE_AFTER = re.compile(
    rf"[ \u00a0-]?({'|'.join(SCALES)})(?!\w)"
    r"|[ \u00a0]?(bn|tn|trn|mn|mln|(?<=\d)[kKmMbB]|[万萬億亿])(?![A-Za-z])"
)
_UNIT_AT_ONCE = wordings("numbers.unit_at_once")
_CURRENCY_CODE = wordings("numbers.before_money")
_NAME_BEFORE = wordings("numbers.before_name")
_COUNTED_AFTER = wordings("numbers.after_count")
_PLURAL_AFTER = wordings("numbers.after_plural_count")
_YEAR_COUNTED = wordings("numbers.after_year_like_count")
_YEAR_BEFORE = wordings("numbers.before_year", re.IGNORECASE)
_QUALIFIED_BEFORE = wordings("numbers.before_count", re.IGNORECASE)
_EMERGENCY = word_set("numbers.emergency.words")
_EMERGENCY_AFTER = wordings("numbers.after_emergency")
_EMERGENCY_BEFORE = wordings("numbers.before_emergency")
_LETTERS_BEFORE = re.compile(r"(?<![A-Za-z])[A-Z]{1,2}$")


def find_numerals(text: str, start: int = 0, end: int | None = None) -> list[Numeral]:
    """Every number that begins between two code points of a text, in order, none overlapping another.

    Takes time linear in the text's length.
    """
    found: list[Numeral] = []
    stop = len(text) if end is None else end
    at = start
    first = _FIRST.match(text, start, stop) if start == 0 or not text[start - 1].isalnum() else None
    if first:
        found, at = _read_at(text, start, first.end())
    while seed := _SEED.search(text, at, stop):
        begin = seed.start()
        if not text[begin].isdecimal():
            begin += 1
        numerals, at = _read_at(text, begin, seed.end())
        found += numerals
    return found


def _read_at(text: str, start: int, seed_end: int) -> tuple[list[Numeral], int]:
    if text[start].isdecimal():
        numeral = _read_digits(text, start)
        return [numeral], numeral.end
    if text[start].isupper() and (month := _MONTH_FIRST.match(text, start)):
        return [Numeral("date", 0.0, start, month.end())], month.end()
    numerals, end = read_number_words(text, start)
    return numerals, max(end, seed_end)


def _read_digits(text: str, start: int) -> Numeral:
    token = _DIGITS.match(text, start)
    if token is None:
        return Numeral("designation", 0.0, start, start + 1)
    kind, end = token.lastgroup, token.end()
    if kind == "date":
        return Numeral("date", 0.0, start, end)
    if kind == "time":
        return Numeral("time", 0.0, start, end)
    if kind == "ordinal":
        return Numeral("ordinal", float(re.sub(r"\D", "", token.group())), start, end)
    if past := compound_end(text, start, end):
        return Numeral("designation", 0.0, start, past)
    value = (
        None
        if kind == "fraction" or _is_designation(text, start, end)
        else _value(token["number"].rstrip("½¼¾⅓⅔"), text, end)
    )
    if value is None:
        return Numeral("designation", 0.0, start, end)
    return _with_scale(text, start, end, value + _PART_SIGNS.get(text[end - 1], 0.0))


def _with_scale(text: str, start: int, end: int, value: float) -> Numeral:
    """A number in digits with what stands against it: a sign, a currency and a scale."""
    currency, first = _currency_before(text, start)
    scale = 1.0
    if after := _SCALE_AFTER.match(text, end):
        short = (after[2] or "").lower()
        # "3m" is metres unless money or a decimal point says millions
        if short != "m" or currency or not value.is_integer():
            scale = SCALES[after[1]] if after[1] else _SUFFIX_SCALES[short]
            end = after.end()
    if currency is None and scale == 1.0:
        if _is_year(text, start, end, value):
            return Numeral("date", 0.0, start, end)
        if is_hour(text, start, end, value):
            return Numeral("time", value, start, end)
        if text[start - 1 : start] in {"-", "−"} and not text[max(0, start - 2) : start - 1].strip():
            first, value = start - 1, -value
    return Numeral("figure", value * scale, first, end, scale, currency)


def _currency_before(text: str, start: int) -> tuple[str | None, int]:
    sign = start - 1
    if sign >= 0 and text[sign] in "\u00a0 ":
        sign -= 1
    if sign < 0:
        return None, start
    mark = text[sign]
    if mark not in _SIGNS:
        code = text[max(0, start - 4) : start - 1] if mark.isupper() else ""
        return (code, start - 4) if code in _CODES and text[start - 1] == " " else (None, start)
    letters = _LETTERS_BEFORE.search(text, max(0, sign - 3), sign) if mark == "$" else None
    if letters is None:
        return _SIGNS[mark], sign
    return _DOLLARS.get(letters.group(), "USD"), letters.start()


def _value(run: str, text: str, end: int) -> float | None:
    """The value of a run of digits with separators, None where the groups make no number (an IP address)."""
    if run.isdecimal():
        return float(run)
    groups = re.split(r"\D", run)
    marks = re.sub(r"\d", "", run).replace("٫", ".").replace("，", ",")
    thousands = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    if marks == ".":
        # 1.500 is one thousand five hundred in translated text when things are counted, else a decimal
        counted = thousands and groups[0] != "0" and _PLURAL_AFTER.match(text, end)
        return float("".join(groups) if counted else ".".join(groups))
    if thousands and len(set(marks)) == 1:
        return float("".join(groups))
    if marks == ",":
        return float(".".join(groups))
    if marks[-1] in ".," and marks.count(marks[-1]) == 1 and all(len(group) == 3 for group in groups[1:-1]):
        return float("".join(groups[:-1]) + "." + groups[-1])
    indian = set(marks) == {","} and len(groups[-1]) == 3 and all(len(group) == 2 for group in groups[1:-1])
    return float("".join(groups)) if indian else None


def _is_year(text: str, start: int, end: int, value: float) -> bool:
    """Whether a bare number of four digits is a year rather than a count."""
    if not (1800 <= value < 2100 and end - start == 4):
        return False
    if _QUALIFIED_BEFORE.search(text, max(0, start - 12), start):
        return False
    if value % 10 or not _YEAR_COUNTED.match(text, end):
        return True
    return _YEAR_BEFORE.search(text, max(0, start - 8), start) is not None


def _is_designation(text: str, start: int, end: int) -> bool:
    """Whether digits are part of a name: F-16, Covid-19, No. 10, Flight 752, 5G."""
    if text[end : end + 1].isascii() and text[end : end + 1].isalpha() and not _UNIT_AT_ONCE.match(text, end):
        return True
    if _is_emergency(text, start, end):
        return True
    before = text[max(0, start - 24) : start]
    word = before[:-1].rpartition(" ")[2] if before.endswith(" ") else ""
    if _NAME_BEFORE.search(before):
        return _CURRENCY_CODE.search(before) is None
    if word.lower() in DESIGNATING:
        return True
    if not (word[:1].isupper() and word.isalpha()) or _CURRENCY_CODE.search(word) is not None:
        return False
    return _ends_name(text, start - len(word) - 1, end)


def _is_emergency(text: str, start: int, end: int) -> bool:
    """Whether digits are the number that people call for help: 911 calls, dialled 112."""
    if text[start:end] not in _EMERGENCY:
        return False
    is_called = _EMERGENCY_BEFORE.search(text, max(0, start - 12), start) is not None
    return is_called or _EMERGENCY_AFTER.match(text, end) is not None


def _ends_name(text: str, word_start: int, end: int) -> bool:
    """Whether a capitalised word and the number after it make a name that counts nothing: "Kodiak 47 sank"."""
    if text[max(0, word_start - 3) : word_start].rstrip(" ")[-1:] in {"", ".", "!", "?", "“", '"', "\n", ":"}:
        return False
    return _COUNTED_AFTER.match(text, end) is None
