"""Whether a name in a report is the name in the gold, tolerant of spelling but not of a name cut short.

The evaluation has its own comparison on purpose: one that shared the product's would not notice its faults.
"""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.fuzz import ratio

_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’ʼ]s\b|(?<=s)['’](?!\w)")
_APOSTROPHE = re.compile(r"['’ʼ‘`]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "another", "some"})
_BELONGING = frozenset({"for", "of", "to", "by", "with", "at", "from", "on", "about", "in"})
_LONGEST_TITLE = 5  # words before a name that may still be its title
_VOWELS = re.compile(r"[aeiou]+")
_DOUBLED = re.compile(r"(.)\1+")
_AFTER_NAME = re.compile(r"\s*[,(;:–—-]|\s+(?:of|at|from|who|in)\b", re.IGNORECASE)


def same_name(name: str, wanted: str, *, loose: bool = False) -> bool:
    """Whether `name` is `wanted`, with words before it ("army spokesman X") or after a comma, but not a part of it.

    With `loose`, for sources without a proper name, a part will do as well: "two officials" for "two officials briefed
    on the investigation".
    """
    words, target = _words(name), _words(wanted)
    if not words or not target:
        return False
    if _equal(words, target) or _ends_with(words, target) or _before_apposition(name, target):
        return True
    return loose and _is_part(words, target)


def _words(name: str) -> list[str]:
    bare = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    bare = _APOSTROPHE.sub("", _POSSESSIVE.sub("", bare))
    return [word for word in _WORD.findall(bare) if word not in _ARTICLES]


def _equal(words: list[str], target: list[str]) -> bool:
    return len(words) == len(target) and all(map(_alike, words, target))


def _alike(one: str, other: str) -> bool:
    """One word, or one in two transliterations: the same consonants, and most letters ("Rasul", "Rasool")."""
    if one == other:
        return True
    if min(len(one), len(other)) < 4 or one.isdigit() or other.isdigit():
        return False
    return _skeleton(one) == _skeleton(other) and ratio(one, other) >= 70


def _skeleton(word: str) -> str:
    return _DOUBLED.sub(r"\1", word[0] + _VOWELS.sub("", word[1:]))


def _ends_with(words: list[str], target: list[str]) -> bool:
    """ "Army spokesman X" is X; neither "spokesman for X" nor "a statement sent to spokesman X" is."""
    title = words[: -len(target)]
    return 0 < len(title) <= _LONGEST_TITLE and _BELONGING.isdisjoint(title) and _equal(words[len(title) :], target)


def _before_apposition(name: str, target: list[str]) -> bool:
    """ "John Kirby, Pentagon spokesman" is John Kirby; "Halvora police chief" is not Halvora."""
    heads = (name[: word.end()] for word in _WORD.finditer(name) if _AFTER_NAME.match(name, word.end()))
    return any(_equal(head, target) or _ends_with(head, target) for head in map(_words, heads))


def _is_part(words: list[str], target: list[str]) -> bool:
    telling = [word for word in words if len(word) > 2 and word not in _BELONGING]
    return bool(telling) and all(any(_alike(word, other) for other in target) for word in telling)
