"""What a line says is so "and not" something else, where the article has the two the other way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.grounding.lines.support import find_support, roots_of, sentence_text
from summarizer.text.words import wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from summarizer.contract.article import Article

_FORMS = wordings("lines.contrast")
_WORDS = 5  # on either side of "and not" that say what is meant


class _Contrast(NamedTuple):
    """The roots of what is so, and of what is not."""

    so: frozenset[str]
    not_so: frozenset[str]


def turned_contrasts(article: Article, clause: str, named: Collection[int]) -> Iterator[str]:
    """Why a clause may have turned round what the article says is so and what not.

    `named` are the indices of sentences that the line is said to rest on.
    """
    mine = list(_contrasts(clause))
    if not mine:
        return
    its = [one for index in find_support(article, clause, named) for one in _contrasts(sentence_text(article, index))]
    for one in mine:
        for other in its:
            if one.so & other.not_so and one.not_so & other.so and not one.not_so & other.not_so:
                yield "the line says that one is so and not the other, the article that it is the other way round"


def _contrasts(text: str) -> Iterator[_Contrast]:
    for found in _FORMS.finditer(text):
        groups = {name: words for name, words in found.groupdict().items() if words is not None}
        if "between" in groups:  # "not A but B"
            not_so, so = groups["between"], _first(text[found.end() :])
        else:  # "B and not A"
            so, not_so = _last(text[: found.start()]), _first(text[found.end() :])
        one, other = roots_of(so), roots_of(not_so)
        yield _Contrast(one - other, other - one)


def _first(text: str) -> str:
    return " ".join(re.split(r"[.;:!?]", text)[0].split()[:_WORDS])


def _last(text: str) -> str:
    return " ".join(re.split(r"[.;:!?]", text)[-1].split()[-_WORDS:])
