"""What stands behind a verb of saying and its subject."""

from __future__ import annotations

import pytest

from summarizer.attribution.by_language.reader import read_by_language
from tests.attribution.by_language.reading import article, read_example, said_by
from tests.attribution.reading import marked_words


@pytest.mark.parametrize(
    ("example", "language"),
    [
        ("{Ana Ruiz} <tildó> [el fallo de «previsible»].", "es"),
        ("Preguntada por el cierre, {la alcaldesa} <respondió>: «[No tengo nada que decir]».", "es"),
        ("«[Uno no elige sus penas]», <meditó>.", "es"),
        ("{Karl Weber} <ließ> über seine Anwältin mitteilen, [er habe nichts gewusst].", "de"),
        ("Auf die Frage, ob er bleibe, <antwortete> {Karl Weber}: „[Das weiß der Himmel allein]“", "de"),
        # one word of judgement
        ("{Anne Roux} <a rejeté> [ces accusations « mensongères »] et demandé une enquête.", "fr"),
        ("{Karl Weber} <kritisierte> [den „absurden“ Plan der Stadt].", "de"),
        ("{El ministro} <criticó> [la «absurda» decisión del juez].", "es"),
        ("{Ana Ruiz} <pidió> «[humildad]» a los remeros.", "es"),
        ("{L'adjoint} conteste le plan, qu'il <juge> « [fantaisiste] ».", "fr"),
        ("{Ana Ruiz} <acusó> [al alcalde de «mentir»].", "es"),
        ("{Un voisin} <affirme> [avoir vu la fumée].", "fr"),
        ("{Paul Roux} <a indiqué> la semaine dernière que [le pont rouvrirait].", "fr"),
        ("{Le Conseil d'orientation} <estime> que [le déficit va grandir].", "fr"),
    ],
)
def test_more_ways_of_saying(example: str, language: str) -> None:
    said = read_example(f"Ana Ruiz llegó tarde. {example}" if "meditó" in example else example, language)
    assert any(marked_words(example)[1:] == one[1:] for one in said)


def test_a_film_is_not_what_something_is_called() -> None:
    assert said_by("Paul Roux a parlé de son film « Les Nuits de Tolmès ».", "fr") == []


def test_what_is_denied_in_a_letter_is_not_what_it_quotes() -> None:
    text = "La société a démenti toute faute dans un communiqué : « Le car avait passé son contrôle. »"
    (only,) = read_by_language(article(text, "fr")).statements
    assert only.stance == "asserts"


def test_a_thing_in_marks_is_no_judgement() -> None:
    assert said_by("Le maire a salué l'équipe du film « Demain ».", "fr") == []
    assert said_by("Karl Weber lobte Anna Holt, die „Reform“ und den Rat.", "de") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Der Sprecher bat die Bürger, keine Bilder zu verbreiten.", "keine Bilder zu verbreiten"),
        ("Die Ministerin forderte die Stadt auf, die Brücke zu sperren.", "die Brücke zu sperren"),
        ("Der Verband forderte mehr Geld.", "mehr Geld"),
    ],
)
def test_what_somebody_is_asked_to_do_is_said_and_not_who(text: str, content: str) -> None:
    [said] = said_by(text, "de")
    assert said.content == (content,)


def test_who_is_answered_says_nothing() -> None:
    answered = "La edil Ana Ríos respondió a los vecinos que se quejan del ruido: «Una cosa es el ruido y otra la ley»."
    assert [said.content for said in said_by(answered, "es")] == [("Una cosa es el ruido y otra la ley",)]
    told = "La edil Ana Ríos dijo a los vecinos que el ruido cesará pronto."
    assert [said.content for said in said_by(told, "es")] == [("el ruido cesará pronto",)]
