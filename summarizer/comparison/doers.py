"""Finds two kinds of persons who are said to have done one thing: "fired by the army", "launched by the rebels"."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.figure_likeness import PERSONS
from summarizer.comparison.opposition import Opposition, is_open, is_plainly_negating
from summarizer.comparison.terms import is_time, rarity, terms_of
from summarizer.text.words import read_words, split_entries, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.topics import Events

_MOST = 12  # passages of one event that tell who did something to one thing, of which each is compared with each
_TELLING = 0.2
_NEAR = 5  # words before and after a deed in which its doer and its object stand
_WORD = re.compile(r"[\w’'-]+")
_BY = re.compile(
    r"\b(?P<done>[a-z]{3,}(?:ed|en|wn|ot|uck|ung|ilt|id|ade|ent|ut|it))\s(?:\w+ly\s)?by\s(?P<who>[^,.;:“”\"]{2,50})"
)
_KINDS = {word: kind for kind, words in read_words("comparison")["doers"].items() for word in split_entries(words)}
_DEEDS = frozenset(term.key for word in word_set("comparison.blame.deeds") for term in terms_of(word))
_DEED = "deed"
_QUOTES = " “\"‘'"
# Both sides of a fight fire shots and kill people, and each in truth.
_OFTEN = frozenset(term.key for term in terms_of("shots gunfire fire attack violence fight bullets shells people"))
_OFTEN_DONE = frozenset(
    term.key
    for term in terms_of(
        "killed murdered wounded injured hurt beaten attacked targeted struck hit bombed shot arrested held seen found"
    )
)


class Deed(NamedTuple):
    """What a passage says was done: the deed, of which kind who did it is, and the terms of what it was done to."""

    done: str
    kind: str
    things: frozenset[str]


def find_other_doers(passages: Sequence[Passage], events: Events) -> Iterator[tuple[int, int, Opposition]]:
    """Pairs of places in `passages` that say of one thing that persons of two kinds did it."""
    found: dict[int, list[Deed]] = {}
    together: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(passages):
        if one.stance not in ("asserts", "confirms") or is_open(one.text) or is_plainly_negating(one):
            continue
        found[at] = deeds_told(one.text)
        for deed in found[at]:
            for thing in deed.things:
                together[events.groups[one.article], deed.done, thing].append(at)
    pairs = {
        pair for places in together.values() if len(places) <= _MOST for pair in combinations(dict.fromkeys(places), 2)
    }
    for here, there in sorted(pairs):
        first, second = passages[here], passages[there]
        is_one_teller = first.article == second.article and first.speaker == second.speaker
        if is_one_teller or not events.is_surely_one(first.article, second.article):
            continue
        if any(_are_apart(one, two) for one in found[here] for two in found[there]):
            yield here, there, Opposition("two are said to have done it", question="doer")


def _are_apart(one: Deed, two: Deed) -> bool:
    return one.done == two.done and one.kind != two.kind and not one.things.isdisjoint(two.things)


def deeds_told(text: str) -> list[Deed]:
    """What a text says was done by persons of some kind: "stones were thrown by masked youths", "youths threw them"."""
    start = len(text) - len(text.lstrip(_QUOTES))
    text = text[: start + 1].lower() + text[start + 1 :]  # any word begins a sentence with a capital
    deeds = [deed for found in _BY.finditer(text) if (deed := _passive(text, found))]
    return deeds or _active(text)


def _passive(text: str, found: re.Match[str]) -> Deed | None:
    kind = next((_KINDS[word] for word in _WORD.findall(found["who"].lower()) if word in _KINDS), "")
    things = _things(text[: found.start()])
    return Deed(_deed(found["done"]), kind, things) if kind and things and _is_done_once(found["done"]) else None


def _active(text: str) -> list[Deed]:
    """What persons of a kind did, as the word right after them says."""
    words = _WORD.findall(text)
    return [
        Deed(_deed(words[at + 1]), kind, things)
        for at, word in enumerate(words[:-2])
        if (kind := _KINDS.get(word.lower(), ""))
        and _is_done_once(words[at + 1])
        and (things := _things(" ".join(words[at + 2 : at + 2 + _NEAR])))
    ]


def _is_done_once(word: str) -> bool:
    """Whether of two who are said to have done it to one thing only one did: each side kills, hits and arrests some."""
    return all(term.key not in _OFTEN_DONE for term in terms_of(word))


def _deed(word: str) -> str:
    """The term of a deed; whoever fires, launches or strikes is said to have done the same."""
    key = next((term.key for term in terms_of(word)), word)
    return _DEED if key in _DEEDS else key


def _things(text: str) -> frozenset[str]:
    told = [term for term in terms_of(text) if rarity(term.key) >= _TELLING and not is_time(term.key)]
    return frozenset(term.key for term in told if not term.is_name) - _DEEDS - _OFTEN - PERSONS
