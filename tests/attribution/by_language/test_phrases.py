"""Where a mention of a source ends, and which name and role are in it."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import first_clause, names_in


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


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("L'avocat de Paul Roux a dit que c'était faux.", "fr", "L'avocat de Paul Roux"),
        ("La veuve de Paul Roux s'est levée et a crié : « C'est un mensonge. »", "fr", "La veuve de Paul Roux"),
        ("El abogado de Juan Pérez dijo que no era cierto.", "es", "El abogado de Juan Pérez"),
        ("La viuda de Juan Pérez gritó: «Eso es una mentira».", "es", "La viuda de Juan Pérez"),
        ("Der Anwalt von Karl Weber sagte, das sei falsch.", "de", "Der Anwalt von Karl Weber"),
        ("Die Familie von Karl Weber sagte, das sei falsch.", "de", "Die Familie von Karl Weber"),
        (
            "La defensa de Rogelio «El Chato» Murillo pidió ayer la libre absolución.",
            "es",
            "La defensa de Rogelio «El Chato» Murillo",
        ),
        # with a place, a body or another noun between, the name is whose office it is
        ("Die Landrätin von Tolm Anna Holt sagte, das sei falsch.", "de", "Anna Holt"),
        ("Le maire de Tolmès Paul Roux a dit que c'était faux.", "fr", "Paul Roux"),
        ("El alcalde de Tolmar Juan Pérez dijo que no era cierto.", "es", "Juan Pérez"),
        # and a particle belongs to it
        ("„Das ist falsch“, sagte Anna von Holt. Landrätin von Holt sagte, sie gehe.", "de", "Anna von Holt"),
    ],
)
def test_whose_lawyer_speaks_does_not_speak(text: str, language: str, name: str) -> None:
    assert names_in(text, language)[-1] == name


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Sa directrice Benelux, Annelies Hoog, menace de retirer ses engins.", "fr", "Annelies Hoog"),
        ("Su director España, Juan Pérez, dijo que no era cierto.", "es", "Juan Pérez"),
        ("« Devant ma porte », s'est emportée Greet Van den Eynde-Lam.", "fr", "Greet Van den Eynde-Lam"),
        ("El plan, presidido por el académico Domingo Arra, gustó. Arra dijo que era tarde.", "es", "Domingo Arra"),
        ("Laut dem Ökonomen Karl Weber vom Kieler Institut steigt der Satz. „Ja“, sagte Weber.", "de", "Karl Weber"),
        ("Ousmane Tall est venu. Tall encaisse. « J'ai le droit de le dire. »", "fr", "Ousmane Tall"),
        ("D'après Paul Roux, une telle taxe « ne passera jamais le cap ».", "fr", "Paul Roux"),
    ],
)
def test_the_whole_name_and_no_more(text: str, language: str, name: str) -> None:
    assert set(names_in(text, language)) == {name}


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Faux, selon le prévenu : « Le train roulait au pas ce jour-là. »", "fr", "Faux"),
        ("Falso, insiste: «El tren iba muy despacio aquel día».", "es", "Falso"),
        ("Unsinn, heißt es: „Der Zug fuhr an jenem Tag sehr langsam.“", "de", "Unsinn"),
    ],
)
def test_a_word_of_denial_is_nobody(text: str, language: str, word: str) -> None:
    assert word not in names_in(text, language)
