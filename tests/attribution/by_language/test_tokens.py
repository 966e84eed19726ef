"""Sentences, quotations and dashes to tokens."""

from __future__ import annotations

import pytest

from summarizer.attribution.by_language.speech import load_speech
from summarizer.attribution.by_language.tokens import ends_sentence, read_units
from tests.attribution.by_language.reading import article, first_clause


def words(text: str, language: str) -> list[str]:
    return [token.text for token in first_clause(text, language).tokens]


def test_elided_words_and_hanging_pronouns_stand_by_themselves() -> None:
    assert words("Qu'a-t-il dit à l'AFP aujourd'hui ?", "fr")[:8] == [
        *("Qu'", "a", "il", "dit", "à", "l'", "AFP", "aujourd'hui"),
    ]
    hanging = [token for token in first_clause("Qu'a-t-il dit ?", "fr").tokens if token.hangs]
    assert [token.text for token in hanging] == ["il"]


def test_a_quotation_is_one_token_with_all_its_sentences() -> None:
    text = "„Es brennt. Alle sind draußen.“, sagte Karl Weber. Mehr ist nicht bekannt."
    speech = load_speech("de")
    first, second = read_units(article(text, "de"), speech)
    assert first.tokens[0].kind == "quote"
    assert first.tokens[0].words == 5
    assert second.tokens[0].text == "Mehr"


def test_what_dashes_mark_as_spoken_is_a_quotation() -> None:
    tokens = first_clause("—No sé nada —dijo el alcalde—. Mañana hablaremos.", "es").tokens
    assert [token.text for token in tokens if token.kind == "quote"] == ["No sé nada", "Mañana hablaremos."]


def test_a_dash_without_a_verb_of_saying_is_no_speech() -> None:
    assert all(token.kind != "quote" for token in first_clause("— Primera parte — segunda parte.", "es").tokens)


@pytest.mark.parametrize(("text", "ends"), [("Er kam.", True), ("Er kam", False)])
def test_the_mark_at_the_end_of_a_sentence(text: str, ends: bool) -> None:
    assert ends_sentence(first_clause(text, "de").tokens[-1]) == ends


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    assert words("Tolm (dpa) - Der Hafen bleibt zu.", "de")[0] == "Der"
