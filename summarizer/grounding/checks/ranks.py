"""An office with another rank than the evidence has: a "president" for a vice president."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.sources.vocabulary import ROLE_NOUNS
from summarizer.grounding.checks.roles import RANKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.grounding.checks.alignment import Alignment, Word


def other_rank(alignment: Alignment) -> str | None:
    """An office without the "vice" or "deputy" that the evidence has before it, or with one that it has not."""
    said, held = alignment.said, alignment.held
    for at, word in enumerate(said):
        place = alignment.links[at]
        if place is None or word.lower not in ROLE_NOUNS or held[place].lower != word.lower:
            continue
        if sum(one.lower == word.lower for one in held) > 1:
            continue  # which of them is meant is not sure
        ours, theirs = _rank_before(said, at), _rank_before(held, place)
        if (ours is None) is not (theirs is None):
            return f"{ours} {word.text}" if ours else word.text
    return None


def _rank_before(words: Sequence[Word], at: int) -> str | None:
    before = words[at - 1].text if at else ""
    return before if before.lower() in RANKS else None
