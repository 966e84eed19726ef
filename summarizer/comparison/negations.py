"""What a passage affirms and what it negates, by its terms."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.terms import in_one_word, meaning_of, terms_of, with_keys
from summarizer.grounding.checks.polarity import split_by_negation
from summarizer.text.overlap import stem
from summarizer.text.words import word_list, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_ANSWER = re.compile(r"\b[Nn]o,\s")  # "No, I meant it" negates nothing of what follows
_NO_ONE = re.compile(r"\b([Nn])o one\b")  # "no one had told her" negates the telling and no number
_ASKED_INTO = re.compile(
    r"\b(?:inquir(?:y|ies)|investigations?|probes?|look(?:ing|ed)?)\sinto\s[^,.;]*"
)  # it is not yet known
# "It has no plans to open one" says that it does not, "no leak of any kind" that there was none.
_NO_PLANS = re.compile(
    r"\b(?:ha[sd]|have|with|there\s(?:is|are|was|were))\s(?:absolutely\s)?no\s(?:current\s|immediate\s|present\s)?"
    r"(?:plans?|intentions?|desire|wish|interest)\s(?:to|of|in)\b"
)
# "He would not sign any bill that did not cut it" wants it cut.
_ANY_THAT_NOT = re.compile(
    r"(?:\b(?:not|never)|n[’']t)\s(?P<do>\w+)\s(?P<what>any|an?|the)\s(?P<thing>\w+)\s(?:that|which|who)\s"
    r"(?:did|does|do|would|will|had|has)(?:\snot|n[’']t)\s"
)
_OF_ANY_KIND = re.compile(r"\s(?:of\sany\s(?:kind|sort)|whatsoever|at\sall)\b")
_TOLD_SOMEBODY = re.compile(
    r"\btold\s(?:(?:\w+\s){1,3}(?:of|about)|(?:him|her|them|us|it)(?=[\s,.”\"]*$|\s(?:so|every|twice|again|often|many)))\b"
)
# Whoever got a letter or a complaint was warned, and so was whom somebody wrote or complained to.
_WROTE = re.compile(
    r"\b(?:received|got|had|seen)\s(?:\w+\s){0,3}?(?:complaints?|letters?|warnings?|messages?)\b"
    r"|\b(?:written|wrote|complained)\s(?=to\s)"
)
_UNDONE = re.compile(
    r"\bno\s(?:[\w-]+\s){1,3}(?:(?:had|has|have)\s(?:ever\s)?been|was|were|is|are)\s(?:ever\s)?(?P<done>\w+(?:ed|en|t|n))\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|without|den(?:y|ies|ied)|lack(?:s|ed))\b|n['’]t\b", re.IGNORECASE
)
_OURS = r"(?:its|his|her|their|our|my)"
_SOME_OF_OURS = re.compile(rf"\b(?:one|some|two|three|several)\sof\s{_OURS}\s(?:own\s)?(?P<what>[\w-]+)", re.IGNORECASE)
_NONE_OF_OURS = re.compile(
    rf"\b(?:none|not\sone)\sof\s{_OURS}\s(?:own\s)?(?P<what>[\w-]+)"
    rf"|\b{_OURS}\s(?P<whose>[\w-]+)\s(?:\w+\s){{0,2}}?(?:not|never)\b",
    re.IGNORECASE,
)
# "The inspection of May was never carried out" negates the inspection, not the carrying.
_NEVER_DONE = re.compile(
    r"\b(?:the|an?|this|that|its|his|her|their)\s(?P<what>[\w-]+(?:\s(?:of|in|on|for)\s(?:the\s)?[\w-]+)?)\s(?:was|were|had\sbeen|has\sbeen)\s"
    r"(?:never|not)\s(?:carried\sout|held|made|done|performed|conducted)\b",
    re.IGNORECASE,
)
_LACKING = re.compile(r"\black(?:s|ed)\b")
_NO_OTHER = re.compile(r"\b([Nn]o)\s(?:other|further|more)\b")  # "no other offer" negates the offer
_WARNING = frozenset({meaning_of("warn")})
_NUMBERS = frozenset(word_list("numbers.cardinals.small")[1:13])  # one to twelve: the list begins with zero


_NONE_LEFT = re.compile(r"\bno\s(?:more\s)?[a-z]+\s(?:(?:was|were|are|is)\s)?(?:left|remaining)\b")  # there were some
# A ticket office is no ticket.
_OF_BODY = re.compile(
    rf"\b((?:the|an?|its|his|her|their|our)\s)[a-z]+\s(?=(?:{'|'.join(sorted(word_set('comparison.names.bodies')))})\b)"
)
# "He regrets nothing" negates the regretting.
_NOTHING_DONE = re.compile(
    r"\b(?!(?:is|was|were|are|had|has|have|did|does|be|been|being|that|said|says|knew|which|and|but)\b)(?P<done>[a-z]{3,}(?:s|ed|d|t|w))"
    r"\s(?:nothing|nobody|no\sone)\b(?!\s(?:but|to|else))"
)


class Polarity(NamedTuple):
    """The terms that a passage affirms, those that it negates or denies, and on which each negation falls first."""

    affirmed: frozenset[str]
    negated: frozenset[str]
    heads: frozenset[str]
    denied: bool


@lru_cache(maxsize=65536)
def polarity(text: str, *, denied: bool) -> Polarity:
    """What a passage affirms and negates; `denied` says that its speaker denies what it says."""
    text = _NONE_LEFT.sub("it had run out", _OF_BODY.sub(r"\1", text))
    text = _LACKING.sub("does not have", _ASKED_INTO.sub("inquiry", text))
    text = _OF_ANY_KIND.sub("", _NO_PLANS.sub("does not", text))
    text = _ANY_THAT_NOT.sub(r" \g<do> only \g<what> \g<thing> to ", text)
    text = _NEVER_DONE.sub(r"there was no \g<what>", text)
    text = _NOTHING_DONE.sub(r"never \g<done> anything", _TOLD_SOMEBODY.sub("warned of", text))
    split = split_by_negation(
        with_keys(in_one_word(_NO_ONE.sub(r"\1obody", _NO_OTHER.sub(r"\1", _ANSWER.sub("", text)))))
    )
    plain, negated, heads = (frozenset(map(meaning_of, stems)) for stems in split[:3])
    # Whether somebody was told something is itself in dispute: a warning counts, though words of saying do not.
    warned = _WARNING & {term.key for term in terms_of(text)} - negated
    plain, negated = (plain, negated | warned) if warned & heads else (plain | warned, negated)
    if wrote := _WROTE.search(text):
        is_none = not negated.isdisjoint(term.key for term in terms_of(wrote[0]))
        plain, negated = (plain, negated | _WARNING) if is_none else (plain | _WARNING, negated)
        heads |= _WARNING if is_none else frozenset()
    if denied:
        return Polarity(negated - plain, plain, plain, denied=True)
    if not heads.isdisjoint(_passed_over()):
        order = [term.key for term in terms_of(text)]
        heads |= {key for reached in split.reached for key in _first_telling(list(map(meaning_of, reached)), order)}
    if not heads.isdisjoint(_NUMBERS):  # "none of the four pumps worked"
        heads = negated
    return Polarity(plain - negated, negated - plain, heads, denied=False)


def _first_telling(reached: Sequence[str], order: Sequence[str]) -> Sequence[str]:
    """What a negation falls on: "found no sign of a leak" denies the leak, "never got a single letter" the letter.

    `order` are the terms of its text: "never saw a report of the leak" denies a report, which is no word reached.
    """
    end = next((at for at, key in enumerate(reached) if key not in _passed_over()), len(reached) - 1)
    between = {two for one, two in pairwise(order) if one in reached[:end]}
    return reached[: end + 1] if between <= {*reached[: end + 1]} else reached[:1]


@cache
def _passed_over() -> frozenset[str]:
    """Words that say so little before others that a negation of them falls on the next as well."""
    return light_words() | {
        meaning_of(stem(word)) for word in word_set("words.overlap.stop_words", "comparison.light.before")
    }


@cache
def light_words() -> frozenset[str]:
    """Words that say little themselves, so that a negation of them falls on the word after them."""
    return frozenset(meaning_of(stem(word)) for word in word_set("comparison.light.words"))


def undone_in(text: str) -> frozenset[str]:
    """What was done to nothing of some kind, by its terms: the firing of "no live rounds had been fired"."""
    found = _UNDONE.search(text)
    return frozenset(term.key for term in terms_of(found["done"])) if found else frozenset()


def owns_to_one(admitted: str, negated: str) -> bool:
    """Whether one text tells of some of its speaker's things and the other says that none did: "one of its boats"."""
    some = {key for found in _SOME_OF_OURS.finditer(admitted) for key in _keys(found["what"])}
    none = {key for found in _NONE_OF_OURS.finditer(negated) for key in _keys(found["what"] or found["whose"])}
    return not some.isdisjoint(none)


def _keys(text: str) -> set[str]:
    return {term.key for term in terms_of(text)}


@lru_cache(maxsize=65536)
def without_inquiries(text: str) -> str:
    """A text without what is only inquired into: "an inquiry into whether she lied" tells of an inquiry."""
    return _ASKED_INTO.sub("inquiry", text) if " into " in text else text


@lru_cache(maxsize=65536)
def is_negated(text: str) -> bool:
    """Whether a text negates or denies something in plain words."""
    return _NEGATED.search(text) is not None
