"""Whether the rules can see that two passages contradict one another, where a model says that they do.

A model's word alone makes no conflict. It is believed where the quotes bear a sign of it, numbers that cannot both
hold, a denial or a negation on one side only, or words that exclude one another, and where nothing proves that both can
be true.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections import defaultdict
from functools import cache
from itertools import product
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.agreement import agree
from summarizer.comparison.contraries import contrary
from summarizer.comparison.days import DAYS, days_told
from summarizer.comparison.figure_likeness import may_contradict
from summarizer.comparison.negations import polarity
from summarizer.comparison.opposition import may_oppose
from summarizer.comparison.quantities import read_quantities
from summarizer.comparison.terms import is_time, rarity, terms_of
from summarizer.text.folding import fold_quote
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from summarizer.comparison.accounts import Accounts
    from summarizer.comparison.passages import Passage
    from summarizer.comparison.quantities import Quantity
    from summarizer.comparison.topics import Events

_PLACE = re.compile(r"\b(?:in|at|near|outside|off)\s(?:the\s)?((?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)*)")
_NO_PLACES = frozenset((*DAYS, *month_name[1:]))


_TELLING = 0.7  # how rare the words are together that a statement and its negation share: "signed" and "bill"


class Quoted(NamedTuple):
    """A passage, and the words of it that a model quotes for its answer."""

    passage: Passage
    quote: str


class Finding(NamedTuple):
    """Whether two passages contradict one another, and on what, or why they do not."""

    is_conflict: bool
    reason: str


class Contradictions:
    """Looks for contradictions among passages; `published` are the days of the articles, by their ids."""

    def __init__(
        self, passages: Sequence[Passage], accounts: Accounts, events: Events, published: Mapping[str, date | None]
    ) -> None:
        self._accounts = accounts
        self._events = events
        self._published = published
        self._by_article: dict[str, list[Passage]] = defaultdict(list)
        for one in passages:
            if one.figures:
                self._by_article[one.article].append(one)

    def between(self, one: Quoted, two: Quoted) -> Finding:
        """What the rules see between two passages of which a model says that they cannot both be true."""
        here, there = one.passage, two.passage
        if not self._events.is_surely_one(here.article, there.article):
            return Finding(False, "the articles may tell of different events")
        if apart := _apart(here, there, self._published):
            return Finding(False, apart)
        counted = self._compare_numbers(one, two)
        if counted is not None:
            return counted
        if not may_oppose(here, there):
            return Finding(False, "one of them only asks, supposes, looks ahead or tells of a change")
        return _compare_words(one, two)

    def _compare_numbers(self, one: Quoted, two: Quoted) -> Finding | None:
        """What the quotes' numbers say, None where they have none of one thing."""
        pairs = [pair for pair in product(_quantities(one), _quantities(two)) if _count_one_thing(*pair)]
        if not pairs:
            return None
        if any(agree(*pair) for pair in pairs):
            return Finding(False, "the numbers can both hold")
        opposed = [pair for pair in pairs if may_contradict(*pair, self._events)]
        if not opposed:
            return Finding(False, "the numbers may be of different things")
        first, second = opposed[0]
        if any(self._accounts.is_update(*pair) for pair in opposed):
            return Finding(False, "the later number is an update of the earlier one")
        if name := self._accounts.source_of_both(first.passage, second.passage):
            return Finding(False, f"{name} is quoted with both, and may have changed the account")
        if self._tells_too(first, second) or self._tells_too(second, first):
            return Finding(False, "one of the articles tells both numbers, so they may be of different things")
        words = [quantity.words for quantity in (first, second)]
        return Finding(True, f"“{words[0]}” and “{words[1]}” cannot both be right")

    def _tells_too(self, one: Quantity, other: Quantity) -> bool:
        """Whether the article of one number tells elsewhere a number of the same thing that agrees with the other."""
        told = (number for passage in self._by_article[one.passage.article] for number in read_quantities(passage))
        return any(_count_one_thing(number, other) and agree(number, other) for number in told)


def _count_one_thing(one: Quantity, two: Quantity) -> bool:
    return (one.event, one.unit) == (two.event, two.unit)


def _apart(one: Passage, two: Passage, published: Mapping[str, date | None]) -> str:
    """Why two passages tell of different days or places, "" where that is not certain."""
    first, second = (days_told(passage.text, published[passage.article]) for passage in (one, two))
    if first and second and first.isdisjoint(second):
        return "they tell of different days"
    first_days, second_days = ({day for day in DAYS if day in passage.text} for passage in (one, two))
    if first_days and second_days and first_days.isdisjoint(second_days):
        return "they tell of different days"
    here, there = _places(one.text), _places(two.text)
    return "they tell of different places" if here and there and here.isdisjoint(there) else ""


def _places(text: str) -> set[str]:
    """The words of the places that a text names after "in", "at" or the like."""
    return {word for found in _PLACE.finditer(text) for word in found[1].split() if word not in _NO_PLACES}


def _quantities(quoted: Quoted) -> list[Quantity]:
    """The quantities of a passage whose words stand in the quote."""
    quote = fold_quote(quoted.quote)
    return [one for one in read_quantities(quoted.passage) if fold_quote(one.words) in quote]


def _compare_words(one: Quoted, two: Quoted) -> Finding:
    """Whether the negation of one quote, or the denial of its speaker, falls on a word that the other affirms.

    They must share another word as well, and no everyday ones: "no law officers had asked" is no answer to "he asked a
    law firm".
    """
    first, second = (polarity(quoted.quote, denied=quoted.passage.stance == "denies") for quoted in (one, two))
    shared = _telling(one.quote) & _telling(two.quote)
    is_of_one_thing = len(shared) > 1 and fsum(map(rarity, sorted(shared))) >= _TELLING
    for yes, no in ((first, second), (second, first)):
        if is_of_one_thing and no.heads & no.negated & yes.affirmed & shared:
            return Finding(True, "one affirms what the other denies")
    if shared and (pair := contrary(one.quote, two.quote)):
        return Finding(True, f"“{pair[0]}” and “{pair[1]}” exclude one another")
    return Finding(False, "nothing in the quotes excludes the other: no number, denial or opposite")


def _telling(text: str) -> set[str]:
    """The terms of a text that are no name, time or number."""
    keys = {term.key for term in terms_of(text) if not (term.is_name or is_time(term.key))}
    return {key for key in keys if not key.isdecimal()} - _numbers()


@cache
def _numbers() -> frozenset[str]:
    words = (
        word_set("numbers.cardinals.small")
        | word_set("numbers.cardinals.tens")
        | word_set("numbers.ordinals.from_first")
    )
    return frozenset(term.key for word in words for term in terms_of(word))
