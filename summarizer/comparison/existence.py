"""Finds who says that there is none of what another tells: "there is no crisis", "it amounts to a crisis"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

from summarizer.comparison.opposition import Opposition, denies_saying, is_open
from summarizer.comparison.terms import is_time, rarity, terms_of
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.topics import Events

_MOST = 12  # passages of one event that say of one thing whether there is any, of which each is compared with each
_TELLING = 0.3  # the rarity of what there is or is not
_AFTER = r"in|on|at|of|for|to|and|but|that|which|who|with|here|there|now|today|whatsoever"
_THING = rf"(?P<thing>(?:[\w’-]+\s){{0,2}}?[\w’-]+?)(?=[.,;:!?”\"]|\s(?:{_AFTER})\b|$)"
_NONE = re.compile(
    rf"\b(?:[Tt]here|[Ii]t|[Tt]his|[Tt]hat)(?:\s(?:is|was|are|were|has\sbeen|had\sbeen|have\sbeen)|['’]s)\s"
    rf"(?:absolutely\s|simply\s|certainly\s)?(?:no|not\san?)\s(?:such\s(?:thing\sas\san?\s)?)?{_THING}"
)
_SOME = re.compile(
    rf"\b(?:(?:there|it|this|that)(?:\s(?:is|was|has\sbeen|had\sbeen)|['’]s)|amount(?:s|ed)?\sto|constitut(?:es?|ed)"
    rf"|fac(?:e|es|ed|ing)|confront(?:s|ed|ing)?|call(?:s|ed)\s(?:it|this|that))\s(?:now\s|indeed\s|clearly\s)?(?:an?|the|this|real)\s{_THING}",
    re.IGNORECASE,
)
_VAGUE = frozenset(term.key for word in word_set("comparison.vague.things") for term in terms_of(word))


def find_other_existence(passages: Sequence[Passage], events: Events) -> Iterator[tuple[int, int, Opposition]]:
    """Pairs of places in `passages`: one says that there is something of which the other says that there is none."""
    told: dict[tuple[str, str], list[tuple[int, bool]]] = defaultdict(list)
    for at, one in enumerate(passages):
        if one.stance not in ("asserts", "confirms", "denies") or one.is_title or denies_saying(one.text):
            continue
        for thing, is_there in things_told(one.text):
            told[events.groups[one.article], thing].append((at, is_there != (one.stance == "denies")))
    for (_, thing), found in sorted(told.items()):
        if len(found) > _MOST:
            continue
        for (first, is_there), (second, is_other) in combinations(found, 2):
            here, there = passages[first], passages[second]
            are_apart = is_there != is_other and here.speaker != there.speaker
            if are_apart and events.is_surely_one(here.article, there.article):
                yield first, second, Opposition("one says that there is none of what the other tells", thing, thing)


@lru_cache(maxsize=16384)
def things_told(text: str) -> tuple[tuple[str, bool], ...]:
    """The things of which a text says whether there are any, by the term of each."""
    found: dict[str, set[bool]] = defaultdict(set)
    for pattern, is_there in ((_NONE, False), (_SOME, True)):
        for match in pattern.finditer(text):
            terms = terms_of(match["thing"])
            key = terms[-1].key if terms else ""
            sentence = text[max(text.rfind(mark, 0, match.start()) for mark in ".?!") + 1 : match.end()]
            if key and rarity(key) >= _TELLING and key not in _VAGUE and not is_time(key) and not is_open(sentence):
                found[key].add(is_there)
    return tuple((key, sides.pop()) for key, sides in found.items() if len(sides) == 1)
