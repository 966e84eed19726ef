"""Where a noun phrase ends."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import first_clause, names_in


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


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Die Gewerkschaft Transport und Service (TS) sprach.", "Die Gewerkschaft Transport und Service"),
        ("Das Institut Arbeit und Verkehr sprach.", "Das Institut Arbeit und Verkehr"),
        ("Der Verband und Anna Holt sprachen.", "Der Verband"),
        ("Das Ministerium Holt und Weber sprachen.", "Das Ministerium Holt und Weber"),
    ],
)
def test_and_in_the_name_of_a_body(text: str, phrase: str) -> None:
    clause = first_clause(text, "de")
    found = clause.phrases.read(0)
    assert found is not None
    assert " ".join(token.text for token in clause.tokens[found.first : found.past]) == phrase


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("„Das ist so“, sagte Anwältin Anna Sonntag.", ["Anna Sonntag"]),
        ("„Das ist so“, sagte Peter Montag am Freitag.", ["Peter Montag"]),
        ("„Das ist so“, teilte Anna Holt Montag mit.", ["Anna Holt"]),
    ],
)
def test_the_name_of_a_day_behind_a_first_name_is_a_surname(text: str, names: list[str]) -> None:
    assert names_in(text, "de") == names


def test_a_phrase_of_adverbs_is_no_part_of_an_office() -> None:
    assert names_in("« Je le remercie encore », déclarait le maire en ouverture de la séance.", "fr") == ["le maire"]
    assert names_in("« Je le remercie encore », déclarait le docteur en droit.", "fr") == ["le docteur en droit"]
