"""Phrases that negate, or only look so, by the one word that says the same: "turned down" is "refused"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from summarizer.text.words import read_words

_FREE = re.compile(r"\b([a-z]{3,})-free\b")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    phrases = read_words("checks")["phrases"]
    return tuple(
        (re.compile(rf"(?<![\w’'])(?:{one['of']})(?![\w’'])", re.IGNORECASE), one["word"]) for one in phrases["plain"]
    )


@lru_cache(maxsize=2048)
def plain_words(text: str) -> str:
    """A text with every such phrase replaced by its word."""
    text = _FREE.sub(r"without \1", text)
    for pattern, word in _patterns():
        text = pattern.sub(word, text)
    return text
