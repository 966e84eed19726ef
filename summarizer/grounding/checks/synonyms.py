"""Which words may stand for one thing; english/synonyms.toml, opposites.toml and the lists of [replaced] hold them."""

from __future__ import annotations

from functools import cache

from summarizer.grounding.checks.meanings import meaning, sides_of
from summarizer.text.words import read_words, split_entries, word_set

_ROOT = 4  # letters that two words of one root begin with
_GENERAL = frozenset(map(meaning, word_set("checks.replaced.general")))


@cache
def _groups() -> dict[str, frozenset[int]]:
    """The numbers of the lists in which a word stands, by its key."""
    lists = [*read_words("checks")["replaced"]["alike"]]
    lists += [entry for entries in read_words("synonyms").values() for entry in entries]
    found: dict[str, set[int]] = {}
    for number, words in enumerate(lists):
        for word in split_entries(words):
            found.setdefault(meaning(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def may_stand_for(one: str, other: str) -> bool:
    """Whether two words, by their keys, may be put for each other."""
    if one[:_ROOT] == other[:_ROOT] or not sides_of(one).isdisjoint(sides_of(other)):
        return True
    if one in _GENERAL or other in _GENERAL:
        return True
    return not groups_of(one).isdisjoint(groups_of(other))


def groups_of(key: str) -> frozenset[int]:
    """The numbers of the lists of words of one meaning in which a word stands, by its key; empty for most words."""
    return _groups().get(key, frozenset())
