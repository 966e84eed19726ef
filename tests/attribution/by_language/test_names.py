"""The name of a person is told from the names of places and bodies."""

from __future__ import annotations

import pytest

from summarizer.attribution.by_language.names import NameReader, is_of_people
from summarizer.attribution.by_language.speech import load_speech
from tests.attribution.by_language.reading import first_clause, names_in


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("der Bürgermeister Karl Weber", "de", "Karl Weber"),
        ("die Ministerin Maria von der Aue", "de", "Maria von der Aue"),
        ("le maire Paul Roux", "fr", "Paul Roux"),
        ("la alcaldesa Ana Ruiz", "es", "Ana Ruiz"),
        ("der Verband Deutsche Werke", "de", ""),
        ("le train Lyon-Paris", "fr", ""),
    ],
)
def test_the_name_that_a_phrase_ends_in(text: str, language: str, name: str) -> None:
    tokens = first_clause(f"{text}.", language).tokens[:-1]
    found = NameReader(load_speech(language), tokens).within(0, len(tokens))
    assert " ".join(token.text for token in (tokens[slice(*found)] if found else ())) == name


def test_a_known_first_name_tells_man_from_woman() -> None:
    clause = first_clause("Anna Holt kam.", "de")
    assert NameReader(clause.speech, clause.tokens).gender_of(0, 2, (0, 2), "", "") == "woman"


def test_nouns_for_persons_are_roles_and_trades() -> None:
    speech = load_speech("de")
    assert is_of_people("hydrologe", speech)
    assert not is_of_people("brücke", speech)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Ministerin DERYA ASLAN drohte: „Am Wochenende stehen alle Züge.“", "de", "DERYA ASLAN"),
        ("La ministre ANNE ROUX a dit que le plan restait.", "fr", "ANNE ROUX"),
        (
            "Le commandant du cargo, le Philippin Rodelio Macar, a nié. « C'est la loi », a-t-il déclaré.",
            "fr",
            "Rodelio Macar",
        ),
        ("El patrón del barco, el filipino Rodelio Macar, calló. «Es la ley del mar», declaró.", "es", "Rodelio Macar"),
        ("„Ich bin gelaufen“, erzählte Schichtarbeiter Goran Petro, 38, am Werkstor.", "de", "Goran Petro"),
    ],
)
def test_names_in_capitals_and_behind_where_somebody_is_from(text: str, language: str, name: str) -> None:
    assert names_in(text, language)[-1] == name


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (
            "Der Schüler selbst, Karl Weber, will nichts sagen. „Ich hab nur geklingelt“, murmelt er.",
            "de",
            "Karl Weber",
        ),
        ("Le maire lui-même, Paul Roux, a ri. « J'ai seulement sonné », dit-il.", "fr", "Paul Roux"),
        ("Die Neurologin Professor Gudula Ehren warnt. „Wir wissen es nicht“, sagt sie.", "de", "Gudula Ehren"),
        (
            "Linksaußen Finn-Luca Dresen nickte. „Mir klingeln die Ohren“, sagte der 21-Jährige.",
            "de",
            "Finn-Luca Dresen",
        ),
        # what somebody is tells more than how an unknown name ends
        (
            "Pour Nissa Kéit, chercheur au port, « le colonel gagne du temps ». Il note que rien ne vient.",
            "fr",
            "Nissa Kéit",
        ),
        ("Informée du vote, Clara Blin a éclaté de rire : « Faux. C'est elle qui ronfle. »", "fr", "Clara Blin"),
        ("Vendeur au marché, Moussa attend. « J'ai voté une fois dans ma vie », dit-il.", "fr", "Moussa"),
    ],
)
def test_what_a_name_has_beside_it(text: str, language: str, name: str) -> None:
    assert names_in(text, language)[-1] == name


def test_a_cross_may_stand_in_a_name() -> None:
    assert names_in("La alcaldesa de Tolm, María de la Cruz Ríos Peña, dijo que irá.", "es") == [
        "María de la Cruz Ríos Peña"
    ]
    assert names_in("La vía se abre hoy, según la Cruz Roja.", "es") == ["Cruz Roja"]
