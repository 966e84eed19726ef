"""Reads the numbers of a text, in words and in digits, and tells figures from dates, times, ordinals and names."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

NumeralKind = Literal["figure", "date", "time", "ordinal", "designation"]


class Numeral(NamedTuple):
    """A number at code points `start` to `end` of the text.

    `value` is what it comes to (0 for a date or a time), `scale` the million or dozen that it is written with (1 if
    none), `currency` an ISO 4217 code. `floor` says that the word has no exact value and `value` is the least that it
    can mean: "dozens" is 24. `start` takes in a currency sign before the number.
    """

    kind: NumeralKind
    value: float
    start: int
    end: int
    scale: float = 1.0
    currency: str | None = None
    floor: bool = False


_SMALL = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10.0 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
# "dozens" says two dozen or more: the least that the word allows, so that it never contradicts an exact count
_FLOORS = {
    "tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6,
    "billions": 2e9, "trillions": 2e12,
}  # fmt: skip
_PARTS = {"half": 2.0, "third": 3.0, "quarter": 4.0, "fifth": 5.0, "sixth": 6.0, "tenth": 10.0}
_ORDINALS = {
    word: float(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
_SUFFIX_SCALES = {
    "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12, "mn": 1e6, "mln": 1e6, "mio": 1e6, "m": 1e6, "k": 1e3,
    "万": 1e4, "萬": 1e4, "億": 1e8, "亿": 1e8,
}  # fmt: skip
_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY",
    "₴": "UAH",
}  # fmt: skip
_DOLLARS = {"A": "AUD", "C": "CAD", "NZ": "NZD", "HK": "HKD", "S": "SGD", "R": "BRL", "AU": "AUD", "CA": "CAD"}

_MONTH = (
    "(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?"
    "|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)(?![A-Za-z])"
)
# One character class first: the regex engine then skips to the next candidate letter in C.
_SEED = re.compile(
    r"[\dZzOoTtFfSsEeNnDdHhMmBbQqCcLlJA]"
    r"(?:(?<=\d)|(?<!\w.)(?:(?<=[Oo])ne|(?<=[Tt])(?:wo|h(?:ree|ir|ous)|e[nr]|we[ln]|rill)|(?<=[Ff])(?:our|i[vfr]|or)"
    r"|(?<=[Ss])(?:ix|even|eco|core)|(?<=[Ee])(?:ight|lev)|(?<=[Nn])in|(?<=[Dd])oz|(?<=[Hh])(?:und|alf)"
    r"|(?<=[MmBb])illi|(?<=[Zz])ero|(?<=[Qq])uart|(?<=[Cc])(?:oup|rore)|(?<=[Ll])akh"
    r"|(?<=J)(?:an|u[nl])|(?<=F)eb|(?<=M)a[ry]|(?<=A)(?:pr|ug)|(?<=S)ep|(?<=O)ct|(?<=N)ov|(?<=D)ec))"
)
_MONTH_FIRST = re.compile(rf"{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?(?!\d)(?:,? \d{{4}}(?!\d))?|\d{{4}}(?!\d))")
_DIGITS = re.compile(
    rf"""
    (?P<date>\d{{4}}[-/]\d{{1,2}}[-/]\d{{1,2}}(?!\d) | \d{{1,2}}([./])\d{{1,2}}\2(?:\d{{4}}|\d{{2}})(?!\d)
      | \d{{1,2}}(?:st|nd|rd|th)?(?:\ of)?\ {_MONTH}(?:,?\ \d{{4}}(?!\d))? | (?:\d{{2}}|\d{{4}})['’]?s(?!\w))
    |(?P<time>\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d)(?:\s?[AaPp]\.?[Mm](?!\w)\.?)?
      | \d{{1,2}}(?:\.\d{{2}})?\s?(?:[ap]\.?m|[AP]\.?M)(?!\w)\.? | \d{{4}}\s(?:GMT|UTC)(?!\w)
      | \d{{1,2}}\so['’]clock(?!\w))
    |(?P<ordinal>\d+(?:,\d{{3}})*(?:st|nd|rd|th)(?!\w))
    |(?P<fraction>\d+/\d+(?:/\d+)*)
    |(?P<number>\d{{1,3}}(?:[ \u00a0\u2009\u202f]\d{{3}})+(?!\d|[.,]\d) | \d+(?:[.,'’٬٫，]\d+)*)[½¼¾⅓⅔]?
    """,
    re.VERBOSE,
)
_PARTS_SIGN = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_SCALE_AFTER = re.compile(
    r"[ \u00a0-]?(hundred|thousand|million|billion|trillion|dozen|lakh|crore)(?!\w)|([ \u00a0]?(?:bn|tn|trn|mn|mln)"
    r"|[kKmMbB]|[万萬億亿])(?![A-Za-z])"
)
_NUMBER_WORDS = "|".join(
    sorted([*_SMALL, *_TENS, *_SCALES, *_FLOORS, *_PARTS, *_ORDINALS, "thirds", "quarters", "fifths", "couple"], key=len)[
        ::-1
    ]
)
_WORDS = re.compile(
    rf"(?:{_NUMBER_WORDS})(?!\w)(?:(?:[ \u00a0]|[-‑]|[ -]and[ -]| of )(?:{_NUMBER_WORDS})(?!\w))*", re.IGNORECASE
)
_LATIN_BEFORE = re.compile(r"[A-Za-z\u00c0-\u024f_/=&@#№°][-‑.]?$|(?:[Nn]o|[Nn]r|[Nn]um)\.? ?$")
_DESIGNATING = frozenset(
    "article articles bill boeing airbus boulevard brigade camp century channel chapter class clause district "
    "division flight formula gate grade group highway interstate issue law level line number opus page paragraph "
    "part phase platform proposition psalm quarter resolution road room route rule section sector series size stage "
    "street terminal title track type unit version volume ward windows zone area block apollo soyuz".split()
)


def find_numerals(text: str) -> list[Numeral]:
    """Every number of a text in order, none overlapping another; linear in the text's length."""
    found: list[Numeral] = []
    search = _SEED.search
    at = 0
    while seed := search(text, at):
        start = seed.start()
        if text[start].isdigit():
            numerals, at = _read_digits(text, start)
        elif month := _MONTH_FIRST.match(text, start):
            numerals, at = [Numeral("date", 0.0, start, month.end())], month.end()
        else:
            numerals, at = _read_words(text, start, seed.end())
        found += numerals
    return found


def _read_digits(text: str, start: int) -> tuple[list[Numeral], int]:
    token = _DIGITS.match(text, start)
    if token is None:  # a digit that is no decimal, such as a superscript
        return [], start + 1
    kind, end = token.lastgroup, token.end()
    if kind == "date":
        return [Numeral("date", 0.0, start, end)], end
    if kind == "time":
        return [Numeral("time", 0.0, start, end)], end
    if kind == "ordinal":
        value = float(re.sub(r"\D", "", token.group()))
        return [Numeral("ordinal", value, start, end)], end
    if kind == "fraction" or _designated(text, start, end):
        return [Numeral("designation", 0.0, start, end)], end
    value_or_none = _value(token["number"], text, end)
    if value_or_none is None:
        return [Numeral("designation", 0.0, start, end)], end
    return [_with_scale(text, start, end, value_or_none + _PARTS_SIGN.get(text[end - 1], 0.0))], end


def _with_scale(text: str, start: int, end: int, value: float) -> Numeral:
    """A number in digits with what stands against it: a sign, a currency and a scale."""
    currency, first = _currency_before(text, start)
    scale = 1.0
    after = _SCALE_AFTER.match(text, end)
    if after is not None:
        short = after[2].strip() if after[2] else ""
        # "3m" is metres unless money or a decimal point says millions
        if short.lower() != "m" or currency or not value.is_integer():
            scale = _SCALES.get(after[1] or "") or _SUFFIX_SCALES[short.lower()]
            end = after.end()
    if currency is None and text[start - 1 : start] in {"-", "−"} and not text[start - 2 : start - 1].strip():
        first, value = start - 1, -value
    if currency is None and scale == 1.0 and _is_year(text, start, end, value):
        return Numeral("date", 0.0, start, end)
    return Numeral("figure", value * scale, first, end, scale, currency)


def _currency_before(text: str, start: int) -> tuple[str | None, int]:
    sign = start - 1
    if sign >= 0 and text[sign] in "\u00a0 ":
        sign -= 1
    if sign < 0 or text[sign] not in _SIGNS:
        code = text[max(0, start - 4) : start - 1]
        if text[start - 1 : start] == " " and code in {"USD", "EUR", "GBP", "JPY", "CHF", "INR", "AUD", "CAD"}:
            return code, start - 4
        return None, start
    if text[sign] != "$":
        return _SIGNS[text[sign]], sign
    letters = re.search(r"(?<![A-Za-z])[A-Z]{1,2}$", text[max(0, sign - 3) : sign])
    if letters is None:
        return "USD", sign
    return _DOLLARS.get(letters.group(), "USD"), sign - len(letters.group())


def _value(run: str, text: str, end: int) -> float | None:
    """The value of a run of digits with separators, None where the groups make no number (an IP address)."""
    if run.isdecimal():
        return float(run)
    marks = re.sub(r"\d", "", run)
    groups = re.split(r"\D", run)
    thousands = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    kind = set(marks)
    if kind <= {".", "٫"} and len(marks) == 1:
        # 1.500 is one thousand five hundred in translated text when things are counted, else a decimal
        counted = thousands and groups[0] != "0" and re.match(r" (?:[a-z-]+ )?[a-z]+s\b| people\b", text[end:end + 40])
        return float("".join(groups)) if counted else float(".".join(groups))
    if len(kind) == 1 and thousands:
        return float("".join(groups))
    if kind <= {",", "，"} and len(marks) == 1:
        return float(".".join(groups))
    last = marks[-1]
    if last in ".,٫" and marks.count(last) == 1 and all(len(group) == 3 for group in groups[1:-1]):
        return float("".join(groups[:-1]) + "." + groups[-1])
    if last == "," and kind == {","}:  # Indian grouping: 12,34,567
        return float("".join(groups)) if len(groups[-1]) == 3 and all(len(g) == 2 for g in groups[1:-1]) else None
    return None


_YEAR_BEFORE = re.compile(r"\b(?:the|in|since|of|by|until|till|from|during|before|after|late|early|mid|to|and|or)\s$", re.I)


def _is_year(text: str, start: int, end: int, value: float) -> bool:
    """Whether a bare number of four digits is a year rather than a count."""
    if not (1800 <= value < 2100 and end - start == 4):
        return False
    if re.search(r"(?:than|least|most|about|around|over|nearly|almost|some|up to|roughly)\s$", text[max(0, start - 12) : start]):
        return False
    counted = re.match(r" [a-z][a-z-]+s\b| people\b| (?:km|miles|kg)\b", text[end : end + 30])
    if counted is None or value % 10:
        return True
    return _YEAR_BEFORE.search(text[max(0, start - 8) : start]) is not None


def _designated(text: str, start: int, end: int) -> bool:
    """Whether digits are part of a name: F-16, Covid-19, No. 10, Flight 752, 5G."""
    if end < len(text) and text[end].isascii() and text[end].isalpha() and not _UNIT_AT_ONCE.match(text, end):
        return True
    before = text[max(0, start - 24) : start]
    if not before or before[-1] in "\n(“\"$€£~":
        return False
    if _LATIN_BEFORE.search(before):
        return not re.search(r"(?:^|\s)(?:USD|EUR|GBP|Rs\.?)$|[a-z]/$", before)
    if before[-1] != " ":
        return False
    word = before.rstrip().rpartition(" ")[2]
    if word.lower() in _DESIGNATING:
        return True
    # a name and a number with nothing that is counted after it: "Kodiak 47 was sold"
    return word[:1].isupper() and word.isalpha() and _after_name(text, start - len(word) - 1, end)


def _after_name(text: str, word_start: int, end: int) -> bool:
    opening = not text[:word_start].strip() or text[max(0, word_start - 3) : word_start].rstrip()[-1:] in {
        ".", "!", "?", "“", '"', "\n", "", ":",
    }  # fmt: skip
    if opening:
        return False
    return re.match(r"\s?(?:%|[a-z-]+ ?[a-z-]*s\b|[A-Z]|people|million|billion|percent|hundred|thousand|dead|killed)", text[end : end + 40]) is None


_UNIT_AT_ONCE = re.compile(
    r"(?:km|cm|mm|kg|g|m|mg|mph|kph|kmh|km/h|ft|lbs?|oz|kW|MW|GW|kWh|MWh|GWh|TWh|Hz|GHz|MHz|GB|MB|TB|bn|tn|trn|mn|mln"
    r"|k|K|M|B|b|C|F|p|c|x|hrs?|min|am|pm|yo)(?![A-Za-z])"
)


def _read_words(text: str, start: int, seed_end: int) -> tuple[list[Numeral], int]:
    run = _WORDS.match(text, start)
    if run is None:
        return [], seed_end
    pieces = [(m.group().lower(), m.start(), m.end()) for m in re.finditer(r"[A-Za-z]+", run.group())]
    words = [(word, start + a, start + b) for word, a, b in pieces if word not in {"and", "of"}]
    numerals: list[Numeral] = []
    at = 0
    while at < len(words):
        count, numeral = _read_phrase(text, words[at:])
        at += count
        if numeral is not None:
            numerals.append(numeral)
    return numerals, max([run.end(), *(numeral.end for numeral in numerals)])


_Word = tuple[str, int, int]


def _read_phrase(text: str, words: list[_Word]) -> tuple[int, Numeral | None]:
    """The numeral that begins with the first of these number words, and how many of them it takes."""
    first, start, end = words[0]
    if first in _FLOORS:
        return _read_floor(text, words)
    if first == "couple":
        is_two = text[end : end + 4] == " of "
        return 1, _from(text, "figure", 2.0, start, end, article=True) if is_two else None
    if first in {"half", "quarter", "quarters", "thirds", "fifths"}:
        return 1, _read_part(text, first, start, end)
    if first in _ORDINALS:
        return 1, Numeral("ordinal", _ORDINALS[first], start, end)
    if first in _SCALES:
        if not re.search(r"(?:^|\W)(?:an?|several|few)\s$", text[max(0, start - 9) : start], re.I):
            return 1, None  # "million" after digits was read with them
        count, value = _read_cardinal(text, [("one", start, start), *words])
        article = re.search(r"(?i)\ba\s$", text[max(0, start - 3) : start]) is not None
        several = not article
        end = words[count - 2][2]
        scale = _SCALES[first]
        if several:
            return count - 1, Numeral("figure", 2 * scale, start, end, scale, None, floor=True)
        return count - 1, _from(text, "figure", value, start, end, article=True)
    count, value = _read_cardinal(text, words)
    end = words[count - 1][2]
    return _finish_cardinal(text, words, count, value, (start, end))


def _finish_cardinal(
    text: str, words: list[_Word], count: int, value: float, span: tuple[int, int]
) -> tuple[int, Numeral | None]:
    start, end = span
    if count < len(words) and text[end] in " -‑":
        word, _, after = words[count]
        part = word.removesuffix("s")
        if part in _PARTS and part != "half" and (word != part or value == 1):
            return count + 1, Numeral("figure", value / _PARTS[part], start, after)
        if word in _ORDINALS and text[end] in "-‑ " and value >= 20:
            return count + 1, Numeral("ordinal", value + _ORDINALS[word], start, after)
    half = re.match(r"(?: |-)and(?: |-)a(?: |-)half(?!\w)", text[end : end + 12])
    if half:
        return count, Numeral("figure", value + 0.5, start, end + half.end())
    if words[0][0] == "one" and count == 1 and not _counts_one(text, start, end):
        return 1, None
    if value <= 12 and _CLOCK_BEFORE.search(text[max(0, start - 14) : start]) and _CLOCK_AFTER.match(text, end):
        return count, Numeral("time", 0.0, start, end)
    if _named_number(text, start, end):
        return count, Numeral("designation", value, start, end)
    scale = max((_SCALES.get(word, 1.0) for word, _, _ in words[:count]), default=1.0)
    return count, Numeral("figure", value, start, end, scale)


def _read_cardinal(text: str, words: list[_Word]) -> tuple[int, float]:
    """How many of these words make one cardinal, and its value: "two thousand one hundred and six"."""
    total = group = 0.0
    last = 1e15
    count = 0
    for word, start, _ in words:
        if count and "of" in text[words[count - 1][2] : start]:
            break
        if word in _SMALL or word in _TENS:
            value = _SMALL.get(word) or _TENS.get(word, 0.0)
            room = 10 if word in _SMALL and value < 10 else 100
            if count and (group % room or (last < 100 and (value >= 10 or last < 20))):
                break
            group += value
            last = value
        elif word in _SCALES and count:
            scale = _SCALES[word]
            if scale in {1e2, 12.0} and group < 100:
                group *= scale
                last = scale
            elif total == 0 or scale < last:
                total += group * scale
                group, last = 0.0, scale
            else:
                break
        else:
            break
        count += 1
    return max(count, 1), total + group


def _read_floor(text: str, words: list[_Word]) -> tuple[int, Numeral | None]:
    first, start, end = words[0]
    value = _FLOORS[first]
    if len(words) > 1 and words[1][0] in _FLOORS and text[end : words[1][1]] == " of ":
        return 2, Numeral("figure", value * _FLOORS[words[1][0]] / 2, start, words[1][2], floor=True)
    if first in {"tens", "scores"} and text[end : end + 4] != " of ":
        return 1, None
    return 1, Numeral("figure", value, start, end, floor=True)


def _read_part(text: str, word: str, start: int, end: int) -> Numeral | None:
    before = text[max(0, start - 12) : start].lower()
    after = text[end : end + 14]
    if word == "half":
        if after[:1] in {"-", "‑"} or re.search(r"(?:first|second|latter|other|better|this|the)[ -]$", before):
            return None
        whole = re.match(r" (?:a |an )?(dozen|hundred|thousand|million|billion|trillion)(?!\w)", after)
        if whole:
            return Numeral("figure", _SCALES[whole[1]] / 2, start, end + whole.end(), _SCALES[whole[1]])
        return Numeral("figure", 0.5, start, end)
    if word == "quarter" and before.endswith(" a ") and after.startswith(" of "):
        return Numeral("figure", 0.25, start, end)
    return None


def _from(text: str, kind: NumeralKind, value: float, start: int, end: int, *, article: bool) -> Numeral:
    """A numeral that takes in the "a" before it."""
    before = re.search(r"(?i)(?<!\w)a\s$", text[max(0, start - 3) : start]) if article else None
    return Numeral(kind, value, start - 2 if before else start, end)


# "at nine", "by ten to four": a small number where a time stands and nothing that is counted follows
_CLOCK_BEFORE = re.compile(r"\b(?:at|by|until|till|before|after|since|past|(?:at|by) \w{3,6} to)\s$", re.IGNORECASE)
_CLOCK_AFTER = re.compile(
    r"(?=[.,;:!?)”\"]|\s*$| (?:in the|of the|on|o['’]clock|to|past|that|when|and|local|sharp|tonight|this|yesterday)\b)"
)

# "one" counts only before a noun: "one soldier", not "one of them", "no one" or "one day"
_ONE_AFTER = re.compile(r"(?:[ \u00a0]|-)(?!(?:of|another|is|was|were|are|has|had|who|that|which|to|and|or|in|on|at|by|for|"
                        r"from|with|can|should|could|would|will|may|might|must|day|thing|way|side|hand|side|more|such|"
                        r"but|as|than|if|when|where|about|time|sided|off|else|too|side|in)\b)[a-z]|[ \u00a0][A-Z]")  # fmt: skip
_ONE_BEFORE = re.compile(r"\b(?:no|the|that|this|any|every|each|which|another|some|only the|next|last|first|number)\s$", re.I)


def _counts_one(text: str, start: int, end: int) -> bool:
    return _ONE_AFTER.match(text, end) is not None and _ONE_BEFORE.search(text[max(0, start - 9) : start]) is None


def _named_number(text: str, start: int, end: int) -> bool:
    """Whether a number word is part of a name: "Air Force One", "the Group of Seven", "chapter four"."""
    before = text[max(0, start - 24) : start].rstrip()
    word = before.rpartition(" ")[2]
    if word.lower() in _DESIGNATING:
        return True
    if not text[start].isupper() or not before or not before[-1].isalpha() or "\n" in text[max(0, start - 2) : start]:
        return False
    following = text[end : end + 2]
    return not (following[:1] == " " and following[1:2].isupper())
