"""Finds what a text counts: every figure with its value, how exact it is said to be, and its unit."""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple, cast

from summarizer.contract.report import Figure
from summarizer.text.number_words import FIGURE_WORDS
from summarizer.text.numerals import find_numerals

if TYPE_CHECKING:
    from summarizer.contract.report import Qualifier
    from summarizer.text.number_words import Numeral


class FigureSpan(NamedTuple):
    """A figure at code points `start` to `end` of a text, qualifier and unit included; `at` is where its number is."""

    value: float
    qualifier: Qualifier
    unit: str | None
    start: int
    end: int
    at: tuple[int, int]


# The last word before a number says whether it is worth looking for a qualifier at all.
_QUALIFIER_ENDS_TEXT = """
    least than minimum of over above exceeding exceeded topping surpassing most to as many much maximum under
    below about around some roughly approximately nearly almost approx approx. estimated circa c. ca. near
    exactly precisely only just ~ ≈ between the a an
"""
_QUALIFIER_ENDS = frozenset(_QUALIFIER_ENDS_TEXT.split())
_QUALIFIER = re.compile(
    r"[\s(“\"'‘—–-](?:"
    r"(?P<at_least>at (?:the very )?least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|minimum of)"
    r"|(?P<at_most>at (?:the very )?most|no more than|not more than|up to|as (?:many|much|few|little) as|a maximum of)"
    r"|(?P<more_than>(?:many |far |well |slightly )?more than|(?:well |just )?over|above|upwards of|greater than"
    r"|in excess of|exceed(?:ing|ed)|topping|surpassing)"
    r"|(?P<less_than>(?:many |far |slightly )?(?:less|fewer) than|(?:just |well )?under|below)"
    r"|(?P<about>about|around|some|roughly|approximately|nearly|almost|close to|an estimated|estimated|circa|c\.|ca\."
    r"|approx\.?|near|~|≈|more or less)"
    r"|(?P<exactly>exactly|precisely|only|just))\s*(?:the |an? )?$"
)
_QUALIFIER_AFTER = re.compile(
    r"\s?(?:(?P<at_least>\+|or (?:more|greater|above)|and (?:more|above|up))|(?P<at_most>or (?:fewer|less|under|below))"
    r"|(?P<about>or so|-?odd|or thereabouts))(?!\w)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\s?(?:[%٪％]|(?:-|‑)?per ?cent(?:age points?)?\b|pct\b\.?)", re.IGNORECASE)
