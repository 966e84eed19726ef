"""Candidates for whom a pronoun means: the likeliest, and the likeliest of those who are somebody else."""

from __future__ import annotations

import pytest

from summarizer.attribution.sources.candidates import NOBODY, Candidate, ranked
from summarizer.attribution.sources.naming import SourceName

POE, ROE, DOE = (SourceName(name, "person") for name in ("Ann Poe", "Bob Roe", "Cy Doe"))


@pytest.mark.parametrize(
    ("new", "best", "second"),
    [
        (Candidate(3.0, 1, ROE), ROE, POE),
        (Candidate(2.0, 9, ROE), ROE, POE),  # of two alike the later one
        (Candidate(1.5, 1, ROE), POE, ROE),
        (Candidate(0.5, 1, ROE), POE, DOE),
        (Candidate(3.0, 1, POE), POE, DOE),  # the same person again is nobody else
        (Candidate(1.5, 1, POE), POE, DOE),
    ],
)
def test_the_best_and_the_best_of_the_others(new: Candidate, best: SourceName, second: SourceName) -> None:
    first, other = ranked(new, Candidate(2.0, 5, POE), Candidate(1.0, 3, DOE))
    assert (first.who, other.who) == (best, second)


def test_anybody_is_likelier_than_nobody() -> None:
    assert ranked(Candidate(-5.0, 0, POE), NOBODY, NOBODY) == (Candidate(-5.0, 0, POE), NOBODY)
