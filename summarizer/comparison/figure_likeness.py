"""How surely two quantities answer one question, by what stands about them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import fsum, inf
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.comparison.agreement import agree
from summarizer.comparison.clocks import CALLED
from summarizer.comparison.counted import CAPACITY
from summarizer.comparison.durations import LASTING
from summarizer.comparison.likeness import best_clause
from summarizer.comparison.measures import LENGTHS
from summarizer.comparison.quantities import CLOCK, MINUTES, VOTE
from summarizer.comparison.shares import PERCENT
from summarizer.comparison.standing import told_before
from summarizer.comparison.terms import is_time, rarity, terms_of, weigh
from summarizer.text.figures import find_figures
from summarizer.text.words import keys_by_word, read_words, split_entries, word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.quantities import Quantity
    from summarizer.comparison.terms import Weights
    from summarizer.comparison.topics import Events

FEW = 10  # numbers below stand for many things in one article
# How much of their words two quantities must share, as a sum of weights, to answer one question.
_SAME_NUMBER = 0.3
_SAME_SMALL_NUMBER = 0.7
_SAME_PRECISE, _PRECISE, _PRECISE_MONEY = 0.1, 3, 2  # digits
_OTHER_NUMBER = 0.9
_CROWD = "crowd"
_SAME_GATHERING = 0.1
_OFTEN_COUNTED = 1.5
_SHORT = 8  # terms of a passage that tells of one thing
TELLING, _SEVERAL = 0.2, 2  # shares of what both call by several telling words
_OFTEN = frozenset({"percent", "percentage points"})
_RARE_UNIT = 0.6
_SAME_AMOUNT = 0.45  # of amounts that both call a cost, a fine or the like, or say to be for each of some persons
_SAME_FOR_EACH, _SAME_VOTE, _SAME_MEASURE = 0.25, 0.5, 0.1
_MEMBERS = re.compile(r"\bmembers\sof\b")
_FOR_EACH = re.compile(r"\b(?:each|every|apiece|per)\b")
_NEAR = 5  # a number of things that is more times another is hardly of the same things
_RARE_ENOUGH = 0.3
_MAGNITUDE = 20  # a sum that is so many times another is hardly of the same
_NEXT = 2  # characters between two sentences or paragraphs
_CLOSE, _SAME_NEARLY = 0.1, 0.5
_SAME_MOMENT, _SAME_CALL, _SAME_LASTING = 0.5, 0.15, 0.5
_CURRENCIES = frozenset(keys_by_word("numbers.currencies").values())
_SAME_EVENT = 0.2  # of other things than persons, counted by one noun
_DISTANCE = re.compile(r"\s(?:away\s)?(?:from|off|outside|north|south|east|west)\b")
_WORD = re.compile(r"[a-z]+")
_PRICE, _TELLING_OF_ONLY = "price", 0.3
_ONLY = re.compile(r"\b(?:only|just|exactly|merely|but|than)\s$")
_NUMBERS = frozenset(
    term.key
    for word in word_set("numbers.cardinals.small") | {"hundred", "thousand", "million", "billion"}
    for term in terms_of(word)
)
_SUM = 1000  # so many of what is called by a word that nobody knows are mostly coins: 40,000 crowns
_SUMS: dict[str, list[str]] = {}
for _kind, _words in read_words("comparison")["sums"].items():
    for _word in split_entries(_words):
        _SUMS.setdefault(_word, []).append(_kind)
_CLAUSE = 60  # characters on either side of a sum that tell what it is
_AMOUNTS = frozenset(term.key for word in word_set("comparison.amounts.words") for term in terms_of(word))
_ANY_KIND = frozenset(term.key for word in word_set("comparison.persons.any_kind") for term in terms_of(word))
KINDS = frozenset(
    term.key
    for word in word_set("comparison.persons.kinds", "comparison.persons.more_kinds")
    for term in terms_of(word)
)
PERSONS = KINDS | _ANY_KIND
_WHOEVER = frozenset(term.key for word in word_set("comparison.persons.whoever") for term in terms_of(word))
_CULPRITS = frozenset(term.key for word in word_set("comparison.persons.culprits") for term in terms_of(word))
# "The American strikes" and "the strikes in Syria" may be the same.
_TELLER = re.compile(
    rf"(?:[\w.’'-]+\s){{1,6}}?(?:{'|'.join(word_set('comparison.tellers.words'))})\b".replace(" ", r"\s")
)
_NATIONAL = frozenset(term.key for word in vocab.ADJECTIVES for term in terms_of(word.title()))
_MEASURED = _CURRENCIES | frozenset(keys_by_word("numbers.measures").values()) | _OFTEN


def figure_likeness(one: Quantity, two: Quantity, weights: Mapping[str, Weights], events: Events) -> float:
    """How surely two quantities answer one question, 0 where they do not."""
    first, second = one.passage, two.passage
    same = one.figure.value == two.figure.value
    if not _may_be_one(one, two, events):
        return 0.0
    near = (one.near, two.near) if same or one.event else (one.near_plain, two.near_plain)
    both = set(near[1])
    shared = weigh(
        [key for key in dict.fromkeys(near[0]) if key in both], weights[first.article], weights[second.article]
    )
    if one.figure.value != two.figure.value:
        own = {one.unit, *(_keys_of(one.unit) if one.unit in LENGTHS else ())} - {VOTE}  # all sorts of things have one
        shared = {key: value for key, value in shared.items() if key not in own}
    least = _least(one, two, shared)
    if fsum(shared.values()) < least:  # a clause shares no more than the whole
        return 0.0
    common = best_clause(*near, shared)
    return 1.0 + min(common, 2.0) if common >= least else 0.0


@cache
def _keys_of(unit: str) -> frozenset[str]:
    """The terms of a unit's words: those of a measure are other than its name."""
    return frozenset(term.key for term in terms_of(unit))


