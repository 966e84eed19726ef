"""Words of a line of which its sentences have the opposite: "likely" for "unlikely", "rose" for "fell"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.checks.meanings import meaning, sides_of
from summarizer.grounding.checks.synonyms import groups_of
from summarizer.grounding.lines.polarity import PREFIXES, core_of, negates, tokens_of
from summarizer.grounding.lines.support import root_of, sentence_text
from summarizer.text.overlap import stem
from summarizer.text.words import read_words, split_entries, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarizer.contract.article import Article

_OPPOSITES = [
    (frozenset(split_entries(one)), frozenset(split_entries(other)))
    for one, other in read_words("lines")["polarity"]["opposites"]
]
_PLAIN = word_set("lines.polarity.plain")
_PREFIXED = 3  # letters that a word has at least beside "un"
_ENDING = 2  # letters by which two forms may differ
_LONG = 6  # letters of a word that a stem tells from others
_NEAR = 3  # words before one in which a "not" is about it


def contrary_words(article: Article, clause: str, named: Collection[int]) -> Iterator[str]:
    """Why a clause of a line may have a word that the article has the opposite of, in words for a reader.

    `named` are the indices of sentences that the line is said to rest on.
    """
    if core := core_of(article, clause, named):
        told = sorted({*core, *named})
        yield from _contraries(tokens_of(clause), [tokens_of(sentence_text(article, index)) for index in told])


def _contraries(said: Sequence[str], held: Sequence[Sequence[str]]) -> Iterator[str]:
    """Words of which the article has the opposite: "likely" for "unlikely", "rose" for "fell"."""
    own, its = set(said), {word for words in held for word in words}
    for word in sorted(own - its):
        for prefix in PREFIXES:
            opposite = next(
                (one for one in its if one.startswith(prefix) and _is_negated_form(prefix, word, one)), None
            )
            if len(word) >= _PREFIXED and opposite and not _is_after_not(said, word):
                yield f"the line says “{word}”, the article “{opposite}”"
            plain = word.removeprefix(prefix)
            if (
                plain != word
                and len(plain) > _PREFIXED
                and word not in _PLAIN
                and any(any(_is_one(plain, one) for one in words) and not any(map(negates, words)) for words in held)
            ):
                yield f"the line says “{word}”, the article “{plain}”"
    if any(map(negates, own | its)):
        return
    for pair in _OPPOSITES:
        for one, other in (pair, pair[::-1]):
            if not (own & one and its & other) or its & one or own & other or _share_root(own & one, its):
                continue
            if not any(_are_synonyms(word, held) for word in own & one for held in its):
                yield f"the line says “{min(own & one)}”, the article “{min(its & other)}”"


def _is_negated_form(prefix: str, word: str, other: str) -> bool:
    """Whether one word is another with "un" or the like before it; "inform" is no opposite of "form"."""
    if not other.startswith(prefix) or other in _PLAIN:
        return False
    return _is_one(prefix + word, other) or _is_one(f"{prefix}-{word}", other)


def _is_one(word: str, other: str) -> bool:
    """Whether two are forms of one word: "disagree" and "disagrees"."""
    return word == other or (len(word) > _LONG and abs(len(word) - len(other)) <= _ENDING and stem(word) == stem(other))


def _are_synonyms(one: str, other: str) -> bool:
    """Whether two words may stand for one thing: "favour" and "support"."""
    first, second = meaning(one), meaning(other)
    return not (sides_of(first).isdisjoint(sides_of(second)) and groups_of(first).isdisjoint(groups_of(second)))


def _is_after_not(words: Sequence[str], word: str) -> bool:
    at = words.index(word)
    return any(map(negates, words[max(0, at - _NEAR) : at]))


def _share_root(words: Collection[str], others: Collection[str]) -> bool:
    """Whether others hold a form of one of some words: "criticism" of "criticized"."""
    roots = {root_of(word) for word in words}
    return any(word[0].isalpha() and root_of(word) in roots for word in others)
