"""Finds the sentences of an article that a line of its summary rests on, in whatever words the line is put."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.meanings import meaning
from summarizer.grounding.checks.synonyms import groups_of
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.overlap import content_words, stem
from summarizer.text.words import wordings

if TYPE_CHECKING:
    from collections.abc import Collection

    from summarizer.contract.article import Article
    from summarizer.grounding.checks.alignment import Word

MOST_SENTENCES = 5  # a line that sums up more than these is a paragraph
_ENOUGH = 0.9  # of a line's weight: the rest are words of its writer
_LEAST_GAIN = 0.1  # of a line's weight that a further sentence must add
_NAMED = 2.0  # how much more it counts that a model names a sentence, or a cited claim stands in it
_COMMON = 5  # letters in which "Iran" and "Iranian", "resign" and "resignation" are one
_FEWEST_WORDS = 4  # of a clause that is looked at by itself
_LONG = 160  # code points; in a shorter sentence a quotation has hardly two
_WITHIN = re.compile(r"(?<=[a-z]{2}[.?!])[”\"’]?\s+(?=[“\"‘(]?[A-Z])")
_PARTING = wordings("lines.parting")


class _Index(NamedTuple):
    """The roots of each sentence, and the sentences of each root."""

    roots: tuple[frozenset[str], ...]
    places: dict[str, list[int]]


@ReadOnce
def _indexed(article: Article) -> _Index:
    roots = tuple(roots_of(article.text[one.start : one.end]) for one in sentences_of(article))
    places: dict[str, list[int]] = {}
    for index, held in enumerate(roots):
        for root in held:
            places.setdefault(root, []).append(index)
    return _Index(roots, places)


def roots_of(text: str) -> frozenset[str]:
    """The roots of a text's content words."""
    return frozenset().union(*map(_roots_in, text.split()))


# No word holds a blank, and most of what stands between two stands in earlier sentences too. To read each anew takes 4%
# of the whole path (benchmarks/extractive.py).
@lru_cache(maxsize=8192)
def _roots_in(chunk: str) -> frozenset[str]:
    return frozenset(map(root_of, content_words(chunk)))


@lru_cache(maxsize=8192)
def root_of(word: str) -> str:
    """What the forms of a word share: "denies", "denied" and "denial" are one."""
    word = word.lower()
    if word.endswith(("ies", "ied", "y")):
        word = word[: -1 if word[-1] == "y" else -3] + "i"
    return stem(word)[:_COMMON]


def split_clauses(text: str) -> list[str]:
    """The parts of a line that say something each: what stands before and after a semicolon, "but", "while"."""
    clauses: list[str] = []
    for part in _PARTING.split(text):
        if clauses and min(len(part.split()), len(clauses[-1].split())) < _FEWEST_WORDS:
            clauses[-1] += f", {part}"
        else:
            clauses.append(part)
    return clauses


def find_support(article: Article, text: str, named: Collection[int] = ()) -> tuple[int, ...]:
    """The indices of the sentences that together hold most of a text's content, in the article's order.

    `named` are indices that the text's writer gave, or in which the claims stand that it cites: they are preferred.
    Empty when no sentence shares a word with the text.
    """
    index = _indexed(article)
    left = {root: weight for root, weight in _weigh(index, text).items() if root in index.places}
    total = sum(left.values())
    chosen: list[int] = []
    while left and len(chosen) < MOST_SENTENCES and sum(left.values()) > (1 - _ENOUGH) * total:
        gains: dict[int, float] = {}
        for root, weight in left.items():
            for place in index.places[root]:
                gains[place] = gains.get(place, 0.0) + (weight * _NAMED if place in named else weight)
        best = min(gains, key=lambda place: (-gains[place], place))
        if gains[best] < _LEAST_GAIN * total:
            break
        chosen.append(best)
        left = {root: weight for root, weight in left.items() if root not in index.roots[best]}
    return tuple(sorted(chosen))


def _weigh(index: _Index, text: str) -> dict[str, float]:
    """What each root of a text counts for: names and numbers twice, what the whole article repeats little."""
    weights = {}
    for word in content_words(text):
        root = root_of(word)
        weights[root] = (2.0 if word[0].isupper() or word[0].isdigit() else 1.0) * _rarity(index, root)
    return weights


def _rarity(index: _Index, root: str) -> float:
    return 1 / (1 + math.log(max(1, len(index.places.get(root, ())))))


def held_share(article: Article, text: str) -> float:
    """How much of a text's content any sentence of the article holds, from 0 to 1."""
    index, words = _indexed(article), content_words(text)
    held = [word for word in words if root_of(word) in index.places or _is_alike(article, word)]
    return len(held) / len(words) if words else 0.0


def _is_alike(article: Article, word: str) -> bool:
    """Whether an article has a word that may stand for one."""
    groups, key = _groups(article), meaning(word)
    return not groups.isdisjoint(groups_of(key))


@ReadOnce
def _groups(article: Article) -> frozenset[int]:
    """The lists of words alike in which any word of an article stands."""
    return frozenset().union(*(groups_of(meaning(word)) for word in set(content_words(article.text))))


def shares(article: Article, roots: Collection[str]) -> list[float]:
    """How much of some roots each sentence of an article holds, from 0 to 1; what is repeated counts little."""
    index = _indexed(article)
    found = [0.0] * len(index.roots)
    weights = {root: _rarity(index, root) for root in roots}
    for root, weight in weights.items():
        for place in index.places.get(root, ()):
            found[place] += weight
    total = sum(weights.values())
    return [one / total for one in found] if total else found


def alike(article: Article, roots: Collection[str], held: Collection[str]) -> float:
    """How much of some roots others hold, from 0 to 1; what the article repeats counts little."""
    index = _indexed(article)
    weights = {root: _rarity(index, root) for root in roots}
    return sum([weight for root, weight in weights.items() if root in held]) / sum(weights.values())


@ReadOnce
def _told(article: Article) -> tuple[tuple[str, ...], ...]:
    texts = (sentence_text(article, index) for index in range(len(sentences_of(article))))
    return tuple(tuple(_WITHIN.split(text)) if len(text) > _LONG else (text,) for text in texts)


def told_within(article: Article, index: int) -> tuple[str, ...]:
    """What a sentence says, one sentence each: a quotation of a paragraph is one sentence and tells many things."""
    return _told(article)[index]


@ReadOnce
def sentence_words(article: Article) -> tuple[tuple[Word, ...], ...]:
    """The words, numbers and marks of each sentence of an article."""
    return tuple(read_words_of(article.text[one.start : one.end]) for one in sentences_of(article))


def sentence_text(article: Article, index: int) -> str:
    """The words of the sentence at an index."""
    one = sentences_of(article)[index]
    return article.text[one.start : one.end]
