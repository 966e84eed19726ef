"""What a figure counts, by the noun beside it: "hundreds of fish", "the number of raids is 12", "the dead were 9"."""

from __future__ import annotations

import re

from summarizer.comparison.counted import events
from summarizer.comparison.terms import terms_of
from summarizer.text.words import word_set

_PERSONS = word_set("comparison.persons.words")
_KINDS = word_set("comparison.persons.kinds", "comparison.persons.more_kinds")
_COINS = word_set("comparison.coins.words")
_NO_NOUNS = frozenset(
    {"of", "is", "was", "in", "to", "for", "and", "or", "by", "at", "from", "on", "who", "that", "with"}
)
_BEFORE = (
    re.compile(r"\b(magnitude|strength)\sof\s(?:\w+\s)?$"),
    re.compile(r"\bnumber\sof\s(?:the\s)?(?:[a-z]+\s)?([a-z]+s)\b[^.,;]{0,25}$"),
    re.compile(
        r"\b([a-z]+s)\s(?:have\s|had\s)?(?:\w+ly\s)?"
        r"(?:fall(?:en)?|fell|dropped|rose|risen|climbed|grown|grew|increased|declined)\b[^.;]{0,25}\bto\s(?:\w+\s)?$"
    ),
    re.compile(
        r"\bthe\s([a-z]+s|dead|killed|wounded|injured|missing)\s(?:were|are|number(?:ed)?|totall?ed)\s(?:\w+\s)?$",
        re.IGNORECASE,
    ),
)


def noun_key(unit: str, *, is_event: bool) -> str:
    """The term of a noun, "" where it says no more than what has become of those counted."""
    words = [word.lower() for word in unit.split()]
    if is_event and (not words or words[-1] in _PERSONS or words[-1] in events()):
        return ""  # "520 arrests" and "400 were arrested" count the same
    terms = terms_of(unit)
    return terms[-1].key if terms else ""


def noun_after(after: list[str]) -> str:
    """The noun right after a figure that has no plural ending: "hundreds of fish"."""
    words = after[1:3] if after[:1] == ["of"] else after[:2]
    if not words or not words[0].isalpha() or words[0] in events() or words[0].endswith(("ly", "ed", "ing")):
        return ""
    return words[0] if after[:1] == ["of"] or not words[1:] or not words[1].isalpha() else ""


def coin_after(after: list[str]) -> str:
    """The coin that a figure counts, where many of it are called as one is: "40,000 kroner"; "" for none."""
    return after[0] if after and after[0] in _COINS else ""


def one_of(after: list[str]) -> str:
    """What one of is told: "One sailor died" tells of sailors, "one died" of persons."""
    word = after[0] if after else ""
    is_noun = word.isalpha() and word not in events() and not word.endswith(("ly", "ed", "ing"))
    return word if is_noun and word not in _NO_NOUNS else ""


def kind_after(after: list[str]) -> str:
    """Of which kind those are to whom something happened: "12 injured officers"; "" for none."""
    return after[1] if after[1:2] and after[0] in events() and after[1] in _KINDS else ""


def noun_before(text: str) -> str:
    """The noun whose number the words before a figure announce, "" for none."""
    return next((found[1] for pattern in _BEFORE if (found := pattern.search(text))), "")
