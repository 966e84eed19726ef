"""Finds who says in a few words that what others tell of him is not so: "There was no inquiry of any kind"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.negations import light_words, polarity
from summarizer.comparison.opposition import Opposition, is_plainly_negating, may_oppose
from summarizer.comparison.terms import is_time, rarity, terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.sources import SourceBook
    from summarizer.comparison.topics import Events

_MOST = 40  # passages of one event with one word, beyond which the word is what all of it is about
_SHORT = 4  # telling terms of a disclaimer
_TELLING, _RARE = 0.2, 0.35  # the rarity of a word that says something, and of one that is disclaimed
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s(?:\w+ly\s)?(\w+)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NO_NAMES = frozenset(term.key for term in terms_of("The A An He She They It I We Mr Mrs Ms Dr"))


class Disclaimer(NamedTuple):
    """What a passage says in few words not to be so: all its telling terms, those negated first, and who says it."""

    told: frozenset[str]
    heads: frozenset[str]
    own: frozenset[str]


def find_disclaimers(
    passages: Sequence[Passage], book: SourceBook, events: Events
) -> Iterator[tuple[int, int, Opposition]]:
    """Pairs of places in `passages`: what somebody says not to be so, and who tells just that of him."""
    found = {at: read for at, one in enumerate(passages) if (read := _disclaimer(one)) is not None}
    wanted = {key for one in found.values() for key in one.heads}
    telling: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(passages):
        for key in {term.key for term in one.terms} & wanted:
            telling[events.groups[one.article], key].append(at)
    for at, read in found.items():
        here = passages[at]
        for key in sorted(read.heads):
            places = telling[events.groups[here.article], key]
            for other in places if len(places) <= _MOST else ():
                there = passages[other]
                if other == at or book.number_of(there) == book.number_of(here) or not _is_of_him(there, read, key):
                    continue
                if events.is_surely_one(here.article, there.article) and may_oppose(here, there):
                    yield min(at, other), max(at, other), Opposition("one affirms what the other denies", key, key)


def _disclaimer(one: Passage) -> Disclaimer | None:
    """What a passage says not to be so, None where it says more or nothing of the kind."""
    if not one.claim or not one.speaker or not is_plainly_negating(one):
        return None
    own = frozenset(
        term.key for term in terms_of(f"{one.speaker} {one.role} {' '.join(one.forms)}") if rarity(term.key) >= _TELLING
    )
    read = polarity(one.text, denied=one.stance == "denies")
    told = {key for key in read.negated if rarity(key) >= _TELLING and not is_time(key)} - own - light_words()
    if not 0 < len(told) <= _SHORT or any(rarity(key) >= _TELLING for key in read.affirmed - own):
        return None
    heads = {key for key in read.heads & told if rarity(key) >= _RARE}
    return Disclaimer(frozenset(told), frozenset(heads), own - _NO_NAMES) if heads else None


def _is_of_him(other: Passage, read: Disclaimer, key: str) -> bool:
    """Whether a passage tells of who disclaims it, by name, all that he says not to be so."""
    names = {term.key for term in other.terms if term.is_name}
    if names.isdisjoint(read.own) or other.stance == "denies" or _YEAR.search(other.text):
        return False
    if any(term.key in read.told for done in _PASSIVE.finditer(other.text) for term in terms_of(done[1])):
        return False  # who has not sent it does not say that nobody has
    if any(term.key == key for one in other.figures for term in terms_of(one.unit or "")):
        return False  # "he lacks the votes" and "by four votes to three"
    affirmed = polarity(other.text, denied=False).affirmed
    return key in affirmed and read.told <= affirmed
