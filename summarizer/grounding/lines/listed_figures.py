"""Figures of a line that go with a name or another figure, beside the lists of the sentences that it rests on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.paired import Pairing, compare_pairs
from summarizer.grounding.lines.support import find_support, sentence_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from summarizer.contract.article import Article

_QUOTED = re.compile("“([^”]*)”")


def compare_lists(article: Article, line: str, named: Collection[int]) -> Pairing:
    """Which figures of a line stand with their own in a sentence that it rests on, and which with each other's."""
    kept: set[str] = set()
    crossed: list[tuple[str, str]] = []
    for index in sorted({*find_support(article, line, named), *named}):
        pairs = compare_pairs(read_words_of(line), sentence_words(article)[index])
        kept |= pairs.kept
        crossed += pairs.crossed[:1]
    return Pairing(frozenset(kept), tuple(pair for pair in crossed if kept.isdisjoint(pair)))


def is_of_kept(why: str, pairs: Pairing) -> bool:
    """Whether a doubt is about a figure that stands with its own in a list."""
    return any(word in pairs.kept for words in _QUOTED.findall(why)[:1] for word in words.split())
