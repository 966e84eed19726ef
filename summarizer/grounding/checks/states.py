"""Capitals that stand for their states, as news has them: "Oslo said" is what Norway's government said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.grounding.checks.meanings import word_key
from summarizer.text.words import word_list, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAIRS = tuple(
    (word_key(pair[0]), word_key(pair[2])) for pair in (one.partition("/") for one in word_list("lines.names.capitals"))
)
_PLACES = word_set("checks.states.places")


def stands_for(key: str) -> Iterator[str]:
    """The keys of the states of which a word may be the capital, or of the capitals that stand for it."""
    for capital, state in _PAIRS:
        if key == capital:
            yield state
        elif key == state:
            yield capital


def is_place(text: str, word: str) -> bool:
    """Whether a text has a word after "in", "near" or the like everywhere: there a city is a city."""
    found = list(re.finditer(rf"(?:(\w+) )?(?<!\w){re.escape(word)}(?!\w)", text))
    return all((one[1] or "").lower() in _PLACES for one in found)
