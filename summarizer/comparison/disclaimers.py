"""Finds who says in a few words that what others tell of him is not so: "There was no inquiry of any kind"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.days import YEAR
from summarizer.comparison.negations import is_negated, light_words, polarity
from summarizer.comparison.opposition import Opposition, is_plainly_negating, may_oppose
from summarizer.comparison.terms import is_time, rarity, terms_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.sources import SourceBook
    from summarizer.comparison.topics import Events

_MOST = 40  # passages of one event with one word, beyond which the word is what all of it is about
_SHORT = 4  # telling terms of a disclaimer
_TELLING, _RARE = 0.2, 0.35  # the rarity of a word that says something, and of one that is disclaimed
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s(?:\w+ly\s)?(\w+)\b")
_EVER = re.compile(r"\b(?:never|ever)\b")
_BUT = re.compile(r",?\sbut\s.*$", re.DOTALL)
_OF_ANOTHER = re.compile(r"\b(?:he|she|him|her|they|them|it|his|their)\b", re.IGNORECASE)
_SAY = (
    r"(?:said|say|spoken|speak|spoke|called|call|mentioned|mention|claimed|claim|promised|promise|threatened|threaten"
    r"|talked|talk|told|tell|used\sthe\swords?)\b(?:\s(?:of|about|that|to))?(?P<what>[^.;]*)"
)
_NOT_SAID = re.compile(rf"\b(?:not|never|n[’']t)\s(?:ever\s|even\s)?{_SAY}")
_DENIED_SAID = re.compile(rf"^\W*(?:that\s)?(?:[\w.’'-]+\s){{1,4}}?(?:had\s|has\s|ever\s|never\s){{1,2}}{_SAY}")
_HE_SAID = re.compile(
    r"\W*(?:that\s)?(?:he|she|they|(?!I\s)[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]+){0,2})\s(?:had\s|has\s)?"
    r"(?:said|told|called|spoken|spoke|claimed|promised|threatened|mentioned)\b"
)
_OF_WORDS = 0.6  # the share of what somebody says that he never said which another must tell
_NEVER_SAID = "one tells that it was said, the other denies that"
_NO_NAMES = frozenset(term.key for term in terms_of("The A An He She They It I We Mr Mrs Ms Dr"))


class Disclaimer(NamedTuple):
    """What a passage says in few words not to be so: all its telling terms, those negated first, and who says it.

    `is_ever` says that it never was so, `is_passive` that it was done by nobody.
    """

    told: frozenset[str]
    heads: frozenset[str]
    own: frozenset[str]
    is_ever: bool
    is_passive: bool


def find_disclaimers(
    passages: Sequence[Passage], book: SourceBook, events: Events
) -> Iterator[tuple[int, int, Opposition]]:
    """Pairs of places in `passages`: what somebody says not to be so, and who tells just that of him."""
    found = {at: read for at, one in enumerate(passages) if (read := _disclaimer(one)) is not None}
    telling = _by_term(passages, events, {key for one in found.values() for key in one.heads})
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


def find_disclaimed_words(passages: Sequence[Passage], events: Events) -> Iterator[tuple[int, int, Opposition]]:
    """Pairs of places: what somebody is quoted with, and that he or who speaks for him has said no such thing."""
    found = {at: told for at, one in enumerate(passages) if (told := _words_disclaimed(one))}
    telling = _by_term(passages, events, {key for told in found.values() for key in told})
    for at, told in found.items():
        here = passages[at]
        own = _own(here) - _NO_NAMES
        for other in telling[events.groups[here.article], max(sorted(told), key=rarity)]:
            there = passages[other]
            is_his = bool(there.claim) and not own.isdisjoint(_own(there)) and there.article != here.article
            read = polarity(there.text, denied=there.stance == "denies")
            said = told & (read.negated if _is_of_none(here) else read.affirmed)
            share = sum(map(rarity, sorted(said))) / sum(map(rarity, sorted(told)))
            is_told = (is_his and said == told) or (share >= _OF_WORDS and _is_told_of_him(there, here))
            if is_told and events.is_surely_one(here.article, there.article):
                yield min(at, other), max(at, other), Opposition(_NEVER_SAID, question="said")


def _is_told_of_him(other: Passage, disclaimer: Passage) -> bool:
    """Whether another tells of somebody that he said it: "the tape shows that he said “…”"."""
    if other.speaker in (disclaimer.speaker, "") or other.stance == "denies" or _NOT_SAID.search(other.text):
        return False
    return _HE_SAID.match(other.text) is not None


def _by_term(
    passages: Sequence[Passage], events: Events, wanted: Collection[str]
) -> Mapping[tuple[str, str], list[int]]:
    """The places of the passages of an event that have one of the wanted terms."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    if wanted:
        for at, one in enumerate(passages):
            for key in {term.key for term in one.terms} & set(wanted):
                found[events.groups[one.article], key].append(at)
    return found


