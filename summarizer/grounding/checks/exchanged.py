"""Two opposites of the evidence that have changed places in a text: "men sang, women danced" for "women sang"."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from summarizer.grounding.checks.meanings import exclude

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.grounding.checks.alignment import Alignment, Word

_AFTER = 3  # words after one of them that tell what is said of it
_AHEAD = 2  # so many more of them must be the other's


def find_exchanged(alignment: Alignment) -> tuple[str, str] | None:
    """A word of a text and its opposite in the evidence, where what is said of the one is said there of the other.

    Both stand in both texts; what is said of them are the words after them.
    """
    said, held = alignment.said, alignment.held
    places = [
        (at, link)
        for at, link in enumerate(alignment.links)
        if link is not None and said[at].kind in ("word", "name") and said[at].key == held[link].key
    ]
    for (at, link), (other, there) in combinations(places, 2):
        if not exclude(held[link].key, held[there].key):
            continue
        mine, its = _after(said, at), _after(said, other)
        one, two = _after(held, link), _after(held, there)
        if len(mine & two) >= len(mine & one) + _AHEAD and len(its & one) >= len(its & two) + _AHEAD:
            return said[at].text, held[there].text
    return None


def _after(words: Sequence[Word], at: int) -> frozenset[str]:
    following = [word.key for word in words[at + 1 : at + 1 + 2 * _AFTER] if word.is_content]
    return frozenset(following[:_AFTER])