def _least(one: Quantity, two: Quantity, shared: Mapping[str, float]) -> float:
    """How much two quantities must share to answer one question; no sum is enough where it is infinite."""
    first, second = one.passage, two.passage
    same = one.figure.value == two.figure.value
    if one.event == "age":
        names = {term.key for term in first.terms if term.is_name} & {term.key for term in second.terms if term.is_name}
        return _SAME_NUMBER if names else inf
    if one.event and (not one.unit or one.unit in KINDS):
        is_other = one.unit and two.unit and one.unit != two.unit
        return inf if is_other else _least_of_persons(one, two, shared, same=same)
    if not one.event and _are_kinds_apart(one.unit, two.unit):
        return inf
    if same and one.event and one.unit == two.unit and one.figure.value >= FEW:
        return _SAME_PRECISE  # 63 houses that burned are the same houses
    if same and one.unit == two.unit:
        return _least_of_same(one.figure.value, is_money=one.unit in _CURRENCIES)
    return _least_of_more(one, two, shared)


def _least_of_more(one: Quantity, two: Quantity, shared: Mapping[str, float]) -> float:
    """How much times, lengths of time and two different numbers of things must share."""
    first, second = one.passage, two.passage
    if one.unit == MINUTES:
        return 0.0  # help came once
    if one.event == LASTING:
        if max(len(first.terms), len(second.terms)) > _SHORT:
            return _OFTEN_COUNTED
        return _SAME_MEASURE if first.speaker and first.speaker == second.speaker else _SAME_LASTING
    if one.unit == CLOCK:
        return _least_of_times(one, two)
    if one.event or one.unit.endswith(" an hour"):
        return 0.0 if not one.event and _is_reply(first, second) else _SAME_EVENT
    if _name_others(first, second):
        return inf
    least = _least_of_others(one, two, shared)
    if _is_told_after(one, two) or _is_told_after(two, one) or _are_one_sum(one, two):
        return 0.0
    return min(least, _least_of_only(one, two, shared)) if one.is_only and two.is_only else least


