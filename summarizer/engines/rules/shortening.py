"""Brings a text to one line, and to a length, without cutting a word."""

from __future__ import annotations


def one_line(text: str) -> str:
    """A text with its white space evened out."""
    return " ".join(text.split())


def shorten(text: str, limit: int) -> str:
    """Cut a text to at most `limit` characters, at a sentence, clause or word and never inside a word."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    sentence = max(cut.rfind(". "), cut.rfind("! "), cut.rfind("? "))
    if sentence >= limit // 2:
        return cut[: sentence + 1]
    word = max(cut.rfind(" "), cut.rfind("\u3000"))
    return (cut[:word] if word > limit // 3 else cut).rstrip(" ,;:-–—") + "…"
