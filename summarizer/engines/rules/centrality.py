"""How much each sentence of an article tells of what the article is about.

Centrality follows Luhn (1958, "The automatic creation of literature abstracts"): a sentence counts for as much as the
words in it that the article repeats, over the square root of its length. The lead is preferred because news is
written so: Nenkova (2005) found no system of DUC 2002 significantly ahead of the first sentences.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

# Three letters or more, or a number. Plain letters come first: a class of them takes less time than one of all letters.
_WORD = re.compile(r"[a-z]{3,}+(?![^\W\d_])|\w(?:(?<![\d_])[^\W\d_]{2,}|(?<=\d)(?:[\d,.]*\d)?)")
_STOP_WORDS = word_set("drafts.summary.stop_words")
_FALL = 0.35  # by how much the lead is preferred: the fourth sentence counts for half of the first
_ROOT = 5  # letters
SAME, _SAME_BESIDE_FIGURE = 0.5, 0.4  # of the words of one sentence in another, and where a large figure is one of them
_FIGURE = re.compile(r"(?!(?:19|20)\d\d$)\d{3,}|\d+[.,]\d[\d.,]*")  # no year
_CENTRAL, _TITLED = 0.6, 0.7  # beside the place: how central it is, and how much of the title it has


class Weighed(NamedTuple):
    """A sentence by its place among the body's sentences, its content words, and how much it tells."""

    place: int
    words: frozenset[str]
    weight: float

    @property
    def placed(self) -> float:
        """What its place counts for."""
        return placed(self.place)


def placed(place: int) -> float:
    """What a place among the body's sentences counts for."""
    return 1 / (1 + _FALL * place)


def words_of(text: str) -> list[str]:
    """The content words of a text, lower-cased, plural and possessive endings taken off."""
    return _stems(_WORD.findall(text.lower()))


# Most of what stands between two blanks stands in earlier sentences too: to read each anew takes 5% of the whole path
# (benchmarks/extractive.py).
@lru_cache(maxsize=16384)
def content_of(chunk: str) -> tuple[str, ...]:
    """The content words of what stands between two blanks, in lower case."""
    return tuple(_stems(_WORD.findall(chunk)))


def _stems(words: Iterable[str]) -> list[str]:
    # Neither `stem` of text/overlap.py nor `singular` of the sources: both join more words, and summaries would change.
    return [
        word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word
        for word in words
        if word not in _STOP_WORDS
    ]


def says_again(words: frozenset[str], other: frozenset[str], same: float = SAME) -> bool:
    """Whether of two sentences one says most of what the other says, by their content words; `same` is how much.

    Fewer are enough where a large figure is one of them: what is counted is the same.
    """
    shared = words & other
    same = min(same, _SAME_BESIDE_FIGURE) if any(map(_FIGURE.fullmatch, shared)) else same
    return len(shared) > same * min(len(words), len(other))


def root_of(word: str) -> str:
    """The letters that words of one family have in common: "projected" and "projection"."""
    return word[:_ROOT]


class Topic:
    """What an article is about: the words of a text that tells it, and those that several of its sentences have."""

    def __init__(self, text: str, sentences: Sequence[Weighed]) -> None:
        self._told = frozenset(map(root_of, words_of(text)))
        self._sentences = sentences

    @cached_property
    def _repeated(self) -> frozenset[str]:
        counts = Counter(chain.from_iterable({word[:_ROOT] for word in one.words} for one in self._sentences))
        return frozenset(root for root, count in counts.items() if count > 1)

    def holds_any(self, words: Iterable[str]) -> bool:
        """Whether it holds one of some content words, by their roots; repeats are counted only where it is asked."""
        roots = frozenset(map(root_of, words))
        return not self._told.isdisjoint(roots) or not self._repeated.isdisjoint(roots)


def weigh_sentences(texts: Sequence[str], title: Collection[str]) -> list[Weighed]:
    """Weigh the sentences of a body, in order; `title` are the content words of its title."""
    lists = [words_of(text) for text in texts]
    sets = list(map(frozenset, lists))
    frequency = Counter(chain.from_iterable(sets))
    central = [
        (sum(map(frequency.__getitem__, distinct)) - len(distinct)) / math.sqrt(len(words) + 4)
        for words, distinct in zip(lists, sets, strict=True)
    ]
    most = max(central, default=0.0) or 1.0
    named = frozenset(title)
    return [
        Weighed(
            place,
            distinct,
            placed(place)
            + _CENTRAL * central[place] / most
            + (_TITLED * len(distinct & named) / len(named) if named else 0.0),
        )
        for place, distinct in enumerate(sets)
    ]
