"""What the article only asks or fears, given by a text as so: "whether it leaked" is not "that it leaked"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.grounding.checks.alignment import Alignment, Word

_FEARED = word_set("checks.hedges.feared_things")
_ASKED = word_set("checks.hedges.asked")
_LEFT_OPEN = word_set("checks.hedges.left_open")
_INQUIRING = word_set("checks.hedges.inquiring")
_DOUBTING = word_set("checks.hedges.possible", "checks.hedges.likely", "checks.hedges.leading")
_THAT = frozenset({"how", "why", "found", "finds", "showed", "shows", "proved", "proves"})
_CLAUSE = 10  # words after "whether" that are asked
_MOST = 2  # of them in the text: it is about the same
_TO_HEAD = 4


def asked_or_feared(alignment: Alignment) -> str | None:
    """What the evidence asks or fears and the text has as so; None where there is none."""
    return _asked(alignment) or _feared(alignment) or _accused(alignment)


def _asked(alignment: Alignment) -> str | None:
    words = {word.lower for word in alignment.said}
    if not _LEFT_OPEN.isdisjoint(words) or (not _INQUIRING.isdisjoint(words) and _THAT.isdisjoint(words)):
        return None
    for at, word in enumerate(alignment.held):
        if not _asks(alignment.held, at) or at not in alignment.cited:
            continue
        clause = _clause(alignment.held, at)
        told = [place for place in clause if alignment.held[place].is_content and alignment.back[place] is not None]
        if len(told) > _MOST and not _is_only_named(alignment.held, clause):
            return f"the evidence asks “{word.text} … {alignment.held[told[0]].text}”, the claim has it as so"
    return None


def _is_only_named(words: Sequence[Word], clause: Sequence[int]) -> bool:
    """Whether it is told further on what is asked of a thing: "whether the wall of Kell, which fell, …"."""
    end = clause[-1] + 1 if clause else len(words)
    return [word.lower for word in words[end : end + 2]] in ([",", "which"], [",", "who"], [",", "whose"])


def _accused(alignment: Alignment) -> str | None:
    """What somebody is only accused of, given as done: "killed" for "is accused of killing"."""
    said, held = alignment.said, alignment.held
    words = {word.lower for word in said}
    if not words.isdisjoint(_BLAMED) or not words.isdisjoint(_LEFT_OPEN | vocab.SAYING):
        return None
    for at, word in enumerate(held):
        if word.lower not in _BLAMED or not any(one.lower in ("of", "with") for one in held[at + 1 : at + 2]):
            continue
        if at + 1 in alignment.cited and at + 2 < len(held) and alignment.back[at + 2] is not None:
            return f"the evidence says “{word.text} … {held[at + 2].text}”, the claim has it as so"
    return None


_BLAMED = word_set("checks.hedges.blamed")


def _asks(words: Sequence[Word], at: int) -> bool:
    """Whether a word leads to what is asked: "whether", or "if" after "see"."""
    if words[at].lower == "if":
        return at > 0 and words[at - 1].lower in _BEFORE_IF
    return words[at].lower in _ASKED and [one.lower for one in words[at + 1 : at + 2]] != ["to"]  # "whether to vote"


_BEFORE_IF = word_set("checks.hedges.before_if")


def _clause(words: Sequence[Word], at: int) -> list[int]:
    ends = (place for place in range(at + 1, len(words)) if words[place].kind == "mark")
    return list(range(at + 1, min(next(ends, len(words)), at + 1 + _CLAUSE)))


def _feared(alignment: Alignment) -> str | None:
    held = alignment.held
    if any(
        word.lower in _DOUBTING or word.lower in _FEARED or word.lower.startswith("fear") for word in alignment.said
    ):
        return None
    for at, word in enumerate(held):
        if word.lower not in _FEARED or [one.lower for one in held[at + 1 : at + 2]] != ["of"]:
            continue
        things = [place for place in range(at + 2, min(at + 2 + _TO_HEAD, len(held))) if held[place].is_content][:2]
        if things and all(alignment.back[place] is not None for place in things):
            return f"the evidence says “{word.text} of {held[things[0]].text}”, the claim has it as so"
    return None
