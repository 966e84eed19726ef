"""What a text says of which the whole article holds no word: "heavy rain" in a story of an earth tremor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution.lexicon import load_lexicon
from summarizer.contract.article import ReadOnce
from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.meanings import meaning, sides_of
from summarizer.text.overlap import content_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.article import Article
    from summarizer.grounding.checks.meanings import Side

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[.,;:!?“”\"()]")
_ROOT = 5  # letters that the forms of a word have in common
_NAMING = "NJ"  # the lexicon's tags of nouns and adjectives; it leaves out most nouns
_FEWEST = 2  # words side by side: one alone may be put in the writer's own


class _Held(NamedTuple):
    """The beginnings of an article's words, and the sides of the fields of opposites in which they stand."""

    roots: frozenset[str]
    sides: frozenset[Side]


@ReadOnce
def _held(article: Article) -> _Held:
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", article.text)}
    return _Held(
        frozenset(word[:_ROOT] for word in words), frozenset(side for word in words for side in sides_of(meaning(word)))
    )


def absent_words(article: Article, text: str) -> Iterator[str]:
    """Each run of words side by side of a text that say something, and of which the article has no form and no like."""
    held, telling = _held(article), frozenset(content_words(text))
    run: list[str] = []
    for word in [*_WORD.findall(text), "."]:
        if word in telling and _is_absent(held, word):
            run.append(word)
            continue
        if len(run) >= _FEWEST:
            yield " ".join(run)
        run = []


def _is_absent(held: _Held, word: str) -> bool:
    if not word[0].islower() or word.lower() in vocab.SAYING:  # names have checks of their own
        return False
    if load_lexicon().tags.get(word.lower(), "J") not in _NAMING:  # verbs and adverbs are the writer's own
        return False
    parts = [part for part in re.split(r"[’'-]", word) if part]
    return all(part[:_ROOT] not in held.roots and held.sides.isdisjoint(sides_of(meaning(part))) for part in parts)
