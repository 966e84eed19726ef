"""The words that "who" belongs to, and who stands beside a quotation."""

from __future__ import annotations

import pytest

from summarizer.attribution.sources.words_beside import find_speaker_of_quotation, find_words_before
from tests.attribution.sources.marked import mark, names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met some old sailors [who] sang.", "some old sailors"),
        ("Then Mary Birch, [who] sang, left.", "Mary Birch"),
        ("It rained in Ostby. [Who] sang?", None),
    ],
)
def test_a_relative_pronoun_belongs_to_the_words_before_it(text: str, words: str | None) -> None:
    marked = mark(text)
    span = find_words_before(marked.index, marked.mentions[0][0])
    assert (marked.words(span) if span else None) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“[We] won,” said Mary Birch.", "Mary Birch"),
        ("“[We] won,” he said.", "he"),
        ("Mary Birch sang: “[We] won.”", "Mary Birch"),
        ("[We] won, said Mary Birch.", None),
    ],
)
def test_who_speaks_a_quotation_stands_beside_it(text: str, words: str | None) -> None:
    marked = mark(text)
    span = find_speaker_of_quotation(marked.index, marked.mentions[0][0])
    assert (marked.words(span) if span else None) == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She praised [the courage of Rolf Brand, who] said it was late.", "Rolf Brand"),
        ("She met [the lawyer of Rolf Brand, who] said it was late.", "the lawyer of Rolf Brand"),
        ("She met [the council of Rolf Brand, who] said it was late.", "council of Rolf Brand"),
    ],
)
def test_a_thing_is_not_who(text: str, name: str) -> None:
    assert names(text) == [name]
