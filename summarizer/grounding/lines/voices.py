"""Who does it and to whom it is done, where a line has turned a verb round: "asked by Lorn" for "asked Lorn"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.lexicon import load_lexicon
from summarizer.grounding.checks.alignment import read_words_of
from summarizer.grounding.checks.moved import things
from summarizer.grounding.checks.vocabulary import IRREGULAR_FORMS
from summarizer.grounding.lines.support import root_of, sentence_words
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.grounding.checks.alignment import Word

_VERBS = frozenset("VZ")
_TO_BY = 4  # words from a verb to its "by": "asked on Monday by Moll"
_TO_NAME = 4  # words from a verb, or its "by", to a name
_NO_OBJECT = word_set("checks.doers.prepositions") | word_set("lines.relations.links")


class _Deed(NamedTuple):
    """A verb by its root with the last word of the name right behind it, and whether a "by" stands before that."""

    root: str
    name: str
    is_agent: bool
    words: str


def turned_voices(article: Article, clause: str, named: Collection[int]) -> Iterator[tuple[str, str]]:
    """Each verb with a name that does it in a clause, and to whom it is done in the article, or the other way round.

    `named` are the indices of sentences that the line is said to rest on: only they are looked at.
    """
    mine = list(_deeds(read_words_of(clause)))
    if not mine:
        return
    its = [one for index in sorted(named) for one in _deeds(sentence_words(article)[index])]
    for one in mine:
        same = [other for other in its if other.root == one.root and other.name == one.name]
        if same and all(other.is_agent is not one.is_agent for other in same):
            yield one.words, same[0].words


def _is_verb(word: Word) -> bool:
    return word.lower.endswith("ed") or word.lower in IRREGULAR_FORMS or load_lexicon().tags.get(word.lower) in _VERBS


def _deeds(words: Sequence[Word]) -> Iterator[_Deed]:
    names = {thing.start: thing for thing in things(tuple(words)) if thing.kind == "name"}
    for at, word in enumerate(words):
        if word.kind != "word" or not word.is_content or not _is_verb(word):
            continue
        by = next((one for one in range(at + 1, min(at + 1 + _TO_BY, len(words))) if words[one].lower == "by"), None)
        first = at + 1 if by is None else by + 1
        between = range(first, min(first + _TO_NAME, len(words)))
        place = next((one for one in between if one in names or words[one].kind == "mark"), None)
        if place is None or place not in names:
            continue
        if by is None and any(one.lower in _NO_OBJECT for one in words[at + 1 : place]):
            continue
        thing = names[place]
        if words[thing.end - 1].owns:
            continue
        told = f"{word.text} by {thing.text}" if by is not None else f"{word.text} {thing.text}"
        yield _Deed(root_of(word.text), words[thing.end - 1].key, by is not None, told)
