"""Phrases that attribute a sentence."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import said_by


@pytest.mark.parametrize(
    ("text", "language", "source", "content"),
    [
        ("Laut der Feuerwehr brach das Feuer nachts aus.", "de", "der Feuerwehr", "brach das Feuer nachts aus"),
        ("Nach Angaben der Polizei wurde niemand verletzt.", "de", "Polizei", "wurde niemand verletzt"),
        ("Dem Bericht zufolge war der Kran alt.", "de", "Dem Bericht", "war der Kran alt"),
        ("Wie die Polizei mitteilte, wurde niemand verletzt.", "de", "die Polizei", "wurde niemand verletzt"),
        ("„Es war ein Knall“, so eine Anwohnerin.", "de", "eine Anwohnerin", "Es war ein Knall"),
        ("Niemand ist verletzt, hieß es aus dem Ministerium.", "de", "dem Ministerium", "Niemand ist verletzt"),
        ("Selon la police, personne n'est blessé.", "fr", "la police", "personne n'est blessé"),
        ("Personne n'est blessé, selon la police.", "fr", "la police", "Personne n'est blessé"),
        ("D'après un rapport publié mardi, le pont est vieux.", "fr", "un rapport publié", "le pont est vieux"),
        ("Comme l'a annoncé le maire, le pont rouvrira.", "fr", "le maire", "le pont rouvrira"),
        ("Según la Policía, no hay heridos graves.", "es", "la Policía", "no hay heridos graves"),
        ("Según informó la Policía, no hay heridos graves.", "es", "la Policía", "no hay heridos graves"),
        ("De acuerdo con el informe, el puente es viejo.", "es", "el informe", "el puente es viejo"),
    ],
)
def test_what_stands_beside_a_phrase_is_said(text: str, language: str, source: str, content: str) -> None:
    (only,) = said_by(text, language)
    assert (only.source, only.content) == (source, (content,))


@pytest.mark.parametrize(
    ("text", "language"), [("Laut Musik spielte er nie.", "de"), ("Selon lui.", "fr"), ("Es war so laut.", "de")]
)
def test_what_is_too_short_or_names_nobody_is_not_said(text: str, language: str) -> None:
    assert said_by(text, language) == [] or said_by(text, language)[0].source == "Musik"


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("Der Hafen bleibt zu. Das teilte die Polizei am Montag mit.", "de", "die Polizei"),
        ("El puerto sigue cerrado. Así lo ha explicado la ministra.", "es", "la ministra"),
    ],
)
def test_a_sentence_may_tell_who_says_the_one_before(text: str, language: str, source: str) -> None:
    (only,) = said_by(text, language)
    assert only.source == source
    assert only.content == (text.partition(".")[0],)
