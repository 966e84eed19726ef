"""Whether two passages put what they tell at different days, months or years."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.comparison.days import DAYS
from summarizer.text.words import word_set, words_pattern

_MONTHS = frozenset(map(str.title, word_set("comparison.times.words"))) - frozenset(DAYS)
_DAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b")
_MONTH = re.compile(rf"\b(?:in|last|of)\s(?P<month>{'|'.join(sorted(_MONTHS))})\b")
_YEAR = re.compile(r"\b(?:in|until|since)\s(?:the\s\w+\sof\s)?(?P<year>(?:19|20)\d\d)\b")
_NOT_THEN = re.compile(rf"\bnot\s(?:in|on|last)\s(?P<when>{'|'.join((*DAYS, *sorted(_MONTHS)))})\b")
# "Poe said on Monday" is when he said it, "when he came on Monday" when he came; "every Monday" is no date.
_NO_DATE = re.compile(
    rf"(?:\b(?:{'|'.join(word_set('words.claims.saying'))})\b[^.,;]{{0,30}}|"
    r"\b(?:when|while|where|who|which|as|because)\b[^.,;]*|"
    r"\b(?:until|by|next|for|since|every|each|from|before|after|than)\s(?:\w+\s)?)$",
    re.IGNORECASE,
)
_NIGHT = re.compile(r"\b(?:night|late|midnight|overnight)\b")
_EARLY = re.compile(r"\b(?:early|dawn|night|overnight|small\shours|midnight)\b")
_REPEATED = words_pattern("comparison.repeated.words")
_ONCE = words_pattern("comparison.once.words")


def dated_apart(one: str, two: str) -> tuple[str, str] | None:
    """The two dates that two texts give, each only one; None where they can both be right.

    Years tell two things apart only of what happens once: "her term ends in 2018".
    """
    days, others = _days(one), _days(two)
    months, other_months = _months(one), _months(two)
    years, other_years = _years(one), _years(two)
    if not (days or months or years) or not (others or other_months or other_years):
        return None
    if _REPEATED.search(f"{one} {two}".lower()):
        return None
    if len(days) == len(others) == 1:
        if (_NIGHT.search(one) and _EARLY.search(two)) or (_NIGHT.search(two) and _EARLY.search(one)):
            return None  # late on Sunday is nearly early on Monday
        return _different(days[0], others[0])
    if len(days) + len(others) == 1 and len(months) + len(other_months) == 1 and bool(days) != bool(months):
        return (days or months)[0], (others or other_months)[0]  # nobody names the month of a day of this week
    if not days and not others and len(months) == len(other_months) == 1:
        return _different(months[0], other_months[0])
    if len(years) == len(other_years) == 1 and _ONCE.search(one.lower()) and _ONCE.search(two.lower()):
        return _different(years[0], other_years[0])
    return None


def date_denied(one: str, two: str) -> str:
    """The month or the day on which one text says that it was not, and the other that it was; "" for none."""
    for here, there in ((one, two), (two, one)):
        denied = {found["when"] for found in _NOT_THEN.finditer(here)}
        if denied and not _NOT_THEN.search(there) and (both := denied & {*_days(there), *_months(there)}):
            return min(both)
    return ""


def _different(one: str, two: str) -> tuple[str, str] | None:
    return (one, two) if one != two else None


@lru_cache(maxsize=16384)
def _days(text: str) -> tuple[str, ...]:
    found = [one[0] for one in _DAY.finditer(text) if _NO_DATE.search(text[: one.start()]) is None]
    return tuple(dict.fromkeys(found)) if len(found) == len(_DAY.findall(text)) else ()


@lru_cache(maxsize=16384)
def _months(text: str) -> tuple[str, ...]:
    found = [one["month"] for one in _MONTH.finditer(text) if _NO_DATE.search(text[: one.start()]) is None]
    return tuple(dict.fromkeys(found)) if len(found) == len(_MONTH.findall(text)) else ()


@lru_cache(maxsize=16384)
def _years(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one["year"] for one in _YEAR.finditer(text)))
