"""Finds paragraphs that an article prints a second time."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"\w+")
_NEAR = 20_000  # characters looked back for fragments, so that a long text takes linear time
# A reprint may differ in these: any other word can turn what the paragraph says.
_MINOR = frozenset(
    "a an the of in on at to by for from with as and that this its his her their has have had was were is are be been also".split()
)


class Repeats:
    """The paragraphs seen so far; answers whether the next one says nothing but what one of them said."""

    def __init__(self) -> None:
        self._whole: set[str] = set()
        self._recent = ""
        self._by_edge: dict[tuple[str, ...], list[str]] = {}

    def is_repeat(self, text: str) -> bool:
        """Whether the paragraph was there before: the same words, a fragment, or a reprint with a word or two changed.

        A changed figure, name or negation makes a paragraph of its own. A paragraph of under four words is none.
        """
        words = _WORD.findall(text)
        if len(words) < 4 and len(text) < 12:
            return False
        key = " ".join(words).casefold()
        if key in self._whole:
            return True
        if len(words) >= 8 and f" {key} " in self._recent:
            return True
        if len(words) >= 20 and self._is_reprint(words):
            return True
        self._remember(key, words)
        return False

    def _remember(self, key: str, words: list[str]) -> None:
        self._whole.add(key)
        self._recent = f"{self._recent[-_NEAR:]} {key} |"
        if len(words) >= 20:
            for edge in _edges(words):
                self._by_edge[edge] = words

    def _is_reprint(self, words: list[str]) -> bool:
        for edge in _edges(words):
            earlier = self._by_edge.get(edge)
            if earlier and _differs_little(earlier, words):
                return True
        return False


def _edges(words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return ("<", *words[:5]), (">", *words[-5:])


def _differs_little(earlier: list[str], words: list[str]) -> bool:
    if abs(len(earlier) - len(words)) > 2:
        return False
    before, after = Counter(earlier), Counter(words)
    changed = list(((before - after) + (after - before)).elements())
    return len(changed) <= max(2, len(words) * 6 // 100) and all(word in _MINOR for word in changed)
