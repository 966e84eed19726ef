"""Nouns for offices and trades: which of them may mean one person, and which are another's."""

from __future__ import annotations

import pytest

from summarizer.attribution.by_language.roles import complement_of, is_designation
from summarizer.attribution.by_language.speech import load_speech
from tests.attribution.by_language.reading import names_in


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("La poeta Ana Ríos vino con Juan Ruiz. La autora dijo que no.", "es", "Ana Ríos"),
        ("La jueza Ana Ríos vino con Juan Ruiz. La magistrada dijo que no.", "es", "Ana Ríos"),
        ("Landwirtin Anna Holt kam mit Eva Blum. Die Bäuerin sagte, es sei spät.", "de", "Anna Holt"),
        ("Regisseur Karl Weber kam mit Hans Holt. Der Filmemacher sagte, es sei spät.", "de", "Karl Weber"),
        ("La romancière Anne Roux est venue avec Eva Blin. L'autrice a dit que non.", "fr", "Anne Roux"),
        ("Le député Paul Roux est venu avec Luc Brun. Le parlementaire a dit que non.", "fr", "Paul Roux"),
    ],
)
def test_the_noun_of_the_same_office_is_the_same_person(text: str, language: str, name: str) -> None:
    assert names_in(text, language) == [name]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("La jueza Ana Ríos vino. La acusada dijo que no.", "es", "La acusada"),
        ("Richterin Anna Holt kam. Die Zeugin sagte, es sei spät.", "de", "Die Zeugin"),
        ("La procureure Anne Roux est venue. La prévenue a dit que non.", "fr", "La prévenue"),
    ],
)
def test_the_noun_of_another_office_is_somebody_else(text: str, language: str, name: str) -> None:
    assert names_in(text, language) == [name]


def test_what_a_role_is_of_and_what_calls_again() -> None:
    speech = load_speech("fr")
    assert complement_of(speech, "maire de Tolmès") == "de tolmès"
    assert complement_of(speech, "maire") == ""
    assert is_designation(speech, "élue")
    assert not is_designation(speech, "barque")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (
            "„Ich rühre“, sagt Anna Holt. Die frühere Beraterin lacht. Man halte sie für verrückt, meint sie.",
            "de",
            "Anna Holt",
        ),
        ("« Je brasse », dit Anne Roux. « On me croit folle ici », ajoute l'ancienne infirmière.", "fr", "Anne Roux"),
        ("«Remuevo», dice Ana Ríos. «Me creen loca todos», añade la antigua enfermera.", "es", "Ana Ríos"),
        # a captain is a goalkeeper too
        (
            "Kapitän Karl Weber stand stumm vor der Kurve. „Wir haben uns aufgelöst“, sagte der Stürmer.",
            "de",
            "Karl Weber",
        ),
        ("El capitán Juan Pérez calló. «No hubo nada de eso», dijo el máximo goleador del equipo.", "es", "Juan Pérez"),
        # who is tried is who has no office
        (
            "« Avec quoi ? » demande le président Paul Roux à Luc Blin. « Je vendrai tout », dit le prévenu.",
            "fr",
            "Luc Blin",
        ),
        (
            "« Je vendrai tout », dit le prévenu Luc Blin. « Et avec quoi donc ? », dit le président Paul Roux. « Elle "
            "était vendue », rappelle le magistrat.",
            "fr",
            "Paul Roux",
        ),
    ],
)
def test_other_words_for_one_person(text: str, language: str, name: str) -> None:
    assert names_in(text, language)[-1] == name


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        # the mayor is not who was mayor before
        ("« Tout va bien », dit le maire Paul Roux. « Rien ne va plus », dit l'ancien maire.", "fr", "Paul Roux"),
        ("„Alles ist gut“, sagt Minister Karl Weber. „Nichts ist gut“, sagt der frühere Minister.", "de", "Karl Weber"),
        # a thing is nobody
        (
            "Paul Roux, notaire, est jugé. Le pont aurait cédé, selon l'accusation, sous le poids des camions.",
            "fr",
            "Paul Roux",
        ),
        ("Ana Ríos es juzgada. Según la investigación, el puente cedió por el peso.", "es", "Ana Ríos"),
        ("« Je vendrai tout », jure le prévenu, un marin. « Elle est vendue », dit le magistrat.", "fr", "le prévenu"),
    ],
)
def test_words_for_somebody_else(text: str, language: str, name: str) -> None:
    assert names_in(text, language)[-1] != name


def test_who_stands_in_for_somebody_is_not_he() -> None:
    text = "«Es tarde», dijo la vicepresidenta Ana Ríos. «Es pronto», dijo la presidenta."
    assert names_in(text, "es") == ["Ana Ríos", "la presidenta"]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        # who was just named, rather than who is the coach of nothing
        (
            "«Casi me da algo», dijo el entrenador Paco Lum. Distinto era el gesto de Bruno Sal. El preparador del "
            "líder cargó: «Si añades cuatro, juegas cuatro».",
            "es",
            ["Paco Lum", "Bruno Sal"],
        ),
        (
            "«Casi me da algo», dijo el entrenador Paco Lum. Luego calló. El técnico del Ribera "
            "sonrió: «Hay que seguir así».",
            "es",
            ["Paco Lum", "Paco Lum"],
        ),
        # other words for an office that is written together with more
        (
            "Oberbürgermeister Karl Weber schwieg. „Wir streiten nur mit Worten“, sagte das Stadtoberhaupt.",
            "de",
            ["Karl Weber"],
        ),
        ("Bundestrainerin Anna Holt schwieg. „Wir spielen weiter“, sagte die Coach.", "de", ["Anna Holt"]),
    ],
)
def test_an_office_and_other_words_for_it(text: str, language: str, names: list[str]) -> None:
    assert names_in(text, language) == names
