"""Finds what is still to come in the evidence and has come in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.checks.alignment import Alignment, Word, clause_before
from summarizer.grounding.checks.prospects import (
    AUXILIARIES,
    HAVE,
    HEDGES,
    MODALS,
    TOLD,
    auxiliaries,
    has_same_object,
    is_told_there,
)
from summarizer.text.overlap import FIRST_FORMS
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_DONE = HAVE | {"is", "are"}
BE = frozenset({"is", "are", "was", "were", "been", "being"})
BEFORE = 8  # words before that word in which a text may hedge it
AHEAD = 3  # words from "feared" to what is feared
_FUTURE = word_set("checks.hedges.future")
_EXPECTED = word_set("checks.hedges.expected")
_TO_COME = frozenset({"to", "due", "scheduled"})
_AWAITED = word_set("checks.hedges.awaited")
_TALKED_OF = frozenset(
    {"discussions", "talks", "negotiations", "considering", "mulling", "plans", "planning", "weighing"}
)
SUPPOSING = frozenset({"if", "once", "unless"})
NEARLY = frozenset({"nearly", "almost", "virtually", "practically"})
_PRESENT = word_set("checks.hedges.present")
_PROPOSED, _OPEN_TO = word_set("checks.hedges.proposed"), word_set("checks.hedges.open_to")


def done(alignment: Alignment) -> str | None:
    """What the evidence says can or will be, and the text has as done: "has given" for "would give"."""
    said, held = alignment.said, alignment.held
    for at, word in enumerate(said):
        place = alignment.links[at]
        if place is None or word.kind != "word" or not word.is_content or word.lower in NEARLY:
            continue
        before = auxiliaries(said, at)
        if any(one.lower in SUPPOSING for one in clause_before(said, at, BEFORE)):
            continue
        is_done = before and _DONE.issuperset(before[:1]) and MODALS.isdisjoint(before)
        is_past = not before and _is_past(word) and not _is_past(held[place])
        is_told = is_past and (_awaited(held, place) is not None or has_same_object(alignment, at, place))
        if not is_done and not is_told:
            continue
        talked = next((one for one in clause_before(held, place, AHEAD + 1) if one.lower in _TALKED_OF), None)
        if talked is not None and is_done and held[place].lower != word.lower:
            return f"the evidence says “{talked.text}” of this, the claim has it as done"
        modal = next((one for one in auxiliaries(held, place)[:1] if one in MODALS), None)
        is_habit = modal == "would" and any(one.lower == "used" for one in held)  # "used to ring, and they would come"
        if modal is not None and not is_habit and "have" not in auxiliaries(held, place):
            return f"the evidence says “{modal} {held[place].text}”, the claim has it as done"
        if (
            (awaited := _awaited(held, place))
            and is_told_there(alignment, at, place)
            and _FUTURE.isdisjoint(one.lower for one in said)
        ):
            return f"the evidence says “{awaited} {held[place].text}”, the claim has it as done"
    return None


def come(alignment: Alignment) -> str | None:
    """What the evidence says is expected, and the text has as past: "900 came" for "900 are expected"."""
    said, held = alignment.said, alignment.held
    if any(word.lower in _FUTURE | _TO_COME or (is_hedge(word) and word.lower != "about") for word in said):
        return None
    if not any(_is_past(word) and word.kind == "word" and alignment.links[at] is None for at, word in enumerate(said)):
        return None
    for at, word in enumerate(held):
        if word.lower in _EXPECTED and at in alignment.cited and is_passive(held, at) and is_retold(alignment, at):
            return f"the evidence says “{word.text}”, the claim has it as done"
    return None


def _is_past(word: Word) -> bool:
    return (word.lower.endswith("ed") and word.lower not in _PRESENT) or (
        word.lower in FIRST_FORMS and FIRST_FORMS[word.lower] != word.lower and not word.lower.endswith("s")
    )


def _awaited(held: Sequence[Word], place: int) -> str | None:
    """The word that says of a verb after "to" that it is still to come: "expects to hear"."""
    before = clause_before(held, place, AUXILIARIES)
    if before and held[place].lower.endswith("ing"):
        if before[-1].lower in _PROPOSED:
            return before[-1].text
        if len(before) > 1 and before[-1].lower == "of" and before[-2].lower in _OPEN_TO:
            return f"{before[-2].text} of"
    if len(before) < 2 or before[-1].lower != "to":
        return None
    return next((word.text for word in reversed(before[:-1]) if word.lower in _AWAITED), None)


def is_passive(words: Sequence[Word], at: int) -> bool:
    return any(word.lower in BE for word in words[max(0, at - 2) : at])


def is_hedge(word: Word) -> bool:
    return word.lower in HEDGES and word.text != "May"


def is_retold(alignment: Alignment, at: int) -> bool:
    around = range(max(0, at - BEFORE), min(len(alignment.held), at + BEFORE))
    return sum(alignment.held[one].is_content and alignment.back[one] is not None for one in around) >= TOLD
