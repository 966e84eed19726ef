"""Roles, kin and measures in a line for which the article has no word at all: a "nurse" whom it does not mention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources.vocabulary import ROLE_NOUNS
from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.meanings import is_measure, meaning, sides_of
from summarizer.grounding.checks.synonyms import groups_of
from summarizer.grounding.checks.vocabulary import SAME_ROLES
from summarizer.text.words import read_words, split_entries, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from summarizer.contract.article import Article
    from summarizer.contract.check import CheckCode
    from summarizer.grounding.checks.alignment import Word
    from summarizer.grounding.checks.meanings import Side

_TIES = [frozenset(split_entries(tie)) for tie in read_words("lines")["strangers"]["kin"]]
_ANYBODY = word_set("lines.strangers.anybody") | word_set("checks.roles.general")
_ANYWHERE = word_set("lines.strangers.anywhere")
_ROOT = 4  # letters that two words of one root begin with
_PERCENT = meaning("percent")
_SAME_AS_PERCENT = re.compile(r"%|\bper cent\b|\bpct\b|\bpercentage\b")
_AMOUNTS = word_set("lines.strangers.amounts")
_OF_VERBS = frozenset({"to", "out", "at"})


@ReadOnce
def _known(article: Article) -> tuple[frozenset[str], frozenset[int], frozenset[Side]]:
    """The roots of an article's words, the lists of words alike in which they stand, and their sides of opposites."""
    keys = {word.key for word in read_words_of(article.text) if word.is_content}
    same = {first for form, first in SAME_ROLES.items() if form[:_ROOT] in {key[:_ROOT] for key in keys}}
    return (
        frozenset(key[:_ROOT] for key in keys | same),
        frozenset(group for key in keys for group in groups_of(key)),
        frozenset(side for key in keys for side in sides_of(key)),
    )


def strange_words(article: Article, clause: str) -> Iterator[tuple[CheckCode, str]]:
    """Each such word of a clause, with the check's code and why."""
    words = read_words_of(clause)
    for before, word, following in zip((None, *words), words, (*words[1:], None), strict=False):
        if following is not None and following.lower in _OF_VERBS:
            continue  # "did not point to it"
        if not _is_known(article, word):
            ties = [tie for tie in _TIES if word.lower in tie]
            if any(_has_any(article, tie) for tie in ties):
                continue
            if re.search(rf"\b{re.escape(word.lower)}", article.text, re.IGNORECASE):
                continue  # a part of a number: "a trillion"
            if word.key == _PERCENT and _SAME_AS_PERCENT.search(article.text):
                continue
            if ties or (_is_measure(word.key, word.lower) and _measures(before)):
                yield "meaning_differs", f"the line says “{word.text}”, nothing in the article does"
            elif word.lower in ROLE_NOUNS and word.lower not in _ANYBODY and not word.lower.endswith("s"):
                yield "role_differs", f"the article calls nobody “{word.text}”"


def _measures(before: Word | None) -> bool:
    """Whether a word behind another one measures something: "nine days", and not "the next day"."""
    return before is not None and (before.kind == "number" or before.lower in _AMOUNTS)


def _is_measure(key: str, lower: str) -> bool:
    """Whether a word measures something: no place, and not what somebody "pointed" to."""
    return is_measure(key) and lower not in _ANYWHERE and not lower.endswith(("ed", "ing"))


def _has_any(article: Article, words: Collection[str]) -> bool:
    return any(word.lower in words for word in read_words_of(article.text))


def _is_known(article: Article, word: Word) -> bool:
    if word.kind != "word" or not word.is_content:
        return True
    roots, groups, sides = _known(article)
    same = SAME_ROLES.get(word.lower, word.lower)
    return (
        word.key[:_ROOT] in roots
        or same[:_ROOT] in roots
        or not groups.isdisjoint(groups_of(word.key))
        or not sides.isdisjoint(sides_of(word.key))
    )
