"""A word that a text may not add of its own: "stole" for what was borrowed, "falsely" for what somebody said.

Who puts an article in his own words calls many things otherwise, but not these without cause: they tell of an act, an
end or a fault, or judge one. english/loaded.toml holds them.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.checks.meanings import KnownWords, meaning
from summarizer.text.words import read_words, split_entries, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.grounding.checks.alignment import Alignment, Word

_ADVERBS = word_set("loaded.adverbs")
_ROOT = 4  # letters that two words of one root begin with


class _Group(NamedTuple):
    """What stands for one act or end: the keys of all words that tell of it, and the phrases that do."""

    words: frozenset[str]
    phrases: tuple[str, ...]


@cache
def _groups() -> dict[str, tuple[_Group, ...]]:
    """The groups of every loaded word, by the word's key."""
    found: dict[str, tuple[_Group, ...]] = {}
    for entry in read_words("loaded")["words"]:
        loaded, _, others = entry.partition("|")
        entries = split_entries(f"{loaded} {others}")
        phrases = tuple(one for one in entries if " " in one)
        group = _Group(frozenset(meaning(one) for one in entries if " " not in one), phrases)
        for word in split_entries(loaded):
            found[meaning(word)] = (*found.get(meaning(word), ()), group)
    return found


def find_loaded(alignment: Alignment, near: str, elsewhere: str = "") -> Iterator[str]:
    """Every loaded word of a text for which nothing stands in `near`, all words on which the text may draw.

    A word that stands `elsewhere` itself is no addition either.
    """
    asked = [word for at, word in enumerate(alignment.said) if alignment.links[at] is None and _is_loaded(word)]
    if not asked:
        return
    words = (meaning(word.strip('.,;:!?“”"()’')) for part in near.split() for word in (part, *part.split("-")))
    known = KnownWords(words, _ROOT)
    for word in asked:
        if known.tell(word.key) or re.search(rf"(?<!\w){re.escape(word.key)}", elsewhere):
            continue
        if elsewhere and any(_is_told(group, _keys_of(elsewhere), elsewhere) for group in _groups().get(word.key, ())):
            continue
        if not any(_is_told(group, known.keys, near) for group in _groups().get(word.key, ())):
            yield word.text


@lru_cache(maxsize=8)
def _keys_of(text: str) -> frozenset[str]:
    return frozenset(meaning(word.strip('.,;:!?“”"()’')) for word in text.split())


def _is_told(group: _Group, known: frozenset[str], near: str) -> bool:
    return not known.isdisjoint(group.words) or any(phrase in near for phrase in group.phrases)


def _is_loaded(word: Word) -> bool:
    return word.kind == "word" and (word.key in _groups() or word.lower in _ADVERBS)
