"""Somebody whom the sentence before a "he" or "she" brings in: "That angers Ann Poe. “It is late,” she said"."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.turns import LONGEST_CUE, is_subject, leads_on, opens, start_of_statement
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence
    from summarizer.attribution.sources.prose import Prose

_OF_INTRODUCED = 3.2  # to the score of Poe, in "That angers Ann Poe. “It is late,” she said"
_OF_TOLD = 2.0  # taken off it in "Police arrested Ann Poe. “It is a relief,” she said"
_OWNS = re.compile(rf"['’]s?\s(?!(?:{vocab.any_of(vocab.DOCUMENT_NOUNS)})\b)")
_OF_GENDERS = {
    "man": re.compile(r"\b(?:he|him|his)\b", re.IGNORECASE),
    "woman": re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE),
}
_BRINGS_IN = re.compile(
    r"(?:(?:But|And|Yet|So)\s)?(?:[Tt]hat|[Tt]his|[Ii]t|[Ff]or|[Tt]o|[Tt]ry|[Tt]ell|[Aa]sk|[Jj]ust|[Nn]ot\sso|[Tt]here|[Aa]lso"
    r"|[Aa]mong|[Ee]nter|[Ii]n|[Oo]n|[Aa]t|[Nn]ext)\b"
)
_SOMEBODY = word_set("sources.grammar.somebody")
_DOING_BODIES = vocab.BODY_KINDS.keys() - {"news"}
_WORD = re.compile(r"[\w’'-]+")
_MOST_WORDS_OF_SUBJECT = 4
_FATE = re.compile(rf"\b(?:{vocab.any_of(word_set('sources.persons.fates'))})\b")


def introduction(index: NameIndex, name: Occurrence, at: int, gender: str, *, has_spoken: bool) -> float:
    """What it adds to the score of whom the sentence before an offset names for the first time, or takes off it.

    `has_spoken` says that somebody has spoken since that sentence began.
    """
    prose = index.prose
    start, end = prose.sentence_starts[name.sentence : name.sentence + 2]
    is_doing = opens(index, name) or is_subject(prose.text, name.end)
    if _has_fate(prose.text, start, end) or (not is_doing and _tells_of(prose, at, gender)):
        return -_OF_TOLD
    referent = index.referent_of(name)
    if referent is None or referent.sort == "single" or has_spoken or not leads_on(prose, name.sentence):
        return 0.0
    may_be_new = opens(index, name) or _brings_in(prose.text, start)
    if not may_be_new or _OWNS.match(prose.text, name.end) is not None or prose.is_quoted(name.start):
        return 0.0
    named = index.persons_within(start, end)
    is_alone = all(who is referent or who.sort not in ("person", "name") for _, who in named)
    return _OF_INTRODUCED if is_alone and not _is_of_gender(prose.text, start, name.lead, gender) else 0.0


def _tells_of(prose: Prose, at: int, gender: str) -> bool:
    """Whether the quotation before "she said" at an offset, or behind "She said", tells of a woman: "She left"."""
    start = start_of_statement(prose, at)
    spoken = (start, at) if start < at else prose.quotation_around(at + LONGEST_CUE)
    return spoken is not None and _is_of_gender(prose.text, *spoken, gender)


def _is_of_gender(text: str, start: int, end: int, gender: str) -> bool:
    """Whether words speak of a woman as "she" or "her", or of a man as "he"."""
    words = _OF_GENDERS.get(gender)
    return words is not None and words.search(text, start, end) is not None


def _brings_in(text: str, start: int) -> bool:
    """Whether a sentence may tell of whom its subject does nothing to: "That angers Ann Poe", "For Ann Poe it is late".

    Somebody who sees or asks her goes on himself: "The crew saw Ann Poe. He said".
    """
    if _BRINGS_IN.match(text, start) is not None:
        return True
    words = [word[0].lower() for word in islice(_WORD.finditer(text, start), _MOST_WORDS_OF_SUBJECT)]
    return not any(
        word in _SOMEBODY or word in _DOING_BODIES or word in vocab.HOLDER_NOUNS or vocab.is_personal(word)
        for word in words
    )


def _has_fate(text: str, start: int, end: int) -> bool:
    """Whether a sentence tells what has befallen somebody, who speaks no more: "was found dead", "was arrested"."""
    return _FATE.search(text, start, end) is not None
