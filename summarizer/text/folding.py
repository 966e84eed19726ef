"""Folds text for comparison, with a map back to the offsets that it came from.

Two texts fold alike when they differ only in white space, quotation marks, dashes, ellipsis or Unicode form (canonical
equivalence and invisible characters). Letters, digits, case and all other punctuation stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

DOUBLE_QUOTES = frozenset('"“”„‟«»〝〞＂‹›')
SINGLE_QUOTES = frozenset("'‘’‚‛`´ʼʻ′＇")
DASHES = frozenset("-‐‑‒–—―−﹘﹣－")
# Soft hyphen, zero-width, bidirectional, variation selectors and tag characters: a reader sees none of them.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)

_MARKS = (
    r"[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670"
    r"\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]"
)
# Plain words go through whole; all else goes by the cluster of a character and its combining marks.
_CLUSTER = re.compile(rf"([A-Za-z0-9]+)(?!{_MARKS})|\.(?:\s?\.){{2,}}|''|--+|\s+|(?s:.){_MARKS}*")


class Folded(NamedTuple):
    """Folded text; character i came from code points `starts[i]` to `ends[i]` of the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def _fold_cluster(piece: str, before: str, after: str) -> str:
    """Fold one cluster: the empty string where it does not count, else what it compares as."""
    head = piece[0]
    if head.isspace():
        return " "
    if head in DOUBLE_QUOTES or piece == "''":
        return ""
    if head in SINGLE_QUOTES:
        # Between letters it is an apostrophe ("we're" is not "were"); elsewhere it is a quotation mark.
        return "'" if _is_of_word(before) and after.isalnum() else ""
    if head in DASHES:
        return "-"
    is_ellipsis = head == "…" or (head == "." and len(piece) > 1)
    return "…" if is_ellipsis else unicodedata.normalize("NFD", piece)


def _is_of_word(char: str) -> bool:
    return char.isalnum() or bool(char and unicodedata.combining(char))


def _keeps_space(before: str, after: str) -> bool:
    """White space counts only between two words; lost or added spaces at punctuation and at "weekPentagon" do not."""
    return _is_of_word(before) and after.isalnum() and not (before.islower() and after.isupper())


def fold(text: str) -> Folded:
    """Fold a text, keeping for every character of the result where it came from. Linear in the text's length."""
    if not INVISIBLE.search(text):
        return _fold_visible(text)
    # First out with what nobody sees, or it would part an apostrophe, a dash or an ellipsis from its neighbours.
    kept = [at for at, char in enumerate(text) if not INVISIBLE.match(char)]
    folded = _fold_visible("".join(text[at] for at in kept))
    starts = tuple(kept[start] for start in folded.starts)
    return Folded(folded.text, starts, tuple(kept[end - 1] + 1 for end in folded.ends))


def _fold_visible(text: str) -> Folded:
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    space: tuple[int, int] | None = None
    last = ""
    for match in _CLUSTER.finditer(text):
        start, end = match.span()
        piece = match.group()
        if not match.lastindex:
            piece = _fold_cluster(piece, text[start - 1] if start else "", text[end : end + 1])
        if not piece:
            continue
        if piece == " ":
            space = space or (start, end)
            continue
        if space is not None and last and _keeps_space(last, piece[0]):
            out.append(" ")
            starts.append(space[0])
            ends.append(space[1])
        space = None
        last = piece[-1]
        out.append(piece)
        if match.lastindex:  # a plain word: every character stands for itself
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(piece))
            ends.extend([end] * len(piece))
    return Folded("".join(out), tuple(starts), tuple(ends))


@lru_cache(maxsize=4)
def fold_article(text: str) -> Folded:
    """`fold`, remembered for the few articles at work."""
    return fold(text)


def fold_quote(quote: str) -> str:
    """Fold an engine's quote; an ellipsis at either end only says that the article goes on there."""
    return fold(quote).text.strip("… ")
