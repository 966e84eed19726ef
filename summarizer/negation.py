"""Whether a claim says no where its evidence says yes, or the other way round."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.overlap import stem

_NEGATORS = frozenset(
    "not no never without neither nor none nobody nothing nowhere cannot denied denies deny denying rejected rejects "
    "reject rejecting refused refuses refuse refusing refuted refutes refute failed fails fail failing unable unlikely "
    "lack lacks lacked lacking hardly barely scarcely disputed disputes dispute dismissed dismisses dismiss declined "
    "declines decline absence".split()
)
_DENYING = frozenset(
    "denied denies deny denying rejected rejects reject rejecting refuted refutes refute disputed disputes dispute "
    "dismissed dismisses dismiss refused refuses refuse declined declines decline".split()
)
_FILLERS = frozenset(
    "a an the any that of to be been being is are was were has have had do did does it its they he she we i you their "
    "his her our this these those will would can could should may might must there yet ever in on at for by and or more "
    "than all even so very claims claim reports report allegations allegation".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*|[.;:!?]")


class _Polarity(NamedTuple):
    """The stems of a text's words in order, and for each negator where it is and what it negates."""

    stems: tuple[str, ...]
    negated: frozenset[int]
    heads: tuple[tuple[str, str, int], ...]


def negation_difference(text: str, evidence: str, sentence: str, *, denies: bool) -> str | None:
    """What a claim's text negates and its evidence does not, or the other way round; None when they agree.

    `sentence` is all of the sentences that hold the evidence. With `denies`, the text may name the denial itself.
    """
    said = _polarity(text)
    held = _polarity(evidence)
    for negator, head, _ in held.heads:
        if _is_plain(said, head) and not _is_plain(held, head):
            return f"the evidence says “{negator} … {head}”, the claim does not negate it"
    if not said.heads:
        return None
    around = _polarity(sentence)
    for negator, head, at in said.heads:
        if negator.lower() in _DENYING and denies:
            continue
        if any(other == head for _, other, _ in around.heads):
            continue
        plain = _is_plain(around, head)
        if plain or not around.heads:
            return f"the claim says “{negator} … {said.stems[at] if at < len(said.stems) else head}”, the evidence does not"
    return None


def _polarity(text: str) -> _Polarity:
    words = _WORD.findall(text)
    lowered = [word.lower().replace("’", "'") for word in words]
    negated: set[int] = set()
    heads: list[tuple[str, str, int]] = []
    for at, word in enumerate(lowered):
        if not (word in _NEGATORS or word.endswith("n't")) or (word == "not" and lowered[at + 1 : at + 2] == ["only"]):
            continue
        head_at = next(
            (
                here
                for here in range(at + 1, min(at + 7, len(words)))
                if lowered[here] not in _FILLERS and lowered[here] not in _NEGATORS
            ),
            None,
        )
        if head_at is None or any(lowered[here] in ".;:!?" for here in range(at + 1, head_at + 1)):
            continue
        negated.update(range(at + 1, min(head_at + 4, len(words))))
        heads.append((words[at], stem(lowered[head_at]), head_at))
    return _Polarity(tuple(stem(word) for word in lowered), frozenset(negated), tuple(heads))


def _is_plain(polarity: _Polarity, head: str) -> bool:
    """Whether the word stands somewhere without a negator shortly before it."""
    return any(word == head and at not in polarity.negated for at, word in enumerate(polarity.stems))
