"""Puts a second answer's claims and lines in the place of those of the first that were complained of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer.engines.model.objections import complain, faults_of, is_grounded
from summarizer.engines.model.summary_lines import mend_summary
from summarizer.text.overlap import CUT_OFF, measure_overlap, stems

if TYPE_CHECKING:
    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim
    from summarizer.engines.model.answers import Parsed


def mend(article: Article, first: Parsed, second: Parsed) -> Parsed:
    """The first answer with what the second one put right of it.

    Only the claims that were complained of are replaced, each in its place, so that key points keep what they cite; a
    claim stays where the second answer has none for it or a worse one. What could not be read at first is added.
    """
    complaints = complain(article, first)
    claims, free = list(first.claims), list(second.claims)
    for place in dict.fromkeys(one.place for one in complaints if one.place >= 0):
        old = first.claims[place]
        new = max(free, key=lambda claim: _likeness(old, claim), default=None)
        if new is None or not _likeness(old, new):
            continue
        free.remove(new)
        if faults_of(article, new) < faults_of(article, old):
            claims[place] = new
    if first.unread:
        known = {(claim.source.casefold(), claim.quotes) for claim in claims}
        unknown = [claim for claim in free if (claim.source.casefold(), claim.quotes) not in known]
        claims += [claim for claim in unknown if is_grounded(article, claim)][: len(first.unread)]
    return replace(
        mend_summary(article, first, second),
        claims=claims,
        numbers=_numbered(first, len(claims)),
    )


def _numbered(first: Parsed, count: int) -> list[int]:
    """The numbers of the claims of an answer, to which some were added that follow the last."""
    numbers = [first.number_of(place) for place in range(len(first.claims))]
    last = max((*numbers, *first.unread), default=0)
    return [*numbers, *range(last + 1, last + 1 + count - len(numbers))]


def _likeness(old: DraftClaim, new: DraftClaim) -> float:
    """How surely a claim is another one put right: by its sentence, its source and its words; 0 if it is not."""
    source = old.source.casefold() == new.source.casefold()
    words = measure_overlap(" ".join(new.quotes), stems(" ".join(old.quotes))).share
    told = measure_overlap(new.text, stems(old.text)).share
    is_it = old.sentence == new.sentence or max(words, told) >= CUT_OFF
    return (old.sentence == new.sentence) + source + words + told if is_it else 0.0
