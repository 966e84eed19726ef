"""Looks in the evidence for dates, times, ordinals and names with numbers, which are told apart from figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.text.numerals import find_numerals
from summarizer.text.overlap import content_words, stem
from summarizer.text.words import wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.text.figures import FigureSpan
    from summarizer.text.number_words import Numeral

FEW = 5  # so many may be counted again in other words: "the two patients"
FIRST = wordings("checks.figures.first")
AROUND = ".,;:!?()“”\"'’$£€¥%"
_THEN = re.compile(r"\b(?:(?:since|by|until|from|before) then|[Tt]hat year|(?:at )?the time)\b")  # a year just told
_HALF = re.compile(r"\d\s?([ap])\.?m\b", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"[^\s(“\"'‘]*$")
_NAME_BEFORE = re.compile(r"(?:[A-Z][\w.]* )?[^\s(“\"'‘]*$")


def word_after(text: str, at: int) -> str:
    return next((stem(word.lower()) for word in content_words(text[at : at + 40])), "")


def holds(words: str, sentences: str) -> bool:
    return re.search(rf"(?<!\w)(?:{words})(?!\w)", sentences, re.IGNORECASE) is not None


def _is_told_as(ordinal: Numeral, after: str, sentences: str) -> bool:
    """Whether the evidence has an ordinal in other words: "the initial blast", "Day 1"."""
    if ordinal.value == 1 and FIRST.search(sentences):
        return True
    listed = (one for one in find_numerals(sentences) if one.value == ordinal.value)
    if any(sentences[one.end : one.end + 1] in (",", ")", ":") for one in listed):
        return True  # "Two, mend the nets."
    return holds(rf"{re.escape(after)}\w* {ordinal.value:.0f}", sentences)


def _is_no_designation(whole: str, near: Sequence[FigureSpan], sentences: str) -> bool:
    """Whether what looks like a name with a number is "one-on-one" or the like, or "Moll 7", who had 7 percent."""
    name, _, number = whole.rpartition(" ")
    is_named = bool(name) and holds(re.escape(name), sentences) and not holds(rf"{re.escape(name)} \d+", sentences)
    is_share = is_named and any(f"{one.value:g}" == number for one in near)
    return is_share or whole.lower().startswith("one-")


def missing_apart(text: str, sentences: str, near: Sequence[FigureSpan], before: str) -> list[str]:
    """Dates, times, ordinals and names with numbers that the evidence's sentences lack in every form."""
    known = {(other.kind, key) for other in find_numerals(sentences) for key in _keys(sentences, other)}
    dates = [_keys(sentences, other) for other in find_numerals(sentences) if other.kind == "date"]
    halves = {half for other in find_numerals(sentences) if (half := half_of_day(sentences[other.start : other.end]))}
    missing = []
    for numeral in find_numerals(text):
        if numeral.kind == "figure":
            continue
        after = word_after(text, numeral.end)
        if any(one.value == numeral.value and one.unit and stem(one.unit.lower()) == after for one in near):
            continue  # "in the 17th minute" is "after 17 minutes"
        whole = _whole_word(text, numeral)
        if numeral.kind == "designation" and _is_no_designation(whole, near, sentences):
            continue
        if (half := half_of_day(text[numeral.start : numeral.end])) and halves and half not in halves:
            missing.append(whole)
            continue
        if numeral.kind == "ordinal" and _is_told_as(numeral, after, sentences):
            continue
        is_last = numeral.value == 1 and holds(rf"last {re.escape(after)}\w*", sentences)
        if numeral.kind == "ordinal" and not is_last and _is_ordinal_of(text, numeral, before):
            continue
        is_known = {(numeral.kind, key) for key in _keys(text, numeral)} <= known
        is_known = is_known and not _is_of_other_month(_keys(text, numeral), dates)
        is_then = numeral.kind == "date" and whole.isdigit() and holds(whole, before)
        if is_then and (not dates or _THEN.search(sentences)):
            continue
        if not is_known and not re.search(rf"(?<!\w){re.escape(whole)}(?!\w)", sentences):
            missing.append(whole)
    return missing


def _is_of_other_month(keys: set[str], dates: Sequence[set[str]]) -> bool:
    """Whether a day of a month is told of other months alone, and of its own another day: "March 11" of "March 1"."""
    months, days = ({key for key in keys if key.isalpha() is is_month} for is_month in (True, False))
    if not months or len(days) != 1:
        return False
    same = [one for one in dates if days <= one]
    is_told = any(months <= one or not any(map(str.isalpha, one)) for one in same)
    return bool(same) and not is_told and any(months <= one and len(one) > 1 for one in dates)


def _is_ordinal_of(text: str, numeral: Numeral, before: str) -> bool:
    """Whether the sentence before has an ordinal with the word after it, or one that may tell of the same in a row."""
    two_words = " ".join(text[numeral.start :].split()[:2]).strip(AROUND)
    if holds(re.escape(two_words), before):
        return True
    told = {other.value for other in find_numerals(before) if other.kind == "ordinal"}
    return numeral.value <= FEW and numeral.value in told


def half_of_day(time: str) -> str:
    """ "a" or "p" of "2.17am" and "11:15 p.m."; empty for a time that does not say it."""
    found = _HALF.search(time)
    return found[1].lower() if found else ""


def _keys(text: str, numeral: Numeral) -> set[str]:
    if numeral.value:
        return {f"{numeral.value:g}"}
    words = text[numeral.start : numeral.end].lower()
    keys = {f"{int(group)}" for group in re.findall(r"\d+", words)}
    if numeral.kind == "date" and (month := re.search(r"[a-z]{3,}", words)):
        keys.add(month.group()[:3])
    return keys


def _whole_word(text: str, numeral: Numeral) -> str:
    """A numeral with the word that it is part of, and the word before where it is part of a name: "F-16", "Post 7"."""
    before = _NAME_BEFORE if numeral.kind == "designation" else _WORD_BEFORE
    found = before.search(text, max(0, numeral.start - 40), numeral.start)
    return text[found.start() if found else numeral.start : numeral.end]
