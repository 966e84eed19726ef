"""Words that deny or admit something in one sense and not in another: who "dismissed nine clerks" denied nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.checks.polarity import DISMISSED
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_LET_IN = word_set("lines.polarity.let_in")
_TO_WHOM = 4  # words from "admitted" to whom
_TO_AS = 24  # words from "dismissed" to the "as" behind which it is said what for
_REACH = 12  # words about "dismissed" in which it is said what was


def lets_in(words: Sequence[str], at: int) -> bool:
    """Whether somebody is admitted, and not a fault: "admitted nine patients"."""
    return words[at].startswith(("admit", "admission")) and not _LET_IN.isdisjoint(words[at + 1 : at + 1 + _TO_WHOM])


def sacks(words: Sequence[str], at: int) -> bool:
    """Whether "dismissed" says that somebody has to go, and not that what is said is untrue."""
    return words[at].startswith("dismiss") and DISMISSED.isdisjoint(words[max(0, at - _REACH) : at + _REACH])


def calls(words: Sequence[str], at: int) -> bool:
    """Whether "dismissed" says what somebody calls a thing: "dismissed the study as alarmist"."""
    return words[at].startswith("dismiss") and "as" in words[at + 1 : at + 1 + _TO_AS]
