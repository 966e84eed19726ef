"""Where words stand in a text, letter for letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def find_all(text: str, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Every offset from `start` on at which words stand before `end`; one occurrence may overlap the next."""
    at = text.find(words, start, end)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, end)


def holds_whole(text: str, words: str) -> bool:
    """Whether a text holds words letter for letter, with neither a letter nor a digit right before or behind them."""
    for at in find_all(text, words):
        end = at + len(words)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
    return False
