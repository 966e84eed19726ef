"""A word that a "not" is put before, or taken from: "illegal" for "legal", "effective" for "ineffective"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.checks.alignment import is_negated
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.grounding.checks.alignment import Alignment, Word

_PREFIXES = tuple(sorted(word_set("checks.wording.prefixes")))
_ENDINGS = tuple(sorted(word_set("checks.prefixed.endings")))
_LEAST = 5  # letters of the word without its prefix


def find_prefixed(alignment: Alignment) -> tuple[str, str] | None:
    """A word of the text that is one of the evidence with a "not" in it, or without it; None where none is."""
    said, held = alignment.said, alignment.held
    free = [at for at, word in enumerate(said) if alignment.links[at] is None and _may_be_prefixed(word)]
    if not free:
        return None
    told, known = ({word.key for word in words} for words in (said, held))
    for at in free:
        for place, other in enumerate(held):
            if alignment.back[place] is not None or not _is_other(said[at], other):
                continue
            if other.key in told or said[at].key in known or not alignment.is_beside(at, place):
                continue
            if is_negated(said, at) is is_negated(held, place):
                return said[at].text, other.text
    return None


def _may_be_prefixed(word: Word) -> bool:
    return word.kind == "word" and len(word.lower) >= _LEAST and word.lower.endswith(_ENDINGS)


def _is_other(one: Word, other: Word) -> bool:
    """Whether one of two words is the other with a prefix that says "not"."""
    short, long = sorted((one.lower, other.lower), key=len)
    return len(short) >= _LEAST and long.endswith(short) and long.removesuffix(short) in _PREFIXES
