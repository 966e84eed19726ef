"""Which words mean the same, and which exclude one another; english/opposites.toml holds them."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from summarizer.text.overlap import stem, without_possessive
from summarizer.text.words import read_words, split_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

Side = tuple[int, int]  # the number of a field, and that of a side in it

_ALIASES = split_forms(read_words("checks")["names"]["aliases"])


@lru_cache(maxsize=4096)
def word_key(word: str) -> str:
    """A word of a name as it is compared: no case, accents, apostrophes, dots or possessive."""
    folded = unicodedata.normalize("NFKD", without_possessive(word))
    key = "".join(char for char in folded if char.isalnum()).casefold()
    return _ALIASES.get(key, key)


@lru_cache(maxsize=8192)
def meaning(word: str) -> str:
    """The key by which a word is compared with others: its stem."""
    return stem(word_key(word))


@cache
def _sides() -> dict[str, frozenset[Side]]:
    """For each stem, the sides of all fields in which it stands."""
    found: dict[str, set[Side]] = {}
    fields = (field for fields in read_words("opposites").values() for field in fields)
    for number, field in enumerate(fields):
        for side, words in enumerate(field.split("|")):
            for word in words.split():
                found.setdefault(meaning(word), set()).add((number, side))
    return {word: frozenset(sides) for word, sides in found.items()}


def is_measure(key: str) -> bool:
    """Whether a word is a measure of time, length, money or the like."""
    return any(number in _measures() for number, _ in sides_of(key))


@cache
def _measures() -> frozenset[int]:
    first = 0
    for name, fields in read_words("opposites").items():
        if name == "units":
            return frozenset(range(first, first + len(fields)))
        first += len(fields)
    return frozenset()


def exclude(one: str, other: str) -> bool:
    """Whether two words, by their keys, stand on different sides of a field, and together on none."""
    sides, others = sides_of(one), sides_of(other)
    return sides.isdisjoint(others) and not {side[0] for side in sides}.isdisjoint(side[0] for side in others)


def sides_of(key: str) -> frozenset[Side]:
    """The sides of the fields of opposites in which a word stands, by its key; empty for most words."""
    return _sides().get(key, frozenset())


class KnownWords:
    """Words by their keys, of which a text may use others of one root or one side.

    Two words are of one root when they begin with the same letters, as many as `root` says.
    """

    def __init__(self, keys: Iterable[str], root: int) -> None:
        self.keys = frozenset(keys)
        self._root = root
        self._roots = {key[:root] for key in self.keys if len(key) >= root}
        self._sides = {side for key in self.keys for side in sides_of(key)}

    def tell(self, key: str) -> bool:
        """Whether one of them tells what a word does."""
        if key[-2:-1] == key[-1:] and key[:-1] in self.keys:  # "vetted" is of "vet"
            return True
        return key in self.keys or key[: self._root] in self._roots or not self._sides.isdisjoint(sides_of(key))


def side_of(key: str) -> str | None:
    """The first word of the side on which a word stands, by its key: a name for all of the side. None off all sides."""
    sides = sides_of(key)
    return _first_words()[min(sides)] if sides else None


@cache
def _first_words() -> dict[Side, str]:
    fields = (field for fields in read_words("opposites").values() for field in fields)
    return {
        (number, side): meaning(words.split()[0])
        for number, field in enumerate(fields)
        for side, words in enumerate(field.split("|"))
    }
