"""A condition of the evidence that a text gives as a reason, or leaves out of what will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.checks.alignment import Alignment, Word, clause_before
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_IFS = frozenset({"if", "unless"})
_LONGEST_IF = 16  # words; a longer stretch without a mark is more than a condition
_SURELY = frozenset({"will", "won't"})
_CONDITIONAL = word_set("checks.hedges.conditional")
_REASONS = frozenset({"because", "since", "as", "after"})
_TO_HEAD = 6  # words after "because" in which the word stands that it is about


def unconditional(alignment: Alignment) -> str | None:
    """A condition of the evidence that the text gives as a reason or as so, or leaves out of what will be."""
    given = _whether_or_not(alignment) or _as_reason(alignment)
    if given is not None or any(word.lower in _CONDITIONAL for word in alignment.said):
        return given
    return _given(alignment) or _left_out(alignment)


def _whether_or_not(alignment: Alignment) -> str | None:
    said, held = alignment.said, alignment.held
    if not any(_is_either(said, at) for at in range(len(said))) or any(_is_either(held, at) for at in range(len(held))):
        return None
    only = next((at for at in sorted(alignment.cited) if held[at].lower in ("if", "unless")), None)
    return None if only is None else f"the evidence says “{held[only].text}”, the claim that it is so whether or not"


def _as_reason(alignment: Alignment) -> str | None:
    said, held = alignment.said, alignment.held
    for at, word in enumerate(said):
        if word.lower not in _REASONS or [one.lower for one in said[at + 1 : at + 2]] == ["if"]:
            continue
        head = next((one for one in range(at + 1, min(at + 1 + _TO_HEAD, len(said))) if said[one].is_content), None)
        place = None if head is None else alignment.links[head]
        if place is not None and any(one.lower in _IFS for one in clause_before(held, place, _TO_HEAD)):
            return f"the evidence has “{held[place].text}” as a condition, the claim as a reason"
    return None


def _left_out(alignment: Alignment) -> str | None:
    held = alignment.held
    if not any(word.lower in _SURELY for word in alignment.said):
        return None
    for at in sorted(alignment.cited):
        if held[at].lower not in _IFS:
            continue
        clause = _clause_after(held, at)
        told = [one for one in clause if held[one].is_content]
        is_about = any(_is_retold_word(alignment, one) for one in _around_clause(held, at, clause))
        if told and is_about and len(clause) <= _LONGEST_IF and all(alignment.back[one] is None for one in told):
            return f"the evidence says “{' '.join(held[one].text for one in (at, *clause))}”, the claim does not"
    return None


def _given(alignment: Alignment) -> str | None:
    """What the evidence says only "if", when the text says all of it and nothing that leaves it open."""
    held = alignment.held
    for at in sorted(alignment.cited):
        clause = _clause_after(held, at) if held[at].lower == "if" else []
        told = [one for one in clause if held[one].is_content]
        is_told = len(told) >= _TELLING and all(alignment.back[one] is not None for one in told)
        if is_told and len(clause) <= _LONGEST_IF and not _is_relative(alignment, told):
            return f"the evidence says “if … {held[told[-1]].text}”, the claim has it as so"
    return None


def _is_relative(alignment: Alignment, told: Sequence[int]) -> bool:
    """Whether a text says of which ones it is so: "boats that sink are raised" for "boats are raised if they sink"."""
    if alignment.held[told[0] - 1].lower not in _PRONOUNS:
        return False
    places = [place for one in told if (place := alignment.back[one]) is not None]
    return any(word.lower in _WHO for place in places for word in alignment.said[max(0, place - _TO_WHO) : place])


_WHO = frozenset({"who", "that", "which", "whose"})
_PRONOUNS = frozenset({"they", "it", "he", "she", "we", "you"})
_TO_WHO = 2  # words from a verb back to its "who"
_TELLING = 3  # words that say something: it is no chance that a text has them all


def _is_either(words: Sequence[Word], at: int) -> bool:
    """Whether something is so in either case: "whether or not", "regardless of whether", "even if"."""
    now, after = words[at].lower, [word.lower for word in words[at + 1 : at + 3]]
    return (now == "whether" and after == ["or", "not"]) or (now == "even" and after[:1] == ["if"])


def _around_clause(words: Sequence[Word], at: int, clause: Sequence[int]) -> list[int]:
    """The places of the words before an "if" in its own clause, and of the clause that follows its own."""
    before = clause_before(words, at, _LONGEST_IF)
    last = clause[-1] if clause else at
    return [*range(at - len(before), at), *_clause_after(words, last + 1)]


def _is_retold_word(alignment: Alignment, place: int) -> bool:
    return alignment.held[place].is_content and alignment.back[place] is not None


def _clause_after(words: Sequence[Word], at: int) -> list[int]:
    ends = (place for place in range(at + 1, len(words)) if words[place].kind == "mark")
    return list(range(at + 1, next(ends, len(words))))
