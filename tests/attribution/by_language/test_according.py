"""Phrases that attribute a sentence."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import names_in, said_by


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


@pytest.mark.parametrize(
    ("text", "language", "mention", "content"),
    [
        ("Aus dem Ministerium hieß es, das Papier sei alt.", "de", "dem Ministerium", "das Papier sei alt"),
        ("Nach Informationen des „Tolmer Boten“ ist das Papier alt.", "de", "des „Tolmer Boten“", "ist das Papier alt"),
        ("Laut „Tolmer Bote“ ist das Papier alt.", "de", "„Tolmer Bote“", "ist das Papier alt"),
        ("« Rien ne presse ici », indique-t-on au cabinet.", "fr", "cabinet", "Rien ne presse ici"),
        ("Señalan desde el sindicato que el plan es viejo.", "es", "el sindicato", "el plan es viejo"),
        ("Fuentes consultadas por la agencia Norda admiten que es tarde.", "es", "Fuentes consultadas", "es tarde"),
    ],
)
def test_those_at_a_place_and_those_who_were_asked_say_it(text: str, language: str, mention: str, content: str) -> None:
    [said] = said_by(text, language)
    assert said.source == mention
    assert content in said.content[-1]


def test_what_he_thinks_is_his_who_spoke_before() -> None:
    assert names_in("Juan Pérez dijo que sí. A su juicio, el plan es viejo.", "es") == ["Juan Pérez"] * 2
    assert names_in("Paul Roux a dit que oui. Selon lui, le plan est vieux.", "fr") == ["Paul Roux"] * 2


def test_what_the_sentence_itself_may_tell_is_nobody_elses() -> None:
    text = "Ana Ruiz dijo que sí. Juan Pérez elogió a los equipos, que según él trabajaron con rapidez."
    assert "Ana Ruiz" not in names_in(text, "es")[1:]


def test_what_is_said_there_is_the_bodys_of_the_sentence_before() -> None:
    text = "Anders klingt der Verband Pro Takt. Dort heißt es, man dürfe „nicht das nächste Wunder feiern“."
    assert names_in(text, "de") == ["der Verband Pro Takt"]
    assert names_in("Anders klingt Karl Weber. Dort heißt es, man feiere kein Wunder.", "de") == []


def test_for_whom_something_is_so_says_what_he_or_she_thinks() -> None:
    text = "«Fue tarde», denunció el exministro Juan Ruiz, para quien el Gobierno «llegó tarde y mal»."
    assert names_in(text, "es") == ["Juan Ruiz", "Juan Ruiz"]
    assert names_in("Die Stadt kaufte die Lok, für die „niemand mehr Ersatzteile“ hat.", "de") == []


def test_what_is_said_goes_on_behind_the_phrase_where_its_verb_is_not_done() -> None:
    [said] = said_by("Das Urteil wird nach Angaben des Gerichts im Mai erwartet.", "de")
    assert said.content == ("Das Urteil wird", "im Mai erwartet")
    [said] = said_by("Der Wirt habe, so Weber, mehrere Warnungen in den Wind geschlagen.", "de")
    assert said.content == ("Der Wirt habe", "mehrere Warnungen in den Wind geschlagen")


def test_what_a_source_is_is_no_part_of_what_is_said() -> None:
    [said] = said_by("Selon Anne Roux, chargée de mission au port, un tiers des quais est vide.", "fr")
    assert said.content == ("un tiers des quais est vide",)


def test_what_something_is_for_somebody_is_his_word_for_it() -> None:
    [said] = said_by("Für Kapitän Karl Weber war es schlicht „der bitterste Tag meiner Karriere“.", "de")
    assert (said.source, said.content) == ("Kapitän Karl Weber", ("der bitterste Tag meiner Karriere",))
    assert names_in("Für Anna Holt war „Der Tag der Tage“ das Stück ihres Lebens.", "de") == []
    assert names_in("Für Tolm war es „ein Tag wie alle anderen auch“.", "de") in ([], ["Tolm"])
    assert names_in("In ihrer Studie heißt es: „Das Dorf zeigt, wie es geht.“", "de") == ["ihrer Studie"]


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("Faux, selon le marin : « Je roulais au pas ce jour-là. »", "fr", "le marin"),
        ("Falso, según el marinero: «Yo iba muy despacio aquel día».", "es", "el marinero"),
        ("Falsch, laut dem Kapitän: „Ich fuhr an jenem Tag ganz langsam.“", "de", "Kapitän"),
    ],
)
def test_a_quotation_behind_a_phrase_and_a_colon_is_of_whom_that_names(text: str, language: str, source: str) -> None:
    before = {
        "fr": "« Il mentait », dit Anne Roux. ",
        "es": "«Mentía siempre», dijo Ana Ríos. ",
        "de": "„Er log“, sagte Anna Holt. ",
    }
    names = names_in(before[language] + text, language)
    assert len(names) == 2
    assert names[1].endswith(source)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Der Preis liegt laut Polizei bei drei Euro.", ("Der Preis liegt", "bei drei Euro")),
        ("Der Preis stieg den Angaben zufolge im Juni auf drei Euro.", ("Der Preis stieg", "im Juni auf drei Euro")),
        ("Das Auto wurde laut Polizei am Montag gestohlen.", ("Das Auto wurde", "am Montag gestohlen")),
        ("Laut Polizei liegt der Preis bei drei Euro.", ("liegt der Preis bei drei Euro",)),
    ],
)
def test_what_follows_a_german_phrase_within_a_clause_belongs_to_it(text: str, content: tuple[str, ...]) -> None:
    (said,) = said_by(text, "de")
    assert said.content == content


@pytest.mark.parametrize(
    ("text", "language", "sources"),
    [
        (
            "Juan Ruiz tachó de «absurda» la obra, ante el «mal pacto» sellado, según su rival, entre dos firmas.",
            "es",
            ["Juan Ruiz"],
        ),
        (
            "Juan Ruiz dijo que «todo es mentira» y dio detalles de la obra, desde su punto de vista.",
            "es",
            ["Juan Ruiz"],
        ),
        ("La obra no está parada como asegura la oposición.", "es", []),
        ("La obra no está parada, como asegura la oposición.", "es", ["la oposición"]),
        ("La obra se paró a las tres según la policía.", "es", ["la policía"]),
    ],
)
def test_a_phrase_within_what_another_says_claims_nothing(text: str, language: str, sources: list[str]) -> None:
    assert names_in(text, language) == sources
