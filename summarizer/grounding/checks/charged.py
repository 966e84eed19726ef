"""What somebody is held or charged with: "arrested for stealing" has nobody as a thief, nor has "allegedly stole"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.checks.alignment import clause_before
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.grounding.checks.alignment import Word

CHARGED = word_set("checks.hedges.charged")
_OF_CHARGE = frozenset({"for", "of", "over", "with", "on"})
_BEFORE = 8  # words before what somebody is charged with


def is_charge(words: Sequence[Word], at: int) -> bool:
    """Whether what stands at a place is what somebody is held or charged with for."""
    before = [word.lower for word in clause_before(words, at, _BEFORE)]
    return any(one in CHARGED and not _OF_CHARGE.isdisjoint(before[place + 1 :]) for place, one in enumerate(before))
