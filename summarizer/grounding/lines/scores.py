"""Scores in a line, such as "4-0": neither half of one counts anything by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.contract.article import ReadOnce

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.article import Article

_SCORE = re.compile(
    r"(?<![\w.,:-])(\d{1,3})[-–](\d{1,3})(?![\w:-]|[.,]\d| (?:years?|days?|weeks?|hours?|minutes?|percent))"
)


def is_of_known_score(article: Article, clause: str, at: int) -> bool:
    """Whether a number at a place of a clause is half of a score that the article has."""
    return any(one.start() <= at < one.end() and _words(one) in _scores(article) for one in _SCORE.finditer(clause))


def is_of_score(article: Article, clause: str, number: str) -> bool:
    """Whether a number of a clause is half of a score that the article has."""
    return any(number in one.groups() and _words(one) in _scores(article) for one in _SCORE.finditer(clause))


def wrong_scores(article: Article, clause: str) -> Iterator[str]:
    """Every score of a clause that the article has not, where it has others."""
    known = _scores(article)
    turned = {"-".join(one.split("-")[::-1]) for one in known}
    for found in _SCORE.finditer(clause):
        if known and _words(found) not in known | turned:
            yield found[0]


@ReadOnce
def _scores(article: Article) -> frozenset[str]:
    return frozenset(map(_words, _SCORE.finditer(article.text)))


def _words(score: re.Match[str]) -> str:
    return f"{score[1]}-{score[2]}"
