"""Tells what somebody is accused of with their answer, where that stands right behind it: "The mill denied that."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.engines.rules.told_claims import LONGEST
from summarizer.reading.layout.layout import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.engines.rules.candidates import Candidate
    from summarizer.engines.rules.key_points import Point, Read

_BETWEEN = 2  # sentences of the accuser's between what is said and the answer to it
_ANSWERS = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es|ed)|refut(?:es|ed)) "
    r"(?:it|this|that|th(?:e|is|at|ose|ese) (?:accusation|allegation|charge|claim"
    r"|complaint|criticism|protest|report|suggestion|idea)s?)"
    r"(?=[.,;:]| and | as | on [A-Z])"
    r"|\bden(?:ies|ied) that (?:he|she|they|it) (?:had|has|was|were|did)\b"
)
_HE = re.compile(r"(?:He|She|They|It)\b")
_BUT = re.compile(r"\w (?:but|which|that|and) ")
_QUOTES = ("“", '"', "''")


def with_denials(points: Sequence[Point], candidates: Sequence[Candidate], read: Read) -> Iterator[Point]:
    """Points with the answers to them that follow in the article, where both together are no longer than a point."""
    taken = read.sentences.union(*[point.sentences for point in points])
    free = {one.number: one for one in candidates if one.number not in taken}
    for point in points:
        last = max(point.sentences)
        behind = filter(None, map(free.get, range(last + 1, last + _BETWEEN + 2)))
        answer = next((one for one in behind if answers(one, last)), None)
        told = answer.tell(read.met, f"{read.text} {point.text}", read.met) if answer else None
        if answer is None or told is None or told.standing == "never" or len(point.text) + len(told.text) >= LONGEST:
            yield point
        else:
            yield point._replace(text=f"{point.text} {told.text}", sentences=(*point.sentences, answer.number))


def answers(one: Candidate, number: int) -> bool:
    """Whether a sentence denies what the one of that number says, with nothing but quotations from it in between."""
    denial = _ANSWERS.search(one.text) if 0 < one.number - number <= _BETWEEN + 1 else None
    if denial is None or _HE.match(one.text) or _BUT.search(one.text, 0, denial.start()):
        return False  # "The guild sent a letter but the board rejected it"
    between = sentences_of(one.article)[number : one.number - 1]
    return all(_goes_on(one.article.text[other.start : other.end]) for other in between)


def _goes_on(text: str) -> bool:
    """Whether a sentence is a quotation of the one who has just spoken."""
    return text.startswith(_QUOTES) or (_HE.match(text) is not None and any(mark in text for mark in _QUOTES))
