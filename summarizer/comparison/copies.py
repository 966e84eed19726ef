"""Near-copied sentences: wire text that several printed, and long quotations that several give, found by shingles."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_RUN = 4  # words in a row that are compared
_LEAST_RUNS = 4  # a sentence of fewer runs says too little to be known again
_COPIED = 0.6  # of the runs of the shorter sentence
_LONG = 6  # runs in common that nobody says twice by chance
_VERY_LONG = 10  # that are one text, however long the rest is
_COMMONEST = 24  # a run in more sentences than this leads from each only to the next


class Place(NamedTuple):
    """A sentence: its article, and where it stands there in code points."""

    article: str
    start: int
    end: int


class CopyPair(NamedTuple):
    """Two sentences of different articles that are one text; `similarity` is the share of all runs that both have."""

    one: Place
    two: Place
    similarity: float


def words_of(text: str) -> list[str]:
    """The words of a text, without regard to case and marks."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(text)]


@lru_cache(maxsize=8192)  # the passages of one fact are compared in pairs
def runs_of(text: str) -> frozenset[int]:
    """Hashes of all runs of words of a text, without regard to case and marks."""
    words = words_of(text)
    return frozenset(hash(tuple(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))


def find_copies(texts: Mapping[str, tuple[str, Sequence[tuple[int, int]]]]) -> list[CopyPair]:
    """The near-copied sentences of articles, given by id as text and offsets of sentences, in order of their places."""
    places: list[Place] = []
    runs: list[frozenset[int]] = []
    for article, (text, sentences) in sorted(texts.items()):
        for start, end in sentences:
            found = runs_of(text[start:end])
            if len(found) >= _LEAST_RUNS:
                places.append(Place(article, start, end))
                runs.append(found)
    pairs = []
    for one, two in _meetings(places, runs):
        both = len(runs[one] & runs[two])
        if both >= _COPIED * min(len(runs[one]), len(runs[two])):
            similarity = round(both / len(runs[one] | runs[two]), 3)
            pairs.append(CopyPair(places[one], places[two], similarity))
    return pairs


def _meetings(places: Sequence[Place], runs: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Pairs of sentences of different articles that share a run, in order."""
    index: dict[int, list[int]] = defaultdict(list)
    for at, found in enumerate(runs):
        for run in found:
            index[run].append(at)
    following: dict[int, set[int]] = defaultdict(set)
    shared: dict[int, list[int]] = {}
    for run, members in index.items():
        if len(members) > _COMMONEST:
            for one, two in pairwise(members):
                following[one].add(two)
        elif len(members) > 1:
            shared[run] = members
    for at, found in enumerate(runs):
        met = following.pop(at, set())
        for run in found:
            met.update(shared.get(run, ()))
        yield from ((at, other) for other in sorted(met) if other > at and places[other].article != places[at].article)


def same_words(one: str, two: str) -> bool:
    """Whether two passages are the same words mostly, as a quotation in two outlets is.

    One may be the longer, and a long one may be cut in its midst.
    """
    first, second = runs_of(one), runs_of(two)
    few, both = min(len(first), len(second)), len(first & second)
    return few >= 2 and (both >= _COPIED * few or both >= max(_LONG, min(_VERY_LONG, few / 3)))
