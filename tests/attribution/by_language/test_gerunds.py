"""What somebody says beside what he does or says, behind a gerund."""

from __future__ import annotations

import pytest

from tests.attribution.by_language.reading import names_in, said_by


@pytest.mark.parametrize(
    ("text", "language", "source", "content"),
    [
        (
            "« Nous fermons », a dit Anne Roux, précisant que le pont rouvrirait.",
            "fr",
            "Anne Roux",
            "le pont rouvrirait",
        ),
        ("Le maire a quitté la salle, dénonçant « une mascarade indigne ».", "fr", "Le maire", "une mascarade indigne"),
        (
            "Paul Roux a admis « une erreur de calcul », tout en estimant que « rien ne presse ».",
            "fr",
            "Paul Roux",
            "rien ne presse",
        ),
        ("Le maire a ri, tout en se disant « ouvert à tout ».", "fr", "Le maire", "ouvert à tout"),
        ("«Cerramos hoy», dijo Ana Ríos, añadiendo que el puente abrirá.", "es", "Ana Ríos", "el puente abrirá"),
        (
            "El ministro salió, calificando el acto de «farsa sin gracia».",
            "es",
            "El ministro",
            "el acto de «farsa sin gracia»",
        ),
        ("La alcaldesa respondió asegurando que «nadie se irá».", "es", "La alcaldesa", "nadie se irá"),
    ],
)
def test_it_is_said_by_whom_the_sentence_is_of(text: str, language: str, source: str, content: str) -> None:
    assert names_in(text, language)[-1] == source
    assert said_by(text, language)[-1].content == (content,)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Anne Roux a publié un livre racontant « la vie des gens de peu ».", "fr"),  # the book does
        ("Un film, racontant « la vie des gens de peu », a été primé.", "fr"),
        ("Un mural, recordando «los días de la sal», cubre el muro.", "es"),
    ],
)
def test_a_thing_says_nothing(text: str, language: str) -> None:
    assert said_by(text, language) == []
