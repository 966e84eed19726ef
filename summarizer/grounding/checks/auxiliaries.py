"""The words that stand before a verb and say when it is and how sure: "had", "would have", "may"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.grounding.checks.alignment import Word

HAVE = frozenset({"has", "have", "had", "was", "were"})
MODALS = frozenset({"can", "could", "may", "might", "will", "would", "shall", "should"})
MOST_AUXILIARIES = 4  # words before a verb that may be its auxiliaries
_VERBAL = HAVE | MODALS | word_set("checks.hedges.beside_auxiliaries")
_MUST = (["have", "to"], ["has", "to"], ["had", "to"], ["need", "to"], ["needs", "to"])


def auxiliaries(words: Sequence[Word], at: int) -> list[str]:
    """The auxiliaries right before a verb, in their order."""
    found: list[str] = []
    before = words[max(0, at - MOST_AUXILIARIES) : at]
    if [word.lower for word in before[-2:]] in _MUST:  # "may have to pay" hedges paying
        before = before[:-2]
    for word in reversed(before):
        if word.lower.endswith("'ll"):  # "he'll"
            return ["will", *found]
        if word.text == "May" or (word.lower not in _VERBAL and not word.lower.endswith("ly")):
            break
        found.insert(0, word.lower)
    return [one for one in found if one in _VERBAL]
