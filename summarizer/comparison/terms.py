"""The content of a passage as terms: stems, of which those of one meaning are one, and how much each says."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.sources.naming import loosen
from summarizer.grounding.checks.meanings import side_of
from summarizer.text.overlap import content_words, stem
from summarizer.text.words import read_words, split_entries, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SAYING = frozenset(map(stem, word_set("words.claims.saying", "words.overlap.attributing")))
_OWN_NAMES = word_set("comparison.times.words", "comparison.names.parties")
_OF_TIMES = 0.3  # "on Tuesday" stands in most sentences of a Tuesday's news
_HALF_DAY = re.compile(r"(?<=\d)\s?[ap]\.?m\b", re.IGNORECASE)  # "at 5 p.m." has no word in common with "at 7 p.m."
_MARK = "qx"  # at the end of a key that is no stem: no English word ends so, and no suffix
_YEAR = re.compile("(?:19|20)[0-9]{2}")  # other numbers are compared as figures


class Term(NamedTuple):
    """A content word as it is compared, and whether it is written as a name."""

    key: str
    is_name: bool


@cache
def _commonness() -> dict[str, float]:
    return {word: float(share) for share, words in read_words("frequency")["bands"].items() for word in words.split()}


@cache
def _alike() -> tuple[dict[str, str], dict[str, str], re.Pattern[str]]:
    """The first stem of the set of each stem, the word for each phrase, and a pattern for any phrase."""
    stems: dict[str, str] = {}
    phrases: dict[str, str] = {}
    alike = read_words("comparison")["alike"]
    wider = frozenset(split_entries(alike["wider"]))
    for entry in split_entries(f"{alike['sets']} {alike['wider']}"):
        words = entry.split("/")
        first = stem(words[0])
        key = first if entry not in wider else side_of(first) or first
        for word in words:
            if " " in word or "-" in word:
                phrases[word] = words[0]
            else:
                stems.setdefault(stem(word), key)
    return stems, phrases, re.compile(rf"\b{_any_of(sorted(phrases))}\b")


def _any_of(phrases: Sequence[str]) -> str:
    """A pattern for any of some sorted phrases, the longest first; what begins alike is tried once."""
    if len(phrases) == 1:
        return re.escape(phrases[0])
    by_first: dict[str, list[str]] = {}
    for phrase in phrases:
        by_first.setdefault(phrase[:1], []).append(phrase[1:])
    rest = [re.escape(first) + _any_of(tails) for first, tails in by_first.items() if first]
    return f"(?:{'|'.join(rest)}){'?' if '' in by_first else ''}"


@lru_cache(maxsize=2048)  # a sentence is asked for again as a passage
def terms_of(text: str) -> tuple[Term, ...]:
    """The terms of a text, in order."""
    words = content_words(in_one_word(_HALF_DAY.sub(" ", text)))
    return tuple([_term(word) for word in words if not word[0].isdecimal() or _YEAR.fullmatch(word)])


def in_one_word(text: str) -> str:
    """A text with the word that means the same for each phrase that has one: "step down" is "resign"."""
    _, phrases, pattern = _alike()
    return pattern.sub(lambda found: phrases[found[0]], text)


@cache
def _by_word() -> tuple[dict[str, str], re.Pattern[str]]:
    """The key of each word that is compared as it is written, and a pattern for any of them."""
    found = {
        word: f"{entry.split('/')[0]}{_MARK}"
        for entry in split_entries(read_words("comparison")["alike"]["by_word"])
        for word in entry.split("/")
    }
    return found, re.compile(rf"\b(?:{'|'.join(found)})\b")


def with_keys(text: str) -> str:
    """A text with the keys of the words that are compared as they are written, in their places."""
    keys, pattern = _by_word()
    return pattern.sub(lambda found: keys[found[0]], text)


@lru_cache(maxsize=65536)
def _term(word: str) -> Term:
    is_name = word[0].isupper()
    if key := _by_word()[0].get(word.lower()):
        return Term(key, is_name)
    if is_name and word.lower() in _OWN_NAMES:
        return Term(stem(word.lower()), is_name)  # "in March" tells of no protest, "a Democratic senator" of no freedom
    low = stem(word.lower())
    return Term(meaning_of(low), is_name)


def meaning_of(low: str) -> str:
    """The key of a stem: its own, or that of the words that mean the same."""
    if low.endswith(_MARK):
        return low
    alike = _alike()[0].get(low)
    if alike is not None:
        return alike
    side = side_of(low)
    if side is not None:
        return side
    return low if low in _commonness() else loosen(low)  # a rare word may be a name, and names have many spellings


@cache
def _times() -> frozenset[str]:
    return frozenset(term.key for word in word_set("comparison.times.words") for term in terms_of(word.title()))


def is_time(key: str) -> bool:
    """Whether a term is a day of the week or a month."""
    return key in _times()


@lru_cache(maxsize=65536)
def rarity(key: str) -> float:
    """How rare a term is, 0 to 1; a set of words is as common as the most common of them."""
    if is_time(key):
        return _OF_TIMES
    if key.endswith(_MARK):
        return _commonness().get(stem(key.removesuffix(_MARK)), 1.0)
    share: float = _commonness_of_terms().get(key, 1.0)
    return share / 2 if key in _SAYING else share


@cache
def _commonness_of_terms() -> dict[str, float]:
    found: dict[str, float] = {}
    for word, share in _commonness().items():
        key = meaning_of(word)
        found[key] = min(share, found.get(key, 1.0))
    return found


class Weights:
    """How much a term says in one article: rare words of English that few of its sentences have say most, 0 to 1.

    `topic` are the terms of its first sentence, mostly its title, which name what all of it is about.
    """

    def __init__(self, sentences: Iterable[Sequence[Term]]) -> None:
        counted: Counter[str] = Counter()
        number = 0
        self.topic: frozenset[str] = frozenset()
        for sentence in sentences:
            number += 1
            self.topic = self.topic or frozenset(term.key for term in sentence)
            counted.update({term.key for term in sentence})
        whole = log(number + 1) or 1.0
        self._local: dict[str, float] = {
            key: (log((number + 1) / count) / whole) ** 1.5 for key, count in counted.items()
        }

    def get(self, key: str) -> float:
        """The weight of a term, 1 for one that the article does not have."""
        return self._local.get(key, 1.0)


def weigh(keys: Iterable[str], one: Weights, two: Weights) -> Mapping[str, float]:
    """The weight of each term between two articles."""
    return {key: rarity(key) * (one.get(key) + two.get(key)) / 2 for key in keys}
