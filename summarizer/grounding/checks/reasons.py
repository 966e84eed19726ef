"""A reason or a condition that a text gives and its evidence does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.meanings import KnownWords, meaning
from summarizer.text.overlap import content_words
from summarizer.text.words import wordings

if TYPE_CHECKING:
    from summarizer.grounding.checks.alignment import Alignment, Word

_REASON = wordings("checks.reasons.given")
_CONDITION = wordings("checks.reasons.conditions")
_CAUSE = wordings("checks.reasons.causes")
_CIRCUMSTANCE = wordings("checks.reasons.circumstances")
_MOST = 0.6  # of the words of a reason that the article does not have
_FEW = 0.34  # of these words, if the article has no more of them, it gives another reason
_GIVES = wordings("checks.reasons.gives")
_GIVEN_BEFORE = wordings("checks.reasons.given_before", re.IGNORECASE)
_MARK = re.compile(r"[,;.!?“”\"]")
_IFS = frozenset({"if", "unless", "once", "provided"})
_NEAR = 6  # words after an "if"
_ROOT = 5  # letters that two words of one root have in common


def unproved_reason(alignment: Alignment, text: str, near: str, whole: str) -> tuple[str, str] | None:
    """What a text gives as a reason, a condition or a circumstance, and which of these; None where it is proved.

    Its evidence and the sentence before (`near`) must hold a word of a reason or condition, the `whole` article one of
    what only goes with it.
    """
    for kind, pattern in (("reason", _REASON), ("condition", _CONDITION), ("cause", _CAUSE)):
        if (found := _unproved(alignment, pattern, text, near)) and not (kind == "condition" and _hangs_on(alignment)):
            return kind, found
    found = _unproved(alignment, _CIRCUMSTANCE, text, whole)
    return ("circumstance", found) if found else None


def _hangs_on(alignment: Alignment) -> bool:
    """Whether what the evidence says hangs on something, too, of which the text has a word."""
    is_unless = any(word.lower == "unless" for word in alignment.said)
    for at in sorted(alignment.cited):
        if is_unless and alignment.held[at].lower == "without":
            return True
        if alignment.held[at].lower in _IFS:
            return any(
                alignment.back[one] is not None for one in range(at + 1, min(at + 1 + _NEAR, len(alignment.back)))
            )
    return False


def _unproved(alignment: Alignment, pattern: re.Pattern[str], text: str, known_from: str) -> str | None:
    told = [(found["reason"], _words_within(alignment, *found.span("reason"))) for found in pattern.finditer(text)]
    if pattern is _REASON:
        told = [(reason, words) for reason, words in told if not _is_given(reason, known_from)]
    told = [(reason, words) for reason, words in told if words]
    if not told:
        return None
    known = KnownWords(map(meaning, content_words(known_from)), _ROOT)
    untold = (reason for reason, words in told if sum(known.tell(word.key) for word in words) <= len(words) * _FEW)
    return next(map(str.strip, untold), None)


def _is_given(reason: str, near: str) -> bool:
    """Whether the evidence gives a reason that shares a word with one, before the next mark: "due to the fog"."""
    if _GIVEN_BEFORE.search(near):
        return True
    words = set(map(meaning, content_words(reason)))
    return any(
        not words.isdisjoint(map(meaning, content_words(_MARK.split(near[found.end() :])[0])))
        for found in _GIVES.finditer(near)
    )


def _words_within(alignment: Alignment, start: int, end: int) -> list[Word]:
    """The words of a stretch of the text that say something; none where more of them than not are the article's."""
    words = [
        (at, word)
        for at, word in enumerate(alignment.said)
        if start <= word.start < end and word.is_content and word.kind != "number" and word.lower not in vocab.FILLERS
    ]
    free = [word for at, word in words if alignment.links[at] is None]
    return free if len(free) >= max(1, _MOST * len(words)) else []
