"""Where a noun phrase ends."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import first_clause


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        ("Le Conseil d'orientation estime que tout va bien.", "fr", "Le Conseil d'orientation"),
        ("La Asociación de vecinos pidió más luz.", "es", "La Asociación de vecinos"),
        ("Die Leiterin des Amtes sagte nichts.", "de", "Die Leiterin des Amtes"),
    ],
)
def test_a_phrase_ends_before_what_does_not_belong_to_it(text: str, language: str, phrase: str) -> None:
    clause = first_clause(text, language)
    read = clause.phrases.read(0)
    assert read is not None
    assert text[: clause.tokens[read.past - 1].end - clause.tokens[0].start] == phrase