def _own(one: Passage) -> frozenset[str]:
    """What who speaks in a passage is called, and whom he speaks for, by the terms."""
    terms = terms_of(f"{one.speaker} {one.role} {' '.join(one.forms)}")
    return frozenset(term.key for term in terms if rarity(term.key) >= _TELLING)


def _words_disclaimed(one: Passage) -> frozenset[str]:
    """What a passage says that somebody never said, by its telling terms; none where it says nothing of the kind."""
    if not one.claim or one.figures:
        return frozenset()  # the number that he is said to have told is denied as a number
    said = (_NOT_SAID if one.stance != "denies" else _DENIED_SAID).search(one.text)
    told = {term.key for term in terms_of(said["what"]) if rarity(term.key) >= _TELLING} if said else set()
    return frozenset(told) if 0 < len(told) <= _SHORT and max(map(rarity, told)) >= _RARE else frozenset()


def _is_of_none(one: Passage) -> bool:
    """Whether what somebody is said not to have said is itself that something is not so."""
    said = _NOT_SAID.search(one.text)
    return said is not None and is_negated(said["what"])


def _disclaimer(one: Passage) -> Disclaimer | None:
    """What a passage says not to be so, None where it says more or nothing of the kind."""
    if not one.claim or not one.speaker or not is_plainly_negating(one):
        return None
    text = _BUT.sub("", one.text)  # "she had not been fired but had resigned"
    named = {term.key for term in one.terms if term.is_name} - _NO_NAMES
    own = _own(one)
    read = polarity(text, denied=one.stance == "denies")
    words = {term.key for term in one.terms if rarity(term.key) >= _TELLING and not is_time(term.key)}
    told = (read.negated & words) - own - named - light_words()
    if not 0 < len(told) <= _SHORT or any(rarity(key) >= _TELLING for key in read.affirmed - own - named):
        return None
    heads = {key for key in read.heads & told if rarity(key) >= _RARE}
    is_ever, is_passive = _EVER.search(text) is not None, _PASSIVE.search(text) is not None
    return (
        Disclaimer(frozenset(told), frozenset(heads), (own | named) - _NO_NAMES, is_ever, is_passive) if heads else None
    )


def _is_of_him(other: Passage, read: Disclaimer, key: str) -> bool:
    """Whether a passage tells of who disclaims it, by name, all that he says not to be so."""
    text = other.sentence_text if _OF_ANOTHER.search(other.text) else other.text
    names = {term.key for term in terms_of(text) if term.is_name}
    if names.isdisjoint(read.own) or other.stance == "denies" or (not read.is_ever and YEAR.search(other.text)):
        return False
    done = [term.key for found in _PASSIVE.finditer(other.text) for term in terms_of(found[1])]
    if not read.is_passive and not read.told.isdisjoint(done):
        return False  # who has not sent it does not say that nobody has
    if any(term.key == key for one in other.figures for term in terms_of(one.unit or "")):
        return False  # "he lacks the votes" and "by four votes to three"
    affirmed = polarity(other.text, denied=False).affirmed
    return key in affirmed and read.told <= affirmed
