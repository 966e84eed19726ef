"""Candidates for whom a pronoun or noun means, and which of them is likeliest."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from summarizer.attribution.sources.mentions import Referent
from summarizer.attribution.sources.naming import SourceName

Who = Referent | SourceName


class Candidate(NamedTuple):
    """Somebody who may be meant: the better the score and, of two alike, the later the place, the likelier."""

    score: float
    place: int
    who: Who | None


NOBODY = Candidate(-inf, -1, None)


def ranked(new: Candidate, best: Candidate, second: Candidate) -> tuple[Candidate, Candidate]:
    """The best of three candidates, and the better of those who are somebody else."""
    if new[:2] >= best[:2]:
        return new, second if new.who == best.who else best
    return best, new if new.who != best.who and new[:2] > second[:2] else second
