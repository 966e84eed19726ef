"""Finds who calls one thing lawful and who calls it unlawful: "no laws were broken", "it is a felony"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.negations import is_negated
from summarizer.comparison.opposition import Opposition, may_oppose
from summarizer.comparison.terms import is_time, rarity, terms_of
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.topics import Events

_MOST = 24  # passages of one event that call something lawful or not, of which each is compared with each
_TELLING = 0.2
_CLAUSE = 60  # characters before what something is called, in which a negation of it stands
_ACCUSING = frozenset({"accuses", "condemns"})
_REASON = "one calls lawful what the other calls unlawful"
_WOULD_BE = re.compile(r"\bwould\sbe\b")  # who says that it would be unlawful calls it so
_UNLAWFUL, _LAWFUL, _NOT = (wordings(f"comparison.lawful.{key}") for key in ("unlawful", "lawful", "negated"))
_OF_THIS = wordings("comparison.lawful.of_this")
_WORDS = frozenset(term.key for word in word_set("comparison.lawful.words") for term in terms_of(word))


class Judgement(NamedTuple):
    """Whether something is called lawful, and the term by which it is judged."""

    is_lawful: bool
    word: str


def find_lawfulness(passages: Sequence[Passage], events: Events) -> Iterator[tuple[int, int, Opposition]]:
    """Pairs of places in `passages`: one thing that one calls lawful and another unlawful."""
    told: dict[str, list[tuple[int, Judgement]]] = defaultdict(list)
    for at, one in enumerate(passages):
        if judged := _judged(one):
            told[events.groups[one.article]].append((at, judged))
    for found in told.values():
        if len(found) > _MOST:
            continue
        for (at, here), (other, there) in combinations(found, 2):
            one, two = passages[at], passages[other]
            if here.is_lawful != there.is_lawful and one.speaker != two.speaker and _are_of_one_thing(one, two, events):
                yield at, other, Opposition(_REASON, here.word, there.word, question="lawful")


def _judged(one: Passage) -> Judgement | None:
    """What a passage calls something, by its speaker's stance; None where it calls it neither lawful nor unlawful."""
    found = None if one.is_title else _called(one.text)
    if found is None or one.stance != "denies" or is_negated(one.text):
        return found
    return found._replace(is_lawful=not found.is_lawful)


@lru_cache(maxsize=16384)
def _called(text: str) -> Judgement | None:
    """Whether a text calls something lawful, None where it calls it neither or both."""
    found = [
        Judgement(
            is_lawful != (_NOT.search(text, max(0, match.start() - _CLAUSE), match.end()) is not None),
            next((term.key for term in reversed(terms_of(match[0]))), ""),
        )
        for pattern, is_lawful in ((_UNLAWFUL, False), (_LAWFUL, True))
        for match in pattern.finditer(text)
    ]
    return found[0] if len({one.is_lawful for one in found}) == 1 else None


def _are_of_one_thing(one: Passage, two: Passage, events: Events) -> bool:
    """Whether two passages speak of one thing: they share a telling word, or one of them only says "it"."""
    if not may_oppose(_plainly(one), _plainly(two)) or not events.is_surely_one(one.article, two.article):
        return False
    here, there = _rest(one), _rest(two)
    return not here.isdisjoint(there) or any(_OF_THIS.match(each.text) for each in (one, two))


def _plainly(one: Passage) -> Passage:
    """A passage as if its speaker simply said so, who accuses somebody of it or says that it would be so."""
    stance = "asserts" if one.stance in _ACCUSING else one.stance
    return one._replace(text=_WOULD_BE.sub("is", one.text), stance=stance)


def _rest(one: Passage) -> frozenset[str]:
    """What a passage tells beside whether it is lawful."""
    return frozenset(term.key for term in one.terms if rarity(term.key) >= _TELLING and not is_time(term.key)) - _WORDS
