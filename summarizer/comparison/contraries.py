"""Words that exclude one another: "safe" and "dangerous", "locked" and "unlocked"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from summarizer.comparison.negations import is_negated
from summarizer.comparison.terms import in_one_word
from summarizer.text.overlap import stem, stems
from summarizer.text.words import read_words, split_entries, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

# A civilian airport is no civilian: "civilian" tells of a person where no thing follows it.
_OF_THINGS = re.compile(rf"\bcivilian\s(?:{'|'.join(sorted(word_set('comparison.contrary.things')))})\b", re.IGNORECASE)


# A cabin that climbs 900 metres and one that fell into a gorge do not contradict one another, as prices would.
_MOVED = re.compile(
    r"\b(?:fell|falls?|fallen|falling|climb(?:s|ed|ing)?|rose|rises?|risen|drop(?:s|ped)?)\s(?:(?:about|some|the|more|than|[\d.,]+)\s){0,3}"
    r"(?:met(?:re|er)s|feet|yards|into|onto|off|over|down|from|through|out)\b"
)


def contrary(one: str, two: str) -> tuple[str, str] | None:
    """Two words of one passage each that exclude one another; None where a passage has both or negates something."""
    first, second = _stems(one), _stems(two)
    if _excluding(one) <= second and _excluding(two) <= first:
        return None
    if is_negated(f"{one} {two}") or _MOVED.search(one) or _MOVED.search(two):
        return None
    prefixes, contraries = _prefixes(), _contraries()
    for word in sorted(first - second):
        sides = contraries.get(word, set())
        for other in sorted(second - first):
            others = contraries.get(other, set())
            by_prefix = _is_prefixed(min(word, other, key=len), max(other, word, key=len), prefixes)
            fields = {number for number, _ in sides} & {number for number, _ in others}
            if by_prefix or any(
                (number, side) in sides and (number, 1 - side) in others for number in fields for side in (0, 1)
            ):
                return word, other
    return None


@lru_cache(maxsize=65536)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(in_one_word(_OF_THINGS.sub("", text))))


@cache
def _contraries() -> dict[str, set[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for number, field in enumerate(read_words("comparison")["contrary"]["fields"]):
        for side, words in enumerate(field.split("|")):
            for word in split_entries(words):
                found.setdefault(stem(word), set()).add((number, side))
    return found


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(split_entries(read_words("comparison")["contrary"]["prefixes"]))


@lru_cache(maxsize=65536)
def _excluding(text: str) -> frozenset[str]:
    """The stems of a text that may exclude others."""
    prefixes, contraries = _prefixes(), _contraries()
    return frozenset(word for word in _stems(text) if word in contraries or word.startswith(prefixes))


def _is_prefixed(short: str, long: str, prefixes: Sequence[str]) -> bool:
    """Whether the longer of two stems is the other with a negative beginning; its last letter may be lost."""
    rest = next((long.removeprefix(prefix) for prefix in prefixes if long.startswith(prefix)), "")
    return len(rest) >= 3 and abs(len(short) - len(rest)) <= 1 and (short.startswith(rest) or rest.startswith(short))
