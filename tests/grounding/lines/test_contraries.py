"""Words of which the article has the opposite."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.contraries import contrary_words
from tests.grounding.lines.story import article

PIER = Article(id="pier", text="Divers support the toll. The fee of the pier fell in May. The wall is not safe.\n")


@pytest.mark.parametrize(
    "line", ["Northsea Mutual called the traders' claims lawful.", "Northsea Mutual said the claims were legal."]
)
def test_the_same_word_and_its_synonyms_are_left_alone(line: str) -> None:
    assert list(contrary_words(article(), line, ())) == []


def test_an_opposite_with_a_prefix_is_told() -> None:
    assert list(contrary_words(article(), "Northsea Mutual called the traders' claims unlawful.", ()))


@pytest.mark.parametrize("line", ["The fee of the pier rose in May.", "Divers are against the toll and oppose it."])
def test_an_opposite_of_the_lists_is_told(line: str) -> None:
    assert list(contrary_words(PIER, line, ()))


def test_what_is_for_a_thing_favours_it() -> None:
    assert list(contrary_words(PIER, "Divers favour the toll.", ())) == []
