"""The dates that a claim may give in full: what an article's own date makes of its "Tuesday" and "last month"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from summarizer.reading.layout.layout import sentences_of
from summarizer.text.numerals import find_numerals
from summarizer.text.words import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.grounding.checks.passage import Passage

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTH = re.compile(rf"\b(?:{'|'.join(word[:3] for word in _MONTHS)})[a-z]*\b")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = re.compile(r"\b(today|yesterday|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.IGNORECASE)
_FROM_TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_SPANS = "|".join(word_list("checks.publication.spans"))
_PAST = re.compile(rf"\b(?:last|past|previous) (?:{_SPANS})\b", re.IGNORECASE)
_COMING = re.compile(rf"\b(?:next|coming) (?:{_SPANS})\b", re.IGNORECASE)
_WEEK = 7


def told_dates(passage: Passage) -> str:
    """The years and dates that the words of a passage's sentences stand for, as a claim may write them.

    Empty where the article has no date, or the sentences have years of their own.
    """
    published = _published(passage.article.published)
    if published is None:
        return ""
    if _YEAR.search(passage.held):
        return _of_this_year(passage.held, published)
    years = {published.year, *_other_years(passage.held, published)}
    days = (f"{_MONTHS[one.month - 1]} {one.day}, {one.year}" for one in _days(passage.held, published))
    months = [(name, year) for name in dict.fromkeys(_MONTH.findall(passage.held)) for year in sorted(years)]
    months += _told_months(passage.held, published)
    return "; ".join((*map(str, sorted(years)), *(f"{name} {year}" for name, year in months), *days))


_LATER = re.compile(r"(?<![\w-])(\w+) years? (later|after|before|earlier|ago)\b")


def reckoned_years(passage: Passage) -> str:
    """The years that "four years later" in the sentences of the evidence comes to, from a year just told."""
    found = list(_LATER.finditer(passage.held))
    if not found:
        return ""
    sentences, (first, last) = sentences_of(passage.article), passage.stretches[0]
    text = passage.article.text[sentences[max(0, first - _BACK)].start : sentences[last].end]
    years: set[int] = set()
    for one in found:
        counted = find_numerals(one[1])
        if counted:
            count = int(counted[0].value) * (1 if one[2] in ("later", "after") else -1)
            years |= {int(year) + count for year in _YEAR.findall(text)}
    return "; ".join(map(str, sorted(years)))


_BACK = 4  # sentences before the evidence in which a year may be told


def _of_this_year(held: str, published: date) -> str:
    years = {"the": published.year, "this": published.year, "last": published.year - 1, "next": published.year + 1}
    return "; ".join(
        str(years[found[1].lower()]) for found in re.finditer(r"\b(the|this|last|next) year\b", held, re.IGNORECASE)
    )


def _published(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def _other_years(held: str, published: date) -> Iterator[int]:
    if _PAST.search(held):
        yield published.year - 1
    if _COMING.search(held):
        yield published.year + 1
    for found in _MONTH.finditer(held):
        month = next(at for at, name in enumerate(_MONTHS, 1) if name[:3] == found.group()[:3])
        if month > published.month:  # a month that has not come yet this year may be one of the last
            yield published.year - 1
        elif month < published.month:
            yield published.year + 1


def _told_months(held: str, published: date) -> Iterator[tuple[str, int]]:
    """The months that "this month", "last month" and "next month" are, with their years."""
    for found in re.finditer(r"\b(this|last|next) month\b", held, re.IGNORECASE):
        at = published.year * 12 + published.month - 1 + {"this": 0, "last": -1, "next": 1}[found[1].lower()]
        yield _MONTHS[at % 12], at // 12


def _days(held: str, published: date) -> Iterator[date]:
    for found in _DAY.finditer(held):
        word = found[1].lower()
        if word in _FROM_TODAY:
            yield published + timedelta(days=_FROM_TODAY[word])
            continue
        ahead = (_WEEKDAYS.index(word) - published.weekday()) % _WEEK
        yield published + timedelta(days=ahead)
        yield published + timedelta(days=ahead - _WEEK)
