"""Finds two years for what happens to a thing once: "her term ends in 2018", "the term officially ends in 2019"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.opposition import Opposition
from summarizer.comparison.terms import is_time, terms_of
from summarizer.text.overlap import STOP_WORDS, stem
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.topics import Events

_MOST = 8  # passages of one event that tell the year of one thing, of which each is compared with each
_LEAST = 3  # letters of a noun
_ONCE = "|".join(sorted(word_set("comparison.once.words"))).replace(" ", r"\s")
_IN_YEAR = re.compile(r"\sin\s(?:1[5-9]|20)\d\d\b")  # most texts have none
_DATED = re.compile(
    r"\b(?P<thing>[\w’-]+)(?:\s(?:as|of)\s(?:an?\s|the\s)?[\w’-]+)?(?:,\s(?:which|who)|,)?"
    r"\s(?:(?:will|would|was|were|is|had|has|been|to|be|\w+ly)\s)*"
    rf"(?P<what>{_ONCE})\sin\s(?P<year>(?:1[5-9]|20)\d\d)\b"
)
# Of a person, whom the words before it name: "Poe, a miller who was elected in 2013".
_DONE = "|".join(sorted(word_set("comparison.once.of_persons"))).replace(" ", r"\s")
_OF_PERSONS = re.compile(rf"\b(?P<what>{_DONE})\sin\s(?P<year>(?:1[5-9]|20)\d\d)\b")
_SUBJECT = 90  # characters before it in which the person is named
_AGAIN = re.compile(r"\b(?:first|second|again|new|another|later)\b")


class Dated(NamedTuple):
    """What a text says happened once to a thing, both by a stem, and in which year."""

    thing: str
    what: str
    year: str


def find_other_years(passages: Sequence[Passage], events: Events) -> Iterator[tuple[int, int, Opposition]]:
    """Pairs of places in `passages` of two articles that give two years for what happened once to one thing."""
    told: dict[tuple[str, str, str], list[tuple[int, str]]] = defaultdict(list)
    for at, one in enumerate(passages):
        if one.stance == "denies":
            continue
        for dated in years_told(one.text):
            told[events.groups[one.article], dated.thing, dated.what].append((at, dated.year))
    for _, found in sorted(told.items()):
        # An article with two years tells of two things, or of two persons' terms.
        years: dict[str, set[str]] = defaultdict(set)
        for at, year in found:
            years[passages[at].article].add(year)
        for (first, year), (second, other) in combinations(found, 2):
            here, there = passages[first].article, passages[second].article
            are_single = len(years[here]) == len(years[there]) == 1
            if year != other and len(found) <= _MOST and are_single and events.is_surely_one(here, there):
                yield first, second, Opposition(f"one says {year}, the other {other}")


@lru_cache(maxsize=16384)
def years_told(text: str) -> tuple[Dated, ...]:
    """The years in which a text says that something happened once to a thing."""
    if _IN_YEAR.search(text) is None:
        return ()
    found = []
    for match in _DATED.finditer(text):
        thing = match["thing"].lower()
        if len(thing) >= _LEAST and thing not in STOP_WORDS and _AGAIN.search(match[0]) is None:
            found.append(Dated(stem(thing), stem(match["what"].lower()), match["year"]))
    for match in _OF_PERSONS.finditer(text):
        before = text[max(0, match.start() - _SUBJECT) : match.start()]
        names = [term.key for term in terms_of(before) if term.is_name and not is_time(term.key)]
        if _AGAIN.search(before) is None:
            found += [Dated(name, match["what"], match["year"]) for name in dict.fromkeys(names)]
    return tuple(found)
