"""Words that a text begins with a capital for no other reason than that they open it."""

from __future__ import annotations

from functools import cache

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.text.overlap import stem
from summarizer.text.words import read_words, word_set

_PLURAL_VERBS = word_set("checks.openings.plural_verbs")
_ENDINGS = tuple(word_set("checks.openings.endings"))
_OF_PERSONS = ("er", "ers", "or", "ors")  # Baker, Taylors: names are made like this
_LEAST = 5  # letters


def is_ordinary_opening(word: str, following: str) -> bool:
    """Whether a word that opens a text, before another, is an ordinary one: "Working late", "Spectators are".

    Nobody's name ends as these do, or stands before a verb in the plural; and what says something is no name before it.
    """
    lower = word.lower()
    if not word[1:].islower() or len(word) < _LEAST or not following.islower():
        return False
    if following in _PLURAL_VERBS:
        return lower.endswith("s") and not lower.endswith(("ss", "'s", "’s"))
    if lower.endswith(_ENDINGS):
        return True
    is_said = following in vocab.SAYING or following in vocab.AUXILIARIES or following.endswith("ed")
    root = stem(lower)
    return not is_said and root != lower and not lower.endswith(_OF_PERSONS) and root in _common()


@cache
def _common() -> frozenset[str]:
    """The stems that are common in news, and mostly written small there."""
    return frozenset(word for words in read_words("frequency")["bands"].values() for word in words.split())
