"""Words, marks and quotations to tokens."""

from __future__ import annotations

import pytest

from summarizer.attribution.by_language.speech import load_speech
from summarizer.attribution.by_language.tokens import ends_sentence, read_tokens
from tests.attribution.by_language.reading import first_clause


def words(text: str, language: str) -> list[str]:
    return [token.text for token in first_clause(text, language).tokens]


def test_elided_words_and_hanging_pronouns_stand_by_themselves() -> None:
    assert words("Qu'a-t-il dit à l'AFP aujourd'hui ?", "fr")[:8] == [
        *("Qu'", "a", "il", "dit", "à", "l'", "AFP", "aujourd'hui"),
    ]
    hanging = [token for token in first_clause("Qu'a-t-il dit ?", "fr").tokens if token.hangs]
    assert [token.text for token in hanging] == ["il"]


def test_numbers_with_marks_in_them_are_one_token() -> None:
    assert words("Es waren 2.200 Hektar um 21:40 Uhr.", "de")[2:6] == ["2.200", "Hektar", "um", "21:40"]


def test_a_region_is_one_token() -> None:
    tokens = list(read_tokens("Er rief „Es brennt“ laut", 0, 24, [(8, 19)], load_speech("de")))
    assert [(token.kind, token.words) for token in tokens] == [("word", 1), ("word", 1), ("quote", 2), ("word", 1)]


@pytest.mark.parametrize(("text", "ends"), [("Er kam.", True), ("Er kam", False)])
def test_the_mark_at_the_end_of_a_sentence(text: str, ends: bool) -> None:
    assert ends_sentence(first_clause(text, "de").tokens[-1]) == ends


def test_words_in_capitals_are_short_forms_and_an_elided_one_is_none() -> None:
    tokens = first_clause("L'homme de la CGT a dit oui.", "fr").tokens
    assert [token.text for token in tokens if token.is_short_form] == ["CGT"]