def _least_of_only(one: Quantity, two: Quantity, shared: Mapping[str, float]) -> float:
    """How much two numbers must share where each of two articles counts such things only once.

    Nothing where they count things of one rare kind or share a telling word; persons are counted for all sorts of
    reasons, and sums are compared by what they are of.
    """
    values = sorted((one.figure.value, two.figure.value))
    if values[1] > _NEAR * values[0] or one.unit in _OFTEN | {CLOCK, VOTE} or _is_any_one(one) or _is_any_one(two):
        return inf
    if one.unit in LENGTHS:
        return _SAME_MEASURE if _is_distance(one) and _is_distance(two) else inf
    if fsum(value for key, value in shared.items() if key not in _NUMBERS) >= _TELLING_OF_ONLY:
        return 0.0
    if one.unit in _CURRENCIES or (values[0] >= _SUM and one.unit not in _MEASURED | PERSONS):
        return 0.0 if (kinds_of_sum(one) & kinds_of_sum(two)) - {_PRICE} else inf  # much has a price
    if one.unit in _CULPRITS:
        return 0.0
    return inf if one.unit in _MEASURED | PERSONS or rarity(one.unit) < _RARE_ENOUGH else 0.0


def _is_told_after(one: Quantity, two: Quantity) -> bool:
    """Whether a number that stands alone is told right after another: "It paid 25,000. The guild said 40,000"."""
    here, there = one.passage, two.passage
    return two.is_taken_up and here.article == there.article and here.text.strip(" .") in told_before(there)


def _are_one_sum(one: Quantity, two: Quantity) -> bool:
    """Whether two sums are the only ones of one kind in their articles, and not too far apart."""
    low, high = sorted((one.figure.value, two.figure.value))
    return high <= _NEAR * low and bool((one.only_of & two.only_of) - {_PRICE})


def _is_any_one(one: Quantity) -> bool:
    """Whether a figure is only the one of "one station was closed", which does not say that there is no other."""
    text, at = one.passage.text, max(0, one.figure.at[0] - one.passage.start)
    return one.figure.value == 1 and _ONLY.search(text[max(0, at - 20) : at]) is None


def _least_of_times(one: Quantity, two: Quantity) -> float:
    """How much two times of day must share: nothing where help arrived at both, little where it was called."""
    if one.event == CALLED:
        return _SAME_CALL
    if one.event:
        return inf if _name_others(one.passage, two.passage) else 0.0
    return _SAME_MOMENT


def _are_kinds_apart(one: str, two: str) -> bool:
    """Whether two counts are of two kinds of persons: "43 inmates" and "51 guards", but not "51 names"."""
    return one != two and {one, two} <= PERSONS and _ANY_KIND.isdisjoint((one, two))


def _least_of_same(value: float, *, is_money: bool) -> float:
    """How much two equal numbers of things must share: less for 1,375 than for 1,000."""
    if value < FEW:
        return _SAME_SMALL_NUMBER
    if (digits := _digits(value)) >= _PRECISE:
        return 0.0
    return _SAME_PRECISE if digits >= _PRECISE_MONEY and is_money else _SAME_NUMBER


def _digits(value: float) -> int:
    """How many digits of a number say something: four of 1,375 and one of 1,000."""
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _are_one_number(one: Quantity, two: Quantity) -> bool:
    """Whether two figures are one number of one thing, and no small or round one, so that it is hardly told of two."""
    is_same = (one.figure.value, one.event, one.unit) == (two.figure.value, two.event, two.unit)
    return is_same and one.figure.value >= FEW and _digits(one.figure.value) >= _PRECISE_MONEY


def _may_be_one(one: Quantity, two: Quantity, events: Events) -> bool:
    """Whether nothing about two quantities forbids that they answer one question."""
    first, second = one.passage, two.passage
    if _is_share(one) != _is_share(two):
        return False  # "a third of the arrests" and "400,000 arrests"
    if not _are_one_number(one, two) and (one.part != two.part or _are_wanted_apart(one, two)):
        return False
    if not events.is_one(first.article, second.article) or differ_in_time(one, two):
        return False
    if first.article == second.article and first.speaker == second.speaker:
        return False
    if one.part and two.part and not agree(one, two) and _wholes(one).isdisjoint(_wholes(two)):
        return False  # nine of 58 who were hurt, and eleven of 17 who died
    is_one_sentence = first.article == second.article and first.sentence == second.sentence
    if is_one_sentence and not _are_two_answers(one, two):
        return False
    return agree(one, two) or events.is_surely_one(first.article, second.article)


