"""Tells whom a pronoun means in a summary that names nobody before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from summarizer.attribution.sources import read_cast
from summarizer.engines.rules.introducing import SUFFIXES, surname
from summarizer.engines.rules.plain_names import plain_name
from summarizer.reading.layout.layout import sentences_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

_HE = re.compile(r"[HhSs](?<!\w.)(?:(?<=[Hh])|(?<=[Ss])h)e(?=[ ,])")
_HE_IS = re.compile(r"(?:He|She)[’'](?:s|d|ll)\b")
_HIS = re.compile(r"(?:His|Her)(?= [a-z])")
_SOMEBODY_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?) [a-z][\w’'-]+ (?:[a-z]+ed|says?|said|told|was|is|has|had|will|would)\b"
)
_CAPITAL_BEHIND = re.compile(r" [A-ZÀ-Þ][a-zà-þ]")
_AGED = re.compile(r"The \d+-year-old\b")
_NEAR_SENTENCES = 3


def pointed_at(article: Article, start: int, end: int, known: Collection[str]) -> tuple[Offsets, str] | None:
    """The first "he" or "she" before any name, with the surname of the one whom it means, if the reader knows him."""
    found = _HE.search(article.text, start, end)
    if _HE_IS.match(article.text, start, end):
        return None  # "He's telling pilots that he": no name in the middle
    if found is None or not known or read_cast(article).is_quoted(found.start()):
        return None
    if _SOMEBODY_BEFORE.search(article.text, start, found.start()):
        return None  # "the president insisted that he": it is he
    full = plain_name(article, read_cast(article).resolve(found.span()).name, "person")
    if full.casefold() not in known or not is_last_named(article, found.start(), full):
        return None
    *names, last = surname(full).split()
    is_suffix = last.rstrip(".") in SUFFIXES
    return (found.span(), " ".join(names) if is_suffix and names else surname(full))  # "Moll", not "Moll Jr."


def find_possessed(
    article: Article, start: int, end: int, known: Collection[str], met: Collection[str]
) -> tuple[Offsets, str] | None:
    """The "her" with which a sentence begins ("Her lawyer, …"), with the name of the one whom it means."""
    found = _HIS.match(article.text, start, end)
    if found is None or not (known or met) or read_cast(article).is_quoted(start):
        return None
    full = plain_name(article, read_cast(article).resolve(found.span()).name, "person")
    if full.casefold() not in {*known, *met} or not is_last_named(article, start, full):
        return None
    mark = "’" if "’" in article.text else "'"
    return found.span(), f"{surname(full) if full.casefold() in known else full}{mark}s"


def is_last_named(article: Article, at: int, full: str) -> bool:
    """Whether a pronoun that is read as a person's can be no other's: the first named in the sentence before, if any.

    Of any other whom a pronoun is read as, too many are wrong to put a name in its place; nor is one put there that
    stands in the same sentence ("he said Reil lied").
    """
    sentences, cast = sentences_of(article), read_cast(article)
    here = max(0, bisect_right(sentences, at, key=attrgetter("start")) - 1)
    before = [one for one in sentences[max(0, here - _NEAR_SENTENCES) : here] if one.end <= at]
    if before and _AGED.match(article.text, before[-1].start):
        return False  # who is told of by age goes on: "The 61-year-old came ninth. She waited."
    found = cast.persons_within(before[0].start if before else sentences[here].start, at)
    # A lone word of which nothing is told may be a town's name, but not before another one: "Ana May", read as a month.
    text = article.text
    named = [
        ((low, high), who)
        for (low, high), who in found
        if " " in who.name or who.role or _CAPITAL_BEHIND.match(text, high)
    ]
    names = [plain_name(article, who.name, "person") for _, who in named]
    firsts = [name for ((low, _), _), name in zip(named, names, strict=True) if before and low >= before[-1].start]
    if full != next(iter((*firsts, *names[-1:])), None):
        return False  # who does something goes on: in "Ana Moll met Ada Lund. Then she left", it is not Lund
    within = cast.persons_within(at, sentences[here].end)
    return not any(who.name == full and not cast.is_quoted(low) for (low, _), who in within)
