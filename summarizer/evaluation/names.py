"""Decides whether a name in a report is the name in the gold: spelling may differ, but the name must be complete.

The evaluation has its own comparison on purpose: if it used the product's, it would not notice that one's errors.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’ʼ]s\b|(?<=s)['’](?!\w)")
_APOSTROPHE = re.compile(r"['’ʼ‘`]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "another", "some"})
_PREPOSITIONS = frozenset({"for", "of", "to", "by", "with", "at", "from", "on", "about", "in"})
_LONGEST_TITLE = 5  # words
_MOST_LETTERS = 0.7  # share of the letters of two words that match in order
_VOWELS = re.compile(r"[aeiou]+")
_DOUBLED = re.compile(r"(.)\1+")
_AFTER_NAME = re.compile(r"\s*[,(;:–—-]|\s+(?:of|at|from|who|in)\b", re.IGNORECASE)


def is_gold_name(name: str, gold_name: str, *, part_suffices: bool = False) -> bool:
    """Whether a report's `name` is `gold_name`, perhaps with a title before it or an apposition behind it.

    A part of the gold name is not enough, except with `part_suffices`, which is meant for sources without a proper
    name: "two officials" for "two officials briefed on the investigation".
    """
    words, gold_words = _words(name), _words(gold_name)
    if not words or not gold_words:
        return False
    if _equal(words, gold_words) or _ends_with(words, gold_words) or _before_apposition(name, gold_words):
        return True
    return part_suffices and _is_part(words, gold_words)


def _words(name: str) -> list[str]:
    bare = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    bare = _APOSTROPHE.sub("", _POSSESSIVE.sub("", bare))
    return [word for word in _WORD.findall(bare) if word not in _DETERMINERS]


def _equal(words: list[str], gold_words: list[str]) -> bool:
    return len(words) == len(gold_words) and all(map(_is_same_word, words, gold_words))


def _is_same_word(word: str, gold_word: str) -> bool:
    """The same word, or two transliterations of one: the same consonants, and most letters ("Rasul", "Rasool")."""
    if word == gold_word:
        return True
    if min(len(word), len(gold_word)) < 4 or word.isdigit() or gold_word.isdigit():
        return False
    if _consonants(word) != _consonants(gold_word):
        return False
    return SequenceMatcher(None, word, gold_word, autojunk=False).ratio() >= _MOST_LETTERS


def _consonants(word: str) -> str:
    """The word without doubled letters and without vowels, except at its beginning."""
    return _DOUBLED.sub(r"\1", word[0] + _VOWELS.sub("", word[1:]))


def _ends_with(words: list[str], gold_words: list[str]) -> bool:
    """ "Army spokesman X" is X; neither "spokesman for X" nor "a statement sent to spokesman X" is."""
    title = words[: -len(gold_words)]
    if not 0 < len(title) <= _LONGEST_TITLE or not _PREPOSITIONS.isdisjoint(title):
        return False
    return _equal(words[len(title) :], gold_words)


def _before_apposition(name: str, gold_words: list[str]) -> bool:
    """ "John Kirby, Pentagon spokesman" is John Kirby; "Halvora police chief" is not Halvora."""
    heads = (name[: word.end()] for word in _WORD.finditer(name) if _AFTER_NAME.match(name, word.end()))
    return any(_equal(head, gold_words) or _ends_with(head, gold_words) for head in map(_words, heads))


def _is_part(words: list[str], gold_words: list[str]) -> bool:
    content = [word for word in words if len(word) > 2 and word not in _PREPOSITIONS]
    return bool(content) and all(any(_is_same_word(word, gold_word) for gold_word in gold_words) for word in content)
