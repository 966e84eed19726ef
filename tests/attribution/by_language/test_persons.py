"""The words of a name, and who is called by one."""

from __future__ import annotations

import pytest

from summarizer.attribution.by_language.persons import is_form, is_part, lone_speakers, span_of, text_of
from summarizer.attribution.by_language.speech import load_speech
from tests.attribution.by_language.reading import first_clause


@pytest.mark.parametrize(
    ("short", "full", "fits", "fits_two_surnames"),
    [
        ("ruiz", "ana ruiz", True, True),
        ("ana ruiz", "ana maría ruiz", True, True),
        ("ruiz", "ana ruiz gil", False, True),
        ("ana ruiz", "ana ruiz gil", False, True),
        ("ana", "ana ruiz gil", False, False),
    ],
)
def test_a_name_is_a_form_of_another(short: str, full: str, fits: bool, fits_two_surnames: bool) -> None:
    words = tuple(short.split()), tuple(full.split())
    assert (is_form(*words), is_part(*words)) == (fits, fits_two_surnames)


@pytest.mark.parametrize(
    ("text", "language", "called"),
    [
        ("Ríos acusó al alcalde.", "es", ["ríos"]),
        ("—Así es —se queja Pura Melgar.", "es", ["melgar"]),
        ("Es sei spät, sagt Marek.", "de", ["marek"]),
        ("La policía de Tolm actuó.", "es", []),
    ],
)
def test_who_stands_beside_a_verb_of_saying(text: str, language: str, called: list[str]) -> None:
    assert list(lone_speakers(load_speech(language), first_clause(text, language).tokens)) == called


def test_the_words_of_tokens_as_they_stand() -> None:
    tokens = first_clause("Jean-Luc d'Aulnay a dit oui.", "fr").tokens
    assert text_of(tokens[:3]) == "Jean-Luc d'Aulnay"
    start, end = span_of(tokens, 0, 3)
    assert end - start == len("Jean-Luc d'Aulnay")
