"""Two things set against one another the other way round: "more sun than rain" for "more rain than sun"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.checks.meanings import meaning
from summarizer.text.overlap import content_words
from summarizer.text.words import wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIRS = tuple(wordings(f"checks.turned_pairs.{kind}") for kind in ("more", "times", "rather", "over"))


class _Pair(NamedTuple):
    """The keys of the words for the one that is preferred, or more, and of those for the other."""

    one: frozenset[str]
    other: frozenset[str]


def turned_pair(text: str, held: str) -> str | None:
    """Why a text has turned round a comparison or a contrast of its evidence; None where it has not."""
    mine = list(_pairs(text))
    if not mine:
        return None
    its = list(_pairs(held))
    for pair in mine:
        for theirs in its:
            is_turned = pair.one & theirs.other and pair.other & theirs.one
            if is_turned and not pair.other & theirs.other:
                said, held = min(pair.one & theirs.other), min(pair.other & theirs.one)
                return f"the claim says more “{said} … than {held} …”, the evidence the other way round"
    return None


_VOTED = re.compile(r"\bvot(?:ed?|es|ing) (?:[\w-]+ ){0,3}?(?:(for)|(against))\b", re.IGNORECASE)
_TOO = re.compile(r"\btoo (?:(few|little)|(many|much))\b", re.IGNORECASE)


def other_side(text: str, held: str) -> str | None:
    """A vote against of what the evidence says was voted for, and too few of what there are too many of."""
    for pattern, wordings_of in ((_VOTED, ("for", "against")), (_TOO, ("too few", "too many"))):
        ours, theirs = (_sides(pattern, one, wordings_of) for one in (text, held))
        if ours and theirs and ours.isdisjoint(theirs):
            return f"the claim says “{min(ours)}”, the evidence “{min(theirs)}”"
    return None


def _sides(pattern: re.Pattern[str], text: str, names: tuple[str, str]) -> frozenset[str]:
    """The names of the sides, the first or the second group of a pattern, that a text takes."""
    return frozenset(names[0 if found[1] else 1] for found in pattern.finditer(text))


def _pairs(text: str) -> Iterator[_Pair]:
    for found in (one for pattern in _PAIRS for one in pattern.finditer(text)):
        one, other = (frozenset(map(meaning, content_words(found[name]))) for name in ("one", "other"))
        if one and other:
            yield _Pair(one - other, other - one)
