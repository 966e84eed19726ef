"""Reads whose a poll or a study is, and which one a text tells of."""

from __future__ import annotations

import re

from summarizer.attribution.sources.naming import name_key
from summarizer.text.words import word_set

_WORD = "|".join(sorted(word_set("comparison.surveys.words")))
_NAME = r"[A-Z][\w’'&.-]*(?:\s(?:(?:of|for|and)\s)?[A-Z][\w’'&-]+)*"
_OF_MAKER = re.compile(
    rf"\b(?:{_WORD})\b[^.,;:“”\"]{{0,40}}?\s(?:by|from)\s(?:the\s)?(?P<by>{_NAME})"
    rf"|\b(?!(?:The|An?|In|One|New)\s)(?P<whose>{_NAME})(?:['’]s)?(?:\s[a-z]+){{0,2}}\s(?:{_WORD})\b"
)
_SHARE = re.compile(r"%|\b(?:per\s?cent|(?:percentage\s)?points?|in\s(?:ten|10|five|5|three|3))\b")


def survey_in(text: str) -> str:
    """The survey whose shares a text tells in its own words ("a poll by Poe College found 5 percent"), "" for none."""
    found = _OF_MAKER.search(text) if _SHARE.search(text) is not None else None
    return found[0] if found else ""


def maker_of(text: str) -> str:
    """The key of whose a poll or study is, of which a text tells: "a poll by Poe College", "the Poe College poll"."""
    found = _OF_MAKER.search(text)
    return name_key((found["by"] or found["whose"]).removesuffix("’s").removesuffix("'s")) if found else ""