def _are_two_answers(one: Quantity, two: Quantity) -> bool:
    """Whether two claims of one sentence answer one question: "Poe spoke of two dead, Roe of four"."""
    if one.is_taken_up or two.is_taken_up:
        return one.passage.speaker != two.passage.speaker
    return bool(one.passage.claim and two.passage.claim and one.event) and one.event == two.event


def _are_wanted_apart(one: Quantity, two: Quantity) -> bool:
    """Whether one of two sums is only wanted, "it demanded 5 million" and "it was paid 3", or both are, and differ."""
    if one.event or not (one.is_wanted or two.is_wanted):
        return False
    return one.is_wanted != two.is_wanted or not agree(one, two)


def _wholes(one: Quantity) -> frozenset[float]:
    """The numbers of which a figure may count a part: those told in its passage and in the one before."""
    here = frozenset(other.value for other in one.passage.figures if other.value > one.figure.value)
    return here | _numbers_of(one.passage.lead)


@lru_cache(maxsize=1024)
def _numbers_of(text: str) -> frozenset[float]:
    return frozenset(other.value for other in find_figures(text))


def _is_share(one: Quantity) -> bool:
    """Whether a figure is a share of what is counted and no number of it."""
    return 0 < one.figure.value < 1 and one.unit not in _MEASURED


def may_contradict(one: Quantity, two: Quantity, events: Events) -> bool:
    """Whether two quantities count one thing of one time and place, as far as the rules can tell, and cannot agree."""
    if (one.event, one.unit) != (two.event, two.unit) or not (one.event or one.unit) or agree(one, two):
        return False
    return _may_be_one(one, two, events) and not _name_others(one.passage, two.passage)


def _least_of_others(one: Quantity, two: Quantity, shared: Mapping[str, float]) -> float:
    """How much two different numbers of things must share.

    Less for amounts and for sums that differ little, more for what is often counted.
    """
    are_for_each = _is_for_each(one.passage.text) and _is_for_each(two.passage.text)
    if one.unit == VOTE and not (one.figure.value.is_integer() or two.figure.value.is_integer()):
        return _SAME_VOTE
    values = sorted((one.figure.value, two.figure.value))
    is_near = values[1] <= _MAGNITUDE * values[0]
    if is_near and (are_for_each or not _AMOUNTS.isdisjoint(shared)) and one.unit != PERCENT:
        return _SAME_FOR_EACH if are_for_each else _SAME_AMOUNT
    if one.unit in _CURRENCIES and abs(one.figure.value - two.figure.value) <= _CLOSE * one.figure.value:
        return _SAME_NEARLY
    if (one.unit not in _MEASURED or (is_near and one.unit in _CURRENCIES)) and _tell_of_one(one, two, shared):
        return _SAME_NEARLY
    if one.unit == PERCENT and sum(value >= TELLING for value in shared.values()) >= _SEVERAL:
        return _OTHER_NUMBER
    if one.unit.endswith(" a year") and is_near and _cost(one.passage) and _cost(two.passage):
        return _SAME_MEASURE if _names_both(one.passage, two.passage) else _SAME_AMOUNT
    if one.unit in _AMOUNTS:
        return _SAME_MEASURE  # "a magnitude of 5.9" says itself what it is of
    if one.unit not in _MEASURED | PERSONS and rarity(one.unit) >= _RARE_UNIT and _is_reply(one.passage, two.passage):
        return 0.0
    is_often_counted = one.unit in _OFTEN or rarity(one.unit) < _RARE_UNIT
    return _OFTEN_COUNTED if is_often_counted else _OTHER_NUMBER


def _least_of_persons(one: Quantity, two: Quantity, shared: Mapping[str, float], *, same: bool) -> float:
    """How much numbers of persons must share: the event says what is counted, their kind and names tell it apart."""
    is_ranged = max(one.high, two.high) < inf and agree(one, two)
    if same or (one.event == _CROWD and is_ranged):
        return 0.0
    low, high = sorted((one, two), key=lambda quantity: quantity.figure.value)
    if low.unit in KINDS - _WHOEVER and not high.unit and _MEMBERS.search(high.passage.text) is None:
        return inf  # seven soldiers may be of the nine people who died, but not of nine members of a militia
    if _name_others(one.passage, two.passage):
        return _SAME_SMALL_NUMBER
    if one.event in (_CROWD, CAPACITY) and one.passage.article != two.passage.article:
        return _SAME_GATHERING if "protest" in shared else _SAME_NUMBER  # an event has several crowds
    return _SAME_NUMBER if one.unit != two.unit else 0.0


