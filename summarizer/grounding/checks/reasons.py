"""A reason that a text gives and its evidence does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.meanings import meaning, sides_of
from summarizer.text.overlap import content_words
from summarizer.text.words import wordings

if TYPE_CHECKING:
    from summarizer.grounding.checks.alignment import Alignment

_REASON = wordings("checks.reasons.given")
_ROOT = 5  # letters that two words of one root have in common


def unproved_reason(alignment: Alignment, text: str, near: str) -> str | None:
    """The reason that a text gives, where its evidence and the sentence before (`near`) hold no word of it."""
    known = {meaning(word) for word in content_words(near)}
    known_sides = {side for word in known for side in sides_of(word)}
    linked = {alignment.said[at].start for at, other in enumerate(alignment.links) if other is not None}
    for found in _REASON.finditer(text):
        words = [
            word
            for word in alignment.said
            if found.start("reason") <= word.start < found.end("reason") and word.is_content and word.kind != "number"
        ]
        words = [word for word in words if word.lower not in vocab.FILLERS]
        if not words or any(word.start in linked for word in words):
            continue
        keys = {word.key for word in words}
        roots = {key[:_ROOT] for key in known if len(key) >= _ROOT}
        is_told = not keys.isdisjoint(known) or any(key[:_ROOT] in roots for key in keys)
        if not is_told and not any(sides_of(key) & known_sides for key in keys):
            return found["reason"].strip()
    return None
