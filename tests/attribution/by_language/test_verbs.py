"""Verbs of saying, with auxiliaries and parted parts."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import first_clause, names_in


@pytest.mark.parametrize(
    ("text", "language", "cue"),
    [
        ("Das hat Weber am Montag gesagt.", "de", "hat"),
        ("Die Polizei teilte am Montag mit, es brenne.", "de", "teilte"),
        ("Le maire a par ailleurs précisé que oui.", "fr", "a par ailleurs précisé"),
        ("« Oui », s'est-elle exclamée.", "fr", "s' est elle exclamée"),
        ("El alcalde también ha dicho que sí.", "es", "ha dicho"),
        # an infinitive that hangs on another verb
        ("El alcalde se limitó a decir que sí.", "es", "se limitó a decir"),
        ("La alcaldesa ha llegado a decir que no.", "es", "ha llegado a decir"),
        ("Le maire a tenu à préciser que oui.", "fr", "a tenu à préciser"),
        ("Le maire vient de déclarer que oui.", "fr", "vient de déclarer"),
    ],
)
def test_a_verb_is_found_with_its_auxiliary(text: str, language: str, cue: str) -> None:
    clause = first_clause(text, language)
    (found,) = clause.cues
    assert " ".join(token.text for token in clause.tokens[found.first : found.past]) == cue


def test_a_parted_verb_ends_behind_its_part() -> None:
    clause = first_clause("Die Polizei teilte am Montag mit, es brenne.", "de")
    assert clause.tokens[clause.cues[0].end - 1].text == "mit"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Er sagte nicht, wer kommt.", "de"),
        ("Le maire n'a pas dit qui viendrait.", "fr"),
        ("El alcalde no dijo quién vendrá.", "es"),
        ("La demande a été rejetée.", "fr"),
        ("Le maire s'est levé pour expliquer son vote.", "fr"),
        ("El alcalde vino a explicar su voto.", "es"),
        ("Die Polizei teilte den Kuchen.", "de"),
        ("Le maire est arrivé et la note est tombée.", "fr"),
    ],
)
def test_what_is_denied_or_a_noun_is_no_verb_of_saying(text: str, language: str) -> None:
    assert first_clause(text, language).cues == []


def test_what_stands_in_a_quotation_is_no_verb_of_the_sentence() -> None:
    assert len(first_clause("„Er sagte es mir gestern“, sagte Weber.", "de").cues) == 1


def test_a_phrase_may_stand_between_an_auxiliary_and_its_participle() -> None:
    assert names_in("« On ne reconstruira pas ici », a d'ores et déjà averti Anne Roux.", "fr") == ["Anne Roux"]
    assert names_in("« On ne reconstruira pas ici », a une nouvelle fois plaidé Anne Roux.", "fr") == ["Anne Roux"]
