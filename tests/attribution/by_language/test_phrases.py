"""Where a mention of a source ends, and which name and role are in it."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import first_clause


def read(text: str, language: str, at: int = 0) -> tuple[str, str]:
    """The words of the mention at a token, and the name in it or beside it."""
    clause = first_clause(text, language)
    phrase = clause.phrases.read(at)
    assert phrase is not None
    name = clause.tokens[slice(*phrase.name)] if phrase.name else ()
    mention = clause.tokens[phrase.first : phrase.past]
    return " ".join(one.text for one in mention), " ".join(one.text for one in name)


@pytest.mark.parametrize(
    ("text", "language", "mention", "name"),
    [
        ("Der Sprecher der Polizei kam.", "de", "Der Sprecher der Polizei", ""),
        ("Hafenmeister Karl Weber kam.", "de", "Hafenmeister Karl Weber", "Karl Weber"),
        ("Ursula von der Mark kam.", "de", "Ursula von der Mark", "Ursula von der Mark"),
        ("Die neue Ministerin, Anna Holt, kam.", "de", "Die neue Ministerin", "Anna Holt"),
        ("Anna Holt (SPD) kam.", "de", "Anna Holt", "Anna Holt"),
        ("Der Bericht des Magazins „Hafen heute“ kam.", "de", "Der Bericht des Magazins „Hafen heute“", ""),
        ("Le maire de Tolmès, Paul Roux, arriva.", "fr", "Le maire de Tolmès", "Paul Roux"),
        ("M. Roux arriva.", "fr", "M. Roux", "Roux"),
        ("Un porte-parole de la police a dit non.", "fr", "Un porte-parole de la police", ""),
        ("Paul Roux, maire de Tolmès, arriva.", "fr", "Paul Roux", "Paul Roux"),
        ("La portavoz del Gobierno, Ana Ruiz, llegó.", "es", "La portavoz del Gobierno", "Ana Ruiz"),
        ("Juan Pérez de la Mora llegó.", "es", "Juan Pérez de la Mora", "Juan Pérez de la Mora"),
    ],
)
def test_a_mention_ends_where_its_noun_phrase_does(text: str, language: str, mention: str, name: str) -> None:
    assert read(text, language) == (mention, name)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am Montag kam er.", "de"),
        ("Dem Minister war kalt.", "de"),
        ("Man sagt viel.", "de"),
        ("On dit cela.", "fr"),
        ("Selon lui, non.", "fr"),
    ],
)
def test_what_is_no_subject_is_no_mention(text: str, language: str) -> None:
    assert first_clause(text, language).phrases.read(0) is None


def test_the_body_that_is_told_something_is_no_part_of_the_speaker() -> None:
    text = "„Das ist falsch“, sagte der Sprecher der Tolmer Zeitung."
    assert read(text, "de", 3) == ("der Sprecher", "")


@pytest.mark.parametrize(
    ("text", "language", "gender"),
    [
        ("Die Ministerin kam.", "de", "woman"),
        ("Der Minister kam.", "de", "man"),
        ("Mme Roux arriva.", "fr", "woman"),
        ("La ministre arriva.", "fr", "woman"),
        ("Juan Pérez llegó.", "es", "man"),
        ("La alcaldesa llegó.", "es", "woman"),
    ],
)
def test_the_gender_is_told_by_title_noun_or_first_name(text: str, language: str, gender: str) -> None:
    phrase = first_clause(text, language).phrases.read(0)
    assert phrase is not None
    assert phrase.gender == gender
