"""Cuts a passage of several clauses to those that negate something: "he had gone to them and had not been arrested"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.comparison.negations import is_negated
from summarizer.comparison.terms import terms_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.comparison.passages import Passage

_HAS = r"(?:had|has|have|was|were|is|are|did|does|do|would|will|could|can)"
_CUT = re.compile(
    r"(?<=[.;!?])[”\"’]?\s+"
    r"|(?:[,;—–-]\s+|\s)(?:and|but|though|although|while)\s+"
    rf"(?=(?:that\s)?(?:(?:[\w’'-]+\s){{1,4}}?{_HAS}(?:\s(?:not|never|no)\b|n[’']t\b)|(?:he|she|it|they|we|I)\s|{_HAS}\s|never\s|no\w*\s))",
    re.IGNORECASE,
)


def negated_clauses(passage: Passage) -> Iterator[Passage]:
    """A passage cut to each of its clauses that negates something; nothing for a passage of a single clause."""
    for first, last in _places(passage.text):
        start, end = passage.start + first, passage.start + last
        text = passage.text[first:last]
        figures = tuple(one for one in passage.figures if start <= one.start and one.end <= end)
        yield passage._replace(start=start, end=end, text=text, figures=figures, terms=terms_of(text))


@lru_cache(maxsize=16384)
def _places(text: str) -> tuple[tuple[int, int], ...]:
    """Where the clauses of a text stand that negate something, of more than one."""
    if not is_negated(text):
        return ()
    cuts = [(found.start(), found.end()) for found in _CUT.finditer(text)]
    if not cuts:
        return ()
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return tuple((start, end) for start, end in zip(starts, ends, strict=True) if is_negated(text[start:end]))
