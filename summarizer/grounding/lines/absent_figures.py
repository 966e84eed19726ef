"""Dates, times and ordinals of a line that the article has nowhere, and "twice" where it has no two of anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks.numbered_words import half_of_day
from summarizer.grounding.lines.support import find_support, sentence_text
from summarizer.text.figures import find_figures
from summarizer.text.numerals import find_numerals
from summarizer.text.words import either

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.article import Article
    from summarizer.text.number_words import Numeral

_FIRST = re.compile(rf"\b(?:{either('lines.figures.first')})\b", re.IGNORECASE)
_TWICE = re.compile(r"\b[Tt]wice\b")
_TWO = re.compile(rf"\b(?:{either('lines.figures.two')})\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:his|her|its|their) $", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def absent_figures(article: Article, clause: str) -> Iterator[str]:
    """The dates, times, ordinals and names with numbers of a clause that the article has nowhere."""
    for numeral in find_numerals(clause):
        words = clause[numeral.start : numeral.end]
        if numeral.kind == "figure" or words in article.text:
            continue
        if half := half_of_day(words):
            own = [text for one in find_numerals(article.text) if _begins_alike(text := _words(article, one), words)]
            if own and all(half_of_day(text) not in (half, "") for text in own):
                yield words
                continue
        if numeral.kind == "ordinal" and _is_known_ordinal(article, clause, numeral):
            continue
        numbers, month = re.findall(r"\d+", words), re.search(r"[A-Za-z]{3,}", words)
        if not numbers and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", article.text, re.IGNORECASE):
            continue
        if numbers and all(re.search(rf"(?<!\d)0?{int(one)}(?!\d)", article.text) for one in numbers):
            if numeral.kind != "date" or month is None:
                continue
            short = month[0][:3]
            if re.search(rf"{numbers[0]}\W+{short}|{short}\w*\.?\W+{numbers[0]}(?!\d)", article.text):
                continue
        yield words


def untold_times(article: Article, clause: str) -> Iterator[str]:
    """ "Twice" of a clause where the article has no two of anything."""
    twice = _TWICE.search(clause)
    if twice is None or _TWICE.search(article.text):
        return
    beside = " ".join(sentence_text(article, index) for index in find_support(article, clause))
    if _TWO.search(article.text) is None or any(one.unit == "times" for one in find_figures(beside)):
        yield twice[0]


@ReadOnce
def _ordinals(article: Article) -> frozenset[float]:
    """What the ordinals of an article count, in words and in digits: "seventh" is "7th"."""
    return frozenset(one.value for one in find_numerals(article.text) if one.kind == "ordinal")


def _is_known_ordinal(article: Article, clause: str, numeral: Numeral) -> bool:
    is_first = numeral.value == 1 and _FIRST.search(article.text) is not None
    noun = WORD.match(clause[numeral.end :].lstrip())
    if noun and re.search(rf"(?i)\b{noun[0]} {numeral.value:g}\b", article.text):
        return True  # "day 2" is the second day
    return is_first or numeral.value in _ordinals(article) or _is_counted(article, clause, numeral)


def _is_counted(article: Article, clause: str, numeral: Numeral) -> bool:
    """Whether an ordinal says which of somebody's it is, and the article how many: "his sixth victory" of six."""
    if _OWN.search(clause[: numeral.start]) is None:
        return False
    core = find_support(article, clause)
    return any(one.value == numeral.value for index in core for one in find_figures(sentence_text(article, index)))


def _words(article: Article, numeral: Numeral) -> str:
    return article.text[numeral.start : numeral.end]


def _begins_alike(one: str, other: str) -> bool:
    return re.findall(r"\d+", one) == re.findall(r"\d+", other)
