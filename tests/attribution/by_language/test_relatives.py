"""Who speaks in a relative clause: of whom the sentence is, or whom the clause is of."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import names_in, said_by


@pytest.mark.parametrize(
    ("text", "language", "source", "content"),
    [
        # of whom the sentence is
        ("Anne Roux quitte le club, qu'elle accuse de « trahir ses rameurs ».", "fr", "Anne Roux", "trahir"),
        ("Paul Roux s'en prend au règlement, qu'il juge « indigne d'un port ».", "fr", "Paul Roux", "indigne"),
        ("El alcalde retira el plan, que tachó de «error sin remedio».", "es", "El alcalde", "error"),
        ("Ana Ríos deja el club, al que acusa de «traicionar a sus remeros».", "es", "Ana Ríos", "traicionar"),
        ("Anna Holt verlässt den Verein, den sie als „Haufen von Neinsagern“ bezeichnet.", "de", "Anna Holt", "Haufen"),
        ("Anna Holt mied den Wirt, dem sie vorwarf, „das Bier zu strecken“.", "de", "Anna Holt", "das Bier"),
        (
            "La direction, qui évoque le feu, promet de bâtir « au même endroit ».",
            "fr",
            "La direction",
            "au même endroit",
        ),
        # whom the clause is of
        ("Juan Ruiz, al que su abuela definió como «un regalo», calla.", "es", "su abuela", "un regalo"),
        ("Karl Weber lobte Anna Holt, die den Plan als „Haufen von Fehlern“ bezeichnet.", "de", "Anna Holt", "Haufen"),
        ("Karl Weber lobte Anna Holt, die sagte, „es reicht jetzt wirklich“.", "de", "Anna Holt", "es reicht"),
        ("Juan Ruiz leyó el informe, que advierte de «riesgos muy graves».", "es", "el informe", "riesgos"),
        ("Anne Roux a lu un rapport, qui dénonce « des risques graves ».", "fr", "un rapport", "risques"),
    ],
)
def test_a_quotation_in_a_relative_clause(text: str, language: str, source: str, content: str) -> None:
    (said,) = said_by(text, language)
    assert names_in(text, language) == [source]
    assert content in said.content[0]


def test_that_is_no_relative_where_a_verb_stands_before_it() -> None:
    said = said_by("Son voisin, Paul Roux, a expliqué qu'il pensait que le pont tiendrait.", "fr")
    assert all(len(one.content[0].split()) > 1 for one in said)


def test_an_adverb_may_stand_within_who_says() -> None:
    text = "„Hier war nicht mehr drin“, sagte Trainer Jan Holt, der gleichzeitig mahnte: „Wir dürfen nicht schlafen.“"
    assert names_in(text, "de") == ["Jan Holt", "Jan Holt"]
