"""Finds who give two causes of one thing: "a rock on the track caused the accident", "blamed a broken rail"."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.opposition import Opposition, is_open
from summarizer.comparison.terms import is_time, rarity, terms_of
from summarizer.text.words import word_set, words_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.terms import Term
    from summarizer.comparison.topics import Events

_MOST = 12  # passages of one event that give a cause of one thing, of which each is compared with each
_TELLING = 0.2
_LONG = 12  # terms of a passage, beyond which it tells of more than a cause
_BLAMED = re.compile(r"\bblam(?:e|es|ed|ing)\s$")
_GIVEN = (
    re.compile(
        r"(?P<cause>.+?)\s(?:had\s|has\s|have\s)?(?:caused|triggered|sparked|led\sto|set\soff)\s(?!by\b)(?P<effect>.+)"
    ),
    re.compile(
        r"(?P<effect>.+?)\s(?:was|were|had\sbeen|has\sbeen)\s"
        r"(?:caused|triggered|sparked|started|set\soff)\sby\s(?P<cause>.+)"
    ),
    re.compile(r"(?P<cause>.+?)\s(?:was|were|had\sbeen)\s(?:to\sblame|the\scause)(?:\s(?:for|of)\s(?P<effect>.+))?"),
    re.compile(r"(?:[Tt]he\s)?cause\s(?:of\s(?P<effect>.+?)\s)?(?:was|had\sbeen)\s(?P<cause>.+)"),
    re.compile(r"(?P<effect>.+?)\s(?:because\sof|due\sto|owing\sto|as\sa\sresult\sof)\s(?P<cause>.+)"),
    re.compile(r"(?:that\s)?(?P<effect>the\s\w+)\s(?:was|had\sbeen)\sabout\s(?P<cause>.+)"),
)
_AFTER_BLAMED = (
    re.compile(r"(?P<effect>.+?)\son\s(?P<cause>.+)"),
    re.compile(r"(?P<cause>.+?)\sfor\s(?P<effect>.+)"),
    re.compile(r"(?P<cause>[^,]+)(?P<effect>)"),
)
_NOT_ALONE = words_pattern("comparison.causes.not_alone")
_VAGUE = frozenset(term.key for word in word_set("comparison.causes.vague") for term in terms_of(word))
_EVENTS = frozenset(term.key for word in word_set("comparison.causes.events") for term in terms_of(word))


class Cause(NamedTuple):
    """What a passage says was caused, by its terms, none where it is the event itself; and what it says caused it."""

    effect: frozenset[str]
    cause: frozenset[str]
    words: str


def find_other_causes(passages: Sequence[Passage], events: Events) -> Iterator[tuple[int, int, Opposition]]:
    """Pairs of places in `passages` where two speakers give two causes of one thing."""
    found: dict[int, Cause] = {}
    together: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(passages):
        cause = cause_told(one) if one.claim and one.speaker else None
        if cause is not None:
            found[at] = cause
            for key in cause.effect or ("",):
                together[events.groups[one.article], key].append(at)
    pairs = {pair for places in together.values() if len(places) <= _MOST for pair in combinations(places, 2)}
    for here, there in sorted(pairs):
        first, second = passages[here], passages[there]
        is_other = first.speaker != second.speaker and found[here].cause.isdisjoint(found[there].cause)
        if is_other and events.is_surely_one(first.article, second.article):
            yield (
                here,
                there,
                Opposition(f"two causes: “{found[here].words}” and “{found[there].words}”", question="cause"),
            )


def cause_told(passage: Passage) -> Cause | None:
    """The cause that a passage gives of something; None where it gives none, or a possible, partial or vague one."""
    text = passage.text
    if len(passage.terms) > _LONG or is_open(text) or _NOT_ALONE.search(text.lower()):
        return None
    before = passage.sentence_text[: max(0, passage.start - passage.sentence)]
    patterns = _AFTER_BLAMED if _BLAMED.search(before) else _GIVEN
    told = next(filter(None, (pattern.fullmatch(text.strip(" .,")) for pattern in patterns)), None)
    if told is None:
        return None
    cause, effect = terms_of(told["cause"]), terms_of(told["effect"] or "")
    telling, of = _telling(cause), _telling(effect)
    if not telling or telling & _VAGUE:
        return None
    return Cause(frozenset() if of <= _EVENTS else of - _EVENTS, telling, told["cause"].strip().removeprefix("that "))


def _telling(terms: Sequence[Term]) -> frozenset[str]:
    return frozenset(one.key for one in terms if rarity(one.key) >= _TELLING and not (one.is_name or is_time(one.key)))
