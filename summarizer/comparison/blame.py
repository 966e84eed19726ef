"""Finds who is said to have done something and says that he did not: "blamed the Front", "had no part in it"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.comparison.opposition import Opposition, is_open
from summarizer.comparison.terms import is_time, rarity, terms_of
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.comparison.passages import Passage
    from summarizer.comparison.sources import SourceBook
    from summarizer.comparison.topics import Events

_MOST = 12  # passages of one event that blame somebody or clear him, of which each is compared with each
_TELLING = 0.2  # the rarity of a word by which two passages are of one deed
_DID = re.compile(
    rf"\W*(?:that\s)?(?P<who>(?:[Tt]he\s)?[A-Z][^,.;:“”\"]{{2,50}}?)\s(?:(?:was|were|had|has|have|stood|standing)\s)*(?:{'|'.join(word_set('comparison.blame.deeds'))})\b".replace(
        "_", r"\s"
    )
)
_END = re.compile(r"[,;:]|\s(?:and|but)\s")  # of what somebody had nothing to do with
_CLEARED, _DENIED, _OWNED = (wordings(f"comparison.blame.{key}") for key in ("cleared", "denied", "owned"))
_DEEDS = frozenset(
    term.key for word in word_set("comparison.blame.deeds", "comparison.causes.events") for term in terms_of(word)
)


def find_blame(passages: Sequence[Passage], book: SourceBook, events: Events) -> Iterator[tuple[int, int, Opposition]]:
    """Pairs of places in `passages`: who is blamed by one, and his word that he did not do it."""
    blamed: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    clearing: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(passages):
        if not one.claim or not one.speaker:
            continue
        if _clears_himself(one):
            clearing[events.groups[one.article]].append(at)
        elif who := _blamed(one):
            blamed[events.groups[one.article]].append((at, who))
    names = _names_of(passages, book) if clearing else {}
    for group, denials in clearing.items():
        if len(denials) + len(blamed[group]) > _MOST:
            continue
        for denial in denials:
            own = names[_source(passages[denial], denial, book)]
            for at, who in blamed[group]:
                here, there = passages[at], passages[denial]
                is_other = who <= own and events.is_surely_one(here.article, there.article)
                if is_other and _are_of_one_deed(here, there, own):
                    yield (
                        min(at, denial),
                        max(at, denial),
                        Opposition("one blames whom another clears", question="blame"),
                    )


def _blamed(one: Passage) -> frozenset[str]:
    """The name of whom a passage blames, by its terms; none where it blames nobody."""
    if is_open(one.text):
        return frozenset()
    if one.stance == "accuses":
        return _names(one.text)
    before = one.sentence_text[: max(0, one.start - one.sentence)]
    owned = _OWNED.search(before + one.text)
    if owned and owned.end() > len(before):
        return _names(f"{one.speaker} {one.role}")
    did = _DID.match(one.text) if one.stance in ("asserts", "confirms") else None
    return _names(did["who"]) if did else frozenset()


def _clears_himself(one: Passage) -> bool:
    """Whether a speaker says that he, or who he speaks for, did not do it."""
    if one.stance == "denies":
        return _DENIED.search(one.text) is not None or _CLEARED.search(one.text) is not None
    return one.stance == "asserts" and _CLEARED.search(one.text) is not None and not is_open(one.text)


def _names(text: str) -> frozenset[str]:
    return frozenset(term.key for term in terms_of(text) if term.is_name and not is_time(term.key))


def _source(one: Passage, at: int, book: SourceBook) -> tuple[int, int]:
    """The source of a passage; of one whose source is not known, that passage alone."""
    number = book.number_of(one)
    return (-1, at) if number is None else (0, number)


def _names_of(passages: Sequence[Passage], book: SourceBook) -> dict[tuple[int, int], frozenset[str]]:
    """All that each source is called, and what those who speak for a body call themselves, by the terms."""
    found: dict[tuple[int, int], set[str]] = defaultdict(set)
    for at, one in enumerate(passages):
        if one.claim and one.speaker:
            found[_source(one, at, book)] |= _names(f"{one.speaker} {one.role} {' '.join(one.forms)}")
    return {source: frozenset(names) for source, names in found.items()}


def _are_of_one_deed(blame: Passage, denial: Passage, own: frozenset[str]) -> bool:
    """Whether a denial tells of no other deed than the one for which somebody is blamed."""
    cleared = _CLEARED.search(denial.text) or _DENIED.search(denial.text)
    rest = _END.split(denial.text[cleared.end() if cleared else 0 :])[0]
    told = (
        {term.key for term in terms_of(rest) if rarity(term.key) >= _TELLING and not is_time(term.key)} - own - _DEEDS
    )
    if not told:
        return True
    return not told.isdisjoint(term.key for term in terms_of(f"{blame.lead} {blame.sentence_text}"))
