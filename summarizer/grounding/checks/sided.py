"""What a text is for and its evidence against: "a case for the dam" and "a case against the dam"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.checks.alignment import is_negated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.grounding.checks.alignment import Alignment, Word

_SIDES = {"for": "for", "favor": "for", "favour": "for", "against": "against", "by": "by"}
_CONTRARY = frozenset({("for", "against"), ("against", "for"), ("by", "against"), ("against", "by")})
_TO_THING = 3  # words from "for" to what somebody is for
_BACK = 4  # words before the same thing in the evidence


def find_other_side(alignment: Alignment) -> tuple[str, str] | None:
    """The word for the side that a text takes of a thing, and the evidence's for the other side; None without one."""
    said, held = alignment.said, alignment.held
    for at, word in enumerate(said):
        if word.lower not in ("for", "against", "by"):
            continue
        thing = _thing(said, at)
        place = None if thing is None else alignment.links[thing]
        if thing is None or place is None:
            continue
        there = _side_of(held, place)
        if there is None or alignment.back[there] is not None:
            continue
        is_other = (word.lower, _SIDES[held[there].lower]) in _CONTRARY
        if is_other and is_negated(said, at) is is_negated(held, there):
            return word.text, held[there].text
    return None


def _thing(words: Sequence[Word], at: int) -> int | None:
    for place in range(at + 1, min(at + 1 + _TO_THING, len(words))):
        if words[place].kind == "mark":
            return None
        if words[place].is_content:
            return place
    return None


def _side_of(held: Sequence[Word], place: int) -> int | None:
    """The place of the nearest word for a side before a thing, with nothing but what belongs to the thing between."""
    for at in range(place - 1, max(-1, place - 1 - _BACK), -1):
        if held[at].kind == "mark":
            return None
        if held[at].lower in _SIDES:
            return at
    return None
