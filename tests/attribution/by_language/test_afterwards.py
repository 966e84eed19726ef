"""What a sentence tells of the words before it: who says them, how somebody takes them, who is told of behind them."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import names_in, said_by


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("«Nos han robado el puerto entero». Con esa frase, dicha a gritos, resumió Ana Ríos la noche.", "es"),
        ("« On nous a volé le port ». C'est par ces mots que Anna Ríos a résumé la nuit.", "fr"),
        ("«Nos han robado el puerto entero». Ana Ríos lo dice mirando el agua.", "es"),
        # by how she takes it
        ("« On nous a volé le port. » Devant la grille, Anna Ríos, pêcheuse, ne décolère pas.", "fr"),
        ("„Man hat uns den Hafen gestohlen.“ Anna Ríos ist außer sich.", "de"),
        ("«Nos han robado el puerto entero». Ana Ríos no da crédito.", "es"),
        ("„Man hat uns den Hafen gestohlen.“ Mit diesen Worten beschrieb Anna Ríos die Nacht.", "de"),
        # in a sentence that only says so, or first that and then more
        ("«Nos han robado el puerto entero». Lo contaba Ana Ríos, la patrona, con la voz rota.", "es"),
        ("«Nos han robado el puerto entero». Quien así habla es Ana Ríos, de 51 años.", "es"),
        ("«Nos han robado el puerto entero». Así lo ha denunciado Ana Ríos, la patrona.", "es"),
        ("« On nous a volé le port » : c'est ce qu'affirme Anna Ríos, patronne du chalutier.", "fr"),
        # as the one who is told of first behind it
        ("« On nous a volé mon port. » Sur son banc, Anna Ríos, 51 ans, regarde passer les mouettes.", "fr"),
        ("«Nos han robado el puerto entero». Ana Ríos no se considera una heroína.", "es"),
        ("La cosa empezó en mayo. «Nos han robado el puerto entero». Ana Ríos no se considera una heroína.", "es"),
    ],
)
def test_a_sentence_says_whose_the_quotation_before_it_is(text: str, language: str) -> None:
    (only,) = said_by(text, language)
    assert only.source in ("Ana Ríos", "Anna Ríos")
    assert only.content[0].split()[:3] in (["On", "nous", "a"], ["Nos", "han", "robado"], ["Man", "hat", "uns"])


def test_such_a_sentence_says_nothing_of_a_quotation_in_another_paragraph() -> None:
    text = "«Nos han robado el puerto entero».\n\nCon esa frase, dicha a gritos, resumió Ana Ríos la noche."
    assert said_by(text, "es") == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Stadt zahlt. „Wir zahlen gern dafür“, sagte Karl Weber. Anna Holt ist außer sich.",
        "Der Plan ist alt. Anna Holt ist außer sich.",
    ],
)
def test_how_somebody_takes_it_makes_nothing_hers(text: str) -> None:
    assert "Anna Holt" not in names_in(text, "de")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("«Nos han robado el puerto entero».\n\nAsí lo ha denunciado la patrona, Ana Ríos.", "es"),
        # whose it is the sentence before may tell, or nobody
        ("Les voisins ont peur. « On nous a volé mon port. » Anna Ríos, 51 ans, regarde passer les mouettes.", "fr"),
        ("Son fils pleurait. « On nous a volé mon port. » Anna Ríos, 51 ans, regarde passer les mouettes.", "fr"),
        # or words that are not of the first person
        ("« Elle a volé le port entier. » Anna Ríos, 51 ans, regarde passer les mouettes.", "fr"),
        # nor are they hers who was told them
        ("«Nos han robado el puerto entero». Ana Ríos no ha olvidado esa frase del alcalde.", "es"),
        ("« On nous a volé mon port. » Anna Ríos, 51 ans, montre cette lettre du maire.", "fr"),
        # nor hers to whom something came to pass that others speak of, or to whom they speak
        ("« On nous a volé ma fille. » Anna Ríos, 19 ans, a disparu lundi.", "fr"),
        ("«Nos han robado a mi hija». Ana Ríos, de 19 años, desapareció el lunes.", "es"),
        ("« Je vous condamne à trois ans. » Anna Ríos, 40 ans, baisse la tête.", "fr"),
        ("«Nosotros la vamos a echar de menos». Con estas palabras Ana Ríos fue despedida ayer.", "es"),
        # nor hers who was told of before
        ("Ana Ríos llegó tarde.\n\n«Nos han robado el puerto entero». Ana Ríos no se mueve de la puerta.", "es"),
    ],
)
def test_who_is_told_of_behind_a_quotation_need_not_have_said_it(text: str, language: str) -> None:
    assert not {"Ana Ríos", "Anna Ríos"} & set(names_in(text, language))


def test_who_spoke_before_goes_on_though_another_is_told_of_behind_it() -> None:
    text = "« Je pars demain », dit Anne Roux. « Je ferme mon port. » Sur son banc, Paul Blin, 51 ans, sourit."
    assert names_in(text, "fr") == ["Anne Roux", "Anne Roux"]


def test_a_sentence_that_says_who_said_it_may_go_on() -> None:
    text = "«Nos han robado el puerto». Así lo ha expresado la patrona, Ana Ríos, quien ha recordado que es tarde."
    assert [said.content[0] for said in said_by(text, "es")] == ["Nos han robado el puerto", "es tarde"]
    assert names_in(text, "es") == ["Ana Ríos", "Ana Ríos"]
