"""Whether one passage says no where another says yes: denials, negations, and words that exclude one another."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.likeness import best_clause
from summarizer.comparison.terms import meaning_of, weigh
from summarizer.grounding.checks.negation import split_by_negation
from summarizer.text.overlap import stem, stems
from summarizer.text.words import read_words, split_entries, word_set

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.terms import Weights

_PIVOT = 0.2  # the least weight of the word that one affirms and the other negates
_CONTEXT = 0.7  # the least weight of what else both say
_BESIDE_CONTRARY = 0.9
_NEARLY_ALL = 0.55  # of the content of the shorter passage
_STANCES = frozenset({"asserts", "denies", "confirms"})
_OPEN = re.compile(rf"\b(?:{'|'.join(word_set('comparison.open_questions.words'))})\b".replace(" ", r"\s"))
_OWN_DOING = re.compile(r"\b(?:he|she|i|we|they)\s(?:\w+\s){0,2}(?:\w+n['’]t|not|never)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|no|never|none|nobody|without|den(?:y|ies|ied))\b|n['’]t\b", re.IGNORECASE)
_NUMBERS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s(?:\w+ly\s)?(\w+(?:ed|en|nt))\b")


class Polarity(NamedTuple):
    """The terms that a passage affirms, those that it negates or denies, and on which each negation falls first."""

    affirmed: frozenset[str]
    negated: frozenset[str]
    heads: frozenset[str]
    denied: bool


@lru_cache(maxsize=65536)
def polarity(text: str, *, denied: bool) -> Polarity:
    """What a passage affirms and negates; `denied` says that its speaker denies what it says."""
    plain, negated, heads = (frozenset(map(meaning_of, stems)) for stems in split_by_negation(text))
    if denied:
        return Polarity(negated - plain, plain, plain, denied=True)
    if not heads.isdisjoint(_NUMBERS):  # "none of the four pumps worked"
        heads = negated
    return Polarity(plain - negated, negated - plain, heads, denied=False)


def opposition(one: Passage, two: Passage, weights: Mapping[str, Weights]) -> str:
    """On what two passages are opposed, in words, "" where they are not or only may be."""
    if one.stance not in _STANCES or two.stance not in _STANCES or _OPEN.search(f"{one.text} {two.text}".lower()):
        return ""
    content = {term.key for term in one.terms}, {term.key for term in two.terms}
    shared = content[0] & content[1]
    weight = weigh(content[0] | content[1], weights[one.article], weights[two.article])
    names = {term.key for term in (*one.terms, *two.terms) if term.is_name}
    first, second = polarity(one.text, denied=one.stance == "denies"), polarity(two.text, denied=two.stance == "denies")
    least = min(sum(weight[key] for key in side) for side in content)
    together = best_clause(one.terms, two.terms, shared, weight)
    pivot = _pivot(first, second, shared - names, weight) or _pivot(second, first, shared - names, weight)
    if pivot and not _is_of_others(one, two) and not _is_of_others(two, one):
        total = sum(weight[key] for key in shared)
        is_whole = total >= _NEARLY_ALL * least
        needs_whole = first.denied or second.denied
        if is_whole or (together >= weight[pivot] + _CONTEXT and not needs_whole):
            return "one affirms what the other denies"
    if together >= _BESIDE_CONTRARY and (pair := _contrary(one.text, two.text)):
        return f"“{pair[0]}” and “{pair[1]}” exclude one another"
    return ""


def _pivot(yes: Polarity, no: Polarity, shared: set[str], weight: Mapping[str, float]) -> str:
    """The heaviest term that one passage affirms and on which a negation of the other falls."""
    if yes.negated & no.negated & shared:
        return ""
    crossing = sorted(no.heads & no.negated & yes.affirmed & shared, key=lambda key: (-weight[key], key))
    return crossing[0] if crossing and weight[crossing[0]] >= _PIVOT else ""


def _is_of_others(one: Passage, two: Passage) -> bool:
    """Whether somebody says only that he did not do what the other says was done, by whomever."""
    return _OWN_DOING.search(one.text) is not None and _PASSIVE.search(two.text) is not None


@cache
def _contraries() -> dict[str, set[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for number, field in enumerate(read_words("comparison")["contrary"]["fields"]):
        for side, words in enumerate(field.split("|")):
            for word in split_entries(words):
                found.setdefault(stem(word), set()).add((number, side))
    return found


def _contrary(one: str, two: str) -> tuple[str, str] | None:
    """Two words of one passage each that exclude one another; None where a passage has both or negates something."""
    if _NEGATED.search(f"{one} {two}"):
        return None
    first, second = stems(one), stems(two)
    prefixes = split_entries(read_words("comparison")["contrary"]["prefixes"])
    contraries = _contraries()
    for word in sorted(first - second):
        sides = contraries.get(word, set())
        for other in sorted(second - first):
            others = contraries.get(other, set())
            short, long = sorted((word, other), key=len)
            by_prefix = len(short) > 3 and any(long == prefix + short for prefix in prefixes)
            fields = {number for number, _ in sides} & {number for number, _ in others}
            if by_prefix or any((number, side) in sides and (number, 1 - side) in others for number in fields for side in (0, 1)):
                return word, other
    return None