_MONEY = re.compile(
    r"\s?(?:€|£|(?:US |American )?dollars?\b|euros?\b|yen\b|(?:pounds )?sterling\b|rupees?\b|rubles?\b|USD\b|EUR\b"
    r"|GBP\b)",
    re.IGNORECASE,
)
_CURRENCIES = {"€": "EUR", "£": "GBP", "usd": "USD", "eur": "EUR", "gbp": "GBP"}
_CURRENCY_STEMS = {"dollar": "USD", "euro": "EUR", "yen": "JPY", "sterling": "GBP", "rupee": "INR", "ruble": "RUB"}
_MEASURE = re.compile(
    r"[\s-]?(km/h|kmh|kph|mph|km|kms|kilomet(?:re|er)s?|met(?:re|er)s?|m|cm|centimet(?:re|er)s?|miles?|feet|foot|ft"
    r"|inch(?:es)?|kg|kgs|kilograms?|kilos?|tons?|tonnes?|lbs?|pounds?|degrees?|°C?|litres?|liters?|hectares?|acres?"
    r"|megawatts?|MW|gigawatts?|GW)(?![\w/])"
)
_MEASURES = {
    "km": "kilometers", "kms": "kilometers", "kilometer": "kilometers", "m": "meters", "meter": "meters",
    "cm": "centimeters", "centimeter": "centimeters", "mile": "miles", "foot": "feet", "ft": "feet", "inch": "inches",
    "kg": "kilograms", "kgs": "kilograms", "kilogram": "kilograms", "kilo": "kilograms", "ton": "tons",
    "tonne": "tons", "lb": "pounds", "pound": "pounds", "degree": "degrees", "°": "degrees", "°C": "degrees",
    "liter": "liters", "hectare": "hectares", "acre": "acres", "megawatt": "megawatts", "MW": "megawatts",
    "gigawatt": "gigawatts", "GW": "gigawatts", "kph": "km/h", "kmh": "km/h",
}  # fmt: skip
_STOPS_TEXT = """
    a an and are as at be been being but by can could did do does for from had has have he her his if in into is
    it its may might must near nor off on or out over per she should since so than that the their then there
    they this to under until up was we were what when where which while who will with would you after before
    during about against between through around across also not no more less later earlier ago away killed
    wounded injured died said says told took including plus versus compared each every both all any
"""
_STOPS = frozenset(_STOPS_TEXT.split())
_PLURALS_TEXT = """
    people children men women police troops personnel feet teeth mice geese crew servicemen servicewomen
    policemen policewomen gunmen lawmakers fishermen firemen aircraft percent dead
"""
_PLURALS = frozenset(_PLURALS_TEXT.split())
_NOT_PLURALS_TEXT = """
    us plus thus various previous serious religious dangerous across less his its has was
"""
_NOT_PLURALS = frozenset(_NOT_PLURALS_TEXT.split())
_SKIPPED = re.compile(
    r"\s(?:of\s)?(?:the|its|their|his|her|our|my|these|those)(?=\s)|\s(?:more|other|additional)(?=\s[a-z])"
)
# Lower case for letters, a 0 for each digit and a blank for all other marks: what begins a figure is soon told so.
_PLAIN = bytes(ord(c.lower()) if c.isalpha() else ord("0" if c.isdigit() else " ") for c in map(chr, range(128)))
_PLAIN += b" " * 128
_FOREIGN_DIGIT = re.compile(r"[^\x00-\x7f](?<=\d)")
_LONGEST = 12  # characters of a word that begins before a stretch ends
_WORD = re.compile(r"([ \u00a0\-‑])([^\W\d_](?:[\w’'.]*\w)?(?:[-‑][\w’']+)*)")


def find_figures(text: str, start: int = 0, end: int | None = None) -> tuple[FigureSpan, ...]:
    """Every figure whose number begins between two code points of a text, in order, in words and in digits.

    Dates, times, ordinals and names with numbers are no figures. Offsets are code points in all of the text,
    end-exclusive; a qualifier may stand before `start` and a unit after `end`. A word without an exact value counts for
    the least that it can mean: "dozens" is at least 24, "hundreds" at least 200.
    """
    if not _may_count(text[start : None if end is None else end + _LONGEST]):
        return ()
    numerals = [numeral for numeral in find_numerals(text, start, end) if _is_figure(numeral)]
    if not numerals:
        return ()
    figures = [_figure(text, numeral) for numeral in numerals]
    for position in range(len(figures) - 1):
        _join_range(text, numerals, figures, position)
    return tuple(figures)


def _may_count(text: str) -> bool:
    """Whether a text holds a digit, or a word that a figure may begin with; most have neither."""
    plain = text.encode("ascii", "replace").translate(_PLAIN)
    if b"0" in plain or not FIGURE_WORDS.isdisjoint(plain.decode().split()):
        return True
    return not text.isascii() and _FOREIGN_DIGIT.search(text) is not None


def _is_figure(numeral: Numeral) -> bool:
    # Three hundred digits in a row have no finite float, and JSON no infinity.
    return numeral.kind == "figure" and isfinite(numeral.value)


def _figure(text: str, numeral: Numeral) -> FigureSpan:
    unit, end = _unit(text, numeral)
    qualifier: Qualifier = "at_least" if numeral.floor else "exactly"
    start = numeral.start
    if before := _qualifier_before(text, start):
        qualifier, start = before
    elif after := _QUALIFIER_AFTER.match(text, numeral.end):
        qualifier = cast("Qualifier", after.lastgroup)  # the groups are named after qualifiers
        end = max(end, after.end())
        if unit is None:
            unit, end = _counted(text, after.end(), one=False)
    return FigureSpan(numeral.value, qualifier, unit, start, end, (numeral.start, numeral.end))