def _name_others(one: Passage, two: Passage) -> bool:
    """Whether each of two passages names somebody or some place, and not one of them the same."""
    names = [_names_told(passage.text, passage.speaker) for passage in (one, two)]
    return bool(names[0]) and bool(names[1]) and names[0].isdisjoint(names[1])


def _is_reply(one: Passage, two: Passage) -> bool:
    """Whether two speakers say two passages one right after the other."""
    first, second = sorted((one, two), key=lambda passage: passage.start)
    are_claims = bool(first.claim and second.claim and first.speaker and second.speaker)
    is_next = first.article == second.article and 0 <= second.sentence - first.sentence_end <= _NEXT
    return are_claims and is_next and first.speaker != second.speaker


def _names_both(one: Passage, two: Passage) -> bool:
    """Whether two passages name somebody or something in common."""
    return not _names_told(one.text, one.speaker).isdisjoint(_names_told(two.text, two.speaker))


def _tell_of_one(one: Quantity, two: Quantity, shared: Mapping[str, float]) -> bool:
    """Whether two numbers of things are told of the same names, sums of two at least, and of the same beside these."""
    few, many = sorted((_names_told(each.passage.text, each.passage.speaker) for each in (one, two)), key=len)
    is_one = len(few) > 1 and few <= many if one.unit in _CURRENCIES else bool(few) and few == many
    return is_one and any(value >= TELLING for value in shared.values())


def _is_distance(one: Quantity) -> bool:
    """Whether a length is how far something is from something: "two kilometres from the market"."""
    return _DISTANCE.match(one.passage.text, one.figure.end - one.passage.start) is not None


def kinds_of_sum(one: Quantity) -> frozenset[str]:
    """Of which kinds a sum is, by the words about it: what was lost, what was paid, what was collected."""
    if one.unit not in _CURRENCIES and (one.figure.value < _SUM or one.unit in _MEASURED | PERSONS or not one.unit):
        return frozenset()
    start, text = one.passage.start, one.passage.text
    clause = text[max(0, one.figure.start - start - _CLAUSE) : one.figure.end - start + _CLAUSE].lower()
    return frozenset(kind for word in _WORD.findall(clause) for kind in _SUMS.get(word, ()))


def _cost(passage: Passage) -> bool:
    """Whether a passage tells what something costs or brings."""
    return any(term.key in _AMOUNTS for term in passage.terms)


@lru_cache(maxsize=16384)
def _names_told(text: str, speaker: str) -> frozenset[str]:
    """The names in what a passage tells, without that of who is said to tell it: "Mayor Poe spoke of nine dead"."""
    teller = None if speaker else _TELLER.match(text)
    terms = terms_of(text[teller.end() :] if teller else text)
    if teller is None and terms[:1] == terms_of(text.partition(" ")[0]) != () and rarity(terms[0].key) < 1:
        terms = terms[1:]  # "Nineteen people", "Rescue workers": any word begins a sentence with a capital
    names = (
        {term.key for term in terms if term.is_name} - _NATIONAL - _NUMBERS - {term.key for term in terms_of(speaker)}
    )
    return frozenset(name for name in names if not is_time(name))


@lru_cache(maxsize=16384)
def _is_for_each(text: str) -> bool:
    """Whether a passage tells a number for each of some persons or things."""
    return _FOR_EACH.search(text.lower()) is not None


def differ_in_time(one: Quantity, two: Quantity) -> bool:
    if "then" in one.times | two.times:  # "fewer than 50 died then": in the year that was just named
        return not (one.times and two.times)
    if ("when" in one.times) != ("when" in two.times):
        return True  # "the largest since 1994, when 9,000 burned"
    if one.unit not in (CLOCK, VOTE) and (one.event or one.figure.value != two.figure.value):
        return one.times != two.times and one.times.isdisjoint(two.times)
    return bool(one.times) and bool(two.times) and one.times.isdisjoint(two.times)
