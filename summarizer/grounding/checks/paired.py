"""Which figure goes with which name or number in a list: "Moll 384, Rask 300", "3 on short shifts, 5.8 on long ones".

Between two commas, or an "and", stand a figure and what it is the figure of. Two figures that stand with each other's
have changed places; two that stand with their own have not, in whatever order they are told.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from summarizer.grounding.checks.meanings import word_key
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.grounding.checks.alignment import Word

_PARTING = word_set("checks.paired.parting") | frozenset(",;:—–()")
_LONGEST = 24  # words between two commas that are no list


_Partners: TypeAlias = "Mapping[str, frozenset[str]]"


class Pairing(NamedTuple):
    """The figures of a text that stand with their own, and the pairs that stand with each other's, in its words."""

    kept: frozenset[str]
    crossed: tuple[tuple[str, str], ...]


def compare_pairs(said: Sequence[Word], held: Sequence[Word]) -> Pairing:
    """Compare what the figures of a text stand with to what they stand with in its evidence."""
    ours, theirs = _partners(said), _partners(held)
    words = {_value(word): word.text for word in said if word.kind == "number"}
    kept: set[str] = set()
    crossed: list[tuple[str, str]] = []
    for one, other in combinations([key for key in ours if key in theirs and key in words], 2):
        are_kept = _are_kept(ours, theirs, one, other)
        if (change := _change(said, held, one, other)) is not None:
            are_kept = change
        if are_kept:
            kept |= {words[one], words[other]}
        elif are_kept is False:
            crossed.append((words[one], words[other]))
    return Pairing(frozenset(kept).difference(*crossed), tuple(crossed))


def _are_kept(ours: _Partners, theirs: _Partners, one: str, other: str) -> bool | None:
    """Whether each of two figures stands with its own, or with the other's; None where neither can be said."""
    first, second = theirs[one] - theirs[other] - {other}, theirs[other] - theirs[one] - {one}
    straight = len(ours[one] & first) + len(ours[other] & second)
    turned = len(ours[one] & second) + len(ours[other] & first)
    if turned > straight and ours[one] & second and ours[other] & first:
        return False
    if straight > turned and ours[one] & first and ours[other] & second:
        return True
    return None


def _change(said: Sequence[Word], held: Sequence[Word], one: str, other: str) -> bool | None:
    """Whether of two figures the same was there first: "75, down from 660" is "from 660 to 75"; None without "from"."""
    mine, its = ({one, other} & _after_from(words) for words in (said, held))
    return mine == its if len(mine) == len(its) == 1 else None


def _after_from(words: Sequence[Word]) -> set[str]:
    return {
        _value(word)
        for at, word in enumerate(words)
        if word.kind == "number" and any(one.lower == "from" for one in words[max(0, at - 2) : at])
    }


def _partners(words: Sequence[Word]) -> _Partners:
    """For each number that stands once, the other numbers and the names between the same two commas."""
    found: dict[str, frozenset[str]] = {}
    twice: set[str] = set()
    for part in _parts(words):
        keys = [_value(word) for word in part if word.kind == "number"]
        names = {word_key(word.text) for word in part if word.kind == "name"}
        for key in keys:
            if key in found or keys.count(key) > 1:
                twice.add(key)
            found[key] = frozenset({*names, *keys} - {key})
    return {key: partners for key, partners in found.items() if key not in twice} | _respective(words)


def _respective(words: Sequence[Word]) -> dict[str, frozenset[str]]:
    """The two numbers that "respectively" gives to the last two names that "and" joins before them."""
    end = next((at for at, word in enumerate(words) if word.lower == "respectively"), None)
    numbers = [at for at in range(end or 0) if words[at].kind == "number"][-2:]
    if len(numbers) < 2:
        return {}
    joins = [at for at in range(1, numbers[0]) if words[at].lower == "and" and words[at + 1].kind == "name"]
    if not joins or words[joins[-1] - 1].kind != "name":
        return {}
    names = (_run(words, joins[-1], -1), _run(words, joins[-1], 1))
    return {_value(words[at]): name for at, name in zip(numbers, names, strict=True)}


def _run(words: Sequence[Word], at: int, step: int) -> frozenset[str]:
    """The keys of the name right before or behind a place."""
    keys: set[str] = set()
    while 0 <= at + step < len(words) and words[at + step].kind == "name":
        at += step
        keys.add(word_key(words[at].text))
    return frozenset(keys)


def _value(number: Word) -> str:
    """What a number counts, of whatever kind it is: right behind a name it may look like a part of that."""
    return number.key.partition(" ")[2].replace(",", "")


def _without_parties(words: Sequence[Word]) -> list[Word]:
    """The words without those between two commas that say of which party somebody is: "Ana Moll, L-Varn, had 7"."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        if words[at].text == "," and len(words[at + 1 : at + 2]) == 1 == len(words[at + 1].text):
            end = next((one for one in range(at + 2, min(at + 5, len(words))) if words[one].text == ","), None)
            if end is not None and words[at + 1].kind == words[at + 2].kind == "name":
                at = end + 1
                continue
        kept.append(words[at])
        at += 1
    return kept


def _without_asides(words: Sequence[Word]) -> list[Word]:
    """The words without a clause in brackets: "Moll (who has 231 boats) must win 58 percent"."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        end = next((one for one in range(at, min(at + _LONGEST, len(words))) if words[one].text == ")"), None)
        if words[at].text == "(" and end is not None and words[at + 1].lower in ("who", "which"):
            at = end
        else:
            kept.append(words[at])
        at += 1
    return kept


def _parts(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    words = _without_asides(_without_parties(words))
    first = 0
    for at in range(len(words) + 1):
        if at == len(words) or words[at].lower in _PARTING or words[at].text in ".!?":
            if 0 < at - first <= _LONGEST:
                yield words[first:at]
            first = at + 1