def _qualifier_before(text: str, start: int) -> tuple[Qualifier, int] | None:
    before = f" {text[max(0, start - 26) : start].lower()}"
    last = before.rsplit(None, 1)[-1:]
    if not last or last[0].lstrip("(“\"'‘—–-") not in _QUALIFIER_ENDS:
        return None
    found = _QUALIFIER.search(before)
    if found is None or found.lastgroup is None:
        return None
    return cast("Qualifier", found.lastgroup), start - len(before) + found.start() + 1


def _unit(text: str, numeral: Numeral) -> tuple[str | None, int]:
    end = numeral.end
    if numeral.currency is not None:
        return numeral.currency, end
    if percent := _PERCENT.match(text, end):
        points = "point" in percent.group()
        return ("percentage points" if points else "percent"), percent.end()
    if money := _MONEY.match(text, end):
        word = money.group().strip().lower()
        code = _CURRENCIES.get(word) or next(code for stem, code in _CURRENCY_STEMS.items() if stem in word)
        return code, money.end()
    if measure := _MEASURE.match(text, end):
        word = measure[1].replace("metre", "meter").replace("litre", "liter")
        return _MEASURES.get(word) or _MEASURES.get(word.removesuffix("s"), word), measure.end()
    return _counted(text, end, one=numeral.value == 1)


def _counted(text: str, end: int, *, one: bool) -> tuple[str | None, int]:
    """The noun that is counted right after a number, and where it ends: "seven [tall fighters]"."""
    at = end
    if skipped := _SKIPPED.match(text, at):
        at = skipped.end()
    last: tuple[str | None, int] = (None, end)
    for step in range(5):
        word = _WORD.match(text, at)
        if word is None:
            break
        noun, lower = word[2], word[2].lower()
        if word[1] in "-‑":
            return (noun.partition("-")[0], at + 1 + len(noun.partition("-")[0])) if step == 0 else last
        if lower == "of":
            at = word.end()
            continue
        if lower in _STOPS:
            break
        if lower in _PLURALS or (
            lower.endswith("s") and lower not in _NOT_PLURALS and not lower.endswith(("ss", "'s", "’s"))
        ):
            return noun, word.end()
        if noun[0].islower() and not lower.endswith(("ly", "ed")):
            last = (noun, word.end())
        at = word.end()
    return last if one else (None, end)


_RANGE = re.compile(r"\s?[-‑–—]\s?|\s(?:to|or|and)\s", re.IGNORECASE)


def _join_range(text: str, numerals: list[Numeral], figures: list[FigureSpan], position: int) -> None:
    """Turn two figures that make a range ("20 to 30", "between 20 and 30") into its least and its most."""
    low, high = figures[position], figures[position + 1]
    gap = text[numerals[position].end : numerals[position + 1].start]
    if not 0 < len(gap) <= 5 or not _RANGE.fullmatch(gap):
        return
    word = gap.strip().lower()
    before = text[max(0, low.start - 9) : low.start].lower()
    if (word == "and") != before.endswith("between ") or before.endswith("from "):
        return
    value = low.value
    if numerals[position].scale == 1 and numerals[position + 1].scale > 1 and value < 1000:
        value *= numerals[position + 1].scale
    if not value < high.value or high.qualifier != "exactly":
        return
    figures[position] = low._replace(value=value, qualifier="at_least", unit=low.unit or high.unit)
    figures[position + 1] = high._replace(qualifier="at_most", unit=high.unit or low.unit)


def as_figure(text: str, figure: FigureSpan) -> Figure:
    """A figure as a report holds it, with the words of the text that it was found in."""
    return Figure(
        value=figure.value, qualifier=figure.qualifier, unit=figure.unit, text=text[figure.start : figure.end]
    )
