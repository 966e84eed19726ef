"""Noun phrases from their first token on."""

from __future__ import annotations

import pytest

from summarizer.attribution.syntax.noun_phrases import starts_phrase
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from tests.attribution.reading import tokens_of


@pytest.mark.parametrize(
    "marked",
    [
        "It was said by {the mayor of Arle} on Monday.",
        "It was said by {him} in Arle.",
        "It was said by {the night watchman} in Arle.",
        "It was said by {the mayor} Monday night.",
        "It was said by {Lund and the guild} and denied.",
        "It was said by {a report by the harbour board} in May.",
        "It was said by {Sen. Ada Lund}.",
    ],
)
def test_a_phrase_reaches_right_to_its_last_word(marked: str) -> None:
    tokens = tokens_of(marked)
    first, past = tokens.source
    assert phrase_starting(tokens.paragraph, first, len(tokens.paragraph.words)) == (first, past)


def test_no_phrase_begins_at_a_finite_verb_or_past_the_sentence() -> None:
    paragraph = tokens_of("Lund was late.").paragraph
    assert phrase_starting(paragraph, 1, 4) is None
    assert phrase_starting(paragraph, 4, 4) is None
    assert [starts_phrase(paragraph, index, 4) for index in range(5)] == [True, False, True, False, False]
