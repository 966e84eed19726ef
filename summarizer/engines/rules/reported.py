"""Adds what the article itself reports to key points, where those whom it quotes say too little for a list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.engines.rules.centrality import says_again, words_of
from summarizer.engines.rules.doubts import is_doubtful
from summarizer.engines.rules.key_points import Point, Read
from summarizer.engines.rules.pronouns import read_names
from summarizer.engines.rules.told_claims import LONGEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.engines.rules.candidates import Candidate

_FEWEST_POINTS = 2
# Content words of a sentence without a speaker, with a figure and without one; what has fewer is mostly colour.
_FEWEST_COUNTING, _FEWEST_REPORTED = 5, 6
_LEAST, _LEAST_ALONE = 0.85, 0.6  # what such a sentence weighs beside other points, and where there are none
_LESS = 0.7  # of that, where there would be no point at all
_LEAST_COUNTING = 0.4  # with a figure it is seldom colour
_DIGIT = re.compile(r"\d")


def with_reported(points: tuple[Point, ...], candidates: Sequence[Candidate], read: Read) -> tuple[Point, ...]:
    """Points with what the article itself reports, where those whom it quotes say too little for a list.

    Where they say nothing, one of less weight will do.
    """
    return _with_weighty(points, candidates, read, 1.0) or _with_weighty(points, candidates, read, _LESS)[:1]


def _with_weighty(
    points: tuple[Point, ...], candidates: Sequence[Candidate], read: Read, share: float
) -> tuple[Point, ...]:
    if len(points) >= _FEWEST_POINTS:
        return points
    told = [(frozenset(words_of(one.text)), one.sentences) for one in points]
    told += [(words, ()) for words in read.lines]
    added: list[Point] = []
    for one in sorted(candidates, key=lambda one: (-one.weighed.weight, one.number)):
        if len(points) + len(added) == _FEWEST_POINTS:
            break
        words = one.weighed.words
        is_counting = _DIGIT.search(one.text) is not None
        fewest = _FEWEST_COUNTING if is_counting else _FEWEST_REPORTED
        if one.weighed.weight < share * _least(is_alone=not (points or added), is_counting=is_counting):
            continue
        if one.number in read.sentences or len(words) < fewest:
            continue
        if any(one.number in numbers or says_again(words, other) for other, numbers in told):
            continue
        line = one.tell(frozenset(), read.text, read.met)
        if line.leans and one.text.startswith(("He ", "She ")):  # the reader knows who it is, or it leans still
            line = one.tell(read.met, read.text, read.met)
        if (
            line.leans
            or not one.is_news
            or not (_DIGIT.search(line.text) or read_names(line.text))
            or len(line.text) > LONGEST
            or line.text[:1] in "\"“‘'"
            or is_doubtful(one.article, line.text, (one.number,), read.text, read.met)
        ):
            continue
        added.append(Point(line.text, (), (one.number,)))
        told.append((words, (one.number,)))
    return tuple(sorted((*points, *added), key=lambda point: point.sentences))


def _least(*, is_alone: bool, is_counting: bool) -> float:
    """What a sentence must weigh to be a point."""
    if is_counting:
        return _LEAST_COUNTING
    return _LEAST_ALONE if is_alone else _LEAST
