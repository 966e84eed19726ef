"""Finds what a text counts: every figure with its value, how exact it is said to be, and its unit."""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple, cast

from summarizer.contract.report import Figure
from summarizer.text.numerals import find_numerals
from summarizer.text.words import either, keys_by_word, named_wordings, read_words, word_set, wordings

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


_QUALIFIER = re.compile(rf"[\s(“\"'‘—–-](?:{named_wordings('numbers.qualifiers_before')})\s*(?:the |an? )?$")
_QUALIFIER_AFTER = re.compile(rf"\s?(?:{named_wordings('numbers.qualifiers_after')})(?!\w)", re.IGNORECASE)
# "12 weeks or more", "three years' pay or less", "two months at most"
_QUALIFIER_LAST = re.compile(
    rf"(?:['’](?: [a-z]+)?)?,? (?:{named_wordings('numbers.qualifiers_last')})(?!\w)", re.IGNORECASE
)
_NO_QUALIFIER = {key: frozenset(words.split()) for key, words in read_words("numbers")["no_qualifier_after"].items()}
_HANDED = word_set("numbers.handed.words")
_LONGER = word_set("numbers.before_longer.words")
_DURATIONS = word_set("numbers.durations.words")
_UNDER_THESE = word_set("numbers.under_these.words")
_LAST_WORD = re.compile(r"(?<![\w’'])([^\W\d_]+)\s$")
_PERCENT = wordings("numbers.percent", re.IGNORECASE)
_CURRENCIES = keys_by_word("numbers.currencies")
_MONEY = re.compile(rf"\s?({either('numbers.currencies')})(?:(?!\w)|(?<!\w))", re.IGNORECASE)
_MEASURES = keys_by_word("numbers.measures")
_MEASURED = frozenset({"percent", "percentage points", *_CURRENCIES.values(), *_MEASURES.values()})
_MEASURE = re.compile(rf"[\s-]?({either('numbers.measures')})(?![\w/])")
_ENDS_BEFORE = word_set("numbers.counted.ends_before")
_PLURALS = word_set("numbers.counted.plurals")
_NOT_PLURALS = word_set("numbers.counted.not_plurals")
_SKIPPED = wordings("numbers.before_counted")
_WORD = re.compile(r"([ \u00a0\-‑])([^\W\d_](?:[\w’'.]*\w)?(?:[-‑][\w’']+)*)")


def find_figures(text: str, start: int = 0, end: int | None = None) -> tuple[FigureSpan, ...]:
    """Every figure whose number begins between two code points of a text, in order, in words and in digits.

    Dates, times, ordinals and names with numbers are no figures. Offsets are code points in all of the text,
    end-exclusive; a qualifier may stand before `start` and a unit after `end`. A word without an exact value counts for
    the least that it can mean: "dozens" is at least 24, "hundreds" at least 200.
    """
    numerals = [numeral for numeral in find_numerals(text, start, end) if _is_figure(numeral)]
    figures = [_figure(text, numeral) for numeral in numerals]
    for position in range(len(figures) - 1):
        _join_range(text, numerals, figures, position)
    return tuple(figures)


def _is_figure(numeral: Numeral) -> bool:
    # Three hundred digits in a row have no finite float, and JSON no infinity.
    return numeral.kind == "figure" and isfinite(numeral.value)


def _figure(text: str, numeral: Numeral) -> FigureSpan:
    unit, end = _unit(text, numeral)
    qualifier: Qualifier = "at_least" if numeral.floor else "exactly"
    start = numeral.start
    if (before := _qualifier_before(text, start)) and not _is_preposition(text, before[1], numeral, unit):
        qualifier, start = before
    elif after := _QUALIFIER_AFTER.match(text, numeral.end) or _QUALIFIER_LAST.match(text, end):
        qualifier = cast("Qualifier", after.lastgroup)  # the groups are named after qualifiers
        end = max(end, after.end())
        if unit is None:
            unit, end = _counted(text, after.end(), one=False)
    return FigureSpan(numeral.value, qualifier, unit, start, end, (numeral.start, numeral.end))


def _is_preposition(text: str, begin: int, numeral: Numeral, unit: str | None) -> bool:
    """Whether a qualifier that begins at a code point is none: rolled over a $60 loan, a row over two islands."""
    *_, word = words = text[begin : numeral.start].lower().split()
    article = word if word in {"a", "an", "the"} and len(words) > 1 else ""
    word = words[-2] if article else word
    if word not in _NO_QUALIFIER:
        return False
    # "under a $60 loan", but not "up to a $60 fine"
    is_joined = text[numeral.end : numeral.end + 1] == "-"  # "over a six-year span"
    is_attribute = article and len(words) == 2 and word != "about" and (is_joined or not text[numeral.start].isalpha())
    if article == "the" or is_attribute:
        return True
    before = _LAST_WORD.search(text, max(0, begin - 24), begin)
    previous = before[1].lower() if before else ""
    if words == ["over"] and previous in _HANDED:
        return True
    if word == "over" and len(words) == 1 and unit in _DURATIONS:
        return previous not in _LONGER
    if word == "near" and unit not in _MEASURED:
        return True
    if word == "under" and unit in _UNDER_THESE:
        return True
    return previous in _NO_QUALIFIER[word] and unit not in _MEASURED


def _qualifier_before(text: str, start: int) -> tuple[Qualifier, int] | None:
    before = f" {text[max(0, start - 26) : start].lower()}"
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
        return _CURRENCIES[money[1].lower()], money.end()
    if measure := _MEASURE.match(text, end):
        return _MEASURES[measure[1]], measure.end()
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
        if lower in _ENDS_BEFORE:
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
